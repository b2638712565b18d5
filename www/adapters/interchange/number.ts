import { longest } from './format.js';
import { shown } from './json.js';
import type { Report } from './report.js';

/** A number of days that a window can have. */
export function daysFrom(value: unknown, pointer: string, report: Report): number | null {
  const days = Number(wholeNumber(value) ?? 0);
  if (days >= 1 && days <= longest) return days;
  report.problem('bad-days', pointer, { value: shown(value), most: String(longest) });
  return null;
}

/** A whole number, which JSON may hold as text; written without leading zeros. */
export function wholeNumber(value: unknown): string | null {
  const written = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^\d{1,19}$/.test(written) ? written.replace(/^0+(?=\d)/, '') : null;
}
