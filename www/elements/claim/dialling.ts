import type { Read } from '../../binding/claim.js';
import type { readPhone } from '../../phone/phone.js';

let reads: typeof readPhone | null = null;
let coming: Promise<void> | null = null;
let failed = false;

/** What reads telephone numbers: `null` until it is there, and what was typed itself where it cannot be had, which the engine reads as far as it can. */
export function reader(country: string | null): ((typed: string) => Read | string) | null {
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

/** Where numbers without a country’s code are dialled: where the buyer is, or else where the shop sells by law. */
export function countryOf(buyer: string | null | undefined, laws: readonly string[]): string | null {
  if (buyer) return buyer;
  const [only, ...others] = laws;
  const [country = ''] = only?.split('-') ?? [];
  return others.length > 0 || country === '' || country === 'eu' ? null : country.toUpperCase();
}
