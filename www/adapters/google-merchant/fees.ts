import { digitsOf, fromMicros } from '../interchange/amount.js';
import type { Restocking, Terms } from '../interchange/format.js';
import { fields, shown, text, within, type Fields } from '../interchange/json.js';
import type { Report } from '../interchange/report.js';
import { wholeNumber } from '../interchange/number.js';

/** The return policy and where it stands. */
export interface Source { body: Fields; pointer: string }

const feeTypes = ['FIXED', 'CUSTOMER_PAYING_ACTUAL_FEE'];

/** What the way back costs; `null` if that is not said. */
export function termsOf({ body, pointer: root }: Source, currency: string, report: Report): Terms | null {
  const key = 'returnShippingFee';
  const pointer = within(root, key);
  if (body[key] === undefined && body['returnLabelSource'] === 'CUSTOMER_RESPONSIBILITY') return { carriage: 'shopper', shipping: null };
  if (body[key] === undefined) report.problem('missing-key', root, { key });
  const fee = fields(body[key]);
  if (fee === null) return body[key] === undefined ? null : report.wrong('an object', body[key], pointer);
  const { type, fixedFee } = fee;
  if (type === undefined) report.problem('missing-key', pointer, { key: 'type' });
  else if (!feeTypes.some((known) => known === type)) return report.unknown(type, feeTypes, within(pointer, 'type'));
  if (type === 'CUSTOMER_PAYING_ACTUAL_FEE') {
    if (fixedFee !== undefined) report.problem('contradiction', within(pointer, 'fixedFee'), { key: 'fixedFee', other: type });
    return { carriage: 'shopper', shipping: null };
  }
  const amount = fixedFee === undefined ? null : priceOf(fixedFee, within(pointer, 'fixedFee'), currency, report);
  const shipping = amount !== null && /[1-9]/.test(amount) ? amount : null;
  if (shipping !== null) report.note('fee-per-unit', pointer);
  return { carriage: 'shop', shipping };
}

export function restockingOf({ body, pointer: root }: Source, currency: string, report: Report): Restocking | null {
  const pointer = within(root, 'restockingFee');
  if (body['restockingFee'] === undefined) return null;
  const fee = fields(body['restockingFee']);
  if (fee === null) return report.wrong('an object', body['restockingFee'], pointer);
  const { fixedFee, microPercent } = fee;
  if (fixedFee !== undefined && microPercent !== undefined) report.problem('contradiction', pointer, { key: 'fixedFee', other: 'microPercent' });
  if (fixedFee === undefined && microPercent === undefined) return null;
  if (microPercent === undefined) {
    const amount = priceOf(fixedFee, within(pointer, 'fixedFee'), currency, report);
    if (amount !== null) report.note('fee-per-unit', pointer);
    return amount === null ? null : { amount };
  }
  const micros = wholeNumber(microPercent);
  const percent = micros === null || Number(micros) > 100_000_000 ? null : fromMicros(micros);
  if (percent === null) report.problem('bad-percent', within(pointer, 'microPercent'), { value: shown(microPercent) });
  return percent === null ? null : { percent };
}

function priceOf(value: unknown, pointer: string, currency: string, report: Report): string | null {
  const price = fields(value);
  if (price === null) return report.wrong('an object', value, pointer);
  const { amountMicros = '0', currencyCode } = price;
  if (currencyCode === undefined) report.problem('missing-key', pointer, { key: 'currencyCode' });
  else if (text(currencyCode) === null) return report.wrong('a text', currencyCode, within(pointer, 'currencyCode'));
  else if (currencyCode !== currency) report.problem('mixed-currency', within(pointer, 'currencyCode'), { found: shown(currencyCode), currency });
  const digits = digitsOf(currency) ?? 0;
  const micros = wholeNumber(amountMicros);
  const amount = micros === null ? null : fromMicros(micros, digits);
  if (amount === null) report.problem('bad-amount', within(pointer, 'amountMicros'), { value: shown(amountMicros), currency, digits: String(digits) });
  return amount;
}
