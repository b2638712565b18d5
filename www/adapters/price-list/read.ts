import type { Fields } from '../interchange/json.js';
import type { fromPriceList as declared, ImportedPriceList, PriceListName, PriceLists } from '../price-list.js';
import { bookOf, named, type Book } from './book.js';
import type { Names } from './cells.js';
import { columnOf, columns, lists } from './columns.js';
import { bare, delimiters, firstRow, table, type Delimiter } from './csv.js';
import { Report, type Params, type ProblemCode } from './report.js';
import { readHeader, readRow, tellTwice } from './rows.js';

export function fromPriceList(given: Partial<PriceLists>, policy: unknown): ImportedPriceList {
  if (typeof given !== 'object' || given === null) throw new TypeError('the lists are an object: `{ models, parts, labour }`, each the text of a CSV file');
  for (const list of lists) {
    if (given[list] !== undefined && typeof given[list] !== 'string') throw new TypeError(`\`${list}\` must be the text of a CSV file`);
  }
  const report = new Report();
  const book = bookOf(policy);
  if (book === null) {
    report.add('no-book', { list: null, row: null, column: null });
    return { policy: null, repair: null, problems: report.problems };
  }
  const repair = readLists(given, book, report);
  return report.failed
    ? { policy: null, repair: null, problems: report.problems }
    : { policy: book.replaced(repair), repair, problems: report.problems };
}

fromPriceList satisfies typeof declared;

function readLists(given: Partial<PriceLists>, book: Book, report: Report): { [key: string]: unknown } {
  const { repair, currency } = book;
  const read: { [key: string]: unknown } = { ...repair };
  let names: Names = { currency, models: named(repair, 'models'), kinds: named(repair, 'kinds'), operations: named(repair, 'operations') };
  for (const list of lists) {
    if (given[list] === undefined) continue;
    const rows = readList(list, given[list], book, names, report);
    if (list === 'models') {
      const models = rows?.flatMap(({ id, ...model }) => (typeof id === 'string' ? [[id, { ...unlisted(repair, id), ...model }] as const] : [])) ?? null;
      if (models !== null) read['models'] = Object.fromEntries(models);
      // A model with something wrong is still one that parts may name.
      names = { ...names, models: models === null ? null : new Map(models) };
    } else if (rows !== null && (rows.length > 0 || repair[list] !== undefined)) {
      read[list] = rows;
    }
  }
  return read;
}

/** What a model says that has no column, such as its facts. */
function unlisted(repair: Fields, id: string): Fields {
  const before = Object.entries(named(repair, 'models').get(id) ?? {});
  return Object.fromEntries(before.filter(([key]) => columns.models.every((column) => column.key !== key)));
}

/** No more could be in a policy. */
const most = 1_000_000;

const spoken: Readonly<Record<Delimiter, { en: string; 'zh-CN': string }>> = {
  ',': { en: 'commas', 'zh-CN': '逗号' },
  ';': { en: 'semicolons', 'zh-CN': '分号' },
  '\t': { en: 'tabs', 'zh-CN': '制表符' },
  '|': { en: 'vertical bars', 'zh-CN': '竖线' },
};

/** The rows of a list; `null` if it cannot be told what is a row. */
function readList(list: PriceListName, whole: string, { repair, languages }: Book, names: Names, report: Report): Fields[] | null {
  const tell = (code: ProblemCode, row: number | null, cell = '', params: Params = {}): null => {
    report.add(code, { list, row, column: null }, cell, params);
    return null;
  };
  const example = { columns: `\`${columns[list].map(({ key }) => key).join(',')}\`` };
  const content = bare(whole);
  if (whole.length > most) return tell('too-large', null, '', { limit: String(most) });
  if (content.trim() === '') return tell('empty-file', null, '', example);
  if (content.includes('\uFFFD')) return tell('encoding', null);

  const delimiter = delimiterOf(content, list, languages);
  if (delimiter === null) return tell('no-header', 1, content.trimStart().split(/[\r\n]/, 1)[0], example);
  if (delimiter !== ',') tell('delimiter', null, delimiter, { delimiter: spoken[delimiter] });

  const { rows: [first = [], ...rows], stray, unclosed } = table(content, delimiter);
  const broken = (index: number): boolean => {
    const cells = rows[index - 1] ?? first;
    // Text behind a closing quotation mark also keeps the cell from ever being closed.
    if (stray.has(index)) tell('stray-quote', index + 1, cells.find((cell) => cell.includes('"')));
    else if (unclosed === index) tell('unclosed-quote', index + 1, cells.at(-1));
    return unclosed === index || stray.has(index);
  };
  if (broken(0)) return null;
  const context = { list, names, report };
  const header = readHeader(first, rows, languages, context);
  const read = new Map<number, Fields>();
  const full = [...rows.entries()].filter(([, cells]) => cells.some((cell) => cell.trim() !== ''));
  // A list that was empty before may stay so.
  if (full.length === 0 && Object.keys(repair[list] ?? {}).length > 0) tell('no-rows', null);
  for (const [index, cells] of full) {
    const row = index + 2;
    const width = { count: String(cells.length), columns: String(header.width) };
    if (broken(index + 1)) continue;
    if (cells.length < header.width) tell('few-cells', row, cells.join(delimiter), width);
    else if (cells.slice(header.width).some((cell) => cell.trim() !== '')) tell('many-cells', row, cells.join(delimiter), width);
    else {
      const before = report.problems.length;
      const fields = readRow(cells, row, header, context);
      // Labour whose models cannot be read may be for any of them.
      if (list !== 'labour' || report.problems.length === before) tellTwice(fields, row, read, header, context);
      read.set(row, fields);
    }
  }
  return [...read.values()];
}

/** What separates the cells: by what the first row names most columns. */
function delimiterOf(content: string, list: PriceListName, languages: readonly string[]): Delimiter | null {
  const count = (delimiter: Delimiter): number => firstRow(content, delimiter).filter((cell) => columnOf(cell, list, languages) !== null).length;
  const best = delimiters.reduce((one, other) => (count(other) > count(one) ? other : one));
  return count(best) === 0 ? null : best;
}
