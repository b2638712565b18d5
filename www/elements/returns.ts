import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { open as openShop } from '../binding/index.js';
import type { Buyer, Decision, Facts, FactValue, Shop } from '../binding/makegood.js';
import { say } from '../wording/index.js';
import type { QuestionWords } from '../wording/wording.js';
import { givenView, spoken, type Given } from './answered.js';
import { AnsweringElement, type Idle } from './answering.js';
import type { define as DefineFace, MakegoodReturns as Face, Order, OrderItem, ReturnsState } from './elements.js';
import { icon } from './icons.js';
import { inquire, outlook, type Inquiry, type Outlook, type Subject } from './inquiry.js';
import { labelOf } from './label.js';
import { productView } from './product.js';
import { questionView } from './question.js';
import { resultView } from './result.js';
import { register } from './register.js';
import { given, remembering } from './source.js';
import { answers as answerStyles, controls, frame, settings, tokens } from './styles.js';
import { policyLink } from './why.js';

/** What is on the screen. */
type Shown =
  | { is: 'items'; order: Order }
  | { is: 'inquiry'; order: Order; item: OrderItem; inquiry: Inquiry }
  | { is: 'outlook'; outlook: { return: Outlook; fault: Outlook | null } };

const shopOf = remembering<Shop>(openShop);

/** The choice of an item is asked like any other question, but is no fact. */
const ITEM = 'makegood:item';

/** What the focus goes to. */
const QUESTION = 'form :checked, form input';
const RESULT = '[data-focus]';

/** `<makegood-returns>`: may this item go back, until when, on what terms, and why. It shows and asks; the engine decides. */
export class MakegoodReturns extends AnsweringElement<Shop> implements Face {
  static override styles = [tokens, frame, controls, answerStyles, settings];
  static override properties = { order: {}, product: {}, item: {} };

  order: string | Order | null = null;
  product: string | Facts | null = null;
  item: string | null = null;

  #shown: Shown | null = null;
  #answers = new Map<string, FactValue | null>();
  #chosen: string | null = null;
  #revisit: string | null = null;
  #complaint: 'choose-first' | 'check-answer' | null = null;
  /** The question that was last on the screen. */
  #drawn: string | null = null;

  override get state(): ReturnsState {
    return super.state as ReturnsState;
  }

  /** The latest decision, or `null`. */
  get decision(): Decision | null {
    const shown = this.answered ? this.#shown : null;
    if (shown?.is === 'inquiry') return shown.inquiry.decision;
    return shown?.is === 'outlook' ? shown.outlook.return.decision : null;
  }

  protected override get wanted(): boolean {
    return (this.order ?? this.product ?? '') !== '';
  }

  protected override get entry(): string {
    return this.state === 'asking' ? QUESTION : RESULT;
  }

  protected override open(policy: string | URL | object, buyer: Buyer): Promise<Shop> {
    return shopOf(policy, buyer);
  }

  protected override known(): Facts | undefined {
    if (this.order === null || this.order === '') return given(this.product ?? {}, this, 'product');
    return given(this.order, this, 'order')?.facts;
  }

  protected override get answer(): ReturnsState {
    const shown = this.#shown;
    if (shown?.is === 'inquiry' && shown.inquiry.question === null) return shown.inquiry.item.finding;
    return shown?.is === 'outlook' ? shown.outlook.return.item.finding : 'asking';
  }

  protected override forget(_changed?: PropertyValues): void {
    this.#answers.clear();
    this.#chosen = null;
    this.#revisit = null;
    this.#complaint = null;
  }

  protected override decide(shop: Shop, language: string): Idle | null {
    this.#shown = this.#seen(shop, language);
    return this.#shown === null ? 'empty' : null;
  }

  #seen(shop: Shop, language: string): Shown | null {
    if (this.order === null || this.order === '') {
      const today = this.today ?? shop.today();
      return { is: 'outlook', outlook: outlook({ shop, today, language }, given(this.product ?? {}, this, 'product')) };
    }
    const order = given(this.order, this, 'order');
    const today = this.today ?? order?.today ?? shop.today();
    // What is no order is for the engine to name.
    if (!isOrder(order)) shop.decide({ ...order, today });
    if (order.items.length === 0) return null;
    const wanted = this.#chosen ?? this.item;
    const item = order.items.length === 1 && wanted === null ? order.items[0] : order.items.find(({ id }) => id === wanted);
    if (item === undefined || this.#revisit === ITEM) return { is: 'items', order };
    const subject: Subject = { shop, order, item, today, language };
    const inquiry = inquire(subject, this.#answers, this.#revisit);
    if (inquiry.refused !== null) this.#complaint = 'check-answer';
    return { is: 'inquiry', order, item, inquiry };
  }

  /** The shopper did something: decide anew, tell the page, and lead the focus on. */
  #act(change: () => void): void {
    this.#complaint = null;
    this.#revisit = null;
    change();
    this.answerAnew();
    this.focusOn = this.entry;
    if (this.decision !== null && this.#complaint === null && this.#revisit === null) {
      this.tell('makegood-decision', { decision: this.decision });
    }
  }

  #complain(): void {
    this.#complaint = 'choose-first';
    this.focusOn = QUESTION;
    this.requestUpdate();
  }

  protected override updated(): void {
    // Elements are reused from one question to the next; what was chosen in them is not.
    const form = this.renderRoot.querySelector('form');
    const fact = form?.dataset['fact'] ?? null;
    if (fact !== this.#drawn) form?.reset();
    this.#drawn = fact;
    super.updated();
  }

  protected override said(language: string): string {
    return this.#complained(language) ?? '';
  }

  #complained(language: string): string | null {
    return this.#complaint === null ? null : say(`interface.${this.#complaint}`, language);
  }

  protected override card(shop: Shop, language: string): TemplateResult {
    const shown = this.#shown!;
    switch (shown.is) {
      case 'outlook': return productView(shown.outlook, language, shop.page);
      case 'items': return html`${this.#title(language)}${this.#itemQuestion(shown.order, language)}${this.#foot(language, false)}`;
      case 'inquiry': return this.#inquiryCard(shown, language);
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
      ${policyLink(this.shop!.page, language)}
      ${over ? html`<button class="link" part="button start-over" type="button"
        @click=${() => this.#act(() => this.forget())}>${say('interface.start-over', language)}</button>` : nothing}
    </div>`;
  }

  #question(question: QuestionWords, language: string): TemplateResult {
    return questionView({
      question, language,
      before: this.#answers.get(question.fact),
      skippable: question.fact !== 'reason',
      complaint: this.#complained(language),
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
      complaint: this.#complained(language),
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

/** Registers the element. Safe to call twice, and beside another version of the package. */
export const define: typeof DefineFace = (tag = 'makegood-returns', registry = globalThis.customElements) => {
  register(tag, MakegoodReturns, registry);
};
