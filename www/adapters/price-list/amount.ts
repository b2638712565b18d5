import { amountOf, digitsOf } from '../interchange/amount.js';
import type { Params, ProblemCode } from './report.js';

/** An amount that a policy can hold. */
export function isAmount(cell: string, currency: string): boolean {
  const amount = amountOf(cell, currency);
  if (amount === null) return false;
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.slice(0, digitsOf(currency) ?? 2).padEnd(digitsOf(currency) ?? 2, '0')) < 2n ** 63n;
}

/** Signs and words that say a currency, apart from codes. */
const signs = /\p{Sc}|元|圆|円|원|RMB|NT\$|HK\$|kr\.?|zł|Fr\.|лв/giu;

/** What is wrong with a cell that is no amount. */
export function amountProblem(cell: string, currency: string): [ProblemCode, Params] {
  const plain = cell.normalize('NFKC').replace(/[\u2019\u02BC]/g, "'").trim();
  const bare = plain.replace(signs, '').trim();
  const codes = bare.match(/[A-Za-z]{3}/g) ?? [];
  const number = bare.replace(/[A-Za-z]{3}/g, '').trim();
  const example = cleaned(number.replace(/^[-−–(]\s*|\)$/g, ''), currency) ?? exampleIn(currency);
  const params = { currency, example };
  const other = codes.map((code) => code.toUpperCase()).find((code) => code !== currency);
  if (other !== undefined && /\d/.test(number)) return ['other-currency', { ...params, found: other }];
  if (/^[-−–(]\s*\d/.test(number)) return ['negative', params];
  if (bare !== plain || (codes.length > 0 && /\d/.test(number))) return ['currency-sign', params];
  if (thousands.test(number)) return ['thousands', params];
  if (comma.test(number)) return ['decimal-comma', params];
  return ['bad-amount', { ...params, digits: String(digitsOf(currency) ?? 2) }];
}

const thousands = /^\d{1,3}(?:[,'\s]\d{3})+(?:\.\d+)?$/;
const comma = /^\d{1,3}(?:[.'\s]\d{3})*,\d+$|^\d+,\d+$/;

/** The number as a policy has it, if it is clear which is meant. */
function cleaned(number: string, currency: string): string | null {
  const decimal = thousands.test(number) ? number.replace(/[,'\s]/g, '')
    : comma.test(number) ? number.replace(/[.'\s]/g, '').replace(',', '.')
    : number.replace(/\s/g, '');
  return isAmount(decimal, currency) ? decimal : null;
}

function exampleIn(currency: string): string {
  const digits = digitsOf(currency) ?? 2;
  return digits === 0 ? '590' : `59.${'90'.padEnd(digits, '0').slice(0, digits)}`;
}
