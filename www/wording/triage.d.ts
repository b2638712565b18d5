/**
 * A triage in sentences: what was understood, what to try and to ask, and what it came to.
 */
import type { Triage, TriageNature } from '../binding/triage.js';
import type { QuestionWords } from './wording.js';

export type { QuestionWords };

export interface TriageWords {
  /** How far it has come, as `finding` of the triage. */
  kind: Triage['finding'];
  /** The answer in one sentence: the title of the outcome, or that it can be one of several. */
  headline: string;
  /** What it means, and what comes next. */
  because: string;
  /** "It is in the device itself"; `null` where that is not known. */
  nature: string | null;
  /** Too difficult for here: who helps. */
  refer: string | null;
  /** The problem, repeated back in a sentence or two. */
  problem: string;
  /** What was said, an entry each. */
  heard: { fact: string; label: string; value: string }[];
  /** What it can still be, an entry each; empty once it is known. */
  possible: { id: string; title: string; help: string | null }[];
  /** What to ask and to try, what settles most first. */
  steps: TriageStepWords[];
  /** What only the shop can settle, in a sentence each. */
  pending: string[];
  /** "Policy clinic, version 2026-11-01" */
  policy: string;
}

/** A question, or something to try: its answer is whether it helped. */
export type TriageStepWords = TriageQuestionWords | TriageTryWords;

export interface TriageQuestionWords extends QuestionWords {
  is: 'question';
  icon: string | null;
  /** The pictures of the answers, in their order. */
  icons: (string | null)[];
}

export interface TriageTryWords extends QuestionWords {
  is: 'try';
  icon: string | null;
  /** What to do, step by step. */
  steps: string[];
}

/**
 * Loads a language: the sentences of triages and the shared ones. Everything else here needs it. Unknown languages fall back as in
 * `makegood/wording`. Returns the tag used.
 */
export function load(language: string): Promise<string>;

/** The languages that have a catalogue. */
export const languages: readonly string[];

/** A triage in sentences of a language that was loaded. */
export function triageWords(triage: Triage, language: string): TriageWords;

/** "It is in the device itself" */
export function natureName(nature: TriageNature, language: string): string;

/** What was said of a fact, in the words in which it was offered. */
export function heardName(heard: Triage['heard'][number], language: string): { label: string; value: string };

/** A single sentence for pages about triages, by its key: `page.title`, `try.worked`, … */
export function say(key: string, language: string, params?: Record<string, string | number>): string;

