import { parse, unparse } from 'papaparse';

/** What separates cells: the first is what we write, the others are what spreadsheets write elsewhere. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface Table {
  rows: string[][];
  /** Rows in which a quoted cell goes on after its end, from 0. */
  stray: ReadonlySet<number>;
  /** The row in which a cell begins with a quotation mark that nothing closes, from 0. */
  unclosed: number | null;
}

/** Cells that a spreadsheet could take for a formula, and those that begin with the apostrophes that tell it not to. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A list as a file. The mark at its beginning tells Excel that it is in UTF-8. */
export function written(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${unparse([header, ...rows].map((row) => [...row]), { newline: '\r\n', escapeFormulae: formula })}\r\n`;
}

/** What stood in a cell before it was written. */
export function unescaped(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** The text without the mark of its encoding, and without the line by which Excel is told the delimiter. */
export function bare(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '');
}

export function table(text: string, delimiter: string): Table {
  const { data, errors } = parse<string[]>(withOneLineEnd(text, delimiter), { delimiter, newline: '\n' });
  const rowsOf = (code: string): number[] => errors.flatMap(({ code: told, row }) => (told === code && row !== undefined ? [row] : []));
  return { rows: data, stray: new Set(rowsOf('InvalidQuotes')), unclosed: rowsOf('MissingQuotes').at(0) ?? null };
}

/** The cells of the first row. */
export function firstRow(text: string, delimiter: string): string[] {
  return parse<string[]>(withOneLineEnd(text.slice(0, 10_000), delimiter), { delimiter, newline: '\n', preview: 1 }).data[0] ?? [];
}

/** Line ends outside of quotes as `\n`, because lists put together from several files have more than one kind. */
function withOneLineEnd(text: string, delimiter: string): string {
  if (!text.includes('\r')) return text;
  let out = '';
  let from = 0;
  let quoted = false;
  let cellBegins = true;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') at += 1;
      else quoted = sign !== '"';
    } else if (sign === '\r') {
      out += `${text.slice(from, at)}\n`;
      if (text[at + 1] === '\n') at += 1;
      from = at + 1;
      cellBegins = true;
    } else {
      quoted = sign === '"' && cellBegins;
      cellBegins = sign === delimiter || sign === '\n';
    }
  }
  return out + text.slice(from);
}
