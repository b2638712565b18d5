import type { Claim, ClaimDraft } from '../binding/claim.js';
import type { CivilDate, Facts } from '../binding/makegood.js';
import type { Receipt } from '../binding/receipt.js';
import type { Order, ProblemEvent } from './elements.js';

export type { Order, OrderItem, ProblemEvent } from './elements.js';

/**
 * - `empty`: there is no policy. `loading`, `problem` (in the policy, the facts or the fields) and `failed` (something could not be loaded): the
 *   element's own content stays, and nothing keeps the form around it from being sent.
 * - `filling`: something is missing or wrong. `complete`: it can be sent. `received`: it was.
 */
export type ClaimState = 'empty' | 'loading' | 'filling' | 'complete' | 'received' | 'problem' | 'failed';

/** The shopper sends the claim, and it is complete; `preventDefault()` keeps the form open, and the form around it from being sent. */
export type ClaimEvent = CustomEvent<{
  claim: Claim;
  /** What was checked. */
  draft: ClaimDraft;
  /** The claim with its draft and the hash of the policy, for the shop's server to check again. */
  receipt: Receipt;
  /** The files, in the order of `draft.evidence`. */
  files: File[];
}>;

/** The shopper did something, and the engine has checked anew. */
export type CheckedEvent = CustomEvent<{ claim: Claim }>;

/**
 * `<makegood-claim policy="/policy.json">`: the form of a claim. It asks only what matters, says what is wrong and how to mend it once a field was
 * left, and shows what the policy says about what is wished; a no never keeps a claim from being sent.
 *
 * A field of the form around it: under its name it hands in the receipt of the claim and the files, and keeps the form from being sent while
 * something is missing. Its content, such as a plain form or an address, is shown until it is ready, and stays when it is not.
 */
export class MakegoodClaim extends HTMLElement {
  /** The version of the package. */
  static readonly version: string;
  static readonly formAssociated: true;

  /** Address of the policy, or the policy itself. Attribute `policy`. */
  policy: string | URL | object | null;
  /** An order, or the selector of a `<script type="application/json">` with it. Attribute `order`. */
  order: string | Order | null;
  /** The item of the order that it is about; the only one if left out. Of several, the shopper is asked. Attribute `item`. */
  item: string | null;
  /** What is known of the purchase, or the selector of its script: it wins over the order, and is not asked for. Attribute `facts`. */
  facts: string | Facts | null;
  /** What is filled in for the shopper, by field, such as `order`, `name` and `email`; or the selector of its script. Attribute `fields`. */
  fields: string | { [field: string]: string | boolean } | null;
  /** Under which the receipt and the files are handed in. Attribute `name`. */
  name: string | null;
  /** Attribute `disabled`. */
  disabled: boolean;
  /** ISO 3166-1 country of the buyer, for the law and for telephone numbers; otherwise the fact `country`. Attribute `country`. */
  country: string | null;
  /** Region of that country, the second half of an ISO 3166-2 code. Attribute `region`. */
  region: string | null;
  /** Another day than the shop's today. Attribute `today`. */
  today: CivilDate | null;

  /** What is shown, also for CSS as `:state(…)`. */
  readonly state: ClaimState;
  /** The latest claim, or `null`, also while it is not known which item it is about. */
  readonly claim: Claim | null;
  /** What it was checked from, or `null`. */
  readonly draft: ClaimDraft | null;
  /** The files that can be sent, in the order of `draft.evidence`. */
  readonly files: readonly File[];
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  /** Shows what is missing, as if the shopper had tried to send it. */
  reportValidity(): boolean;
  /** The shop has the claim: says so, and deletes the draft from the device. */
  received(): void;
  /** Reads the policy, the facts and the order again, as after a failure or when the page has changed what an attribute names. */
  refresh(): Promise<void>;

  addEventListener<K extends keyof MakegoodClaimEventMap>(
    type: K, listener: (this: MakegoodClaim, event: MakegoodClaimEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface MakegoodClaimEventMap extends HTMLElementEventMap {
  'makegood-claim': ClaimEvent;
  'makegood-checked': CheckedEvent;
  'makegood-problem': ProblemEvent;
}

/** Registers the element, as `makegood-claim` unless told otherwise. Safe to call twice, and beside another version of the package. */
export function define(tag?: string, registry?: CustomElementRegistry): void;

declare global {
  interface HTMLElementTagNameMap { 'makegood-claim': MakegoodClaim }
}
