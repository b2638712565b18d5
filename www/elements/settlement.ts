import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { open as openSettlement } from '../binding/settlement-entry.js';
import type { Buyer, Facts, FactValue } from '../binding/makegood.js';
import type { SettlementShop } from '../binding/makegood-settlement.js';
import type { Settlement } from '../binding/settlement.js';
import { say as sayOfAll } from '../wording/index.js';
import { load, say } from '../wording/settlement/index.js';
import { givenView, spoken, type Given } from './answered.js';
import { AnsweringElement, type Idle } from './answering.js';
import { icon } from './icons.js';
import { questionView } from './question.js';
import { register } from './register.js';
import { breakdownView, verdictView } from './settlement/breakdown.js';
import { goingBackView } from './settlement/going-back.js';
import { left, settling, type Settling } from './settlement/settling.js';
import { bill } from './settlement/styles.js';
import type { define as DefineFace, MakegoodSettlement as Face, OrderItem, PaidOrder, SettlementState } from './settlement-element.js';
import { given, remembering } from './source.js';
import { answers as answerStyles, controls, frame, settings, tokens } from './styles.js';
import { policyLink } from './why.js';

type Complaint = 'choose-first' | 'check-answer';

const QUESTION = '.question :checked, .question input';
const shopOf = remembering<SettlementShop>(openSettlement);

/** `<makegood-settlement>`: what comes back for goods of an order, line by line, and onto what. It shows and asks; the engine counts. */
export class MakegoodSettlement extends AnsweringElement<SettlementShop> implements Face {
  static override styles = [tokens, frame, controls, answerStyles, bill, settings];
  static override properties = { order: {}, back: {} };

  order: string | PaidOrder | null = null;
  back: string | string[] | null = null;

  #items: readonly OrderItem[] = [];
  /** How many units of which items go back, in the order of the items. */
  #ticked = new Map<string, number>();
  #shown: Settling | null = null;
  #answers = new Map<string, FactValue | null>();
  #revisit: string | null = null;
  #complaint: Complaint | null = null;
  /** The question that was last on the screen. */
  #drawn: string | null = null;
  /** What was done last, for the live region. */
  #note = '';

  override get state(): SettlementState {
    return super.state as SettlementState;
  }

  /** The latest settlement, or `null`. */
  get settlement(): Settlement | null {
    return this.answered ? this.#shown?.settlement ?? null : null;
  }

  protected override get wanted(): boolean {
    return this.order !== null && this.order !== '';
  }

  protected override get entry(): string {
    return this.state === 'asking' ? QUESTION : '.going input';
  }

  protected override open(policy: string | URL | object, buyer: Buyer): Promise<SettlementShop> {
    return shopOf(policy, buyer);
  }

  protected override speak(language: string): Promise<unknown> {
    return load(language);
  }

  protected override known(): Facts | undefined {
    return this.wanted ? given(this.order!, this, 'order')?.facts : undefined;
  }

  protected override get answer(): SettlementState {
    if (this.#shown === null) return 'picking';
    const { question, words: { kind } } = this.#shown;
    if (question !== null) return 'asking';
    return kind === 'amount' ? 'settled' : kind;
  }

  protected override forget(changed: PropertyValues): void {
    if (['policy', 'order', 'back'].some((name) => changed.has(name))) {
      this.#ticked.clear();
      this.#items = [];
    }
    this.#answers.clear();
    this.#revisit = null;
    this.#complaint = null;
  }

  protected override decide(shop: SettlementShop, language: string): Idle | null {
    const order = given(this.order!, this, 'order');
    const today = this.today ?? order?.today ?? shop.today();
    // What is no order is for the engine to name.
    if (!isOrder(order)) shop.settle({ ...(order as object), today } as never);
    if (this.#items.length === 0) this.#tick(order.items);
    this.#items = order.items;
    this.#shown = this.#ticked.size === 0 ? null : settling({ shop, order, back: this.#ticked, today, language }, this.#answers, this.#revisit);
    if (this.#shown?.refused) this.#complaint = 'check-answer';
    return order.items.length === 0 ? 'empty' : null;
  }

  /** Ticks what the page names; what is there already stays. */
  #tick(items: readonly OrderItem[]): void {
    const { back } = this;
    const named = back === null ? [] : typeof back === 'string' ? back.split(/\s+/) : back;
    for (const item of items) if (named.includes(item.id) && left(item) > 0 && !this.#ticked.has(item.id)) this.#ticked.set(item.id, left(item));
  }

  #choose(item: OrderItem, units: number): void {
    const ticked = new Map(this.#ticked).set(item.id, units);
    this.#act(() => {
      this.#ticked = new Map(this.#items.flatMap(({ id }) => (ticked.get(id) ?? 0) > 0 ? [[id, ticked.get(id)!]] : []));
    }, 'stay');
  }

  /** The shopper did something: settle anew, tell the page, and lead the focus on. */
  #act(change: () => void, focus: 'lead' | 'stay' = 'lead'): void {
    this.#complaint = null;
    this.#revisit = null;
    change();
    this.answerAnew();
    if (!this.answered) return;
    this.#note = focus === 'stay' ? this.#shown?.words.headline ?? say('element.hint', this.language!) : '';
    if (focus === 'lead') this.focusOn = this.state === 'asking' ? QUESTION : '[data-focus]';
    const { settlement } = this;
    if (settlement !== null && this.#complaint === null && this.#revisit === null) this.tell('makegood-settlement', { settlement });
  }

  protected override said(language: string): string {
    return this.#complained(language) ?? this.#note;
  }

  #complained(language: string): string | null {
    return this.#complaint === null ? null : sayOfAll(`interface.${this.#complaint}`, language);
  }

  protected override updated(): void {
    // Elements are reused from one question to the next; what was chosen in them is not.
    const form = this.renderRoot.querySelector('form');
    const fact = form?.dataset['fact'] ?? null;
    if (fact !== this.#drawn) form?.reset();
    this.#drawn = fact;
    super.updated();
  }

  protected override card(shop: SettlementShop, language: string): TemplateResult {
    return html`
      <h2 class="title" part="title">${icon('parcel')}${say('element.title', language)}</h2>
      ${goingBackView({ items: this.#items, back: this.#ticked, language, choose: (item, units) => this.#choose(item, units) })}
      ${this.#shown === null ? html`<p class="fine">${say('element.hint', language)}</p>` : this.#answer(this.#shown, language)}
      <div class="foot">
        <p class="fine private">${icon('lock')}${sayOfAll('interface.private', language)}</p>
        ${policyLink(shop.page, language)}
      </div>`;
  }

  #answer(shown: Settling, language: string): TemplateResult {
    const said = this.#given(shown, language);
    const { question } = shown;
    return html`
      ${verdictView(shown.words)}
      ${said.length === 0 ? nothing : givenView(said, language)}
      ${question === null ? nothing : questionView({
        question, language,
        before: this.#answers.get(question.fact),
        skippable: question.fact !== 'reason',
        complaint: this.#complained(language),
        answer: (value) => this.#act(() => { this.#answers.set(question.fact, value); }),
        missing: () => {
          this.#complaint = 'choose-first';
          this.focusOn = QUESTION;
          this.requestUpdate();
        },
      })}
      ${question === null ? breakdownView(shown.words, language) : nothing}`;
  }

  #given({ answered }: Settling, language: string): Given[] {
    return answered.map((entry) => ({
      label: entry.question.question,
      value: spoken(entry, language),
      change: () => this.#act(() => { this.#revisit = entry.question.fact; }),
    }));
  }
}

function isOrder(given: unknown): given is PaidOrder {
  const { items, order } = given as Partial<PaidOrder> ?? {};
  return Array.isArray(items) && items.every((item: Partial<OrderItem> | null) => typeof item?.id === 'string') && typeof order === 'object' && order !== null;
}

/** Registers the element. Safe to call twice, and beside another version of the package. */
export const define: typeof DefineFace = (tag = 'makegood-settlement', registry = globalThis.customElements) => {
  register(tag, MakegoodSettlement, registry);
};
