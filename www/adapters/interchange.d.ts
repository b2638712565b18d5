import type { CivilDate, Problem, Text } from '../binding/makegood.js';

/** A sentence for the merchant. */
export interface Sentence { en: string; 'zh-CN': string }

/** Something that did not cross over, and why. */
export interface Note {
  /** `schema-org.condition`, `google-merchant.whole-day`, …; never renamed. */
  code: string;
  /** JSON Pointer into the document that was given. */
  pointer: string;
  text: Sentence;
}

/** Something that keeps a document from being imported, in the form of all problems; `message` and `help` are in English. */
export interface ImportProblem extends Problem {
  translation: { 'zh-CN': { message: string; help: string } };
}

export interface ExportOptions {
  /** ISO 3166-1 alpha-2 codes of the countries where the policy holds, unless its rules test `country` themselves. */
  countries?: readonly string[];
  /** The site that a policy's `page` belongs to when it is written without one: `https://shop.example`. */
  site?: string;
  /** The day of purchase that picks one of several versions; the newest without it. */
  purchased?: CivilDate;
}

/** Whom the imported policy belongs to: the `shop` of a policy document, or a shop that is open. */
export interface ImportShop {
  name: Text;
  /** IANA name of the time zone in which the shop's days begin. */
  timeZone: string;
  /** ISO 4217 code; amounts in another currency are a problem. */
  currency: string;
  /** Language tags, the most important first; titles are written in those of them that are English or Chinese. */
  languages: readonly string[];
  rounding?: 'half-even' | 'half-up';
  /** Wins over the address in the imported document. */
  page?: string | null;
  /** Name of the new policy; `returns` if left out. */
  id?: string;
  /** `1` if left out. */
  version?: string;
  /** What shoppers call the return, in the shop's own words. */
  title?: Text;
}

export interface Imported {
  /** A policy document that `open` accepts, or `null` if there are problems. */
  policy: { [key: string]: unknown } | null;
  /** What the document says beyond what a policy can, and what was assumed. It changes nothing that shoppers may do, unless it says so. */
  notes: Note[];
  problems: ImportProblem[];
}
