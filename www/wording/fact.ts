import type { CivilDate, DeclaredFact, FactType, FactValue, ItemDecision } from '../binding/makegood.js';
import type { Voice } from './voice.js';

const builtIn: { readonly [fact: string]: FactType } = {
  purchased: 'date', dispatched: 'date', delivered: 'date', defectNoticed: 'date',
  reason: 'enum', cause: 'enum', channel: 'enum', country: 'enum',
  category: 'category', tags: 'tags', price: 'money',
  asked: 'date', exchanged: 'date', inRepairSince: 'date', returnReceived: 'date',
  repairs: 'number', exchanges: 'number', daysInRepair: 'number',
  member: 'bool', opened: 'bool', accessoriesComplete: 'bool', usedBeyondChecking: 'bool',
};

export function isBuiltIn(fact: string): boolean {
  return Object.hasOwn(builtIn, fact);
}

/** The shop's own words for a declared fact, if it gave any. */
export function declared(item: ItemDecision, fact: string): DeclaredFact | null {
  const question = item.ask.find((one) => one.fact === fact);
  return item.declared?.[fact] ?? question ?? null;
}

export function typeOf(item: ItemDecision, fact: string): FactType {
  return builtIn[fact] ?? declared(item, fact)?.type ?? 'text';
}

/** A fact to be put into a sentence: "the day of delivery", the shop's question in quotes, or what a law's fact is called. */
export function factName(voice: Voice, item: ItemDecision, fact: string): string {
  if (isBuiltIn(fact)) return voice.say(`fact.${fact}`);
  const ask = declared(item, fact)?.ask ?? null;
  return ask !== null ? voice.quote(ask) : voice.named(fact) ?? voice.say('fact.own');
}

/** What is known of a fact, to be put into a sentence. */
export function valueName(voice: Voice, item: ItemDecision, fact: string, value: FactValue): string {
  if (typeof value === 'boolean') return voice.say(value ? 'text.yes' : 'text.no');
  if (Array.isArray(value)) return voice.list(value.map((one) => voice.quote(one)));
  if (typeof value === 'object') return daysName(voice, value.from, value.to);
  const written = String(value);
  if (fact === 'reason' || fact === 'cause') return voice.say(`${fact}.${written}`);
  if (fact === 'country') return voice.country(written);
  switch (typeOf(item, fact)) {
    case 'date': return voice.day(written);
    case 'money': return voice.money(written.split(' ')[0] ?? written);
    case 'number': return voice.number(written);
    case 'enum': {
      const label = declared(item, fact)?.values?.find((one) => one.value === written)?.label ?? null;
      return label === null ? voice.quote(written) : voice.text(label);
    }
    default: return voice.quote(written);
  }
}

/** Days from one to another, both included; either end may be open. */
export function daysName(voice: Voice, from?: CivilDate, until?: CivilDate): string {
  if (from === undefined) return until === undefined ? '' : voice.say('test.until', { value: voice.day(until) });
  if (until === undefined) return voice.say('test.from', { value: voice.day(from) });
  if (from === until) return voice.say('test.on', { value: voice.day(from) });
  return voice.say('test.between', { least: voice.day(from), most: voice.day(until) });
}
