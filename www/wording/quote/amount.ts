import type { Amount, AmountRange } from '../../binding/makegood.js';

/** Amounts of one currency all have its minor digits, so they compare like whole numbers; nothing is worked out here. */
function minor(amount: Amount): bigint {
  return BigInt(amount.replace('.', ''));
}

export function compare(one: Amount, other: Amount): number {
  const [a, b] = [minor(one), minor(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isZero(amount: Amount): boolean {
  return /^-?[0.]+$/.test(amount);
}

/** What is the least in one world can be more than in the other: the dearest work of a visit, a discount on it. */
export function sorted({ least, most }: AmountRange): AmountRange {
  return compare(least, most) > 0 ? { least: most, most: least } : { least, most };
}
