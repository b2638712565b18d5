import { quoted } from '../interchange/sentence.js';
import { text, type Fields } from '../interchange/json.js';
import type { Sentence } from '../interchange.js';
import { amountProblem, isAmount } from './amount.js';
import type { Column, Kind } from './columns.js';
import { nearest } from './near.js';
import { isPeriod, periodMeant } from './period.js';
import type { Place, ProblemCode, Report } from './report.js';

/** What cells are held against. */
export interface Names {
  currency: string;
  /** What can be named, with what shoppers call it; `null` for models that cannot be read. */
  models: ReadonlyMap<string, Fields> | null;
  kinds: ReadonlyMap<string, Fields>;
  operations: ReadonlyMap<string, Fields>;
}

const name = /^(?=.{1,64}$)[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/;
const spreadsheetErrors = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!)$/i;

/** What a cell says, as it stands in a price book; `null` if that is nothing, or wrong and told. */
export function readCell(cell: string, { kind }: Column, place: Place, names: Names, report: Report): unknown {
  const told = (code: ProblemCode, params = {}): null => {
    report.add(code, place, cell, params);
    return null;
  };
  if (spreadsheetErrors.test(cell)) return told('formula-error');
  switch (kind.is) {
    case 'title': return cell;
    case 'name': return name.test(cell) ? cell : told('bad-name');
    case 'amount': return isAmount(cell, names.currency) ? cell : told(...amountProblem(cell, names.currency));
    case 'period': return isPeriod(cell) ? cell : told('bad-period', { example: periodMeant(cell) ?? '3 months' });
    case 'whole': return /^\d{1,15}$/.test(cell) && Number(cell) >= kind.least ? Number(cell) : told('bad-whole', { least: String(kind.least) });
    case 'declared': return known(cell, kind, place, names, report) ? cell : null;
    case 'word': return known(cell, kind, place, names, report) ? cell : null;
    case 'models':
    case 'words': return severalIn(cell, kind, place, names, report);
  }
}

/** The names in a cell. */
function severalIn(cell: string, kind: Kind, place: Place, names: Names, report: Report): string[] | null {
  const all = cell.split(/[;|]/).map((one) => one.trim()).filter((one) => one !== '');
  const apart = all.flatMap((one) => one.split(/[,/、，；\n\s]+/));
  const there = namesOf(kind, names);
  if (apart.length > all.length && apart.every((one) => there?.has(one))) {
    report.add('separator', place, cell, { example: apart.join('; ') });
    return null;
  }
  const fine = all.filter((one) => known(one, kind, place, names, report));
  return fine.length === all.length && all.length > 0 ? all : null;
}

const none: ReadonlyMap<string, Fields> = new Map();

function namesOf(kind: Kind, names: Names): ReadonlyMap<string, Fields> | null {
  switch (kind.is) {
    case 'declared': return names[kind.under];
    case 'models': return names.models;
    case 'word':
    case 'words': return new Map(kind.of.map((word) => [word, {}]));
    default: return none;
  }
}

function codeOf(kind: Kind): ProblemCode {
  if (kind.is === 'declared') return kind.under === 'kinds' ? 'unknown-kind' : 'unknown-operation';
  if (kind.is === 'word') return kind.what === 'grade' ? 'unknown-grade' : 'unknown-icon';
  return kind.is === 'models' ? 'unknown-model' : 'unknown-holds';
}

/** What spreadsheets call a grade. */
const grades: Readonly<Record<string, string>> = {
  'genuine': 'original', 'oem': 'original', 'new': 'original', '原装': 'original', '原厂': 'original',
  'refurbished': 'original-refurbished', 'refurb': 'original-refurbished', '翻新': 'original-refurbished', '原装翻新': 'original-refurbished',
  'aftermarket': 'compatible', 'copy': 'compatible', '兼容': 'compatible', '副厂': 'compatible', '组装': 'compatible',
  'second-hand': 'used', '二手': 'used', '拆机': 'used',
};

function known(written: string, kind: Kind, place: Place, names: Names, report: Report): boolean {
  const there = namesOf(kind, names);
  if (there === null || there.has(written)) return true;
  const synonym = kind.is === 'word' && kind.what === 'grade' ? grades[written.toLowerCase()] : undefined;
  const meant = synonym ?? called(written, there) ?? nearest(written, there.keys());
  report.add(codeOf(kind), place, written, { suggestion: suggestion(meant, [...there.keys()], kind) });
  return false;
}

/** The name of what shoppers call so. */
function called(written: string, there: ReadonlyMap<string, Fields>): string | null {
  const same = (title: unknown): boolean => text(title)?.toLowerCase() === written.toLowerCase();
  for (const [id, { title }] of there) if (same(title) || (typeof title === 'object' && title !== null && Object.values(title).some(same))) return id;
  return null;
}

function suggestion(meant: string | null, all: readonly string[], kind: Kind): Sentence {
  if (meant !== null) return { en: `did you mean \`${meant}\`?`, 'zh-CN': `是不是\`${meant}\`？` };
  if (all.length > 0 && all.length <= 20) return { en: `use one of ${quoted(all)}`, 'zh-CN': `请从${quoted(all)}中选用` };
  const under = kind.is === 'declared' ? kind.under : 'models';
  return { en: `declare it under \`/repair/${under}\``, 'zh-CN': `请在\`/repair/${under}\`下声明` };
}
