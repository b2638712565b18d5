import { amountOf, digitsOf, percentOf } from '../interchange/amount.js';
import type { Restocking, Terms } from '../interchange/format.js';
import { fields, shown, text, within } from '../interchange/json.js';
import type { Report } from '../interchange/report.js';
import type { Node, Placed } from './node.js';

const names = ['FreeReturn', 'OriginalShippingFees', 'RestockingFees', 'ReturnFeesCustomerResponsibility', 'ReturnShippingFees'] as const;

/** What the way back costs, by the two properties that begin with a prefix; `null` if nothing is said. */
export function termsOf(node: Node, prefix: string, { kept, currency }: { kept: boolean; currency: string }, report: Report): Terms | null {
  const [key, amountKey] = [`${prefix}Fees`, `${prefix}ShippingFeesAmount`];
  const fees = node.names(key, names);
  const against = (one: string, other: string): void => {
    if (fees.some((fee) => fee === one) && fees.some((fee) => fee === other)) report.problem('contradiction', node.at(key), { key: one, other });
  };
  against('FreeReturn', 'ReturnFeesCustomerResponsibility');
  against('FreeReturn', 'ReturnShippingFees');
  against('ReturnFeesCustomerResponsibility', 'ReturnShippingFees');
  const sent = fees.find((fee) => fee === 'ReturnFeesCustomerResponsibility' || fee === 'ReturnShippingFees');
  if (kept && sent !== undefined) report.problem('contradiction', node.at(key), { key: sent, other: 'KeepProduct' });
  if (fees.includes('OriginalShippingFees')) report.note('not-carried', node.at(key), { key: 'OriginalShippingFees' });
  if (fees.includes('RestockingFees') && !node.has('restockingFee')) report.problem('missing-key', node.pointer, { key: 'restockingFee' });
  if (fees.includes('FreeReturn') && node.has('restockingFee')) report.note('free-but-fee', node.at(key));

  const amount = node.one(amountKey);
  const charged = fees.includes('ReturnShippingFees');
  if (charged && amount === null) report.problem('missing-key', node.pointer, { key: amountKey });
  if (!charged && fees.length > 0 && amount !== null) report.problem('contradiction', node.at(amountKey), { key: amountKey, other: key });
  const shipping = charged && amount !== null ? moneyOf(amount, currency, report) : null;
  if (shipping !== null) report.note('fee-per-unit', node.at(amountKey));
  return fees.length === 0 ? null : { carriage: fees.includes('ReturnFeesCustomerResponsibility') ? 'shopper' : 'shop', shipping };
}

/** An amount, or percent of the price. */
export function restockingOf(node: Node, currency: string, report: Report): Restocking | null {
  const fee = node.one('restockingFee');
  if (fee === null) return null;
  if (fields(fee.value) !== null) {
    const amount = moneyOf(fee, currency, report);
    if (amount !== null) report.note('fee-per-unit', node.at('restockingFee'));
    return amount === null ? null : { amount };
  }
  if (typeof fee.value !== 'number' && typeof fee.value !== 'string') return report.wrong('a number', fee.value, fee.pointer);
  const percent = percentOf(String(fee.value));
  if (percent === null) report.problem('bad-percent', fee.pointer, { value: shown(fee.value) });
  return percent === null ? null : { percent };
}

function moneyOf({ value, pointer }: Placed, currency: string, report: Report): string | null {
  const money = fields(value);
  if (money === null) return report.wrong('an object', value, pointer);
  for (const key of ['value', 'currency']) if (money[key] === undefined) report.problem('missing-key', pointer, { key });
  const [amount, stated] = [money['value'], money['currency']];
  if (amount === undefined || stated === undefined) return null;
  if (text(stated) === null) return report.wrong('a text', stated, within(pointer, 'currency'));
  if (stated !== currency) report.problem('mixed-currency', within(pointer, 'currency'), { found: shown(stated), currency });
  // A number is written as it would be in JSON, which loses nothing that the number still has.
  const written = typeof amount === 'number' ? String(amount) : amount;
  const exact = typeof written === 'string' && !written.includes(' ') ? amountOf(written, currency) : null;
  if (exact === null) report.problem('bad-amount', within(pointer, 'value'), { value: shown(amount), currency, digits: String(digitsOf(currency)) });
  return exact;
}
