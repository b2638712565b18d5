import type { CivilDate, Facts } from '../binding/makegood.js';
import type { Triage } from '../binding/triage.js';
import type { ProblemEvent } from './elements.js';

export type { ProblemEvent } from './elements.js';

/**
 * - `empty`: there is no policy. `loading`, `problem` (in the policy or the facts) and `failed` (something could not be loaded): the element's
 *   own content stays.
 * - `asking`: a question is open. `trying`: something is to be tried first. `confirming`: what was said is repeated, and the shopper says whether
 *   that is right.
 * - `solved`: what was tried has helped. `known`: it is known what is wrong. `refer`: it is known, and somebody else helps. `open`: it can be
 *   several things. `none`: it is none of what the policy knows.
 */
export type TriageState =
  | 'empty' | 'loading' | 'asking' | 'trying' | 'confirming' | 'solved' | 'known' | 'refer' | 'open' | 'none' | 'problem' | 'failed';

/** The shopper did something, and it came to an outcome; `fault`, `repair` and `facts` are those of the triage. */
export type TriageEvent = CustomEvent<Pick<Triage, 'fault' | 'repair' | 'facts'> & { triage: Triage }>;

/**
 * `<makegood-triage policy="/policy.json">`: what is wrong, from symptoms in plain words, with what to try first.
 *
 * Its content, such as a telephone number, is shown until the element is ready, and stays when it cannot ask. What stands in it with
 * `slot="next"` is shown below what it came to, unless that is solved: the way to the price, or to the claim.
 */
export class MakegoodTriage extends HTMLElement {
  /** The version of the package. */
  static readonly version: string;

  /** Address of the policy, or the policy itself; the version of today holds the triage. Attribute `policy`. */
  policy: string | URL | object | null;
  /** The device, by its name in the price book, if the page knows it. Attribute `model`. */
  model: string | null;
  /** What is known of the device and its purchase, or the selector of a `<script type="application/json">` with it. Attribute `facts`. */
  facts: string | Facts | null;
  /** ISO 3166-1 country of the buyer; otherwise the fact `country`. Attribute `country`. */
  country: string | null;
  /** Region of that country, the second half of an ISO 3166-2 code. Attribute `region`. */
  region: string | null;
  /** Another day than the shop's today. Attribute `today`. */
  today: CivilDate | null;

  /** What is shown, also for CSS as `:state(…)`. */
  readonly state: TriageState;
  /** The latest triage, or `null`. */
  readonly triage: Triage | null;
  /** Reads the policy and the facts again, as after a failure or when the page has changed what an attribute names. */
  refresh(): Promise<void>;

  addEventListener<K extends keyof MakegoodTriageEventMap>(
    type: K, listener: (this: MakegoodTriage, event: MakegoodTriageEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface MakegoodTriageEventMap extends HTMLElementEventMap {
  'makegood-triage': TriageEvent;
  'makegood-problem': ProblemEvent;
}

/** Registers the element, as `makegood-triage` unless told otherwise. Safe to call twice, and beside another version of the package. */
export function define(tag?: string, registry?: CustomElementRegistry): void;

declare global {
  interface HTMLElementTagNameMap { 'makegood-triage': MakegoodTriage }
}
