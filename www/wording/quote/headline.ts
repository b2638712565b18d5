import type { Quote, RepairOption } from '../../binding/quote.js';
import type { QuoteWords } from '../quote.js';
import { compare, isZero } from './amount.js';
import { lastDay, type QuoteVoice } from './voice.js';

/** The answer in one sentence. */
export function headline(voice: QuoteVoice): Pick<QuoteWords, 'headline' | 'kind'> {
  const { options, inspection } = voice.subject;
  const cheapest = [...options].sort((one, other) => compare(one.total.most, other.total.most))[0];
  if (cheapest === undefined) {
    return { kind: 'inspection', headline: inspection === null ? voice.tell('headline.none') : inspected(voice) };
  }
  const ready = readyOf(voice, cheapest);
  if (isZero(cheapest.total.most)) return { kind: 'free', headline: voice.tell(`headline.free.${payerOf(voice.subject)}`, ready) };
  if (options.some(({ total }) => total.least !== total.most)) return { kind: 'range', headline: range(voice) };
  const amount = voice.money(cheapest.total.most);
  return { kind: 'price', headline: voice.tell(options.length > 1 ? 'headline.from' : 'headline.price', { amount, ...ready }) };
}

/** "It has to be looked at first: €50.00, nothing if you accept the quote that follows" */
export function inspected(voice: QuoteVoice): string {
  const { inspection } = voice.subject;
  if (inspection === null) return '';
  const free = isZero(inspection.pays.most) && isZero(inspection.pays.least);
  const kind = free ? 'free' : inspection.waived ? 'waived' : 'paid';
  return voice.tell(`headline.inspection.${kind}`, { amount: voice.amounts(inspection.pays) });
}

function readyOf(voice: QuoteVoice, { ready }: RepairOption): { ready: string; day: string } {
  const day = lastDay(ready);
  return day === null ? { ready: 'other', day: '' } : { ready: 'yes', day: voice.day(day) };
}

/** Who pays where there is nothing left to pay. */
function payerOf({ faults }: Quote): 'shop' | 'law' | 'other' {
  const by = faults.map(({ covered, by }) => covered === 'yes' ? by?.by : undefined);
  if (by.length === 0 || by.includes(undefined)) return 'other';
  return by.includes('shop') ? 'shop' : 'law';
}

/** From the least of all options to the most of all. */
function range(voice: QuoteVoice): string {
  const { options, faults } = voice.subject;
  const amounts = options.flatMap(({ total }) => [total.least, total.most]).sort(compare);
  const [least = '0', most = '0'] = [amounts[0], amounts.at(-1)];
  const told = { least: voice.money(least), most: voice.money(most) };
  const facts = faults.flatMap(({ covered, needs }) => covered === 'maybe' ? needs : []);
  if (facts.length > 0 && facts.every((fact) => fact === 'cause')) return voice.tell('headline.range.cause', told);
  const names = voice.needs(faults.map(({ id }) => id));
  return names === '' ? voice.tell('headline.range.open', told) : voice.tell('headline.range.facts', { ...told, facts: names });
}
