import type { CivilDate, Change, Decision, Finding, PolicyUsed, Problem, Shop, Text } from '../binding/makegood.js';

/** A decision in sentences. */
export interface Words { items: ItemWords[] }

export interface ItemWords {
  id: string;
  finding: Finding;
  /** The answer in one sentence, with its day: "You can send this back until 12 November 2026." */
  headline: string;
  /** Why it is a no, in up to three sentences: "Goods on final sale cannot be returned without a reason."; else `null`. */
  because: string | null;
  /** One line on the units: "2 of 3 left to return", or `null` for a single unit. */
  units: string | null;
  /** What the shopper may have, best first; one entry per remedy that is `yes` or `maybe`. */
  offers: OfferWords[];
  /** Every rule of the shop, and those of the law that are for this case, with their reasons. */
  reasons: ReasonWords[];
  /** When something is closed: the nearest ways out, kindest first. */
  nextSteps: NextStepWords[];
  /** What to ask, the question that settles most first; only what the shopper can answer. */
  questions: QuestionWords[];
  /** What only the shop or the delivery note can settle. */
  pending: string[];
  /** "Policy aurora-cn, version 2026-11-01" */
  policy: string;
  /** Of which day the law beside it is, and that it is no legal advice; `null` without a law. */
  law: string | null;
}

export interface NextStepWords {
  /** "If it has a fault, you can exchange this free of charge until 20 November 2026." */
  sentence: string;
  /** The other answer of the shopper that opens it (`{ fact: 'reason', is: 'defect' }`), or `null`. */
  change: Change | null;
}

export interface OfferWords {
  remedy: string;
  /** Who grants it. */
  by: 'shop' | 'law';
  finding: 'yes' | 'maybe';
  rule: string;
  clause: string;
  /** "Refund" */
  title: string;
  /** The rule's title: "7-day return without reason". */
  promise: string;
  /** "A goodwill of the shop", or `null`. */
  goodwill: string | null;
  /** "Until 12 November 2026", "At least until …, at most until …; the delivery note decides", "No time limit". */
  deadline: string;
  /** The last certain day, for `<time datetime>`, or `null`. */
  day: string | null;
  /** "You pay for sending it back", … */
  carriage: string;
  /** The breakdown, line by line; adds up. */
  money: { label: string; amount: string; kind: 'price' | 'fee' | 'total' }[];
  /** Until when the goods must be sent and the money be back, in a sentence each. */
  due: string[];
  /** Who must prove a fault, or `null` if the rule does not say. */
  proof: string | null;
  /** Who chooses among the remedies of the rule, or `null` if it does not say. */
  chooses: string | null;
  /** "What is missing: …" for `maybe`, else `null`. */
  needs: string | null;
  /** Further offers for the same remedy, in a sentence each; without the two that `beside` compares. */
  also: string[];
  /** The shop's promise beside the law; `null` if the shop was opened without a law. */
  beside: BesideWords | null;
}

export interface BesideWords {
  better: 'shop' | 'law' | 'same';
  /** "Your right by law is better for you: you have more time." */
  sentence: string;
  /** The better side first. */
  sides: SideWords[];
}

export interface SideWords {
  by: 'shop' | 'law';
  /** "Your right by law", "The shop’s promise" */
  label: string;
  /** Its best offer, or `null` where it has none. */
  offer: {
    rule: string;
    clause: string;
    promise: string;
    finding: 'yes' | 'maybe';
    deadline: string;
    day: string | null;
    carriage: string;
    /** "You get back: €99.00", or `null` where nothing is paid. */
    total: string | null;
    cites: { sentence: string; source: string | null }[];
  } | null;
  /** "The shop promises nothing here.", where it has no offer; else `null`. */
  nothing: string | null;
}

export interface ReasonWords {
  rule: string;
  /** Whose rule it is. */
  by: 'shop' | 'law';
  clause: string;
  title: string;
  finding: Finding;
  /** Whether the answer stands on it: the rule of an offer that is told, or where nothing is offered the nearest of the shop and of the law. */
  decisive: boolean;
  /** The clause in the shop's own words, or `null`. */
  text: string | null;
  /** Where the rule comes from and how sure that is, with the address where it can be read, or `null`. */
  cites: { sentence: string; source: string | null }[];
  /** One sentence per thing that was checked; what failed first. */
  sentences: { finding: Finding; sentence: string }[];
}

export interface QuestionWords {
  fact: string;
  kind: 'choice' | 'date' | 'money' | 'number' | 'text';
  /** "Has the box been opened?" */
  question: string;
  help: string | null;
  /** For `choice`; the value to put into the facts. */
  answers: { value: boolean | string; label: string }[];
}

/**
 * Loads a language's catalogue; `words` and `say` need `sentences`, `problem` in another language than English needs `problems`.
 * Unknown languages fall back (`zh-TW` to `zh-CN`, `de-AT` to `de`, `fr` to `en`). Returns the tag used.
 */
export function load(language: string, part?: 'sentences' | 'problems'): Promise<string>;

/**
 * Loads what the facts of the law beside the promise are called in a language, for `words`: "whether the fault is serious". Without
 * it, those that the law asks nobody about are "one more thing about your order". Does nothing for a law that is not of the package.
 */
export function loadNames(language: string, law: Pick<PolicyUsed, 'id'> | null): Promise<void>;

/** The languages that have a catalogue. */
export const languages: readonly string[];

/** A decision in sentences of a language that was loaded. */
export function words(decision: Decision, language: string, shop?: Pick<Shop, 'name'> & Partial<Pick<Shop, 'law'>>): Words;

/**
 * What a fact is called, as part of a sentence: "the day of delivery". Known are those of every policy, and those that a law asks nobody
 * about, once `loadNames` has loaded them; of others `null`.
 */
export function named(fact: string, language: string): string | null;

/** A single sentence of the interface by its key, e.g. `interface.loading`. */
export function say(key: string, language: string, params?: Record<string, string | number>): string;

/** A civil date in a language that was loaded: "9 March 2026". */
export function day(date: CivilDate, language: string): string;

/** A text of the policy in a language: exact tag, then same language, then English, then the first. */
export function pick(text: Text, language: string): string;

/** A problem for developers and merchants: what is wrong and what to do. */
export function problem(problem: Problem, language: string): { message: string; help: string };
