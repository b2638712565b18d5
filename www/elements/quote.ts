import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { open as openQuote } from '../binding/quote-entry.js';
import type { Buyer, Facts, FactValue } from '../binding/makegood.js';
import type { QuoteShop } from '../binding/makegood-quote.js';
import type { FaultQuote, Quote, RepairOption } from '../binding/quote.js';
import { load, quoteCalendar, quoteForm, quoteText, say } from '../wording/quote/index.js';
import { pick, say as sayOfAll } from '../wording/index.js';
import { AnsweringElement, type Idle } from './answering.js';
import { givenView, spoken, type Given } from './answered.js';
import type { define as DefineFace, MakegoodQuote as Face, Order, QuoteState } from './quote-element.js';
import { questionView } from './question.js';
import { policyLink } from './why.js';
import { answerView, type Take } from './quote/answer.js';
import { mark } from './quote/marks.js';
import { print, save } from './quote/paper.js';
import { pickers } from './quote/pickers.js';
import { pickingView } from './quote/picking.js';
import { selfHelpView, solvedView } from './quote/self-help.js';
import { board, options } from './quote/styles.js';
import { keyOf, talk, type Picked, type Talk } from './quote/talk.js';
import { factsOf } from './purchase.js';
import { register } from './register.js';
import { remembering } from './source.js';
import { answers as answerStyles, controls, frame, settings, tokens } from './styles.js';

/** What is on the screen. */
type Shown =
  | { is: 'picking' | 'solved' }
  | { is: 'self-help'; talk: Talk; fault: FaultQuote }
  | { is: 'talk'; talk: Talk };

type Complaint = 'choose-first' | 'check-answer' | 'device-first' | 'fault-first';

const shopOf = remembering<QuoteShop>(openQuote);

const untouched: Picked = { model: null, faults: [], other: false, way: null, surcharges: [], coupon: '' };

/** `<makegood-quote>`: what would the repair cost, who pays, until when, and which choice there is. It shows and asks; the engine counts. */
export class MakegoodQuote extends AnsweringElement<QuoteShop> implements Face {
  static override styles = [tokens, frame, controls, answerStyles, pickers, options, board, settings];
  static override properties = { model: {}, faults: {}, facts: {}, order: {}, item: {}, tried: { type: Boolean } };

  model: string | null = null;
  faults: string | string[] | null = null;
  facts: string | Facts | null = null;
  order: string | Order | null = null;
  item: string | null = null;
  tried = false;

  #shown: Shown = { is: 'picking' };
  #picked: Picked = untouched;
  /** Whether the shopper asked for the price, or the page named a device and its faults. */
  #asked = false;
  /** The faults for which self-help was tried, and what came of it. */
  #tried = new Map<string, boolean>();
  #reopened = false;
  #answers = new Map<string, FactValue | null>();
  #revisit: string | null = null;
  #complaint: Complaint | null = null;
  #chosen: string | null = null;
  #couponHelps: boolean | null = null;
  /** The question that was last on the screen. */
  #drawn: string | null = null;
  /** What was done last, for the live region. */
  #note = '';

  override get state(): QuoteState {
    return super.state as QuoteState;
  }

  /** The latest quote, or `null`. */
  get quote(): Quote | null {
    return 'talk' in this.#shown && this.answered ? this.#shown.talk.quote : null;
  }

  /** The option that is chosen, or `null`. */
  get option(): RepairOption | null {
    return this.quote?.options.find(({ id }) => id === this.#chosen) ?? null;
  }

  protected readonly wanted = true;
  protected readonly entry = '[data-focus], form input';

  protected override open(policy: string | URL | object, buyer: Buyer): Promise<QuoteShop> {
    return shopOf(policy, buyer);
  }

  protected override speak(language: string): Promise<unknown> {
    return load(language);
  }

  protected override known(): Facts {
    return factsOf(this);
  }

  protected override get answer(): QuoteState {
    const shown = this.#shown;
    if (shown.is !== 'talk') return shown.is;
    const { question, words: { kind } } = shown.talk;
    if (question !== null) return 'asking';
    return kind === 'price' ? 'quoted' : kind;
  }

  protected override forget(changed: PropertyValues): void {
    const named = ['policy', 'model', 'faults'].some((name) => changed.has(name));
    if (named) {
      this.#picked = { ...untouched, model: this.model || null, faults: this.#namedFaults() };
      this.#asked = this.#picked.model !== null && this.#picked.faults.length > 0;
      this.#tried.clear();
      this.#reopened = false;
    }
    this.#answers.clear();
    this.#revisit = null;
    this.#complaint = null;
    this.#chosen = null;
  }

  #namedFaults(): string[] {
    const { faults } = this;
    return faults === null ? [] : typeof faults === 'string' ? faults.split(/[\s,]+/).filter((id) => id !== '') : faults;
  }

  protected override decide(shop: QuoteShop, language: string): Idle | null {
    this.#shown = this.#seen(shop, language);
    this.#couponHelps = this.#shown.is === 'talk' ? this.#helped(shop, this.#shown.talk) : null;
    const { quote } = this;
    if (quote !== null && !quote.options.some(({ id }) => id === this.#chosen)) this.#chosen = null;
    return null;
  }

  #seen(shop: QuoteShop, language: string): Shown {
    const today = this.today ?? shop.today();
    const facts = this.known();
    // A policy without a price book, or without the device that the page names, is for the engine to name.
    const { model } = this.#picked;
    if (shop.book === null || (model !== null && !shop.book.models.some(({ id }) => id === model))) shop.quote({ today, model: model ?? '', faults: [] });
    if (!this.#asked) return { is: 'picking' };
    const left = this.#picked.faults.filter((id) => this.#tried.get(id) !== true);
    if (left.length === 0 && !this.#picked.other && this.#picked.faults.length > 0) return { is: 'solved' };
    const found = talk({ shop, facts, today, language, picked: { ...this.#picked, faults: left } }, this.#answers, this.#revisit);
    if (found.refused !== null) this.#complaint = 'check-answer';
    const fault = this.tried ? undefined : found.quote.faults.find(({ id, selfHelp }) => selfHelp.length > 0 && !this.#tried.has(id));
    return fault === undefined ? { is: 'talk', talk: found } : { is: 'self-help', talk: found, fault };
  }

  /** Whether the coupon takes something off: the same quote without it tells. */
  #helped(shop: QuoteShop, { quote, answered }: Talk): boolean | null {
    if (this.#picked.coupon.trim() === '' || quote.options.length === 0) return null;
    const picked = { ...this.#picked, faults: quote.faults.map(({ id }) => id), coupon: '' };
    const without = talk(
      { shop, facts: this.known(), today: quote.today, language: this.language!, picked },
      new Map(answered.map(({ question, answer }) => [keyOf(question), answer])),
    ).quote;
    const sums = ({ options: all }: Quote) => JSON.stringify(all.map(({ id, total }) => [id, total]).sort());
    return sums(without) !== sums(quote);
  }

  /** The shopper did something: quote anew, tell the page, and lead the focus on. */
  #act(change: () => void, focus: 'lead' | 'stay' = 'lead'): void {
    this.#complaint = null;
    this.#revisit = null;
    this.#note = '';
    change();
    const before = this.quote;
    this.answerAnew();
    if (!this.answered) return;
    if (focus === 'lead') {
      this.focusOn = { 'asking': '.question :checked, .question input', 'picking': 'form :checked, form input' }[this.state as string] ?? '[data-focus]';
    } else if (this.#shown.is === 'talk') {
      this.#note = this.#shown.talk.words.headline;
    }
    const { quote } = this;
    if (quote !== null && quote !== before && this.#complaint === null) this.tell('makegood-quote', { quote });
  }

  #complain(complaint: Complaint, focus: string): void {
    this.#complaint = complaint;
    this.focusOn = focus;
    this.requestUpdate();
  }

  protected override sentence(idle: Idle, language: string): string {
    return say(`page.${idle}`, language);
  }

  protected override said(language: string): string {
    return this.#complaint === null ? this.#note : this.#complained(language)!;
  }

  #complained(language: string): string | null {
    if (this.#complaint === null) return null;
    return this.#complaint === 'choose-first' || this.#complaint === 'check-answer'
      ? sayOfAll(`interface.${this.#complaint}`, language)
      : say(`element.${this.#complaint}`, language);
  }

  protected override updated(): void {
    // Elements are reused from one question to the next; what was chosen in them is not.
    const form = this.renderRoot.querySelector<HTMLFormElement>('form.question');
    const key = 'talk' in this.#shown && this.#shown.talk.question !== null ? keyOf(this.#shown.talk.question) : null;
    if (key !== this.#drawn) form?.reset();
    this.#drawn = key;
    super.updated();
  }

  protected override card(shop: QuoteShop, language: string): TemplateResult {
    const shown = this.#shown;
    switch (shown.is) {
      case 'picking': return html`${this.#picking(shop, language)}${this.#foot(shop, language)}`;
      case 'solved': return html`${solvedView(language)}${this.#foot(shop, language)}`;
      case 'self-help': return html`${this.#selfHelp(shop, shown, language)}${this.#foot(shop, language)}`;
      case 'talk': return html`${this.#answer(shop, shown.talk, language)}${this.#foot(shop, language)}`;
    }
  }

  #picking(shop: QuoteShop, language: string): TemplateResult {
    const picked = this.#picked;
    return pickingView({
      book: shop.book!, picked, language,
      settled: picked.model !== null && picked.model === this.model && !this.#reopened,
      complaint: this.#complained(language),
      pick: (change) => {
        const model = change.model ?? picked.model;
        const fits = shop.book!.models.find(({ id }) => id === model)?.faults ?? [];
        this.#picked = { ...picked, ...change };
        this.#picked.faults = this.#picked.faults.filter((id) => fits.includes(id));
        this.#complaint = null;
        this.#answers.clear();
        this.#tried.clear();
        this.#chosen = null;
        this.requestUpdate();
      },
      reopen: () => {
        this.#reopened = true;
        this.focusOn = 'form :checked, form input';
        this.requestUpdate();
      },
      go: () => {
        const { model, faults, other } = this.#picked;
        if (model === null) return this.#complain('device-first', 'form input');
        if (faults.length === 0 && !other) return this.#complain('fault-first', '.faults input');
        this.#act(() => { this.#asked = true; });
      },
    });
  }

  #selfHelp(shop: QuoteShop, { talk: { words }, fault }: Shown & { is: 'self-help' }, language: string): TemplateResult {
    const tried = (solved: boolean) => () => this.#act(() => { this.#tried.set(fault.id, solved); });
    return selfHelpView({
      fault: words.faults.find(({ id }) => id === fault.id)!, icon: shop.book!.faults.find(({ id }) => id === fault.id)?.icon ?? null,
      language, solved: tried(true), unsolved: tried(false),
    });
  }

  #answer(shop: QuoteShop, found: Talk, language: string): TemplateResult {
    const { question } = found;
    return answerView({
      talk: found, language, book: shop.book!, picked: this.#picked, chosen: this.#chosen, couponHelps: this.#couponHelps,
      given: givenView(this.#given(found, language), language),
      question: question === null ? null : questionView({
        question, language,
        before: this.#answers.get(keyOf(question)),
        skippable: true,
        complaint: this.#complained(language),
        answer: (value) => this.#act(() => { this.#answers.set(keyOf(question), value); }),
        missing: () => this.#complain('choose-first', '.question :checked, .question input'),
      }),
      pick: (change) => this.#act(() => { this.#picked = { ...this.#picked, ...change }; }, 'stay'),
      choose: (option) => this.#choose(found.quote, option),
      take: (what) => { void this.#take(what, found.quote, language); },
    });
  }

  #choose(quote: Quote, option: RepairOption): void {
    this.#chosen = option.id;
    this.#note = '';
    this.requestUpdate();
    this.tell('makegood-choose', { quote, option });
  }

  /** Gives the quote to take away: on paper, as text, or as a file. */
  async #take(what: Take, quote: Quote, language: string): Promise<void> {
    const option = this.#chosen ?? quote.options[0]?.id ?? null;
    const name = `${quote.policy.id}-${quote.model.id}-${quote.today}`;
    switch (what) {
      case 'print': return print(quoteForm(quote, option, language, 'quote'), language, this.renderRoot);
      case 'print-european': return print(quoteForm(quote, option, language, 'european'), language, this.renderRoot);
      case 'save': return save(`${name}.json`, 'application/json', JSON.stringify(this.shop!.receipt(quote)));
      case 'calendar': return save(`${name}.ics`, 'text/calendar;charset=utf-8', quoteCalendar(quote, option, language));
      case 'copy': {
        const copied = await navigator.clipboard?.writeText(quoteText(quote, option, language)).then(() => true, () => false);
        this.#note = say(copied ? 'page.copied' : 'element.not-copied', language);
        this.requestUpdate();
      }
    }
  }

  #given({ quote, answered }: Talk, language: string): Given[] {
    const book = this.shop!.book!;
    const back = (reopened: boolean) => () => this.#act(() => {
      this.#asked = false;
      this.#reopened = reopened;
    });
    const model = book.models.find(({ id }) => id === quote.model.id);
    const faults = quote.faults.map(({ id, title }) => title === null ? id : pick(title, language));
    return [
      { label: say('element.device', language), value: model === undefined ? quote.model.id : pick(model.title, language),
        change: book.models.length > 1 ? back(true) : null },
      { label: say('element.fault', language), value: faults.length === 0 ? say('page.fault-other', language)
        : new Intl.ListFormat(language, { type: 'conjunction' }).format(faults), change: back(false) },
      ...answered.map((entry) => ({
        label: entry.question.about === null ? entry.question.question : `${entry.question.about}: ${entry.question.question}`,
        value: spoken(entry, language),
        change: () => this.#act(() => { this.#revisit = keyOf(entry.question); }),
      })),
    ];
  }

  #foot(shop: QuoteShop, language: string): TemplateResult {
    return html`<div class="foot">
      <p class="fine private">${mark('lock')}${sayOfAll('interface.private', language)}</p>
      ${policyLink(shop.page, language)}
      ${this.#asked ? html`<button class="link" part="button start-over" type="button" @click=${() => this.#act(() => {
        this.#picked = { ...untouched, model: this.model || null };
        this.#asked = false;
        this.#reopened = false;
        this.#tried.clear();
        this.#answers.clear();
        this.#chosen = null;
      })}>${sayOfAll('interface.start-over', language)}</button>` : nothing}
    </div>`;
  }
}

/** Registers the element. Safe to call twice, and beside another version of the package. */
export const define: typeof DefineFace = (tag = 'makegood-quote', registry = globalThis.customElements) => {
  register(tag, MakegoodQuote, registry);
};
