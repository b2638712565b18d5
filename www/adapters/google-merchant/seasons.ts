import type { Season } from '../interchange/format.js';
import { fields, isDay, shown, text, within } from '../interchange/json.js';
import type { Report } from '../interchange/report.js';
import type { Source } from './fees.js';
import { daysFrom, wholeNumber } from '../interchange/number.js';

/** The seasons with days of their own; orders placed in them have these instead of the usual ones. */
export function seasonsOf({ body, pointer: root }: Source, report: Report): Season[] {
  const key = 'seasonalOverrides';
  const pointer = within(root, key);
  const written = body[key] ?? [];
  const seasons: Season[] = [];
  if (!Array.isArray(written)) report.wrong('a list', written, pointer);
  else written.forEach((value: unknown, index) => {
    const place = within(pointer, index);
    const season = readSeason(value, place, report);
    if (season === null) return;
    if (season.from > season.until) report.problem('reversed', place);
    if (seasons.some((other) => season.from <= other.until && other.from <= season.until)) report.problem('overlap', place);
    seasons.push(season);
  });
  return seasons;
}

function readSeason(value: unknown, pointer: string, report: Report): Season | null {
  const season = fields(value);
  if (season === null) return report.wrong('an object', value, pointer);
  const { label, returnDays, returnUntilDate, startDate, endDate } = season;
  if (returnUntilDate !== undefined) report.problem('fixed-day', within(pointer, 'returnUntilDate'));
  else if (returnDays === undefined) report.problem('missing-key', pointer, { key: 'returnDays' });
  const called = text(label);
  if (called === null) report.problem('missing-key', pointer, { key: 'label' });
  const days = returnDays === undefined ? null : daysFrom(returnDays, within(pointer, 'returnDays'), report);
  const [from, until] = [dayOf(startDate, pointer, 'startDate', report), dayOf(endDate, pointer, 'endDate', report)];
  return called === null || days === null || from === null || until === null ? null : { from, until, days, label: called };
}

function dayOf(value: unknown, pointer: string, key: string, report: Report): string | null {
  if (value === undefined) report.problem('missing-key', pointer, { key });
  const date = fields(value);
  if (date === null) return value === undefined ? null : report.wrong('an object', value, within(pointer, key));
  const written = ['year', 'month', 'day'].map((part) => (wholeNumber(date[part]) ?? '').padStart(part === 'year' ? 4 : 2, '0')).join('-');
  if (isDay(written)) return written;
  report.problem('bad-date', within(pointer, key), { value: shown(written) });
  return null;
}
