import type { FaultQuote } from '../../binding/quote.js';
import { pending, questions } from '../question.js';
import type { FaultWords, InspectionWords, QuoteQuestionWords, QuoteWords } from '../quote.js';
import { isZero } from './amount.js';
import { headline, inspected } from './headline.js';
import { optionsWords } from './option.js';
import type { QuoteVoice } from './voice.js';

export function wordsOf(voice: QuoteVoice): QuoteWords {
  const { model, faults, policy, today } = voice.subject;
  return {
    ...headline(voice),
    also: also(voice),
    device: voice.name(model, 'fault.device'),
    faults: faults.map((fault) => faultWords(voice, fault)),
    options: optionsWords(voice),
    folded: folded(voice),
    inspection: inspection(voice),
    validity: validity(voice),
    accepted: voice.tell('quote.accepted', { day: voice.day(today) }),
    way: way(voice),
    loan: loan(voice),
    cover: cover(voice),
    questions: asked(voice),
    pending: settledByOthers(voice),
    policy: voice.say('policy.used', { id: policy.id, version: policy.version, hash: policy.hash.replace('sha256:', '').slice(0, 8) }),
  };
}

function faultWords(voice: QuoteVoice, fault: FaultQuote): FaultWords {
  const payer = { yes: 'shop', maybe: 'open', no: 'shopper' } as const;
  const inspected = voice.subject.inspection?.faults.some(({ id }) => id === fault.id) ?? false;
  return {
    id: fault.id,
    title: voice.faultName(fault),
    covered: fault.covered,
    payer: inspected && fault.covered === 'no' ? voice.tell('payer.inspected') : voice.payer(payer[fault.covered], fault.by, [fault.id]),
    inspected,
    selfHelp: fault.selfHelp.map((step) => voice.text(step)),
  };
}

function also(voice: QuoteVoice): string[] {
  const { options, inspection } = voice.subject;
  if (options.length === 0 || inspection === null || inspection.faults.length === 0) return [];
  return [voice.tell('also.inspected', { faults: voice.list(inspection.faults.map((fault) => voice.faultName(fault))) })];
}

function folded(voice: QuoteVoice): string | null {
  const { beaten, more } = voice.subject;
  const told = [
    ...beaten > 0 ? [voice.tell('folded.beaten', { n: beaten })] : [],
    ...more > 0 ? [voice.tell('folded.more', { n: more })] : [],
  ];
  return told.length === 0 ? null : voice.together(...told);
}

function inspection(voice: QuoteVoice): InspectionWords | null {
  const { inspection } = voice.subject;
  if (inspection === null) return null;
  return {
    sentence: inspected(voice),
    price: voice.price(inspection.pays),
    faults: inspection.faults.map((fault) => voice.faultName(fault)),
    ready: voice.days('looked', inspection.ready),
  };
}

function validity(voice: QuoteVoice): string | null {
  const { validUntil } = voice.subject;
  return validUntil === null ? null : voice.tell('quote.valid', { day: voice.day(validUntil) });
}

function way(voice: QuoteVoice): string | null {
  const { way } = voice.subject;
  if (way === null) return null;
  const [title, place] = [way.title, way.place].map((text) => text === null ? null : voice.text(text));
  return title && place ? voice.tell('quote.way', { way: title, place }) : title ?? place ?? null;
}

function loan(voice: QuoteVoice): string | null {
  const { loan } = voice.subject;
  if (loan === null) return null;
  const title = loan.title === null ? voice.tell('quote.loan') : voice.text(loan.title);
  return isZero(loan.price) ? voice.tell('quote.loan-free', { title }) : voice.tell('quote.loan-paid', { title, amount: voice.money(loan.price) });
}

function cover(voice: QuoteVoice): string | null {
  const { cover } = voice.subject;
  if (cover === null) return null;
  return cover.until === null ? voice.tell('quote.cover-open') : voice.tell('quote.cover-until', { day: voice.day(cover.until) });
}

/** What each fault has of its own; the rest is asked once, for the device. */
const ofTheFault = ['cause', 'defectNoticed', 'reason'];

/** What would settle who pays, each question once. */
function asked(voice: QuoteVoice): QuoteQuestionWords[] {
  const { faults } = voice.subject;
  const found = new Map<string, QuoteQuestionWords>();
  for (const fault of faults) {
    if (fault.covered !== 'maybe') continue;
    for (const question of questions(voice, fault.decision)) {
      if (!fault.needs.includes(question.fact)) continue;
      const own = ofTheFault.includes(question.fact) ? fault.id : null;
      const about = own !== null && faults.length > 1 ? voice.faultName(fault) : null;
      const key = `${own} ${question.fact}`;
      if (!found.has(key)) found.set(key, { ...question, fault: own, about });
    }
  }
  return [...found.values()];
}

function settledByOthers(voice: QuoteVoice): string[] {
  const open = voice.subject.faults.filter(({ covered }) => covered === 'maybe');
  return [...new Set(open.flatMap(({ decision, needs }) => {
    return pending(voice, { ...decision, ask: decision.ask.filter(({ fact }) => needs.includes(fact)) });
  }))];
}
