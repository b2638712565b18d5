import type { AmountRange, Offer, RemedyDecision, Remedy, Text } from '../binding/makegood.js';
import type { Voice } from './voice.js';

/** What most shoppers would rather have comes first; a remedy of the shop's own stands after these. */
const kindest: readonly Remedy[] = [
  'refund', 'exchange', 'replace-part', 'repair', 'price-reduction', 'store-credit', 'compensation', 'loan-device', 'extend-warranty',
];

export function rank(remedy: Remedy): number {
  const place = kindest.indexOf(remedy);
  return place < 0 ? kindest.length : place;
}

/** Certain before possible, then what shoppers would rather have. */
export function byKindness(one: { remedy: Remedy; finding: string }, other: { remedy: Remedy; finding: string }): number {
  return Number(one.finding !== 'yes') - Number(other.finding !== 'yes') || rank(one.remedy) - rank(other.remedy);
}

/** "Refund" */
export function remedyTitle(voice: Voice, remedy: Remedy, title: Text | null): string {
  if (title !== null) return voice.text(title);
  return kindest.includes(remedy) ? voice.say(`remedy.${remedy}`) : voice.say('remedy.own');
}

/** On which terms something is done, as far as it changes the verb. */
export type Terms = Partial<Pick<Offer, 'cost' | 'carriage' | 'fees'>>;

/** What the shopper does, to be put into a sentence: "send this back for a refund". */
export function action(voice: Voice, remedy: Remedy, title: Text | null, terms: Terms = {}): string {
  const key = kindest.includes(remedy) ? `do.${remedy}` : 'do.own';
  return voice.say(key, {
    title: remedyTitle(voice, remedy, title),
    carriage: terms.carriage ?? '',
    cost: priceTag(terms),
  });
}

/** A remedy's title by its name. */
export function titleOf(remedies: readonly RemedyDecision[], remedy: Remedy): Text | null {
  return remedies.find((one) => one.remedy === remedy)?.title ?? null;
}

export function isNothing(range: AmountRange): boolean {
  return /^[0.]+$/.test(range.most);
}

function priceTag({ cost, carriage, fees }: Terms): 'free' | 'paid' | '' {
  if (cost === undefined) return '';
  if (cost === null) return !fees || fees.some(({ finding }) => finding === 'yes') ? 'paid' : '';
  if (!isNothing(cost)) return /^[0.]+$/.test(cost.least) ? '' : 'paid';
  return carriage === 'shopper' ? '' : 'free';
}
