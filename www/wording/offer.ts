import type { CivilDate, ItemDecision, Offer, RemedyDecision } from '../binding/makegood.js';
import { besideWords } from './beside.js';
import { factName } from './fact.js';
import { open } from './headline.js';
import { certainDay, offerDeadline } from './limit.js';
import { breakdown } from './money.js';
import { remedyTitle } from './remedy.js';
import type { Voice } from './voice.js';
import { dueSentence } from './window.js';
import type { OfferWords } from './wording.js';

/** The offers of a remedy that are told by themselves: the best one, and beside a law the best of each side. */
export function leading({ offers, beside }: RemedyDecision): Offer[] {
  const indexes = [0, beside?.shop.offer, beside?.law.offer];
  return offers.filter((_, index) => indexes.includes(index));
}

/** What the shopper may have, best first. */
export function offers(voice: Voice, item: ItemDecision, today: CivilDate): OfferWords[] {
  return open(item).flatMap((decided) => {
    const { remedy, title, offers: [offer] } = decided;
    const told = leading(decided);
    const further = decided.offers.filter((one) => !told.includes(one));
    return offer === undefined ? [] : [{
      remedy,
      by: offer.by,
      finding: offer.finding,
      rule: offer.rule,
      clause: offer.clause,
      title: remedyTitle(voice, remedy, title),
      promise: voice.text(offer.title),
      goodwill: offer.goodwill ? voice.say('offer.goodwill') : null,
      deadline: offerDeadline(voice, offer, today),
      day: certainDay(offer.until, today),
      carriage: voice.say(`offer.carriage.${offer.carriage}`),
      money: breakdown(voice, offer, item.price),
      due: offer.deadlines.filter(({ until }) => until.most === null || until.most >= today).map((one) => dueSentence(voice, item, one)),
      proof: offer.proof === null ? null : voice.say(`offer.proof.${offer.proof}`),
      chooses: offer.chooses === null ? null : voice.say(`offer.chooses.${offer.chooses}`),
      needs: needs(voice, item, offer),
      also: further.map((one) => also(voice, item, one, today)),
      beside: besideWords(voice, item, decided, today),
    }];
  });
}

function needs(voice: Voice, item: ItemDecision, offer: Offer): string | null {
  if (offer.needs.length === 0) return null;
  const names = new Set(offer.needs.map((fact) => factName(voice, item, fact)));
  return voice.say('offer.needs', { facts: voice.list([...names]) });
}

/** A further offer in one sentence. */
function also(voice: Voice, item: ItemDecision, offer: Offer, today: CivilDate): string {
  const total = breakdown(voice, offer, item.price).findLast((line) => line.kind === 'total');
  const terms = [
    offerDeadline(voice, offer, today),
    voice.say(`offer.carriage.${offer.carriage}`),
    ...total ? [voice.say('money.line', { label: total.label, amount: total.amount })] : [],
    ...offer.goodwill ? [voice.say('offer.goodwill')] : [],
    ...offer.finding === 'maybe' ? [needs(voice, item, offer) ?? []].flat() : [],
  ];
  return voice.say('offer.also', { promise: voice.text(offer.title), terms: terms.join(voice.say('text.stop')) });
}
