/**
 * A repair quote in sentences, as a form to print and as files.
 *
 * Everything that a page shows is in here as text, ready to be shown; what a picture needs as numbers is in the quote itself.
 */
import type { Finding } from '../binding/makegood.js';
import type { Grade, Quote, QuoteLine, RepairOption } from '../binding/quote.js';
import type { QuestionWords } from './wording.js';

export type { QuestionWords };

export interface QuoteWords {
  /**
   * The answer in one sentence, with its day: "From €150.00, ready by 1 December 2026", "Free, ready by …: the warranty pays",
   * "Between €0.00 and €645.00: the cause decides", "It has to be looked at first: €50.00, nothing if you accept the quote that follows".
   */
  headline: string;
  /** What kind of answer it is: nothing to pay, a price, a range that facts or terms settle, or first a look. */
  kind: 'free' | 'price' | 'range' | 'inspection';
  /** What is to be said besides, in a sentence each: part of it must be looked at first, the device’s own cover goes on. */
  also: string[];
  /** "Aurora One" */
  device: string;
  /** One per fault of the quote, in its order. */
  faults: FaultWords[];
  /** One per option of the quote, in its order. */
  options: QuoteOptionWords[];
  /** "2 more options are not shown: others are better in everything.", or `null`. */
  folded: string | null;
  inspection: InspectionWords | null;
  /** "This quote holds until 15 December 2026.", or `null`. */
  validity: string | null;
  /** What the quoted days rest on: "The days hold if you accept today." */
  accepted: string;
  /** How the device comes to the shop: "Bring it to the shop: 1 Aurora Road", or `null`. */
  way: string | null;
  /** "Meanwhile you can borrow a phone, free of charge.", or `null`. */
  loan: string | null;
  /** Until when the device is under a free repair for defects, or `null`. */
  cover: string | null;
  /** What the shopper can answer to settle who pays, the question that settles most first. */
  questions: QuoteQuestionWords[];
  /** What only the shop or the delivery note can settle, in a sentence each. */
  pending: string[];
  /** "Policy aurora-cn, version 2026-11-01 (0123abcd)" */
  policy: string;
}

export interface FaultWords {
  id: string;
  /** "The screen is cracked" */
  title: string;
  covered: Finding;
  /** "The shop pays: Free repair for a year (clause 3.1)", "You pay for this", "Who pays depends on what the fault came from". */
  payer: string;
  /** Whether it must be looked at first. */
  inspected: boolean;
  /** What to try first, step by step; may be empty. */
  selfHelp: string[];
}

/** A question, and where its answer belongs: into the facts of one fault, or of the device if `fault` is `null`. */
export interface QuoteQuestionWords extends QuestionWords {
  fault: string | null;
  /** Which fault it is about, where there are several: "The screen is cracked"; else `null`. */
  about: string | null;
}

export interface QuoteOptionWords {
  id: string;
  /** "Original parts", "Original and compatible parts", "Repair without new parts"; no two options share a title. */
  title: string;
  /** One short line on what the grade means: "Made by or for the maker of the device"; `null` without parts. */
  about: string | null;
  /** The total: "€150.00", "Free", "€0.00 to €645.00". */
  total: string;
  /** Whether there is nothing to pay for certain. */
  free: boolean;
  /** Everything that is done, one per line of the quote, in its order. */
  lines: QuoteLineWords[];
  discounts: {
    id: string;
    /** "Member’s discount, 10 %" */
    title: string;
    /** "−€15.00" */
    amount: string;
    /** "May apply", while it is not certain; else `null`. */
    note: string | null;
  }[];
  /** "of which 19 % tax" or "plus 19 % tax", and how much; one per rate. */
  tax: { label: string; amount: string; included: boolean }[];
  /** The lines under the table: discounts, tax and the total, in the order in which they add up. */
  sums: { label: string; amount: string; kind: 'discount' | 'tax' | 'total' | 'included-tax' }[];
  /** "The bill will not be higher than €150.00 without your consent." */
  limit: string;
  /** What the total is for, one per share of the quote, in its order: "Parts", "€100.00", "66.7 %". */
  shares: { label: string; amount: string; percent: string; thousandths: number }[];
  warranty: WarrantyWords | null;
  /** "€50.00 for each month of warranty", or `null`. */
  perMonth: string | null;
  ready: DayWords | null;
  /** When it is back with the shopper, if it travels. */
  back: DayWords | null;
  /** "All parts are in stock", "One part takes 5 working days to come"; `null` without parts. */
  stock: string | null;
  /**
   * How it compares with the first option: "Compared with original parts: €150.00 less, but 1 month of warranty instead of 3 months";
   * `null` for the first one.
   */
  tradeOff: { sentence: string; gains: string[]; losses: string[] } | null;
  /** Whether it is worth it beside a new device, with the figures, or `null`. */
  worth: { finding: Finding; sentence: string; figures: { label: string; amount: string }[] } | null;
}

export interface QuoteLineWords {
  id: string;
  charge: QuoteLine['charge'];
  /** "Screen", "Putting in a screen", "Sending it in", … */
  title: string;
  /** What else is to be known of it, in short phrases: "Original", "in stock", "the price holds part and labour", "about 30 minutes". */
  details: string[];
  /** Its price by itself. */
  price: string;
  /** What the shopper pays of it: "€100.00", "€0.00", "€0.00 to €100.00". */
  pays: string;
  /** Whether the shopper pays, or may pay, less than the price. */
  reduced: boolean;
  payer: QuoteLine['payer'];
  /** Who pays: "You pay", "The shop pays: Free repair for a year (clause 3.1)"; where it costs nothing either way, why. */
  paidBy: string;
  /** Why it is less than the price, in a sentence; `null` if it is not, or if `paidBy` says it. */
  because: string | null;
  /** The faults that it mends, by their titles; `null` where there is only one fault. */
  mends: string | null;
}

export interface WarrantyWords {
  /** "3 months" */
  length: string;
  /** "3 months of warranty, from 1 December 2026 to 1 March 2027." */
  sentence: string;
  /** "The device’s own cover lasts longer and goes on.", or `null`. */
  continues: string | null;
  /** The last day, for `<time datetime>`, or `null`. */
  day: string | null;
}

export interface DayWords {
  /** "Ready by 1 December 2026" */
  sentence: string;
  /** "1 December 2026", or "1 December 2026 at the earliest". */
  short: string;
  /** The day that is told, for `<time datetime>`. */
  day: string;
}

export interface InspectionWords {
  /** "It has to be looked at first: €50.00, nothing if you accept the quote that follows." */
  sentence: string;
  /** "€50.00", "Free" */
  price: string;
  /** What must be looked at, by title; empty if nothing was named. */
  faults: string[];
  ready: DayWords | null;
}

/**
 * Loads a language: the sentences of quotes and the shared ones. Everything else here needs it. Unknown languages fall back as in
 * `makegood/wording`. Returns the tag used.
 */
export function load(language: string): Promise<string>;

/** The languages that have a catalogue. */
export const languages: readonly string[];

/** A quote in sentences of a language that was loaded. */
export function quoteWords(quote: Quote, language: string): QuoteWords;

/** A single sentence for pages about quotes, by its key: `page.print`, `page.total`, … */
export function say(key: string, language: string, params?: Record<string, string | number>): string;

/** "Original", "Compatible": a grade by itself. */
export function gradeName(grade: Grade, language: string): string;

// ---- Print and files ----------------------------------------------------------------------------------------------------

/** A form to print. Every value is text; where there is nothing, a value says so. */
export interface QuoteForm {
  kind: 'quote' | 'european';
  title: string;
  /** One sentence below the title, or `null`. */
  intro: string | null;
  sections: FormSection[];
  /** What is done and what it costs; `null` while it must be looked at. */
  table: FormTable | null;
  /** Policy with version and hash, engine, day: one line each. */
  footer: string[];
}

export interface FormSection { heading: string; rows: FormRow[] }
/** One value is shown beside its label, several below each other. There is always at least one. */
export interface FormRow { label: string; values: string[] }
export interface FormTable {
  caption: string;
  head: [what: string, price: string, pays: string];
  rows: { what: string; notes: string[]; price: string; pays: string }[];
  /** Discounts, tax, and the total, which is the last that is `strong`. */
  foot: { label: string; amount: string; strong: boolean }[];
}

/**
 * The quote for one of its options on one page, or as the European Repair Information Form (Directive (EU) 2024/1799, annex I).
 * Without an option the form is about looking at the device first.
 * @throws {RangeError} if the quote has no such option.
 */
export function quoteForm(quote: Quote, option: RepairOption['id'] | null, language: string, kind?: QuoteForm['kind']): QuoteForm;

/** The days of an option as an iCalendar file (RFC 5545): until when it is ready, and until when the quote holds. */
export function quoteCalendar(quote: Quote, option: RepairOption['id'] | null, language: string): string;

/** The form as plain text, for copying. */
export function quoteText(quote: Quote, option: RepairOption['id'] | null, language: string): string;

/** The quote in canonical JSON (RFC 8785): the same quote is the same text. */
export function quoteJson(quote: Quote): string;
