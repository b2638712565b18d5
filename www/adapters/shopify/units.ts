import type { Journey, Parcel } from './parcels.js';
import { together } from './parcels.js';
import { count, fields, list, name, text, which, type Fields, type Money, type Name, type Notes } from './payload.js';

/** Units of a line that share everything. */
export interface Units extends Journey { suffix: string; quantity: number; returned: number; price: bigint | null }

/** A line of the order: its place, its id among all ids, and where it stands. */
export interface Line { index: number; ids: readonly Name[]; body: Fields; pointer: string }

/** Units at one price. */
interface Run { price: bigint | null; quantity: number }

interface Tally { bought: number; returned: number; gone: number }

const nowhere: Journey = { dispatched: null, delivered: null };

/** How many units of a line were kept on the order, and how many of those went back; `null` when none is left to speak of. */
export function tally(order: Fields, { index, ids, body, pointer }: Line, notes: Notes): Tally | null {
  const ordered = count(body['quantity']);
  if (ordered === null || ordered === 0) {
    notes.add(`${pointer}/quantity`, 'is not a number of units; the line is left out');
    return null;
  }
  const refunds = list(order['refunds']).flatMap((refund) => list(fields(refund)?.['refund_line_items']));
  let taken = 0;
  let returned = 0;
  for (const value of refunds) {
    const entry = fields(value);
    const inner = fields(entry?.['line_item']);
    const of = name(entry?.['line_item_id'] ?? inner?.['id'], inner?.['admin_graphql_api_id']);
    const quantity = count(entry?.['quantity']);
    if (entry === null || quantity === null || which(of, ids) !== index) continue;
    if (text(entry['restock_type']) === 'cancel') taken += quantity;
    else returned += quantity;
  }
  const current = count(body['current_quantity']);
  const missing = current === null ? 0 : ordered - current - taken - returned;
  if (missing > 0) {
    // Units that no refund accounts for were edited off the order, unless the payload has no refunds at all.
    if (Array.isArray(order['refunds'])) taken += missing;
    else returned += missing;
  }
  const bought = ordered - taken;
  if (bought <= 0) {
    notes.add(pointer, 'was taken off the order; the line is left out');
    return null;
  }
  if (returned > bought) notes.add('/order/refunds', `send back ${returned} units of the line at ${pointer}, which has ${bought}`);
  return { bought, returned: Math.min(returned, bought), gone: ordered - bought };
}

/** What the units of a line cost after discounts, dearest first; the sum is the line's, to the minor unit. */
export function prices(order: Fields, { body, pointer }: Line, money: Money | null, notes: Notes): Run[] {
  const ordered = count(body['quantity']) ?? 0;
  const unknown = (place: string, sentence: string): Run[] => {
    notes.add(place, `${sentence}; the price stays unknown`);
    return [{ price: null, quantity: ordered }];
  };
  if (money === null) return unknown('/order/currency', 'is not a currency code');
  const listed = money.read(body['price']);
  if (listed === null) return unknown(`${pointer}/price`, 'is not an amount');

  // `discount_allocations` holds discounts on the order as well as on the line, `total_discount` only the latter.
  const allocations = list(body['discount_allocations']);
  let discount = allocations.length > 0 ? 0n : money.read(body['total_discount'] ?? '0');
  for (const allocation of allocations) {
    const amount = money.read(fields(allocation)?.['amount']);
    discount = discount === null || amount === null ? null : discount + amount;
  }
  if (discount === null) return unknown(`${pointer}/discount_allocations`, 'holds something that is not an amount');

  let tax = 0n;
  if (order['taxes_included'] !== true) {
    for (const value of list(body['tax_lines'])) {
      const amount = money.read(fields(value)?.['price']);
      if (amount === null) return unknown(`${pointer}/tax_lines`, 'holds something that is not an amount');
      tax += amount;
    }
    if (tax > 0n && order['taxes_included'] !== false) return unknown('/order/taxes_included', 'does not say whether prices include tax');
  }

  const units = BigInt(ordered);
  const total = listed * units - discount + tax;
  if (total < 0n) return unknown(`${pointer}/discount_allocations`, 'is more than the line');
  const each = total / units;
  const dearer = Number(total % units);
  return [{ price: each + 1n, quantity: dearer }, { price: each, quantity: ordered - dearer }].filter((run) => run.quantity > 0);
}

/** What a unit of a line cost before discounts; `null` where tax comes on top of it, or it is not told. */
export function before(order: Fields, { body }: Line, money: Money | null): Run[] | null {
  const price = money?.read(body['price']) ?? null;
  const taxed = list(body['tax_lines']).some((value) => money?.read(fields(value)?.['price']) !== 0n);
  if (price === null || (taxed && order['taxes_included'] !== true)) return null;
  return [{ price, quantity: count(body['quantity']) ?? 0 }];
}

type Group = Journey & { suffix: string; quantity: number };

/** The line's units by parcel. */
function journeys({ index, pointer }: Line, { bought, returned }: Tally, sent: readonly Parcel[], notes: Notes): Group[] {
  const groups: Group[] = [];
  let open = bought;
  for (const parcel of sent) {
    const inside = parcel.contents.filter((entry) => entry.line === index).reduce((sum, entry) => sum + entry.quantity, 0);
    if (inside > open) notes.add(pointer, 'was sent more often than it was bought');
    const quantity = Math.min(inside, open);
    open -= quantity;
    if (quantity > 0) groups.push({ suffix: `/${parcel.id}`, quantity, dispatched: parcel.dispatched, delivered: parcel.delivered });
  }
  if (open > 0) groups.push({ suffix: '/unfulfilled', quantity: open, ...nowhere });

  const alike = new Set(groups.map(({ dispatched, delivered }) => JSON.stringify([dispatched, delivered]))).size === 1;
  if (groups.length > 1 && !alike && returned === 0) return groups;
  // With units from several parcels and some of them back, nothing says from which parcel those came.
  if (groups.length > 1 && !alike) notes.add(pointer, 'came in several parcels, and nothing says which units went back; their days are given as a range');
  return [{ ...(alike ? groups[0] ?? nowhere : together(groups)), suffix: '', quantity: bought }];
}

/** The line's units in groups that share parcel and price. */
export function units(
  line: Line, tallied: Tally, sent: readonly Parcel[], paid: readonly Run[], money: Money | null, notes: Notes,
): Units[] {
  // Units are alike but for a last minor unit of price: those that left the order, and then those that went back, count as the dearer ones.
  const runs = paid.map((run) => ({ ...run }));
  const take = (wanted: number): Run[] => {
    const got: Run[] = [];
    for (const run of runs) {
      const quantity = Math.min(run.quantity, wanted);
      run.quantity -= quantity;
      wanted -= quantity;
      if (quantity > 0) got.push({ price: run.price, quantity });
    }
    return got;
  };
  take(tallied.gone);
  let back = tallied.returned;
  return journeys(line, tallied, sent, notes).flatMap((group) => {
    const priced = take(group.quantity);
    return priced.map(({ price, quantity }) => {
      const returned = Math.min(back, quantity);
      back -= returned;
      const apart = priced.length > 1 && money !== null && price !== null ? `/${money.write(price)}` : '';
      return { ...group, suffix: group.suffix + apart, quantity, returned, price };
    });
  });
}
