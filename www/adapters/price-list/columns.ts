import type { PriceListName } from '../price-list.js';

/** What the cells of a column are. */
export type Kind =
  | { is: 'name' }
  | { is: 'title' }
  | { is: 'amount' }
  | { is: 'period' }
  | { is: 'whole'; least: number }
  /** One of the names that the book declares. */
  | { is: 'declared'; under: 'kinds' | 'operations' }
  | { is: 'models' }
  | { is: 'word'; of: readonly string[]; what: 'grade' | 'icon' }
  | { is: 'words'; of: readonly string[] };

export interface Column { key: string; kind: Kind; required?: true }

const grades = ['original', 'original-refurbished', 'compatible', 'used'];
const holds = ['part', 'labour', 'carriage', 'handling'];
const icons = [
  'phone', 'tablet', 'laptop', 'headphones', 'watch', 'speaker', 'camera', 'screen', 'battery', 'board', 'back', 'port', 'button', 'sound', 'water',
  'software', 'parts', 'question', 'charge', 'dark', 'frozen', 'restart', 'safe-mode', 'bluetooth', 'heat', 'keyboard', 'fall', 'touch', 'update',
];

/** The columns of each list, in the order in which they are written. */
export const columns: Readonly<Record<PriceListName, readonly Column[]>> = {
  models: [
    { key: 'id', kind: { is: 'name' }, required: true },
    { key: 'title', kind: { is: 'title' }, required: true },
    { key: 'icon', kind: { is: 'word', of: icons, what: 'icon' } },
    { key: 'replacement', kind: { is: 'amount' } },
  ],
  parts: [
    { key: 'id', kind: { is: 'name' }, required: true },
    { key: 'kind', kind: { is: 'declared', under: 'kinds' }, required: true },
    { key: 'models', kind: { is: 'models' } },
    { key: 'grade', kind: { is: 'word', of: grades, what: 'grade' }, required: true },
    { key: 'title', kind: { is: 'title' } },
    { key: 'price', kind: { is: 'amount' }, required: true },
    { key: 'holds', kind: { is: 'words', of: holds } },
    { key: 'warranty', kind: { is: 'period' } },
    { key: 'stock', kind: { is: 'whole', least: 0 } },
    { key: 'leadTime', kind: { is: 'period' } },
  ],
  labour: [
    { key: 'operation', kind: { is: 'declared', under: 'operations' }, required: true },
    { key: 'models', kind: { is: 'models' } },
    { key: 'price', kind: { is: 'amount' }, required: true },
    { key: 'minutes', kind: { is: 'whole', least: 1 } },
    { key: 'takes', kind: { is: 'period' } },
  ],
};

export const lists: readonly PriceListName[] = ['models', 'parts', 'labour'];

/** A column that a header names. */
export interface Found {
  column: Column;
  /** The language of a title; `null` for the one text of a shop with one language. */
  language: string | null;
  /** The currency of an amount, if the header says it. */
  currency: string | null;
}

/** The column that a cell of the header names, however it is written: `leadTime`, `Lead time`, `title zh-CN`, `Price (EUR)`. */
export function columnOf(header: string, list: PriceListName, languages: readonly string[]): Found | null {
  const [, name = '', detail] = /^(.*?)(?:[\s:_]+\(?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\)?)?$/.exec(header.trim()) ?? [];
  const find = (written: string): Column | undefined => columns[list].find(({ key }) => key.toLowerCase() === written.replace(/[\s_-]/g, '').toLowerCase());
  const whole = find(header);
  if (whole !== undefined) return { column: whole, language: null, currency: null };
  const column = find(name);
  if (column === undefined || detail === undefined) return null;
  if (column.kind.is === 'title') {
    const language = languages.find((tag) => tag.toLowerCase() === detail.toLowerCase()) ?? detail;
    return { column, language, currency: null };
  }
  return column.kind.is === 'amount' && /^[A-Za-z]{3}$/.test(detail) ? { column, language: null, currency: detail.toUpperCase() } : null;
}
