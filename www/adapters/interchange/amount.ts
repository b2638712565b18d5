const decimal = /^(\d{1,18})(?:\.(\d{1,17}))?$/;
const largest = 2n ** 63n - 1n;
const micro = 6;

/** Digits after the point of a currency; `null` if it is no currency code. */
export function digitsOf(currency: string): number | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** A decimal as whole parts of 10^-digits; `null` if it is finer than that, or no decimal. */
function parts(written: string, digits: number): bigint | null {
  const found = decimal.exec(written);
  if (found === null) return null;
  const fraction = (found[2] ?? '').padEnd(digits, '0');
  return /[1-9]/.test(fraction.slice(digits)) ? null : BigInt((found[1] ?? '') + fraction.slice(0, digits));
}

function written(units: bigint, digits: number): string {
  const all = units.toString().padStart(digits + 1, '0');
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

/** The amount as written, without its currency; `null` if it is negative, of another currency, or finer than its coins. */
export function amountOf(value: unknown, currency: string): string | null {
  const [, amount, stated = currency] = (typeof value === 'string' ? /^(\S+)(?: ([A-Z]{3}))?$/.exec(value) : null) ?? [];
  if (amount === undefined || stated !== currency) return null;
  return parts(amount, digitsOf(currency) ?? 0) === null ? null : amount;
}

/** A percentage from 0 to 100 as written, with at most six digits after the point. */
export function percentOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const units = parts(value, micro);
  return units !== null && units <= 100_000_000n ? value : null;
}

/** A decimal in millionths; `null` if that would lose something. */
export function toMicros(value: string): string | null {
  const units = parts(value, micro);
  return units === null || units > largest ? null : units.toString();
}

/** Millionths as a decimal with as many digits as the currency has, or as needed without one; `null` if these are not enough. */
export function fromMicros(micros: string, digits?: number): string | null {
  if (!/^\d{1,19}$/.test(micros) || BigInt(micros) > largest) return null;
  const exact = written(BigInt(micros), micro);
  if (digits === undefined) return exact.replace(/\.?0+$/, '');
  const units = parts(exact, digits);
  return units === null ? null : written(units, digits);
}
