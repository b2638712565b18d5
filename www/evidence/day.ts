import type { CivilDate } from '../binding/makegood.js';

/** A day that is in the calendar, or `null`. */
export function dayOf(year: number, month: number, day: number): CivilDate | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (length === undefined || day < 1 || day > length || year < 1 || year > 9999) return null;
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

export function isDay(value: unknown): value is CivilDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value)) ?? [];
  return typeof value === 'string' && dayOf(Number(year), Number(month), Number(day)) === value;
}
