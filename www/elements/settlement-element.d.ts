import type { CivilDate } from '../binding/makegood.js';
import type { Settlement, SettleOrder } from '../binding/settlement.js';
import type { Order, ProblemEvent } from './elements.js';

export type { Order, OrderItem, ProblemEvent } from './elements.js';

/** An order as the page knows it: its items, each with the `price` of one unit before discounts, and what was paid. */
export interface PaidOrder extends Order {
  /** What the order paid, and for what beside its items. */
  order: SettleOrder;
  /** What the shop calls discounts, bundles and payments, by their `id`. */
  titles?: { [id: string]: string };
}

/**
 * - `empty`: there is no policy or no order. `loading`, `problem` (in the policy or the order) and `failed` (something could not be loaded): the
 *   element's own content stays.
 * - `picking`: nothing is ticked yet. `asking`: a question is open; what is known is shown. `settled`: one amount comes back. `range`: it is
 *   between two amounts. `nothing`: nothing comes back.
 */
export type SettlementState = 'empty' | 'loading' | 'picking' | 'asking' | 'settled' | 'range' | 'nothing' | 'problem' | 'failed';

/** The shopper did something, and the engine has settled anew. */
export type SettlementEvent = CustomEvent<{ settlement: Settlement }>;

/**
 * `<makegood-settlement policy="/policy.json" order="#order">`: what comes back for goods of an order, line by line, and onto what.
 *
 * Its content, such as a link to the written policy, is shown until the element is ready, and stays when it cannot answer.
 */
export class MakegoodSettlement extends HTMLElement {
  /** The version of the package. */
  static readonly version: string;

  /** Address of the policy, or the policy itself. Attribute `policy`. */
  policy: string | URL | object | null;
  /** The order, or the selector of a `<script type="application/json">` with it. Attribute `order`. */
  order: string | PaidOrder | null;
  /** The items that are ticked at first, by their ids, separated by spaces. Attribute `back`. */
  back: string | string[] | null;
  /**
   * ISO 3166-1 country of the buyer, for the law that stands beside the promise; otherwise the fact `country` of the order, or the only law that
   * the policy names. Attribute `country`.
   */
  country: string | null;
  /** Region of that country, the second half of an ISO 3166-2 code. Attribute `region`. */
  region: string | null;
  /** Another day than the shop's today. Attribute `today`. */
  today: CivilDate | null;

  /** What is shown, also for CSS as `:state(…)`. */
  readonly state: SettlementState;
  /** The latest settlement, or `null`. */
  readonly settlement: Settlement | null;
  /** Reads the policy and the order again, as after a failure or when the page has changed what an attribute names. */
  refresh(): Promise<void>;

  addEventListener<K extends keyof MakegoodSettlementEventMap>(
    type: K, listener: (this: MakegoodSettlement, event: MakegoodSettlementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface MakegoodSettlementEventMap extends HTMLElementEventMap {
  'makegood-settlement': SettlementEvent;
  'makegood-problem': ProblemEvent;
}

/** Registers the element, as `makegood-settlement` unless told otherwise. Safe to call twice, and beside another version of the package. */
export function define(tag?: string, registry?: CustomElementRegistry): void;

declare global {
  interface HTMLElementTagNameMap { 'makegood-settlement': MakegoodSettlement }
}
