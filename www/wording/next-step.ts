import type { Change, CivilDate, ItemDecision, WhatIf } from '../binding/makegood.js';
import { daysName, declared, isBuiltIn, typeOf, valueName } from './fact.js';
import { open } from './headline.js';
import { dayTold } from './limit.js';
import { relation } from './relation.js';
import { action, byKindness, rank, titleOf } from './remedy.js';
import { beginning, type Voice } from './voice.js';
import type { NextStepWords } from './wording.js';

type Opening = WhatIf['opens'][number];

/** What a shopper can do about it stands first, what cannot be undone last. A declared fact stands between. */
const practical = ['accessoriesComplete', 'reason', 'cause', 'delivered', 'defectNoticed', 'usedBeyondChecking'];
const leastPractical = 'opened';

/** More ways out than these nobody reads. */
const MOST = 5;

/** The nearest ways out of what is closed, the most practical first; never nothing after a no. */
export function nextSteps(voice: Voice, item: ItemDecision, today: CivilDate): NextStepWords[] {
  const steps = [...instead(voice, item, today), ...waysOut(voice, item, today).slice(0, MOST)];
  if (steps.length === 0 && item.finding === 'no') {
    steps.push({ sentence: voice.say('next.ask', { shop: beginning(voice.shopName()) }), change: null });
  }
  return steps;
}

/** What is still open in place of something better that is closed. */
function instead(voice: Voice, item: ItemDecision, today: CivilDate): NextStepWords[] {
  const best = open(item)[0];
  const [offer] = best?.offers ?? [];
  if (!best || !offer || item.finding !== 'yes') return [];
  const closed = item.remedies
    .filter(({ remedy, finding }) => finding === 'no' && rank(remedy) < rank(best.remedy))
    .sort((one, other) => rank(one.remedy) - rank(other.remedy))[0];
  if (!closed) return [];
  const sentence = voice.say('next.instead', {
    closed: action(voice, closed.remedy, closed.title),
    do: doing(voice, item, [offer], today),
  });
  return [{ sentence, change: null }];
}

/** One sentence per thing that could be different; what leads to the same is said together. */
function waysOut(voice: Voice, item: ItemDecision, today: CivilDate): NextStepWords[] {
  const ways = new Map<string, { fact: string; finding: string; outcome: string; cases: string[]; change: Change | null }>();
  for (const { change, opens } of worthTelling(item)) {
    const condition = caseName(voice, item, change);
    const best = bestOf(opens);
    const [first] = best;
    if (condition === null || !first) continue;
    const { fact } = change;
    const outcome = isDay(fact) ? action(voice, first.remedy, titleOf(item.remedies, first.remedy), first) : doing(voice, item, best, today);
    const key = `${fact} ${first.finding} ${outcome}`;
    const same = ways.get(key);
    if (same) {
      same.cases.push(condition);
      same.change = null;
    } else {
      ways.set(key, { fact, finding: first.finding, outcome, cases: [condition], change: isAnswer(item, change) ? change : null });
    }
  }
  return [...ways.values()].map(({ fact, finding, outcome, cases, change }) => {
    const condition = voice.list(cases, 'disjunction');
    const told = fact === 'cause' ? voice.say('next.case.cause', { value: condition }) : condition;
    return { sentence: voice.say(`next.${finding}`, { case: told, do: outcome }), change };
  });
}

/**
 * After a no everything that opens something. While an answer is still missing, nothing: that comes first. After a yes only what
 * opens something better, and never another reason or day: whoever has an answer should not be led to another story.
 */
function worthTelling(item: ItemDecision): WhatIf[] {
  if (item.finding === 'maybe' && item.ask.some(({ settledBy }) => settledBy === 'shopper')) return [];
  const best = item.finding === 'yes' ? open(item)[0] : undefined;
  const sorted = [...item.whatIf].sort((one, other) => place(one.change.fact) - place(other.change.fact));
  return sorted.filter(({ change: { fact }, opens }, at) => {
    // Of several stretches of days the first is the one that comes nearest.
    if (isDay(fact) && sorted[at - 1]?.change.fact === fact) return false;
    return !best || (fact !== 'reason' && !isDay(fact) && opens.some(({ remedy }) => rank(remedy) < rank(best.remedy)));
  });
}

function place(fact: string): number {
  if (fact === leastPractical) return practical.length + 1;
  const place = practical.indexOf(fact);
  return place < 0 ? practical.length : place;
}

function isDay(fact: string): boolean {
  return fact === 'delivered' || fact === 'defectNoticed';
}

/** Whether the shopper could give this one answer: neither the delivery note's day nor a mere range of values. */
function isAnswer(item: ItemDecision, { fact, is }: Change): boolean {
  const type = typeOf(item, fact);
  return is !== undefined && (type === 'bool' || type === 'enum');
}

/** The two best remedies that would open, both certain or both possible. */
function bestOf(opens: Opening[]): Opening[] {
  const sorted = [...opens].sort(byKindness);
  return sorted.filter(({ finding }) => finding === sorted[0]?.finding).slice(0, 2);
}

/** What the shopper does and until when: "exchange this until 16 March 2026". What ends on the same day is said together. */
function doing(voice: Voice, item: ItemDecision, opens: Opening[], today: CivilDate): string {
  const ends = new Map<string, { kind: string; day: string; actions: string[] }>();
  for (const one of opens) {
    const { kind, day } = dayTold(voice, one.until, today, one.finding);
    const end = ends.get(kind + day) ?? { kind, day, actions: [] };
    end.actions.push(action(voice, one.remedy, titleOf(item.remedies, one.remedy), one));
    ends.set(kind + day, end);
  }
  const doings = [...ends.values()].map(({ kind, day, actions }) => voice.say(`next.do.${kind}`, { do: voice.list(actions, 'disjunction'), day }));
  return voice.list(doings, 'disjunction');
}

/** The change as a case to be put after "if"; `null` when no shopper could be in it. */
function caseName(voice: Voice, item: ItemDecision, change: Change): string | null {
  const { fact, is } = change;
  switch (fact) {
    case 'reason': case 'cause': return typeof is === 'string' ? voice.say(`${fact}.${is}`) : null;
    case 'opened': case 'accessoriesComplete': case 'usedBeyondChecking':
      return typeof is === 'boolean' ? voice.say(`next.case.${fact}.${is ? 'yes' : 'no'}`) : null;
    case 'delivered': case 'defectNoticed':
      return voice.say(`next.case.${fact}`, { when: daysName(voice, change.from, change.until) });
    default: return isBuiltIn(fact) ? null : answerName(voice, item, change);
  }
}

function answerName(voice: Voice, item: ItemDecision, change: Change): string | null {
  const ask = declared(item, change.fact)?.ask ?? null;
  if (ask === null || change.has !== undefined || change.hasNot !== undefined || change.notIn !== undefined) return null;
  const answer = change.is === undefined
    ? relation(voice, item, change.fact, change, true)
    : voice.quote(valueName(voice, item, change.fact, change.is));
  return voice.say('next.case.answer', { question: voice.quote(ask), answer });
}
