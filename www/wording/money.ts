import type { Amount, AmountRange, Offer, OfferFee } from '../binding/makegood.js';
import { isNothing } from './remedy.js';
import type { Voice } from './voice.js';
import type { OfferWords } from './wording.js';

type Line = OfferWords['money'][number];

/** Given without anything in return, so that "you pay nothing" need not be said. */
const gifts = ['price-reduction', 'compensation', 'extend-warranty'];

/** What comes back or what it costs, line by line: the price, the fees and the total of one unit, then of all units. */
export function breakdown(voice: Voice, offer: Offer, price: Amount | null): Line[] {
  const givesBack = offer.remedy === 'refund' || offer.remedy === 'store-credit';
  const label = (name: string): string => offer.units > 1 ? voice.say('money.each', { label: name }) : name;
  const lines = offer.fees.map((fee): Line => ({
    label: label(feeName(voice, fee)), amount: feeAmount(voice, fee, givesBack), kind: 'fee',
  }));
  if (givesBack && price && lines.length > 0) {
    lines.unshift({ label: label(voice.say('money.price')), amount: voice.money(price), kind: 'price' });
  }
  const name = voice.say(givesBack ? 'money.back' : 'money.cost');
  const one = givesBack ? offer.back : offer.cost;
  const all = givesBack ? offer.total.back : offer.total.cost;
  if (one === null) {
    if (givesBack && lines.length === 0) lines.push({ label: name, amount: voice.say('money.all-of-price'), kind: 'total' });
    return lines;
  }
  if (!givesBack && isNothing(one)) {
    if (!gifts.includes(offer.remedy)) lines.push({ label: name, amount: voice.say('money.free'), kind: 'total' });
    return lines;
  }
  lines.push(total(label(name), one));
  if (all !== null && offer.units > 1) lines.push(total(voice.say('money.units', { label: name, n: offer.units }), all));
  return lines;

  function total(label: string, amount: AmountRange): Line {
    return { label, amount: voice.moneyRange(amount), kind: 'total' };
  }
}

function feeName(voice: Voice, { title, percent, finding }: OfferFee): string {
  const fee = title !== null ? voice.text(title)
    : percent !== null ? voice.say('money.fee-percent', { percent: voice.percent(percent) })
    : voice.say('money.fee');
  return finding === 'maybe' ? voice.say('money.perhaps', { fee }) : fee;
}

function feeAmount(voice: Voice, { amount, percent, quoted }: OfferFee, deducted: boolean): string {
  if (quoted) return voice.say('money.quoted');
  if (amount !== null) return voice.money(deducted && !/^[0.]+$/.test(amount) ? `-${amount}` : amount);
  return percent === null ? '' : voice.say('money.share', { percent: voice.percent(percent) });
}
