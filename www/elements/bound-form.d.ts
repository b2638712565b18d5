import type { Claim, ClaimDraft } from '../binding/claim.js';
import type { Buyer, CivilDate, Facts } from '../binding/makegood.js';

export { MakegoodLoadError, MakegoodProblem } from '../binding/makegood.js';

export interface BindOptions extends Buyer {
  /** An address, a document, a list of versions, or JSON text. */
  policy: string | URL | object;
  /** What the page knows of the purchase; it is not asked for. */
  facts?: Facts;
  /** Which item of an order it is about. */
  item?: NonNullable<ClaimDraft['item']>;
  /** Today in the shop's time zone, for tests and demos. */
  today?: CivilDate;
}

/** A form of the page's own that is looked after. */
export interface BoundForm {
  /** What the form comes to now. */
  readonly claim: Claim;
  /** The page knows something else now: only what is given changes. */
  update(known: Pick<BindOptions, 'facts' | 'item' | 'today'>): void;
  /** Leaves the form as it was. */
  release(): void;
}

/**
 * Looks after a form of the page's own: whatever has the name of a field or of evidence of the policy's claim form is checked on the
 * device, with what is wrong beside it.
 *
 * - What is wrong is told to the browser (`setCustomValidity`, so `:user-invalid` works), to assistive technology (`aria-invalid`,
 *   `aria-describedby`), and in a sentence after the control, or in `[data-claim-note="name"]` where the page has one. Nothing is said
 *   before a field was left, and what is missing only when the form is to be sent.
 * - `[data-claim-field="name"]` is hidden while its field is not asked for.
 * - An empty `<select>` gets its choices. A choice with the value `unsure` says "I am not sure".
 * - When the form is to be sent and something is wrong, a summary takes the focus and leads to the fields; it stands at the head of the form,
 *   or in `[data-claim-summary]`. `[data-claim-progress]` tells how far it is.
 * - Where what is wished is closed, a box `disputed` lets the shopper send it all the same.
 * - A form that is complete is sent as ever, with the receipt of the claim in the entry `receipt`.
 *
 * Until it is bound, and without JavaScript, the form works as the browser lets it. Binding a form again gives what is bound.
 *
 * @throws {MakegoodProblem} if the policy has errors.
 * @throws {MakegoodLoadError} if a file cannot be loaded.
 */
export function bind(form: HTMLFormElement, options: BindOptions): Promise<BoundForm>;
