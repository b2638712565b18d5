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
  const sides = (['law', 'shop'] as const).map((by) => sideWords(voice, item, by, remedy, today));
  const alike = beside.law.offer !== null && beside.shop.offer !== null && beside.law.ahead.length + beside.shop.ahead.length === 0;
  const undecided = alike && beside.better !== 'same' && (['law', 'shop'] as const).some((by) => isOpen(offerOf(remedy, beside[by])));
  return {
    better: alike ? 'same' : beside.better,
    sentence: undecided ? voice.say('beside.undecided') : alike ? voice.say('beside.same') : sentence(voice, beside),
    sides: beside.better === 'shop' ? sides.reverse() : sides,
  };
}

function offerOf({ offers }: RemedyDecision, { offer }: Side): Offer | null {
  return offer === null ? null : offers[offer] ?? null;
}

/** Whether something of an offer, by which another could be better, is not known yet. */
function isOpen(offer: Offer | null): boolean {
  if (offer === null) return false;
  const { finding, carriage, until, cost } = offer;
  return finding === 'maybe' || carriage === 'open' || until?.least !== until?.most || cost?.least !== cost?.most;
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

/** The last day of what a side gave, and nothing but the day speaks against; `null` where there is none. */
function ended(item: ItemDecision, side: 'shop' | 'law', remedy: string, today: CivilDate): CivilDate | null {
  const days = item.steps.filter(({ by, grants }) => by === side && grants.includes(remedy)).map(({ checks }) => {
    const missed = checks.filter(({ finding }) => finding === 'no');
    const [only] = missed;
    return missed.length === 1 && only?.part === 'window' ? only.until.most : null;
  });
  return days.filter((day) => day !== null && day < today).sort().at(-1) ?? null;
}

function sideWords(voice: Voice, item: ItemDecision, by: 'shop' | 'law', remedy: RemedyDecision, today: CivilDate): SideWords {
  const label = voice.say(`beside.${by}`);
  const offer = offerOf(remedy, remedy.beside![by]);
  if (offer === null) {
    const day = ended(item, by, remedy.remedy, today);
    return { by, label, offer: null, nothing: day === null ? voice.say(`beside.nothing.${by}`) : voice.say(`beside.ended.${by}`, { day: voice.day(day) }) };
  }
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
