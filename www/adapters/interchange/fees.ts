import { amountOf, percentOf } from './amount.js';
import { shippingFee, type Format, type Restocking } from './format.js';
import { fields, within } from './json.js';
import type { Unsaid } from './unsaid.js';

interface Due { restocking: Restocking | null; shipping: string | null }

interface Context { format: Format; unsaid: Unsaid; currency: string; carriage: unknown }

/** What is due for certain: at most one fee for restocking, and one for the way back; `null` if some of it cannot be said. */
export function dueOf(fees: unknown, pointer: string, context: Context): Due | null {
  const { unsaid } = context;
  const before = unsaid.count;
  const due: Due = { restocking: null, shipping: null };
  const all: readonly unknown[] = fees === undefined ? [] : Array.isArray(fees) ? fees : [fees];
  all.forEach((fee, index) => readFee(fee, within(pointer, index), due, context));
  return unsaid.count === before ? due : null;
}

function readFee(value: unknown, pointer: string, due: Due, { format, unsaid, currency, carriage }: Context): void {
  const { id, title: _, if: condition, percent, amount, quoted, ...more } = fields(value) ?? {};
  if (condition !== undefined) return unsaid.add('fee-condition', within(pointer, 'if'));
  if (quoted !== undefined) return unsaid.add('fee-quoted', within(pointer, 'quoted'));
  for (const key of Object.keys(more)) return unsaid.add('term', within(pointer, key), { key });

  const share = amount === undefined ? percentOf(percent) : null;
  const fixed = percent === undefined ? amountOf(amount, currency) : null;
  if (id === shippingFee && fixed !== null && format.fits(fixed) && carriage === 'shop' && due.shipping === null) due.shipping = fixed;
  else if (id !== shippingFee && fixed !== null && format.fits(fixed) && due.restocking === null) due.restocking = { amount: fixed };
  else if (id !== shippingFee && share !== null && format.fits(share) && due.restocking === null) due.restocking = { percent: share };
  else unsaid.add('fee', pointer);
}
