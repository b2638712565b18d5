import type { ItemDecision } from '../../binding/makegood.js';
import type { Triage, TriageHeard, TriageOutcome } from '../../binding/triage.js';
import { isBuiltIn, valueName } from '../fact.js';
import { kinds, questionWords } from '../question.js';
import type { TriageStepWords, TriageWords } from '../triage.js';
import type { TriageVoice } from './voice.js';

export function wordsOf(voice: TriageVoice, triage: Triage): TriageWords {
  const { finding, outcomes, policy } = triage;
  const settled = finding === 'open' || finding === 'none' ? null : outcomes[0] ?? null;
  const heard = triage.heard.map((one) => ({ fact: one.fact, ...heardOf(voice, one) }));
  return {
    kind: finding,
    headline: settled === null ? voice.tell(`headline.${finding}`) : voice.text(settled.title),
    because: settled?.help ? voice.text(settled.help) : voice.tell(`because.${finding}`),
    nature: settled?.nature ? voice.tell(`nature.${settled.nature}`) : null,
    refer: settled?.refer ? voice.text(settled.refer) : null,
    problem: problem(voice, settled, triage),
    heard,
    possible: settled === null ? outcomes.filter(({ solved }) => !solved).map(({ id, title, help }) => ({
      id, title: voice.text(title), help: help === null ? null : voice.text(help),
    })) : [],
    steps: triage.next.flatMap((fact) => stepOf(voice, triage, fact)),
    pending: pending(voice, triage),
    policy: voice.say('policy.used', { id: policy.id, version: policy.version, hash: policy.hash.replace('sha256:', '').slice(0, 8) }),
  };
}

/** As the shop would repeat it, or else what was said, one after the other. */
function problem(voice: TriageVoice, settled: TriageOutcome | null, { heard }: Triage): string {
  if (settled?.problem) return voice.text(settled.problem);
  if (heard.length === 0) return voice.tell('understood.nothing');
  return voice.together(...heard.map((one) => voice.tell(one.tried === null ? 'understood.entry' : 'understood.tried', heardOf(voice, one))));
}

/** A question with its answer: both as the shopper saw them. */
export function heardOf(voice: TriageVoice, heard: TriageHeard): { label: string; value: string } {
  const { fact, type, value, ask, label, tried } = heard;
  if (tried !== null) return { label: voice.text(tried), value: voice.tell(value === true ? 'try.helped' : 'try.not-helped') };
  const { question, answers } = questionWords(voice, { fact, type, values: null, ask, help: null, settledBy: 'shopper' }, 'text');
  return { label: question, value: answers.find((answer) => answer.value === value)?.label ?? said(voice, heard, label) };
}

function said(voice: TriageVoice, { fact, type, value, ask }: TriageHeard, label: TriageHeard['label']): string {
  if (label !== null) return voice.text(label);
  if (type === 'text' && typeof value === 'string') return value;
  if (type === 'enum' && isBuiltIn(fact)) return voice.say(`question.${fact}.${String(value)}`);
  // An amount is told as it was written: a triage has no currency.
  if (type === 'money') return String(value);
  const item = { ask: [], declared: { [fact]: { type, ask, values: null } } } as unknown as ItemDecision;
  return valueName(voice, item, fact, value);
}

function stepOf(voice: TriageVoice, { ask, tries }: Triage, fact: string): TriageStepWords[] {
  const tried = tries.find((one) => one.fact === fact);
  if (tried !== undefined) {
    return [{
      is: 'try', fact, kind: 'choice', question: voice.text(tried.title), help: tried.help === null ? null : voice.text(tried.help),
      icon: tried.icon, steps: tried.steps.map((step) => voice.text(step)),
      answers: [{ value: true, label: voice.tell('try.worked') }, { value: false, label: voice.tell('try.still') }],
    }];
  }
  const question = ask.find((one) => one.fact === fact);
  const kind = question === undefined ? undefined : kinds[question.type];
  if (question === undefined || kind === undefined) return [];
  const icons = question.type === 'bool' ? [null, null] : (question.values ?? []).map(({ icon }) => icon);
  return [{ is: 'question', ...questionWords(voice, question, kind), icon: question.icon, icons }];
}

/** What the shopper cannot tell. */
function pending(voice: TriageVoice, { ask, next }: Triage): string[] {
  const open = ask.filter(({ fact, type }) => !next.includes(fact) || kinds[type] === undefined);
  return [...new Set(open.map(({ fact, ask: asked, settledBy }) => voice.say(`pending.${settledBy === 'shopper' ? 'shop' : settledBy}`, {
    fact: isBuiltIn(fact) ? voice.say(`fact.${fact}`) : asked === null ? voice.say('fact.own') : voice.quote(asked),
  })))];
}
