import { fields, within, type Fields } from './json.js';
import type { Unsaid } from './unsaid.js';

/** The number of days after delivery that comes to the same last day for every order; `null` if there is none. */
export function daysOf(value: unknown, pointer: string, document: Fields, unsaid: Unsaid): number | null {
  const before = unsaid.count;
  const { from, length, countsEventDay, rolls, ...more } = fields(value) ?? {};
  const events: readonly unknown[] = Array.isArray(from) ? from : [from];
  if (events.length !== 1 || events[0] !== 'delivered') unsaid.add('window-event', within(pointer, 'from'));
  const days = wholeDays(length) - (countsEventDay === true ? 1 : 0);
  if (!(days >= 1)) unsaid.add('window-unit', within(pointer, 'length'));
  if (rolls !== undefined && rolls !== 'no' && rests(document)) unsaid.add('window-rolls', within(pointer, 'rolls'));
  for (const key of Object.keys(more)) unsaid.add('term', within(pointer, key), { key });
  return unsaid.count === before ? days : null;
}

/** Months have no fixed number of days, and working days depend on the calendar. */
function wholeDays(length: unknown): number {
  const [, count, unit] = (typeof length === 'string' ? /^0*([1-9]\d{0,5}) (day|week)s?$/.exec(length) : null) ?? [];
  return Number(count) * (unit === 'week' ? 7 : 1);
}

/** Whether there are days that are not worked. */
function rests(document: Fields): boolean {
  const calendar = fields(document['calendar']) ?? {};
  return [calendar['restDays'], calendar['holidays']].some((days) => days !== undefined && !(Array.isArray(days) && days.length === 0));
}
