// What every part of a quote is worked out in: two worlds, exact decimals, three truths, names.
import Big from 'big.js';

// A quotient is a half coin only if it is one exactly: no two amounts come closer to it than this.
Big.DP = 50;

/** Who pays is not always known: at least this, if everything turns out well for the shopper, and at most that. */
export const both = (of) => ({ least: of('least'), most: of('most') });

/** The best first. */
export const GRADES = ['original', 'original-refurbished', 'compatible', 'used'];

export const named = (id, { title = null } = {}) => ({ id, title });
/** By what something is covered; null if it is not, or if nobody knows by which version. */
export const coveredBy = (offer) => {
  if (!offer?.rule) return null;
  const { rule, by, clause, title, carriage } = offer;
  return { rule, by, clause, title, carriage };
};

export const ZERO = new Big(0);
export function sum(amounts) {
  let sum = ZERO;
  for (const amount of amounts) sum = sum.plus(amount);
  return sum;
}
export function dearest(amounts) {
  let dearest = ZERO;
  for (const amount of amounts) if (amount.gt(dearest)) dearest = amount;
  return dearest;
}
export const least = (one, other) => (one.lt(other) ? one : other);

/** The coins of a shop. */
export class Coins {
  constructor({ currency, rounding = 'half-even' }) {
    this.digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    this.mode = rounding === 'half-up' ? Big.roundHalfUp : Big.roundHalfEven;
  }

  round(amount) {
    return amount.round(this.digits, this.mode);
  }

  percent(amount, percent) {
    return this.round(amount.times(percent).div(100));
  }

  told(amount) {
    return amount.toFixed(this.digits);
  }

  range(amounts) {
    return both((world) => this.told(amounts[world]));
  }
}

/** What a condition comes to: `yes`, `no`, or `maybe`. */
export function truth(policy, condition, facts) {
  const of = (parts) => parts.map((part) => truth(policy, part, facts));
  if (condition === undefined) return 'yes';
  if (condition.all) return first(['no', 'maybe', 'yes'], of(condition.all));
  if (condition.any) return first(['yes', 'maybe', 'no'], of(condition.any));
  if (condition.not) return { yes: 'no', no: 'yes', maybe: 'maybe' }[truth(policy, condition.not, facts)];
  if (condition.condition) return truth(policy, policy.conditions[condition.condition], facts);
  const value = facts[condition.fact] ?? policy.facts?.[condition.fact]?.unlessTold;
  if (value === undefined) return 'maybe';
  return (condition.in ? condition.in.includes(value) : condition.is === value) ? 'yes' : 'no';
}

const first = (order, found) => order.find((finding) => found.includes(finding));
