import type { EvidenceReport, EvidenceRules } from '../evidence/evidence.js';
import type { ProblemEvent } from './elements.js';

export type { ProblemEvent } from './elements.js';

/**
 * - `loading` and `failed` (the sentences could not be loaded, or the rules are none): the element's own content stays.
 * - `empty`: there is no file yet. `checking`: they are being read. `ok`: all can be handed in. `problem`: something is wrong with one, or with
 *   all together.
 */
export type EvidenceState = 'loading' | 'empty' | 'checking' | 'ok' | 'problem' | 'failed';

/** The files were checked, after the shopper or the page has added or removed some. */
export type EvidenceEvent = CustomEvent<{ report: EvidenceReport; files: File[] }>;

/**
 * `<makegood-evidence name="photos" rules="#rules">`: photos and papers of a claim, chosen, dropped or pasted, and checked on the device.
 *
 * A field of the form around it: it hands in the files that are fine, once each, under its name, and keeps the form from being sent while
 * something is wrong. Its content, such as an `<input type="file">`, is shown until it is ready, and stays when it is not.
 */
export class MakegoodEvidence extends HTMLElement {
  /** The version of the package. */
  static readonly version: string;
  static readonly formAssociated: true;

  /** Under which the files are handed in. Attribute `name`. */
  name: string | null;
  /** What is taken, or the selector of a `<script type="application/json">` with it. Attribute `rules`. */
  rules: string | EvidenceRules | null;
  /** The heading; "Photos and papers" unless said. Attribute `label`. */
  label: string | null;
  /** Whether at least one file is needed. Attribute `required`. */
  required: boolean;
  /** Attribute `disabled`. */
  disabled: boolean;

  /** What is shown, also for CSS as `:state(…)`. */
  readonly state: EvidenceState;
  /** All files, also those with a problem. */
  readonly files: readonly File[];
  /** The latest report, with one entry per file, or `null` while there is none. */
  readonly report: EvidenceReport | null;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;

  /** Adds files, as if the shopper had chosen them; done when they are checked. */
  add(files: Iterable<File>): Promise<void>;
  /** Takes all files away. */
  clear(): void;

  addEventListener<K extends keyof MakegoodEvidenceEventMap>(
    type: K, listener: (this: MakegoodEvidence, event: MakegoodEvidenceEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface MakegoodEvidenceEventMap extends HTMLElementEventMap {
  'makegood-evidence': EvidenceEvent;
  'makegood-problem': ProblemEvent;
}

/** Registers the element, as `makegood-evidence` unless told otherwise. Safe to call twice, and beside another version of the package. */
export function define(tag?: string, registry?: CustomElementRegistry): void;

declare global {
  interface HTMLElementTagNameMap { 'makegood-evidence': MakegoodEvidence }
}
