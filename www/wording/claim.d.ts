/** A claim in sentences: what is asked, what is wrong and how to mend it, how far it is, and what the policy says about what is wished. */
import type { Claim, ClaimDraft, ClaimField } from '../binding/claim.js';
import type { Finding, Problem, Shop } from '../binding/makegood.js';
import type { QuoteWords } from './quote.js';
import type { ItemWords, NextStepWords, ReasonWords } from './wording.js';

export interface ClaimWords {
  /** "Your claim" */
  title: string;
  /** One per field of the claim, in its order. */
  fields: ClaimFieldWords[];
  /** One per photo or paper that is asked for, in its order. */
  evidence: ClaimNeedWords[];
  /** One per problem of the claim, in its order. */
  problems: ClaimProblemWords[];
  /** What was changed in what was typed, in a sentence each: "We wrote it as AB12345678." */
  tidied: { field: string; sentence: string }[];
  /** "3 of 5 done, 2 left." */
  progress: string;
  /** "Next: Serial number", or `null` when nothing is missing. */
  next: string | null;
  wish: WishWords | null;
  /** What a repair would cost, or `null`. */
  quote: (Pick<QuoteWords, 'headline' | 'kind'> & { title: string; options: { title: string; total: string }[] }) | null;
  /** "Policy aurora-cn, version 2026-11-01 (0123abcd)" */
  policy: string;
}

export interface ClaimFieldWords {
  id: string;
  type: ClaimField['type'];
  /** "Serial number" */
  label: string;
  help: string | null;
  /** "For example AB12345678", or `null`. */
  example: string | null;
  /** "if you like", or `null` where it is required. */
  optional: string | null;
  /** What can be chosen; empty where something is typed. */
  values: {
    value: string | boolean;
    label: string;
    help: string | null;
    icon: string | null;
    /** The one above it, or `null`. */
    under: string | null;
    /** Whether a wished remedy is open, and that in words. */
    finding: Finding | null;
    badge: string | null;
  }[];
  /** What the claim holds, as people write it: the label of a choice, a day in words; `null` while there is none. */
  value: string | null;
}

export interface ClaimNeedWords {
  id: string;
  title: string;
  help: string | null;
  /** "At least 2 files are needed.", or `null` where none is. */
  least: string | null;
  optional: string | null;
}

export interface ClaimProblemWords {
  code: string;
  severity: Problem['severity'];
  /** The field that it is of, or `null`. */
  field: string | null;
  /** The photo or paper that it is of, or `null`. */
  need: string | null;
  /** The place of the file in the draft, or `null`. */
  file: number | null;
  /** What is wrong, by the name of the field: "“Day of purchase” is a day that is still to come." */
  message: string;
  /** How to mend it; `null` where the message says it. */
  help: string | null;
}

export interface WishWords {
  remedy: string;
  finding: Finding;
  /** "Refund" */
  title: string;
  /** "This is not open by the policy." */
  badge: string;
  /** What the decision says about it: "You can send this back for a refund until 12 November 2026." */
  headline: string;
  /** Why it is closed, or `null`. */
  because: string | null;
  /** When it is closed, what is open instead: "You can have this repaired free of charge until 20 November 2027." */
  also: string[];
  /** When it is closed, what would open it. */
  ways: NextStepWords[];
  /** The clauses that it rests on, with everything that was checked. */
  reasons: ReasonWords[];
  /** "I see it differently", with what it means; `null` while it is not closed. */
  differently: { label: string; help: string } | null;
  /** "You see it differently. A person at the shop looks at it.", or `null`. */
  disputed: string | null;
}

/** What the page knows beside the claim. */
export interface ClaimAbout {
  /** The shop, for its name and the law beside it. */
  shop?: Pick<Shop, 'name'> & Partial<Pick<Shop, 'law'>>;
  /** The draft that it is of: then what is wrong with a file also says for which photo or paper it was. */
  draft?: Pick<ClaimDraft, 'evidence'>;
}

/**
 * Loads a language: the sentences of claims, of quotes and the shared ones. Everything else here needs it. Unknown languages fall back as in
 * `makegood/wording`. Returns the tag used.
 */
export function load(language: string): Promise<string>;

/** The languages that have a catalogue. */
export const languages: readonly string[];

/** A claim in sentences of a language that was loaded. */
export function claimWords(claim: Claim, language: string, about?: ClaimAbout): ClaimWords;

/** What can be unfolded about the decision behind a claim: `reasons` of every clause, `policy`, `law`. */
export function claimReasons(claim: Claim, language: string, about?: ClaimAbout): Pick<ItemWords, 'reasons' | 'policy' | 'law'>;

/** A single sentence for pages about claims, by its key: `send.submit`, `draft.keep`, … */
export function say(key: string, language: string, params?: Record<string, string | number>): string;
