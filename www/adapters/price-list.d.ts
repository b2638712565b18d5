/** The three lists of a price book. */
export type PriceListName = 'models' | 'parts' | 'labour';

/** Each list as the text of a CSV file. */
export type PriceLists = Record<PriceListName, string>;

/** Something in a list that is wrong or was read with care. */
export interface PriceListProblem {
  /** `price-list.decimal-comma`, `price-list.unknown-model`, …; never renamed. */
  code: string;
  /** What has an error is not imported; a warning keeps nothing from it. */
  severity: 'error' | 'warning';
  /** `null` if it is the policy that is wrong. */
  list: PriceListName | null;
  /** The row in the spreadsheet, the header being row 1; `null` for the whole list. */
  row: number | null;
  /** The name of the column as the header has it; `null` for the whole row. */
  column: string | null;
  /** What stands in the cell, shortened and on one line. */
  value: string;
  /** What is wrong: one line, lower case. */
  message: string;
  /** What to do about it. */
  help: string;
  /** What the message speaks of, by name. */
  params: { [name: string]: string };
  translation: { 'zh-CN': { message: string; help: string } };
}

export interface ImportedPriceList {
  /** The policy with the new price book, or `null` if there are errors. `open` tells what the book says as a whole. */
  policy: unknown;
  /** The new price book: what the lists do not hold is that of the policy. `null` if there are errors. */
  repair: { [key: string]: unknown } | null;
  /** All of them, in the order of the lists and their rows. */
  problems: PriceListProblem[];
}

/**
 * Writes the price book of a policy as lists for a spreadsheet; of several versions that of the newest. A list without rows has its
 * header alone, to be filled in. `fromPriceList` reads it back exactly as it was.
 *
 * The text begins with a byte order mark, so that Excel takes it for UTF-8. A cell that a spreadsheet could take for a formula has an
 * apostrophe before it.
 */
export function toPriceList(policy: unknown): PriceLists;

/**
 * Reads lists from a spreadsheet into the price book of a policy; of several versions into that of the newest. A list that is not given
 * stays as it is in the policy, and one that is given replaces all of its rows.
 *
 * @throws {TypeError} if a list is given that is not text. Nothing in a list throws.
 */
export function fromPriceList(lists: Partial<PriceLists>, policy: unknown): ImportedPriceList;
