import type { Facts, Item } from '../../binding/makegood.js';
import type { OrderDiscount, OrderPayment, SettledRest } from '../../binding/settlement.js';
import type { PaidOrder } from '../shopify.js';
import { fields, list, name, text, type Fields, type Money, type Notes } from './payload.js';

/** A line of the order with the items that it became, at the price before discounts or, where that is not told apart, after them. */
export interface PaidLine { id: string; pointer: string; body: Fields; items: Item[]; discounted: boolean }

interface Context { order: Fields; money: Money; transactions: readonly unknown[]; notes: Notes }

/** Why nothing can be said of what was paid. */
class Untold extends Error {
  constructor(readonly pointer: string, readonly sentence: string) { super(sentence); }
}

/** What the order paid; `null`, with a note, where the payload does not tell it or does not add up. */
export function paid(lines: readonly PaidLine[], facts: Facts, context: Context): PaidOrder | null {
  try {
    return told(lines, facts, context);
  } catch (error) {
    if (!(error instanceof Untold)) throw error;
    context.notes.add(error.pointer, error.sentence);
    return null;
  }
}

function told(lines: readonly PaidLine[], facts: Facts, context: Context): PaidOrder {
  const { order, money } = context;
  const carriage = shipping(order, money);
  const { discounts, titles, off } = reductions(lines, order, money);
  const payments = means(context);
  const items = lines.flatMap((line) => line.items);
  let goods = 0n;
  for (const { facts: own, quantity = 1 } of items) {
    const price = money.read(own?.price?.split(' ')[0]);
    if (price === null) throw new Untold('/order/line_items', 'does not tell every price, so what was paid for what stays unknown');
    goods += price * BigInt(quantity);
  }
  const due = goods - off + carriage;
  const sum = payments.reduce((total, { amount }) => total + (money.read(amount) ?? 0n), 0n);
  if (due !== sum) {
    throw new Untold('/order', `does not add up: goods and carriage less discounts come to ${due < 0n ? 'less than nothing' : money.write(due)}, and ${money.write(sum)} was paid`);
  }
  const rest = before(context);
  return {
    facts,
    items,
    order: {
      ...(carriage > 0n ? { carriage: money.write(carriage) } : {}),
      ...(discounts.length > 0 ? { discounts } : {}),
      payments,
      ...(rest === null ? {} : { rest }),
    },
    titles,
  };
}

function amount(value: unknown, pointer: string, money: Money): bigint {
  const read = money.read(value);
  if (read === null) throw new Untold(pointer, 'is not an amount, so what was paid stays unknown');
  return read;
}

function sumOf(values: readonly unknown[], pointer: string, key: string, money: Money): bigint {
  return values.reduce((sum: bigint, value, index) => sum + amount(fields(value)?.[key], `${pointer}/${index}/${key}`, money), 0n);
}

/** What the order paid for sending, after what was taken off that, with its tax. */
function shipping(order: Fields, money: Money): bigint {
  if (!Array.isArray(order['shipping_lines'])) throw new Untold('/order/shipping_lines', 'is missing, so what was paid for sending stays unknown');
  return order['shipping_lines'].reduce((sum: bigint, value, index) => {
    const line = fields(value) ?? {};
    if (line['is_removed'] === true) return sum;
    const pointer = `/order/shipping_lines/${index}`;
    const price = amount(line['price'], `${pointer}/price`, money);
    // A discounted price is told by newer versions; the older ones tell only what was taken off.
    const off = sumOf(list(line['discount_allocations']), `${pointer}/discount_allocations`, 'amount', money);
    const net = line['discounted_price'] === undefined || line['discounted_price'] === null ? price - off : amount(line['discounted_price'], `${pointer}/discounted_price`, money);
    const tax = order['taxes_included'] === true ? 0n : sumOf(list(line['tax_lines']), `${pointer}/tax_lines`, 'price', money);
    return sum + net + tax;
  }, 0n);
}

/** What was taken off each line, as the shop shared it: one discount for each line and reason. */
function reductions(lines: readonly PaidLine[], order: Fields, money: Money): { discounts: OrderDiscount[]; titles: { [id: string]: string }; off: bigint } {
  const discounts: OrderDiscount[] = [];
  const titles: { [id: string]: string } = {};
  const applications = list(order['discount_applications']);
  let off = 0n;
  for (const { id: line, pointer, body, items, discounted } of lines) {
    if (discounted) continue;
    const allocations = list(body['discount_allocations']);
    const taken = allocations.length > 0 ? allocations : [{ amount: body['total_discount'] ?? '0' }];
    taken.forEach((value, index) => {
      const allocation = fields(value) ?? {};
      const coins = amount(allocation['amount'], `${pointer}/discount_allocations/${index}/amount`, money);
      if (coins === 0n) return;
      const at = allocation['discount_application_index'];
      const application = fields(typeof at === 'number' ? applications[at] : null);
      const title = text(application?.['code']) ?? text(application?.['title']) ?? text(application?.['description']) ?? 'discount';
      const id = `${title}/${line}${index === 0 ? '' : `/${index}`}`;
      titles[id] = title;
      discounts.push({ id, kind: 'promotion', amount: money.write(coins), on: items.map((item) => item.id) });
      off += coins;
    });
  }
  return { discounts, titles, off };
}

interface Means { payment: OrderPayment; gateway: string | null; paid: bigint; back: bigint }

/** What was paid with, and what of it went back; what was paid for goods that were taken off the order is no part of it. */
function means({ order, money, transactions }: Context): OrderPayment[] {
  const all = new Map<string, { body: Fields; called: boolean }>();
  const take = (value: unknown, called: boolean) => {
    const body = fields(value);
    const id = body === null ? null : name(body['id'], body['admin_graphql_api_id']);
    if (body === null || id === null || text(body['status']) !== 'success') return;
    const key = id.exact ?? id.written ?? `${all.size}`;
    all.set(key, { body, called: called || (all.get(key)?.called ?? false) });
  };
  for (const value of transactions) take(value, false);
  list(order['refunds']).forEach((value) => {
    const refund = fields(value);
    for (const transaction of list(refund?.['transactions'])) take(transaction, calledOff(refund));
  });

  const found = new Map<string, Means>();
  for (const [id, { body }] of all) {
    const kind = text(body['kind']);
    if (kind === 'change') throw new Untold('/transactions', 'give change, so what was paid with stays unknown');
    if (kind !== 'sale' && kind !== 'capture') continue;
    const gateway = text(body['gateway']);
    const method = text(fields(body['payment_details'])?.['credit_card_company']) ?? gateway;
    found.set(id, {
      payment: { id, amount: '', ...(method === null ? {} : { method }), ...(gateway === 'gift_card' ? { means: 'voucher' as const } : {}) },
      gateway, paid: amountOf(body, money), back: 0n,
    });
  }
  if (found.size === 0) return [untoldMeans(order, money, [...all.values()].some(({ body }) => text(body['kind']) === 'refund'))];
  for (const { body, called } of all.values()) {
    if (text(body['kind']) !== 'refund') continue;
    const parent = name(body['parent_id']);
    const same = [...found.values()].filter(({ gateway }) => gateway === text(body['gateway']));
    const to = found.get(parent.exact ?? parent.written ?? '') ?? (same.length === 1 ? same[0] : undefined);
    if (to === undefined) throw new Untold('/order/refunds', 'do not tell onto which means the money went back');
    if (called) to.paid -= amountOf(body, money);
    else to.back += amountOf(body, money);
  }
  return [...found.values()].map(({ payment, paid, back }) => {
    if (paid < 0n || back > paid) throw new Untold('/order/refunds', 'give back more than was paid');
    return { ...payment, amount: money.write(paid), ...(back > 0n ? { refunded: money.write(back) } : {}) };
  });

  function amountOf(body: Fields, money: Money): bigint {
    if (text(body['currency'])?.toUpperCase() !== money.currency) throw new Untold('/transactions', `are not all in ${money.currency}`);
    return amount(body['amount'], '/transactions', money);
  }
}

/** An order that is paid, but does not tell its transactions: one payment, of a means only if there is but one. */
function untoldMeans(order: Fields, money: Money, someBack: boolean): OrderPayment {
  if (text(order['financial_status']) !== 'paid' || someBack) {
    throw new Untold('/order/financial_status', 'does not say that everything is paid and nothing went back; give the `transactions`');
  }
  const gateways = list(order['payment_gateway_names']).map(text);
  return { id: 'payment', amount: money.write(amount(order['total_price'], '/order/total_price', money)), ...(gateways.length === 1 && gateways[0] ? { method: gateways[0] } : {}) };
}

/** A refund of goods that never went out. */
function calledOff(refund: Fields | null): boolean {
  const lines = list(refund?.['refund_line_items']);
  return lines.length > 0 && lines.every((line) => text(fields(line)?.['restock_type']) === 'cancel');
}

/** What refunds gave back of the carriage; they take nothing else, as long as they give what the goods cost. */
function before({ order, money, notes }: Context): SettledRest[] | null {
  const refunds = list(order['refunds']).map(fields).filter((refund) => !calledOff(refund));
  if (refunds.length === 0) return null;
  let carriage = 0n;
  for (const [index, refund] of refunds.entries()) {
    const adjusted = list(refund?.['order_adjustments']).map(fields).filter((one) => text(one?.['kind']) === 'shipping_refund');
    const sent = adjusted.map((one) => money.read(text(one?.['amount'])?.replace(/^-/, '')));
    const goods = list(refund?.['refund_line_items']).map((line) => money.read(fields(line)?.['subtotal']));
    const tax = order['taxes_included'] === true ? [] : list(refund?.['refund_line_items']).map((line) => money.read(fields(line)?.['total_tax'] ?? '0'));
    const back = list(refund?.['transactions']).map((one) => money.read(fields(one)?.['amount']));
    const [due, came] = [sum([...sent, ...goods, ...tax]), sum(back)];
    if (due === null || came === null || due !== came) {
      notes.add(`/order/refunds/${index}`, 'does not give back exactly what the goods cost; what it took or gave besides is worked out by the terms');
      return null;
    }
    carriage += sum(sent) ?? 0n;
  }
  return carriage > 0n ? [{ code: 'carriage', of: null, amount: money.write(carriage) }] : [];
}

function sum(amounts: readonly (bigint | null)[]): bigint | null {
  return amounts.reduce((total, one) => total === null || one === null ? null : total + one, 0n as bigint | null);
}
