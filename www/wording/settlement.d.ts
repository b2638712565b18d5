/**
 * A settlement in sentences: what comes back, line by line and why, onto what, and what is still open.
 */
import type { Decision, Finding } from '../binding/makegood.js';
import type { LineCode, SettledOnto, Settlement } from '../binding/settlement.js';
import type { QuestionWords } from './wording.js';

export type { QuestionWords };

export interface SettlementWords {
  /** The answer in one sentence: "€409.09 comes back", "€80.00 to €100.00 comes back", "No money comes back for this". */
  headline: string;
  /** One amount, a range that facts or terms settle, or none. */
  kind: 'amount' | 'range' | 'nothing';
  /** One for each item of the settlement, in its order. */
  items: SettledItemWords[];
  /** How the least comes about. */
  least: BreakdownWords;
  /** How the most comes about; the same while nothing is open. */
  most: BreakdownWords;
  /** What is still open and what settles it, in a sentence each. */
  open: string[];
  /** What the shopper can answer to settle it, the question that settles most first; empty without a decision. */
  questions: QuestionWords[];
}

export interface SettledItemWords {
  item: string;
  /** "Cup", "2 × Cup" */
  title: string;
  finding: Finding;
  /** "Cup: the shop takes it back (clause 2.1)" */
  sentence: string;
}

export interface BreakdownWords {
  /** One for each line, in its order. */
  lines: SettledLineWords[];
  total: { label: string; amount: string };
  /** What comes onto which means of payment. */
  onto: { id: string; as: SettledOnto['as']; title: string; amount: string; sentence: string }[];
  /** "€5.00 stays owed. You pay nothing now; …", or `null`. */
  owed: string | null;
}

export interface SettledLineWords {
  code: LineCode;
  effect: 'back' | 'taken';
  /** "2 × Cup", "Cup: discount “autumn”", "Free delivery" */
  title: string;
  /** Why it is there. */
  because: string;
  /** Who says so: "Shop’s promise, clause 2.1", "By law: § 357 BGB"; `null` where that goes without saying. */
  by: string | null;
  /** "€500.00", "−€90.91" */
  amount: string;
}

/** What the page knows beside the settlement. */
export interface SettlementAbout {
  /** What the shop calls items, discounts, bundles, gifts and payments, by their `id`; otherwise the `id` itself is told. */
  titles?: { readonly [id: string]: string };
  /** The decision on the same items and facts: with it, fees have their names, and what is open its questions. */
  decision?: Decision;
}

/**
 * Loads a language: the sentences of settlements and the shared ones. Everything else here needs it. Unknown languages fall back as in
 * `makegood/wording`. Returns the tag used.
 */
export function load(language: string): Promise<string>;

/** The languages that have a catalogue. */
export const languages: readonly string[];

/** A settlement in sentences of a language that was loaded. */
export function settlementWords(settlement: Settlement, language: string, about?: SettlementAbout): SettlementWords;

/** A single sentence for pages about settlements, by its key: `element.title`, `total`, … */
export function say(key: string, language: string, params?: Record<string, string | number>): string;
