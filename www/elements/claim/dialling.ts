import type { Claim, Read } from '../../binding/claim.js';
import type { readPhone } from '../../phone/phone.js';
import type { ClaimWords } from '../../wording/claim.js';
import type { Entered } from './draft.js';

let reads: typeof readPhone | null = null;
let coming: Promise<void> | null = null;
let failed = false;

/** Reads a number as it was typed. */
export type Reader = (typed: string) => Read | string;

/** What reads telephone numbers: `null` until it is there, and what was typed itself where it cannot be had, which the engine reads as far as it can. */
export function reader(country: string | null): Reader | null {
  const found = reads;
  if (found !== null) return (typed) => found(typed, country);
  return failed ? (typed) => typed : null;
}

/** Loads what reads telephone numbers, which weighs as much as the rest of the form; only whoever types one needs it. */
export function loadReader(): Promise<void> {
  return coming ??= import('../../phone/index.js').then((module) => {
    reads = module.readPhone;
  }, (error: unknown) => {
    failed = true;
    coming = null;
    throw error;
  });
}

/** Whether something was typed where a number belongs. */
export const isNumber = (entered: string | boolean | null | undefined): entered is string => typeof entered === 'string' && entered !== '';

/** The fields of a claim whose number is not in it yet, because what reads it is on its way. */
export function unreadOf({ fields }: Claim, entered: Entered, read: Reader | null): Set<string> {
  const phones = read === null ? fields.filter(({ type }) => type === 'phone') : [];
  return new Set(phones.map(({ id }) => id).filter((id) => isNumber(entered.get(id))));
}

/** A claim in words, of which nothing says that a number is missing which is being read. */
export function besides(words: ClaimWords, unread: ReadonlySet<string>): ClaimWords {
  return { ...words, problems: words.problems.filter(({ field }) => field === null || !unread.has(field)) };
}

/** Where numbers without a country’s code are dialled: where the buyer is, or else where the shop sells by law. */
export function countryOf(buyer: string | null | undefined, laws: readonly string[]): string | null {
  if (buyer) return buyer;
  const [only, ...others] = laws;
  const [country = ''] = only?.split('-') ?? [];
  return others.length > 0 || country === '' || country === 'eu' ? null : country.toUpperCase();
}
