import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { MakegoodProblem } from '../binding/errors.js';
import type { Buyer, Facts, Shop } from '../binding/makegood.js';
import { load, loadNames, say } from '../wording/index.js';
import { icon } from './icons.js';
import { languageOf, watchLanguage } from './language.js';
import { whenNear } from './near.js';
import { apology, report } from './report.js';

/** Why there is no answer on the screen. */
export type Idle = 'empty' | 'loading' | 'problem' | 'failed';

/**
 * What the elements have in common: a policy, the buyer's place, a language, a state, and what is said when there is no answer.
 * Their own content is shown until there is something better.
 */
export abstract class AnsweringElement<Opened extends Shop> extends LitElement {
  static readonly version: string = MAKEGOOD_VERSION;
  static override properties: PropertyDeclarations = { policy: {}, country: {}, region: {}, today: {} };

  policy: string | URL | object | null = null;
  country: string | null = null;
  region: string | null = null;
  today: string | null = null;

  protected shop: Opened | null = null;
  /** The language of the sentences; `null` until its catalogue is there. */
  protected language: string | null = null;
  /** What the focus goes to after the next drawing: a selector. */
  protected focusOn: string | null = null;
  protected readonly internals = this.attachInternals();
  #idle: Idle | null = 'empty';
  /** The state that CSS was told. */
  #told: string | null = null;
  /** Whatever was begun before the latest turn is out of date. */
  #turn = 0;
  #near = false;
  #endings: (() => void)[] = [];

  /** Whether there is something to answer. */
  protected abstract readonly wanted: boolean;
  /** What the page says of the purchase; also where the buyer is. */
  protected abstract known(): Facts | undefined;
  /** The state while there is an answer. */
  protected abstract readonly answer: string;
  /** What the focus goes to when an answer was there at once. */
  protected abstract readonly entry: string;
  protected abstract open(policy: string | URL | object, buyer: Buyer): Promise<Opened>;
  /** Loads further sentences that the element needs. */
  protected speak(_language: string): Promise<unknown> { return Promise.resolve(); }
  /** Works the answer out anew; problems are thrown. */
  protected abstract decide(shop: Opened, language: string): Idle | null;
  /** Forgets what the shopper said. */
  protected abstract forget(changed: PropertyValues): void;
  protected abstract card(shop: Opened, language: string): TemplateResult;
  /** Why there is no answer. */
  protected sentence(idle: Idle, language: string): string { return say(`interface.${idle}`, language); }
  /** The sentence for the live region while there is an answer. */
  protected abstract said(language: string): string;

  /** What the element shows, also as `:state(…)`. */
  get state(): string {
    return this.#idle ?? this.answer;
  }

  /** Whether an answer is on the screen. */
  protected get answered(): boolean {
    return this.#idle === null;
  }

  protected get broken(): boolean {
    return this.#idle === 'problem' || this.#idle === 'failed';
  }

  /** Reads the policy and the facts again, as after a failure or when the page has changed what an attribute names. */
  async refresh(): Promise<void> {
    if (!this.isConnected || !this.#near) return;
    const turn = this.#turn += 1;
    if (this.policy === null || this.policy === '' || !this.wanted) return this.#show('empty');
    if (this.shop === null) this.#show('loading');
    // The sentences are also wanted when the policy fails.
    const sentences = this.#speak();
    try {
      const [shop] = await Promise.all([this.open(this.policy, this.#buyer()), sentences]);
      if (turn !== this.#turn) return;
      this.shop = shop;
      await this.#speak();
      if (turn === this.#turn) this.answerAnew();
    } catch (error) {
      await sentences.catch(() => {});
      if (turn === this.#turn) this.#fail(error);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // CSS is told as soon as the property says so, also while the element is far from the screen.
    this.#show(this.#idle);
    this.#endings = [
      watchLanguage(() => { void this.#relearn(); }),
      whenNear(this, () => {
        this.#near = true;
        void this.refresh();
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
    this.#turn += 1;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size === 0) return;
    if (['policy', 'country', 'region'].some((name) => changed.has(name))) this.shop = null;
    if (!changed.has('today') || changed.size > 1) this.forget(changed);
    if (this.#near) void this.refresh();
  }

  protected override updated(): void {
    const focus = this.focusOn;
    this.focusOn = null;
    const at = focus === null ? null : this.renderRoot.querySelector<HTMLElement>(focus);
    at?.focus();
    // What has the focus already, as the first answer of the next question may, is not scrolled to by focusing it.
    at?.scrollIntoView({ block: 'nearest' });
  }

  /** Decides with what is known now, and shows it. */
  protected answerAnew(): void {
    try {
      this.#show(this.decide(this.shop!, this.language!));
    } catch (error) {
      this.#fail(error);
    }
  }

  protected tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  protected override render(): TemplateResult {
    const { language, broken } = this;
    const waiting = this.#idle === 'loading' && language !== null;
    return html`
      ${this.#idle === null ? html`<div class="card" part="card" lang=${language ?? nothing}>${this.card(this.shop!, language!)}</div>` : html`<slot></slot>`}
      <div class=${broken ? 'notice' : ''} part=${broken ? 'notice' : nothing} lang=${language ?? apology(languageOf(this)).language}>
        <p class="status ${broken || waiting ? 'seen' : ''} ${waiting ? 'waiting' : ''}" part="status" role="status">
          ${broken ? icon('alert') : nothing}<span>${this.#status()}</span>
        </p>
        ${broken ? html`<button class="secondary" part="button retry" type="button" @click=${this.#retry}>${language === null
          ? apology(languageOf(this)).retry : say('interface.retry', language)}</button>` : nothing}
      </div>`;
  }

  /** The sentence for the live region; also on the screen while there is no answer. */
  #status(): string {
    const { language } = this;
    if (language === null) return this.broken ? apology(languageOf(this)).failed : '';
    if (this.#idle === 'empty') return '';
    return this.#idle === null ? this.said(language) : this.sentence(this.#idle, language);
  }

  /** Where the buyer is: as the page says, or else as the facts do. */
  #buyer(): Buyer {
    const country = this.country ?? this.known()?.country;
    return { ...(country ? { country } : {}), ...(this.region ? { region: this.region } : {}) };
  }

  /** Loads the sentences of the language that the page states here. */
  async #speak(): Promise<void> {
    const wanted = languageOf(this) ?? this.shop?.languages[0] ?? 'en';
    // Without the names an answer is told all the same.
    const names = loadNames(wanted, this.shop?.law ?? null).catch((error: unknown) => report(this, error));
    const [language] = await Promise.all([load(wanted), this.speak(wanted), names]);
    this.language = language;
  }

  async #relearn(): Promise<void> {
    const before = this.language;
    if (before === null) return;
    try {
      await this.#speak();
    } catch (error) {
      report(this, error);
    }
    if (this.language === before || !this.isConnected) return;
    if (this.shop !== null && this.#idle === null) this.answerAnew();
    else this.requestUpdate();
  }

  #show(idle: Idle | null): void {
    this.#idle = idle;
    this.internals.ariaBusy = idle === 'loading' ? 'true' : null;
    // Browsers of before 2024 know only states that begin with two dashes.
    try {
      if (this.#told !== null) this.internals.states?.delete(this.#told);
      this.#told = this.state;
      this.internals.states?.add(this.#told);
    } catch { /* styling by state is then left out */ }
    this.requestUpdate();
  }

  #fail(error: unknown): void {
    report(this, error);
    this.#show(error instanceof MakegoodProblem ? 'problem' : 'failed');
    this.tell('makegood-problem', { error });
  }

  readonly #retry = (): void => {
    this.shop = null;
    void this.refresh().then(() => {
      this.focusOn = this.broken ? '.secondary' : this.entry;
      this.requestUpdate();
    });
  };
}
