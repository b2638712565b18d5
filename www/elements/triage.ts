import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { open as openClaim } from '../binding/claim-entry.js';
import type { ClaimShop } from '../binding/makegood-claim.js';
import type { Buyer, Facts, FactValue } from '../binding/makegood.js';
import type { Triage } from '../binding/triage.js';
import { say as sayOfAll } from '../wording/index.js';
import { load, say } from '../wording/triage/index.js';
import { AnsweringElement, type Idle } from './answering.js';
import { givenView, spoken, type Given } from './answered.js';
import { mark } from './quote/marks.js';
import { pickers } from './quote/pickers.js';
import { register } from './register.js';
import { given, remembering } from './source.js';
import { answers as answerStyles, controls, frame, settings, tokens } from './styles.js';
import type { define as DefineFace, MakegoodTriage as Face, TriageState } from './triage-element.js';
import { intake } from './triage/styles.js';
import { talk, type Talk } from './triage/talk.js';
import { askView, outcomeView, tryView, understoodView } from './triage/views.js';
import { policyLink } from './why.js';

const shopOf = remembering<ClaimShop>(openClaim);

/** What the focus goes to. */
const QUESTION = '.question :checked, .question input';
const RESULT = '[data-focus]';

/** `<makegood-triage>`: what is wrong, from symptoms in plain words, with what to try first. It shows and asks; the engine concludes. */
export class MakegoodTriage extends AnsweringElement<ClaimShop> implements Face {
  static override styles = [tokens, frame, controls, answerStyles, pickers, intake, settings];
  static override properties = { facts: {}, model: {} };

  facts: string | Facts | null = null;
  model: string | null = null;

  #talk: Talk | null = null;
  #answers = new Map<string, FactValue | null>();
  #revisit: string | null = null;
  /** Whether the shopper said that the problem was understood. */
  #understood = false;
  #complaint: 'choose-first' | 'check-answer' | null = null;
  /** The question that was last on the screen. */
  #drawn: string | null = null;

  override get state(): TriageState {
    return super.state as TriageState;
  }

  /** The latest triage, or `null`. */
  get triage(): Triage | null {
    return this.answered ? this.#talk?.triage ?? null : null;
  }

  protected readonly wanted = true;

  protected override get entry(): string {
    return this.state === 'asking' ? QUESTION : RESULT;
  }

  protected override open(policy: string | URL | object, buyer: Buyer): Promise<ClaimShop> {
    return shopOf(policy, buyer);
  }

  protected override speak(language: string): Promise<unknown> {
    return load(language);
  }

  protected override known(): Facts {
    return this.facts === null || this.facts === '' ? {} : given(this.facts, this, 'facts');
  }

  protected override get answer(): TriageState {
    const { question, answered, triage } = this.#talk!;
    if (question !== null) return question.is === 'try' ? 'trying' : 'asking';
    // Whoever is glad that it runs again need not be asked whether it was this.
    if (triage.finding === 'solved' || this.#understood || answered.length === 0) return triage.finding;
    return 'confirming';
  }

  protected override forget(_changed?: PropertyValues): void {
    this.#answers.clear();
    this.#revisit = null;
    this.#understood = false;
    this.#complaint = null;
  }

  protected override decide(shop: ClaimShop, language: string): Idle | null {
    const today = this.today ?? shop.today();
    this.#talk = talk({ shop, facts: this.known(), today, language, model: this.model || null }, this.#answers, this.#revisit);
    if (this.#talk.refused !== null) this.#complaint = 'check-answer';
    return null;
  }

  /** The shopper did something: look into it anew, lead the focus on, and tell the page what it came to. */
  #act(change: () => void): void {
    this.#complaint = null;
    this.#revisit = null;
    this.#understood = false;
    change();
    this.answerAnew();
    if (!this.answered) return;
    this.focusOn = this.entry;
    const { triage } = this;
    if (triage !== null && triage.finding === this.state) {
      const { fault, repair, facts } = triage;
      this.tell('makegood-triage', { triage, fault, repair, facts });
    }
  }

  #complain(): void {
    this.#complaint = 'choose-first';
    this.focusOn = QUESTION;
    this.requestUpdate();
  }

  protected override sentence(idle: Idle, language: string): string {
    return say(`page.${idle}`, language);
  }

  protected override said(language: string): string {
    return this.#complained(language) ?? '';
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

  protected override card(shop: ClaimShop, language: string): TemplateResult {
    const found = this.#talk!;
    const given = this.#given(found, language);
    const told = given.length === 0 ? nothing : givenView(given, language);
    switch (this.state) {
      case 'asking':
      case 'trying': return html`
        ${given.length === 0 ? this.#title(language) : nothing}
        ${told}
        ${this.#step(found, language)}
        ${this.#foot(shop, language, false)}`;
      case 'confirming': return html`
        ${understoodView({
          words: found.words, told: found.triage.outcomes[0]?.problem != null && found.triage.finding !== 'open',
          given: givenView(given, language), language, right: () => this.#act(() => { this.#understood = true; }),
        })}
        ${this.#foot(shop, language, true)}`;
      default: return html`
        ${outcomeView({ words: found.words, icon: found.triage.finding === 'open' ? null : found.triage.outcomes[0]?.icon ?? null, language })}
        ${found.triage.finding === 'solved' ? nothing : html`<slot name="next"></slot>`}
        ${given.length === 0 ? nothing : html`<div><h3>${sayOfAll('interface.answered', language)}</h3>${told}</div>`}
        ${this.#foot(shop, language, given.length > 0)}`;
    }
  }

  #title(language: string): TemplateResult {
    return html`<div class="start">
      <h2 class="title" part="title">${mark('search')}${say('page.title', language)}</h2>
      <p class="fine">${say('page.lead', language)}</p>
    </div>`;
  }

  #step({ question }: Talk, language: string): TemplateResult | typeof nothing {
    if (question === null) return nothing;
    const answer = (value: FactValue | null) => this.#act(() => { this.#answers.set(question.fact, value); });
    if (question.is === 'try') return tryView({ tried: question, language, answer });
    return askView({
      question, language, answer,
      before: this.#answers.get(question.fact),
      skippable: true,
      complaint: this.#complained(language),
      missing: () => this.#complain(),
    });
  }

  #given({ answered }: Talk, language: string): Given[] {
    return answered.map((entry) => {
      const { question, answer } = entry;
      const results: [FactValue | null, string][] = [[true, 'try.helped'], [false, 'try.not-helped'], [null, 'try.skipped']];
      const result = results.find(([value]) => value === answer)?.[1];
      return {
        label: question.question,
        value: question.is === 'try' && result !== undefined ? say(result, language) : spoken(entry, language),
        change: () => this.#act(() => { this.#revisit = question.fact; }),
      };
    });
  }

  #foot(shop: ClaimShop, language: string, over: boolean): TemplateResult {
    return html`<div class="foot">
      <p class="fine private">${mark('lock')}${sayOfAll('interface.private', language)}</p>
      ${policyLink(shop.page, language)}
      ${over ? html`<button class="link" part="button start-over" type="button"
        @click=${() => this.#act(() => this.forget())}>${sayOfAll('interface.start-over', language)}</button>` : nothing}
    </div>`;
  }
}

/** Registers the element. Safe to call twice, and beside another version of the package. */
export const define: typeof DefineFace = (tag = 'makegood-triage', registry = globalThis.customElements) => {
  register(tag, MakegoodTriage, registry);
};
