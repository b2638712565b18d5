import type { CivilDate, ItemDecision, Reason, RemedyDecision } from '../binding/makegood.js';
import { dayTold } from './limit.js';
import { byNearness, forAnotherReason } from './nearness.js';
import { action, byKindness, rank, titleOf } from './remedy.js';
import type { Voice } from './voice.js';

/** The remedies that are open, best first. */
export function open(item: ItemDecision): RemedyDecision[] {
  return item.remedies.filter(({ finding }) => finding !== 'no').sort(byKindness);
}

/** The answer in one sentence, with its day. */
export function headline(voice: Voice, item: ItemDecision, today: CivilDate): string {
  if (item.units.left === 0) return voice.say('headline.returned');
  const best = open(item)[0];
  if (!best || item.finding === 'no') return closed(voice, item);
  if (item.finding === 'maybe' && item.ask.some(({ fact }) => fact === 'reason')) return voice.say('headline.maybe.reason');
  const { remedy, title, offers: [offer] } = best;
  const { kind, day } = dayTold(voice, offer?.until ?? null, today, item.finding);
  const told = voice.say(`headline.${item.finding}.${kind}`, { do: action(voice, remedy, title, offer), day });
  return item.finding === 'yes' ? told : voice.together(told, settling(voice, item));
}

/** Who settles a maybe. */
function settling(voice: Voice, item: ItemDecision): string {
  const answers = item.ask.filter((question) => question.settledBy === 'shopper').length;
  if (answers > 0) return voice.say('headline.maybe.answers', { n: answers });
  const first = item.ask[0]?.settledBy;
  if (first === 'delivery-note' || first === 'judgement') return voice.say(`headline.maybe.${first}`);
  return voice.say('headline.maybe.shop', { shop: voice.shopName() });
}

function closed(voice: Voice, item: ItemDecision): string {
  const nearest = byNearness(item.steps)[0];
  const reason = reasonOf(item) === 'change-of-mind' ? 'change-of-mind' : 'other';
  if (!nearest || forAnotherReason(nearest)) return voice.say(`headline.no.reason.${reason}`);
  const window = nearest.checks.find((check) => check.part === 'window' && check.finding === 'no');
  const remedy = [...nearest.grants].sort((one, other) => rank(one) - rank(other))[0];
  if (window?.part === 'window' && window.until.most !== null && remedy !== undefined) {
    return voice.say('headline.no.window', {
      do: action(voice, remedy, titleOf(item.remedies, remedy)),
      day: voice.day(window.until.most),
    });
  }
  return voice.say(`headline.no.case.${reason}`);
}

/** The reason that was given, as the rules read it. */
function reasonOf(item: ItemDecision): Reason | null {
  for (const step of item.steps) {
    for (const check of step.checks) if (check.part === 'reasons' && check.read !== null) return check.read;
  }
  return null;
}
