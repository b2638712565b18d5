/**
 * Claims: what `makegood/quote` has, and a form that says what is missing and what is wrong before it is sent.
 */
import type { Claim, ClaimDraft, FormEntries } from './claim.js';
import type { Buyer, CivilDate } from './makegood.js';
import type { QuoteShop } from './makegood-quote.js';
import type { Triage, TriageRequest } from './triage.js';

export type * from './claim.js';
export type * from './makegood-quote.js';
export type * from './triage.js';
export { check, init, MakegoodLoadError, MakegoodProblem, version } from './makegood.js';

/** A shop that also takes claims. */
export interface ClaimShop extends QuoteShop {
  /**
   * From symptoms to what is wrong, by the policy's `triage`.
   *
   * @throws {MakegoodProblem} if the request has problems.
   */
  triage(request: TriageRequest): Triage;
  /**
   * What a draft comes to: what is asked now, what is wrong, what is missing, and the answers that it rests on. Quick enough to be
   * asked after every field.
   *
   * What the shopper entered is never thrown, however wrong.
   * @throws {MakegoodProblem} if the page got something wrong: a field that the form does not have, facts that contradict each other.
   */
  checkClaim(draft: ClaimDraft): Claim;

  /**
   * What the controls of a form of the page's own hold, where they are named as fields or evidence of the claim form in force today.
   * `makegood/bind` does the rest with it; in browsers only.
   */
  readForm(form: HTMLFormElement, today?: CivilDate): FormEntries;

  /** Tells the browser what is wrong with controls, by name (`setCustomValidity`); an empty sentence says that nothing is. */
  markForm(form: HTMLFormElement, sentences: { [name: string]: string }): void;
}

/**
 * Opens a policy as `open` of `makegood` does.
 *
 * @throws {MakegoodProblem} if the policy has errors.
 * @throws {MakegoodLoadError} if a file cannot be loaded.
 */
export function open(policy: string | URL | object, buyer?: Buyer): Promise<ClaimShop>;
