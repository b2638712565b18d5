import type { CivilDate, ItemDecision, Offer, RemedyDecision, Side } from '../binding/makegood.js';
import { certainDay, offerDeadline } from './limit.js';
import { breakdown } from './money.js';
import { citations } from './reason.js';
import type { Voice } from './voice.js';
import type { BesideWords, SideWords } from './wording.js';

/** What the shop promises and what the law gives, the better one first. */
export function besideWords(voice: Voice, item: ItemDecision, remedy: RemedyDecision, today: CivilDate): BesideWords | null {
  const { beside } = remedy;
  if (beside === null) return null;
  const sides = (['law', 'shop'] as const).map((by) => sideWords(voice, item, by, offerOf(remedy, beside[by]), today));
  return {
    better: beside.better,
    sentence: sentence(voice, beside),
    sides: beside.better === 'shop' ? sides.reverse() : sides,
  };
}

function offerOf({ offers }: RemedyDecision, { offer }: Side): Offer | null {
  return offer === null ? null : offers[offer] ?? null;
}

function sentence(voice: Voice, beside: NonNullable<RemedyDecision['beside']>): string {
  const { better } = beside;
  if (better === 'same') return voice.say('beside.same');
  const other = better === 'law' ? 'shop' : 'law';
  if (beside[other].offer === null) return voice.say(`beside.only.${better}`);
  const merits = (side: 'law' | 'shop') => voice.list(beside[side].ahead.map((merit) => voice.say(`beside.merit.${merit}`)));
  const first = beside[better].ahead.length === 0
    ? voice.say(`beside.first.${better}`)
    : voice.say(`beside.better.${better}`, { merits: merits(better) });
  if (beside[other].ahead.length === 0) return first;
  return voice.together(first, voice.say(`beside.but.${other}`, { merits: merits(other) }));
}

function sideWords(voice: Voice, item: ItemDecision, by: 'shop' | 'law', offer: Offer | null, today: CivilDate): SideWords {
  const label = voice.say(`beside.${by}`);
  if (offer === null) return { by, label, offer: null, nothing: voice.say(`beside.nothing.${by}`) };
  const step = item.steps.find((one) => one.by === by && one.rule === offer.rule);
  const total = breakdown(voice, offer, item.price).findLast((line) => line.kind === 'total');
  return {
    by,
    label,
    nothing: null,
    offer: {
      rule: offer.rule,
      clause: offer.clause,
      promise: voice.text(offer.title),
      finding: offer.finding,
      deadline: offerDeadline(voice, offer, today),
      day: certainDay(offer.until, today),
      carriage: voice.say(`offer.carriage.${offer.carriage}`),
      total: total === undefined ? null : voice.say('money.line', { label: total.label, amount: total.amount }),
      cites: citations(voice, step?.cites ?? []),
    },
  };
}
