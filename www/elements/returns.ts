import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { MakegoodProblem, open } from '../binding/index.js';
import type { Buyer, Decision, Facts, FactValue, Shop } from '../binding/makegood.js';
import { load, pick, say } from '../wording/index.js';
import type { QuestionWords } from '../wording/wording.js';
import { givenView, spoken, type Given } from './answered.js';
import type { define as DefineFace, MakegoodReturns as Face, Order, OrderItem, ReturnsState } from './elements.js';
import { icon } from './icons.js';
import { inquire, outlook, type Inquiry, type Outlook, type Subject } from './inquiry.js';
import { languageOf, watchLanguage } from './language.js';
import { whenNear } from './near.js';
import { productView } from './product.js';
import { questionView } from './question.js';
import { apology, report } from './report.js';
import { resultView } from './result.js';
import { given, remembering } from './source.js';
import { answers as answerStyles, controls, frame, settings, tokens } from './styles.js';
import { policyLink } from './why.js';

/** What is on the screen. */
type Shown =
  | { is: 'empty' | 'loading' }
  | { is: 'problem' | 'failed' }
  | { is: 'items'; order: Order }
  | { is: 'inquiry'; order: Order; item: OrderItem; inquiry: Inquiry }
  | { is: 'outlook'; outlook: { return: Outlook; fault: Outlook | null } };

const shopOf = remembering<Shop>(open);

/** The choice of an item is asked like any other question, but is no fact. */
const ITEM = 'makegood:item';

/** `<makegood-returns>`: may this item go back, until when, on what terms, and why. It shows and asks; the engine decides. */
export class MakegoodReturns extends LitElement implements Face {
  static readonly version: string = MAKEGOOD_VERSION;
  static override styles = [tokens, frame, controls, answerStyles, settings];
  static override properties = {
    policy: {}, order: {}, product: {}, item: {}, country: {}, region: {}, today: {},
  };

  policy: string | URL | object | null = null;
  order: string | Order | null = null;
  product: string | Facts | null = null;
  item: string | null = null;
  country: string | null = null;
  region: string | null = null;
  today: string | null = null;

  readonly #internals = this.attachInternals();
  #shown: Shown = { is: 'empty' };
  #shop: Shop | null = null;
  /** The language of the sentences; `null` until its catalogue is there. */
  #language: string | null = null;
  #answers = new Map<string, FactValue | null>();
  #chosen: string | null = null;
  #revisit: string | null = null;
  #complaint: 'choose-first' | 'check-answer' | null = null;
  /** The question that was last on the screen. */
  #drawn: string | null = null;
  /** Where the focus goes after the next drawing. */
  #focus: 'question' | 'result' | 'retry' | null = null;
  /** Whatever was begun before the latest turn is out of date. */
  #turn = 0;
  #near = false;
  #endings: (() => void)[] = [];

  /** What the element shows, also as `:state(…)`. */
  get state(): ReturnsState {
    const shown = this.#shown;
    switch (shown.is) {
      case 'items': return 'asking';
      case 'inquiry': return shown.inquiry.question === null ? shown.inquiry.item.finding : 'asking';
      case 'outlook': return shown.outlook.return.item.finding;
      default: return shown.is;
    }
  }

  /** The latest decision, or `null`. */
  get decision(): Decision | null {
    const shown = this.#shown;
    if (shown.is === 'inquiry') return shown.inquiry.decision;
    return shown.is === 'outlook' ? shown.outlook.return.decision : null;
  }

  /** Reads the policy and the order again, as after a failure or when the page has changed what an attribute names. */
  async refresh(): Promise<void> {
    if (!this.isConnected || !this.#near) return;
    const turn = this.#turn += 1;
    if (this.policy === null || this.policy === '' || (this.order ?? this.product ?? '') === '') {
      return this.#show({ is: 'empty' });
    }
    if (this.#shop === null) this.#show({ is: 'loading' });
    // The sentences are also wanted when the policy fails.
    const sentences = this.#speak();
    try {
      const [shop] = await Promise.all([shopOf(this.policy, this.#buyer()), sentences]);
      if (turn !== this.#turn) return;
      this.#shop = shop;
      await this.#speak();
      if (turn === this.#turn) this.#decide();
    } catch (error) {
      await sentences.catch(() => {});
      if (turn === this.#turn) this.#fail(error);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#endings = [
      watchLanguage(() => { this.#relearn(); }),
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
    if (!this.#near || changed.size === 0) return;
    if (['policy', 'country', 'region'].some((name) => changed.has(name))) this.#shop = null;
    if (!changed.has('today') || changed.size > 1) this.#forget();
    void this.refresh();
  }

  /** Where the buyer is: as the page says, or else as the order or the product does. */
  #buyer(): Buyer {
    const { facts } = this.order === null || this.order === ''
      ? { facts: given(this.product ?? {}, this, 'product') }
      : given(this.order, this, 'order') ?? {};
    const country = this.country ?? facts?.country;
    return { ...(country ? { country } : {}), ...(this.region ? { region: this.region } : {}) };
  }

  /** Loads the sentences of the language that the page states here. */
  async #speak(): Promise<void> {
    this.#language = await load(languageOf(this) ?? this.#shop?.languages[0] ?? 'en');
  }

  async #relearn(): Promise<void> {
    const before = this.#language;
    if (before === null) return;
    try {
      await this.#speak();
    } catch (error) {
      report(this, error);
    }
    if (this.#language === before || !this.isConnected) return;
    if (this.#shop !== null && this.decision !== null) this.#decide();
    else this.requestUpdate();
  }

  #forget(): void {
    this.#answers.clear();
    this.#chosen = null;
    this.#revisit = null;
    this.#complaint = null;
  }

  #decide(): void {
    try {
      this.#show(this.#seen(this.#shop!, this.#language!));
    } catch (error) {
      this.#fail(error);
    }
  }

  #seen(shop: Shop, language: string): Shown {
    if (this.order === null || this.order === '') {
      const today = this.today ?? shop.today();
      return { is: 'outlook', outlook: outlook({ shop, today, language }, given(this.product ?? {}, this, 'product')) };
    }
    const order = given(this.order, this, 'order');
    const today = this.today ?? order?.today ?? shop.today();
    // What is no order is for the engine to name.
    if (!isOrder(order)) shop.decide({ ...order, today });
    if (order.items.length === 0) return { is: 'empty' };
    const wanted = this.#chosen ?? this.item;
    const item = order.items.length === 1 && wanted === null ? order.items[0] : order.items.find(({ id }) => id === wanted);
    if (item === undefined || this.#revisit === ITEM) return { is: 'items', order };
    const subject: Subject = { shop, order, item, today, language };
    const inquiry = inquire(subject, this.#answers, this.#revisit);
    if (inquiry.refused !== null) this.#complaint = 'check-answer';
    return { is: 'inquiry', order, item, inquiry };
  }

  #show(shown: Shown): void {
    const before = this.state;
    this.#shown = shown;
    this.#internals.ariaBusy = shown.is === 'loading' ? 'true' : null;
    // Browsers of before 2024 know only states that begin with two dashes.
    try {
      this.#internals.states?.delete(before);
      this.#internals.states?.add(this.state);
    } catch { /* styling by state is then left out */ }
    this.requestUpdate();
  }

  get #broken(): boolean {
    return this.#shown.is === 'problem' || this.#shown.is === 'failed';
  }

  #fail(error: unknown): void {
    report(this, error);
    this.#show({ is: error instanceof MakegoodProblem ? 'problem' : 'failed' });
    this.dispatchEvent(new CustomEvent('makegood-problem', { bubbles: true, composed: true, detail: { error } }));
  }

  /** The shopper did something: decide anew, tell the page, and lead the focus on. */
  #act(change: () => void): void {
    this.#complaint = null;
    this.#revisit = null;
    change();
    this.#decide();
    this.#focus = this.state === 'asking' ? 'question' : 'result';
    if (this.decision !== null && this.#complaint === null && this.#revisit === null) {
      this.dispatchEvent(new CustomEvent('makegood-decision', { bubbles: true, composed: true, detail: { decision: this.decision } }));
    }
  }

  #complain(): void {
    this.#complaint = 'choose-first';
    this.#focus = 'question';
    this.requestUpdate();
  }

  protected override updated(): void {
    // Elements are reused from one question to the next; what was chosen in them is not.
    const form = this.renderRoot.querySelector('form');
    const fact = form?.dataset['fact'] ?? null;
    if (fact !== this.#drawn) form?.reset();
    this.#drawn = fact;
    const focus = this.#focus;
    this.#focus = null;
    if (focus === null) return;
    const wanted = { question: 'form :checked, form input', result: '[data-focus]', retry: '.secondary' };
    this.renderRoot.querySelector<HTMLElement>(wanted[focus])?.focus();
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const answered = shown.is === 'items' || shown.is === 'inquiry' || shown.is === 'outlook';
    const broken = this.#broken;
    const waiting = shown.is === 'loading' && this.#language !== null;
    return html`
      ${answered ? html`<div class="card" part="card" lang=${this.#language ?? nothing}>${this.#card(shown)}</div>` : html`<slot></slot>`}
      <div class=${broken ? 'notice' : ''} part=${broken ? 'notice' : nothing} lang=${this.#language ?? apology(languageOf(this)).language}>
        <p class="status ${broken || waiting ? 'seen' : ''} ${waiting ? 'waiting' : ''}" part="status" role="status">
          ${broken ? icon('alert') : nothing}<span>${this.#status()}</span>
        </p>
        ${broken ? html`<button class="secondary" part="button retry" type="button" @click=${this.#retry}>${this.#language === null
          ? apology(languageOf(this)).retry : say('interface.retry', this.#language)}</button>` : nothing}
      </div>`;
  }

  /** The sentence for the live region; also on the screen while there is no answer. */
  #status(): string {
    const { is } = this.#shown;
    const language = this.#language;
    if (language === null) return this.#broken ? apology(languageOf(this)).failed : '';
    if (is === 'loading' || is === 'problem' || is === 'failed') return say(`interface.${is}`, language);
    return this.#complained() ?? '';
  }

  #complained(): string | null {
    return this.#complaint === null ? null : say(`interface.${this.#complaint}`, this.#language!);
  }

  readonly #retry = (): void => {
    this.#shop = null;
    void this.refresh().then(() => {
      this.#focus = this.#broken ? 'retry' : this.state === 'asking' ? 'question' : 'result';
      this.requestUpdate();
    });
  };

  #card(shown: Shown): TemplateResult | typeof nothing {
    const language = this.#language!;
    switch (shown.is) {
      case 'outlook': return productView(shown.outlook, language, this.#shop!.page);
      case 'items': return html`${this.#title(language)}${this.#itemQuestion(shown.order, language)}${this.#foot(language, false)}`;
      case 'inquiry': return this.#inquiryCard(shown, language);
      default: return nothing;
    }
  }

  #inquiryCard({ order, item, inquiry }: Shown & { is: 'inquiry' }, language: string): TemplateResult {
    const said = this.#given(order, item, inquiry, language);
    const { question } = inquiry;
    if (question !== null) {
      return html`
        ${this.#title(language)}
        ${said.length === 0 ? nothing : givenView(said, language)}
        ${this.#question(question, language)}
        ${this.#foot(language, false)}`;
    }
    return html`
      ${resultView({
        item: inquiry.item, language,
        changeable: (fact) => inquiry.answered.some(({ question: { fact: asked } }) => asked === fact),
        change: (fact, value) => this.#act(() => { this.#answers.set(fact, value); }),
      })}
      ${said.length === 0 ? nothing : html`<div><h3>${say('interface.answered', language)}</h3>${givenView(said, language)}</div>`}
      ${this.#foot(language, said.some(({ change }) => change !== null))}`;
  }

  #title(language: string): TemplateResult {
    return html`<h2 class="title" part="title">${icon('parcel')}${say('interface.title', language)}</h2>`;
  }

  #foot(language: string, over: boolean): TemplateResult {
    return html`<div class="foot">
      <p class="fine private">${icon('lock')}${say('interface.private', language)}</p>
      ${policyLink(this.#shop!.page, language)}
      ${over ? html`<button class="link" part="button start-over" type="button"
        @click=${() => this.#act(() => this.#forget())}>${say('interface.start-over', language)}</button>` : nothing}
    </div>`;
  }

  #question(question: QuestionWords, language: string): TemplateResult {
    return questionView({
      question, language,
      before: this.#answers.get(question.fact),
      skippable: question.fact !== 'reason',
      complaint: this.#complained(),
      answer: (value) => this.#act(() => { this.#answers.set(question.fact, value); }),
      missing: () => this.#complain(),
    });
  }

  #itemQuestion(order: Order, language: string): TemplateResult {
    return questionView({
      question: {
        fact: ITEM, kind: 'choice', question: say('interface.item', language), help: null,
        answers: order.items.map((item) => ({ value: item.id, label: labelOf(item, language) })),
      },
      language,
      before: this.#chosen ?? this.item ?? undefined,
      skippable: false,
      complaint: this.#complained(),
      answer: (value) => this.#act(() => {
        if (value !== this.#chosen) this.#answers.clear();
        this.#chosen = String(value);
      }),
      missing: () => this.#complain(),
    });
  }

  #given(order: Order, item: OrderItem, { answered }: Inquiry, language: string): Given[] {
    const revisit = (fact: string) => () => this.#act(() => { this.#revisit = fact; });
    return [
      ...(order.items.length > 1
        ? [{ label: say('interface.item', language), value: labelOf(item, language), change: this.item === null ? revisit(ITEM) : null }]
        : []),
      ...answered.map((entry) => ({
        label: entry.question.question, value: spoken(entry, language), change: revisit(entry.question.fact),
      })),
    ];
  }
}

function isOrder(given: unknown): boolean {
  const items: unknown = (given as Partial<Order> | null)?.items;
  return Array.isArray(items) && items.every((item: Partial<OrderItem> | null) => typeof item?.id === 'string');
}

function labelOf({ id, title, quantity }: OrderItem, language: string): string {
  const name = title === undefined ? id : pick(title, language);
  return quantity === undefined || quantity === 1 ? name : `${name} × ${quantity}`;
}

let warned = false;

/** Registers the element. Safe to call twice, and beside another version of the package. */
export const define: typeof DefineFace = (tag = 'makegood-returns', registry = globalThis.customElements) => {
  if (registry === undefined) return;
  const known = registry.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (known === undefined) {
    registry.define(tag, class extends MakegoodReturns {});
  } else if (known.version !== MakegoodReturns.version && !warned) {
    warned = true;
    console.warn(`makegood: <${tag}> is already defined${known.version === undefined ? '' : ` by version ${known.version}`}, so version ${MakegoodReturns.version} is left out; load one version only`);
  }
};
