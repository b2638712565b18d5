import type { CivilDate, Facts } from '../binding/makegood.js';
import type { Quote, RepairOption } from '../binding/quote.js';
import type { Order, ProblemEvent } from './elements.js';

export type { Order, OrderItem, ProblemEvent } from './elements.js';

/**
 * - `empty`: there is no policy. `loading`, `problem` (in the policy or the facts) and `failed` (something could not be loaded): the element's
 *   own content stays.
 * - `picking`: the device and what is wrong are chosen. `self-help`: something is to be tried first. `solved`: it helped.
 * - `asking`: a question is open; what is known of the price is shown. `quoted`: there is a price. `free`: nothing is to be paid. `range`: the
 *   price is between two amounts. `inspection`: it must be looked at first.
 */
export type QuoteState =
  | 'empty' | 'loading' | 'picking' | 'self-help' | 'solved' | 'asking' | 'quoted' | 'free' | 'range' | 'inspection' | 'problem' | 'failed';

/** The shopper did something, and the engine has quoted anew. */
export type QuoteEvent = CustomEvent<{ quote: Quote }>;

/** The shopper chose an option of the quote. */
export type ChooseEvent = CustomEvent<{ quote: Quote; option: RepairOption }>;

/**
 * `<makegood-quote policy="/policy.json">`: what would the repair cost, who pays, when is it ready, and which choice there is.
 *
 * Its content, such as a link to a price list, is shown until the element is ready, and stays when it cannot answer.
 */
export class MakegoodQuote extends HTMLElement {
  /** The version of the package. */
  static readonly version: string;

  /** Address of the policy, or the policy itself; its newest version holds the price book. Attribute `policy`. */
  policy: string | URL | object | null;
  /** The device, by its name in the price book; otherwise the shopper chooses. Attribute `model`. */
  model: string | null;
  /** What is wrong, by the names in the price book, separated by spaces; otherwise the shopper chooses. Attribute `faults`. */
  faults: string | string[] | null;
  /** What is known of the device and its purchase, or the selector of a `<script type="application/json">` with it. Attribute `facts`. */
  facts: string | Facts | null;
  /** An order, or the selector of its script: its facts count where `facts` says nothing else. Attribute `order`. */
  order: string | Order | null;
  /** The item of the order that is to be repaired; the only one if left out. Attribute `item`. */
  item: string | null;
  /** Whether what shoppers can do themselves was tried already, as by `<makegood-triage>`, so that it is not shown. Attribute `tried`. */
  tried: boolean;
  /**
   * ISO 3166-1 country of the buyer, for tax and for the law that stands beside the promise; otherwise the fact `country`, or the only law that
   * the policy names. Attribute `country`.
   */
  country: string | null;
  /** Region of that country, the second half of an ISO 3166-2 code. Attribute `region`. */
  region: string | null;
  /** Another day than the shop's today. Attribute `today`. */
  today: CivilDate | null;

  /** What is shown, also for CSS as `:state(…)`. */
  readonly state: QuoteState;
  /** The latest quote, or `null`. */
  readonly quote: Quote | null;
  /** The option that the shopper chose, or `null`. */
  readonly option: RepairOption | null;
  /** Reads the policy and the facts again, as after a failure or when the page has changed what an attribute names. */
  refresh(): Promise<void>;

  addEventListener<K extends keyof MakegoodQuoteEventMap>(
    type: K, listener: (this: MakegoodQuote, event: MakegoodQuoteEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface MakegoodQuoteEventMap extends HTMLElementEventMap {
  'makegood-quote': QuoteEvent;
  'makegood-choose': ChooseEvent;
  'makegood-problem': ProblemEvent;
}

/** Registers the element, as `makegood-quote` unless told otherwise. Safe to call twice, and beside another version of the package. */
export function define(tag?: string, registry?: CustomElementRegistry): void;

declare global {
  interface HTMLElementTagNameMap { 'makegood-quote': MakegoodQuote }
}
