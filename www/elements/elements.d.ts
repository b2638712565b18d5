import type { CivilDate, Decision, Facts, Item, Text } from '../binding/makegood.js';

/** An item of an order as the page shows it. */
export interface OrderItem extends Item {
  /** The product's name, for the shopper to choose by. */
  title?: Text;
}

/** An order as the page knows it: a request whose items may have titles; `today` may be left out. */
export interface Order {
  today?: CivilDate;
  /** How the shop calls the order. */
  id?: string;
  /** What holds for the whole order. */
  facts?: Facts;
  items: OrderItem[];
}

/**
 * - `empty`: nothing to decide about. `loading`, `problem` (in the policy or the order) and `failed` (something could not be loaded):
 *   the element's own content stays.
 * - `asking`: a question is open. `yes`, `no`, `maybe`: the answer.
 */
export type ReturnsState = 'empty' | 'loading' | 'asking' | 'yes' | 'no' | 'maybe' | 'problem' | 'failed';

/** The shopper did something, and the engine has decided anew. */
export type DecisionEvent = CustomEvent<{ decision: Decision }>;

/** No answer could be given: a `MakegoodProblem`, a `MakegoodLoadError`, or an error of ours. */
export type ProblemEvent = CustomEvent<{ error: unknown }>;

/**
 * `<makegood-returns policy="/policy.json" order="#order">`: may this item go back, until when, on what terms, and why.
 *
 * Its content, such as a link to the written policy, is shown until the answer is there, and stays when there is none.
 */
export class MakegoodReturns extends HTMLElement {
  /** The version of the package. */
  static readonly version: string;

  /** Address of the policy, or the policy itself. Attribute `policy`. */
  policy: string | URL | object | null;
  /** An order page: the order, or the selector of a `<script type="application/json">` with it. Attribute `order`. */
  order: string | Order | null;
  /** A product page: the facts of one item, or the selector of their script, with an estimate as `delivered`. Attribute `product`. */
  product: string | Facts | null;
  /** The item of the order that it is about; otherwise the shopper chooses. Attribute `item`. */
  item: string | null;
  /**
   * ISO 3166-1 country of the buyer, for the law that stands beside the promise; otherwise the fact `country` of the order or the
   * product, or the only law that the policy names. Attribute `country`.
   */
  country: string | null;
  /** Region of that country, the second half of an ISO 3166-2 code. Attribute `region`. */
  region: string | null;
  /** Another day than the shop's today. Attribute `today`. */
  today: CivilDate | null;

  /** What is shown, also for CSS as `:state(…)`. */
  readonly state: ReturnsState;
  /** The latest decision, or `null`. */
  readonly decision: Decision | null;
  /** Reads the policy and the order again, as after a failure or when the page has changed what an attribute names. */
  refresh(): Promise<void>;

  addEventListener<K extends keyof MakegoodReturnsEventMap>(
    type: K, listener: (this: MakegoodReturns, event: MakegoodReturnsEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface MakegoodReturnsEventMap extends HTMLElementEventMap {
  'makegood-decision': DecisionEvent;
  'makegood-problem': ProblemEvent;
}

/** Registers the element, as `makegood-returns` unless told otherwise. Safe to call twice, and beside another version of the package. */
export function define(tag?: string, registry?: CustomElementRegistry): void;

declare global {
  interface HTMLElementTagNameMap { 'makegood-returns': MakegoodReturns }
}
