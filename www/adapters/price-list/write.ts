import { fields, type Fields } from '../interchange/json.js';
import type { PriceListName, PriceLists, toPriceList as declared } from '../price-list.js';
import { bookOf, named, rowsOf } from './book.js';
import { columns } from './columns.js';
import { written } from './csv.js';

export function toPriceList(policy: unknown): PriceLists {
  const book = bookOf(policy);
  const repair = book?.repair ?? {};
  const languages = book?.languages ?? [];
  const models = [...named(repair, 'models')].map(([id, model]) => ({ id, ...model }));
  return {
    models: listOf('models', models, languages),
    parts: listOf('parts', rowsOf(repair, 'parts'), languages),
    labour: listOf('labour', rowsOf(repair, 'labour'), languages),
  };
}

toPriceList satisfies typeof declared;

function listOf(list: PriceListName, rows: readonly Fields[], languages: readonly string[]): string {
  const all = columns[list].flatMap(({ key, kind }) => (
    kind.is === 'title' ? titleColumns(rows, languages).map((language) => ({ key, language })) : [{ key, language: null }]
  ));
  const header = all.map(({ key, language }) => (language === null ? key : `${key} ${language}`));
  return written(header, rows.map((row) => all.map(({ key, language }) => cellOf(row[key], language))));
}

/** The languages of titles, those of the shop first; `null` for titles that are one text. A shop with several sees a column for each. */
function titleColumns(rows: readonly Fields[], languages: readonly string[]): (string | null)[] {
  const titles = rows.map(({ title }) => title);
  const used = new Set(titles.flatMap((title) => Object.keys(fields(title) ?? {})));
  const each = languages.length > 1 ? languages : languages.filter((tag) => used.has(tag));
  const others = [...used].filter((tag) => !languages.includes(tag)).sort();
  const all = [...each, ...others];
  return titles.some((title) => typeof title === 'string') || all.length === 0 ? [null, ...all] : all;
}

function cellOf(value: unknown, language: string | null): string {
  const said = language === null ? value : fields(value)?.[language];
  if (Array.isArray(said)) return said.join('; ');
  return typeof said === 'string' || typeof said === 'number' ? String(said) : '';
}
