import type { Claim, ClaimField } from '../../binding/claim.js';
import type { ClaimFieldWords, ClaimProblemWords, ClaimWords } from '../../wording/claim.js';
import type { Entered } from './draft.js';

/** The form on the screen. */
export interface Form {
  claim: Claim;
  words: ClaimWords;
  language: string;
  entered: Entered;
  disabled: boolean;
  /** What is told of a field now: nothing while it is being filled in. */
  wrong(field: string): ClaimProblemWords[];
  /** That what is wished is closed, and nothing was said about it. */
  closed: ClaimProblemWords[];
  /** What was changed in what was typed, once it was left. */
  tidied(field: string): string | null;
  /** Something was typed. */
  type(field: string, value: string): void;
  /** Something was chosen. */
  enter(field: string, value: string | boolean | null): void;
  /** The same, at once and not by typing; the focus goes to the field. */
  settle(field: string, value: string): void;
  leave(field: string): void;
  /** The shopper is about to type a telephone number. */
  dial(): void;
}

/** One field of it. */
export interface Entry { field: ClaimField; words: ClaimFieldWords; form: Form }
