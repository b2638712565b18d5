import type { Fields } from '../interchange/json.js';
import { quoted } from '../interchange/sentence.js';
import type { PriceListName } from '../price-list.js';
import { readCell, type Names } from './cells.js';
import { columnOf, columns, type Found } from './columns.js';
import { unescaped } from './csv.js';
import { nearest } from './near.js';
import type { Place, Report } from './report.js';

/** A column of a list as its header names it. */
interface Head extends Found { index: number; name: string }

interface Context { list: PriceListName; names: Names; report: Report }

export interface Header { heads: readonly Head[]; width: number }

/** Reads the header and tells what is wrong with it. */
export function readHeader(cells: readonly string[], rows: readonly (readonly string[])[], languages: readonly string[], { list, names, report }: Context): Header {
  const heads: Head[] = [];
  cells.forEach((cell, index) => {
    const name = cell.trim();
    const place: Place = { list, row: 1, column: name };
    const found = columnOf(name, list, languages);
    if (found === null) {
      if (name !== '' || rows.some((row) => (row[index] ?? '').trim() !== '')) report.add('unknown-column', place, name, { suggestion: columnMeant(name, list) });
      return;
    }
    const { column: { key }, language, currency } = found;
    if (heads.some((head) => head.column.key === key && head.language === language)) return report.add('duplicate-column', place, name, { name });
    if (currency !== null && currency !== names.currency) report.add('other-currency', place, name, { found: currency, currency: names.currency });
    if (language !== null && languages.length > 0 && !languages.includes(language)) report.add('other-language', place, name, { language, allowed: quoted(languages) });
    heads.push({ ...found, index, name });
  });
  for (const { key, required } of columns[list]) {
    if (required === true && !heads.some(({ column }) => column.key === key)) report.add('missing-column', { list, row: 1, column: key }, '', { name: key });
  }
  return { heads, width: cells.length };
}

function columnMeant(name: string, list: PriceListName): { en: string; 'zh-CN': string } {
  const keys = columns[list].map(({ key }) => key);
  const meant = nearest(name.replace(/[\s_-]/g, ''), keys);
  return meant === null
    ? { en: `the columns are ${quoted(keys)}`, 'zh-CN': `可用的列有${quoted(keys)}` }
    : { en: `did you mean \`${meant}\`?`, 'zh-CN': `是不是\`${meant}\`？` };
}

/** Reads a row; what is wrong is told and left out. */
export function readRow(cells: readonly string[], row: number, { heads }: Header, { list, names, report }: Context): Fields {
  const read: Record<string, unknown> = {};
  const titles: Record<string, string> = {};
  for (const { column, language, index, name } of heads) {
    const isTitle = column.kind.is === 'title';
    const written = cells[index] ?? '';
    // The spaces of a title are its own.
    const cell = unescaped(isTitle && written.trim() !== '' ? written : written.trim());
    const place: Place = { list, row, column: name };
    if (cell === '') {
      if (column.required === true && !isTitle) report.add('missing-value', place, '', { name: column.key });
      continue;
    }
    const value = readCell(cell, column, place, names, report);
    if (value === null) continue;
    if (language === null) read[column.key] = value;
    else titles[language] = String(value);
  }
  const title = heads.find(({ column }) => column.kind.is === 'title');
  const place: Place = { list, row, column: title?.name ?? null };
  if (Object.keys(titles).length > 0) {
    if (read['title'] !== undefined) report.add('two-titles', place, String(read['title']));
    read['title'] = titles;
  }
  if (title?.column.required === true && read['title'] === undefined) report.add('missing-value', place, '', { name: 'title' });
  return Object.fromEntries(columns[list].flatMap(({ key }) => (read[key] === undefined ? [] : [[key, read[key]]])));
}

/** Tells a row that says again what an earlier one says. */
export function tellTwice(read: Fields, row: number, earlier: ReadonlyMap<number, Fields>, { heads }: Header, { list, report }: Context): void {
  const key = list === 'labour' ? 'operation' : 'id';
  if (read[key] === undefined) return;
  for (const [first, other] of earlier) {
    if (other[key] !== read[key] || (list === 'labour' && !overlap(read['models'], other['models']))) continue;
    const column = heads.find((head) => head.column.key === key)?.name ?? key;
    return report.add(list === 'labour' ? 'twice-priced' : 'duplicate-id', { list, row, column }, String(read[key]), { row: String(first) });
  }
}

/** Whether two rows of labour are for the same model: one that names models goes before one that names none. */
function overlap(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? one.some((model) => other.includes(model)) : one === other;
}
