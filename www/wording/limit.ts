import type { CivilDate, Offer, Until } from '../binding/makegood.js';
import type { Voice } from './voice.js';

/** What is known of a last day, seen from today: `kind` names the sentences that tell it. */
interface Limit { kind: string; least: CivilDate | null; most: CivilDate | null }

function limitOf(until: Until | null, today: CivilDate): Limit {
  if (until === null) return { kind: 'open', least: null, most: null };
  const { most } = until;
  if (most !== null && until.least === most) return { kind: most === today ? 'today' : 'exact', least: most, most };
  // A certain last day that has passed says nothing any more; only the possible one counts then.
  const least = until.least !== null && until.least >= today ? until.least : null;
  const kind = least !== null ? (most !== null ? 'between' : 'at-least') : most !== null ? 'at-most' : 'unknown';
  return { kind: (least ?? most) === today ? `${kind}-today` : kind, least, most };
}

/**
 * Until when an offer can be taken: its own last day, or else that on which a fault must have shown. Where a law names no day, others that
 * hold for claims of all kinds may still end it.
 */
export function offerDeadline(voice: Voice, { by, until, shows }: Pick<Offer, 'by' | 'until' | 'shows'>, today: CivilDate): string {
  const day = shows?.least ?? shows?.most ?? null;
  if (until === null && day !== null) return voice.say('deadline.shows', { day: voice.day(day) });
  return until === null && by === 'law' ? voice.say('deadline.unnamed') : deadline(voice, until, today);
}

/** "Until 12 November 2026", or how far it is known and who decides the rest. */
export function deadline(voice: Voice, until: Until | null, today: CivilDate): string {
  const { kind, least, most } = limitOf(until, today);
  return voice.say(`deadline.${kind}`, {
    least: least === null ? '' : voice.day(least),
    most: most === null ? '' : voice.day(most),
    settled: settled(voice, until),
  });
}

/** What the last day still depends on. */
function settled(voice: Voice, until: Until | null): string {
  const { settledBy: by = null, holidays = null } = until ?? {};
  if (by === null && holidays !== null) {
    return voice.say('settled.holidays', { from: voice.day(holidays.from), until: voice.day(holidays.until) });
  }
  return voice.say(`settled.${by === 'delivered' || by === 'defectNoticed' ? by : 'other'}`);
}

/** The last certain day, unless it has passed. */
export function certainDay(until: Until | null, today: CivilDate): CivilDate | null {
  return limitOf(until, today).least;
}

/** The part of a limit that goes into a sentence: for a yes what is certain, for a maybe what is possible. */
export function dayTold(voice: Voice, until: Until | null, today: CivilDate, finding: 'yes' | 'maybe'): { kind: string; day: string } {
  const { least, most } = limitOf(until, today);
  const day = finding === 'yes' ? least : most ?? least;
  if (day === null) return { kind: 'open', day: '' };
  return { kind: `${day === most ? 'until' : 'at-least'}${day === today ? '-today' : ''}`, day: voice.day(day) };
}
