import type { ClaimAnswer, FormEntries } from './claim.js';
import type { CivilDate, Decision, LawUsed, PolicyUsed, Problem, Reason, RestartDetail, Text } from './makegood.js';
import type { PriceBook, Quote } from './quote.js';
import type { Receipt, Verdict } from './receipt.js';
import type { Settlement } from './settlement.js';
import type { Triage } from './triage.js';

/** What the engine tells of a compiled policy. */
export interface About {
  id: string;
  name: Text;
  currency: string;
  timeZone: string;
  languages: string[];
  page: string | null;
  versions: (PolicyUsed & { from: CivilDate | null })[];
  reasons: Reason[];
  laws: string[];
  law: LawUsed | null;
  /** Only larger engines tell it. */
  book?: PriceBook | null;
}

/** The functions of the WebAssembly module. They return problems and never throw, unless the module stopped. */
export interface EngineCalls {
  compile(policy: unknown, law: unknown): { shop: number | null; problems: Problem[]; about: About | null };
  decide(shop: number, request: unknown): { decision: Decision } | { problems: Problem[] };
  /** Only larger engines have these. */
  quote?(shop: number, request: unknown): { quote: Quote } | { problems: Problem[] };
  triage?(shop: number, request: unknown): { triage: Triage } | { problems: Problem[] };
  check_claim?(shop: number, draft: unknown): { claim: ClaimAnswer } | { problems: Problem[] };
  read_form?(shop: number, today: CivilDate, form: HTMLFormElement): FormEntries;
  mark_form?(form: HTMLFormElement, sentences: { [name: string]: string }): void;
  settle?(shop: number, request: unknown): { settlement: Settlement } | { problems: Problem[] };
  receipt?(shop: number, asked: Receipt['asked'], request: unknown): { receipt: Receipt } | { problems: Problem[] };
  verify?(shop: number, receipt: unknown): { verdict: Verdict } | { problems: Problem[] };
  release(shop: number): void;
  version(): string;
}

/** What there is to do. */
type Work = Required<Pick<EngineCalls, 'compile' | 'decide' | 'quote' | 'triage' | 'check_claim' | 'read_form' | 'mark_form' | 'settle' | 'receipt' | 'verify'>>;

/** A running module, and the way to start it afresh without loading it again. */
export interface Started { calls: EngineCalls; restart(): void }

/**
 * The running engine. A module that stopped (a trap, or a full stack) is left with half-done work in its memory, so it is
 * thrown away and started afresh; every shop notices by `generation` that it must compile its policy again.
 */
export class Engine {
  /** Counts the starts; what one start handed out means nothing to the next. */
  generation = 0;
  readonly #started: Started;
  #restarts = 0;
  #stopped = false;
  #doing: keyof Work | null = null;

  constructor(started: Started) {
    this.#started = started;
  }

  /** Does some work with the engine; if the engine stops over it, once more with a fresh one. */
  run<T>(work: (calls: Work) => T, shop?: EventTarget): T {
    if (this.#doing !== null) throw new Error('the engine is at work: a getter of what was given calls it again; give plain objects');
    try {
      return this.#once(work);
    } catch (error) {
      const call = this.#stop();
      try {
        return this.#once(work);
      } catch (again) {
        this.#stop();
        throw new Error(`the engine stopped twice in \`${call}\`; the next call starts it afresh`, { cause: again });
      } finally {
        this.#doing = null;
        tell({ call, error, restarts: this.#restarts }, shop);
      }
    } finally {
      this.#doing = null;
    }
  }

  /** Forgets a shop that nobody holds any more. */
  release(shop: number, generation: number): void {
    if (this.#stopped || generation !== this.generation) return;
    try {
      this.#started.calls.release(shop);
    } catch {
      this.#stop();
    }
  }

  #once<T>(work: (calls: Work) => T): T {
    if (this.#stopped) {
      this.#started.restart();
      this.#restarts += 1;
      this.#stopped = false;
    }
    const { calls } = this.#started;
    return work({
      compile: (policy, law) => { this.#doing = 'compile'; return calls.compile(policy, law); },
      decide: (shop, request) => { this.#doing = 'decide'; return calls.decide(shop, request); },
      quote: (shop, request) => { this.#doing = 'quote'; return calls.quote!(shop, request); },
      triage: (shop, request) => { this.#doing = 'triage'; return calls.triage!(shop, request); },
      check_claim: (shop, draft) => { this.#doing = 'check_claim'; return calls.check_claim!(shop, draft); },
      read_form: (shop, today, form) => { this.#doing = 'read_form'; return calls.read_form!(shop, today, form); },
      mark_form: (form, sentences) => { this.#doing = 'mark_form'; calls.mark_form!(form, sentences); },
      settle: (shop, request) => { this.#doing = 'settle'; return calls.settle!(shop, request); },
      receipt: (shop, asked, request) => { this.#doing = 'receipt'; return calls.receipt!(shop, asked, request); },
      verify: (shop, receipt) => { this.#doing = 'verify'; return calls.verify!(shop, receipt); },
    });
  }

  #stop(): RestartDetail['call'] {
    this.#stopped = true;
    this.generation += 1;
    return this.#doing ?? 'restart';
  }
}

function tell(detail: RestartDetail, shop: EventTarget | undefined): void {
  shop?.dispatchEvent(new CustomEvent('restart', { detail }));
  if (typeof document !== 'undefined') globalThis.dispatchEvent(new CustomEvent('makegood-restart', { detail }));
}
