import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { open as openClaim } from '../binding/claim-entry.js';
import type { Claim, ClaimDraft } from '../binding/claim.js';
import { MakegoodProblem } from '../binding/errors.js';
import type { ClaimShop } from '../binding/makegood-claim.js';
import type { Buyer, Facts } from '../binding/makegood.js';
import type { Receipt } from '../binding/receipt.js';
import { claimReasons, claimWords, load, say } from '../wording/claim/index.js';
import { load as loadEvidence } from '../wording/evidence/index.js';
import { pick } from '../wording/index.js';
import type { Idle } from './answering.js';
import type { ClaimState, define as DefineFace, MakegoodClaim as Face, Order, OrderItem } from './claim-element.js';
import { AssociatedElement } from './claim/associated.js';
import { draftView } from './claim/draft-view.js';
import { besides, countryOf, loadReader, reader } from './claim/dialling.js';
import { entriesView } from './claim/entries.js';
import { Filling, type Told } from './claim/filling.js';
import type { Form } from './claim/form.js';
import { itemPlace, itemsView } from './claim/items.js';
import { KeptDraft, read, textOf } from './claim/kept.js';
import { Later } from './claim/later.js';
import { form as formMark } from './claim/marks.js';
import { controlAt, obstaclesOf, type Obstacle } from './claim/obstacles.js';
import { Pressing } from './claim/pressing.js';
import { progressView } from './claim/progress.js';
import { receivedView } from './claim/received.js';
import { sheet } from './claim/styles.js';
import { summaryView } from './claim/summary.js';
import { Telling } from './claim/telling.js';
import { define as defineEvidence } from './evidence.js';
import type { MakegoodEvidence } from './evidence-element.js';
import { drawn, icon } from './icons.js';
import { languageOf } from './language.js';
import { factsOf, itemOf, orderOf } from './purchase.js';
import { pickers } from './quote/pickers.js';
import { register } from './register.js';
import { report } from './report.js';
import { given, remembering } from './source.js';
import { answers as answerStyles, controls, frame, settings, tokens } from './styles.js';
import { policyLink } from './why.js';

const shopOf = remembering<ClaimShop>(openClaim);

/** `<makegood-claim>`: the form of a claim, with what is wrong in it and what the policy says. It shows and asks; the engine checks. */
export class MakegoodClaim extends AssociatedElement<ClaimShop> implements Face {
  static override styles = [tokens, frame, controls, answerStyles, pickers, sheet, settings];
  static override properties = { order: {}, item: {}, facts: {}, fields: {} };

  order: string | Order | null = null;
  item: string | null = null;
  facts: string | Facts | null = null;
  fields: string | { [field: string]: string | boolean } | null = null;

  readonly #filling = new Filling();
  readonly #telling = new Telling();
  readonly #kept = new KeptDraft();
  readonly #pressing = new Pressing(this);
  /** The check of what is being typed; beside a law of many articles it takes its time. */
  readonly #typed = new Later(() => this.#act(() => {}));
  /** The latest check; `null` also while it is not known which item it is about. */
  #checked: Told | null = null;
  /** The item that the shopper chose, where the page does not say. */
  #chosen: string | null = null;
  /** Whether the shopper is choosing another item; what was entered stays. */
  #choosing = false;
  #received = false;
  /** The claim was to be sent, and nobody on the page took it. */
  #untaken = false;
  /** Whether what was entered came from an earlier visit, and the policy may have changed since. */
  #restored = false;
  /** The receipt of the claim that is complete. */
  #signed: { claim: Claim; receipt: Receipt } | null = null;
  /** How much was done when it was last told. */
  #told = 0;
  /** What was done last, for the live region. */
  #note = '';
  /** The place that the focus goes to after the next drawing. */
  #lead: string | null = null;

  override get state(): ClaimState { return super.state as ClaimState; }
  /** The latest claim, or `null`. */
  get claim(): Claim | null {
    this.#typed.now();
    return this.answered ? this.#checked?.claim ?? null : null;
  }
  get draft(): ClaimDraft | null {
    this.#typed.now();
    return this.answered ? this.#checked?.draft ?? null : null;
  }
  get files(): readonly File[] { return this.#filling.files; }

  /** The shop has the claim: says so, and deletes the draft from the device. */
  received(): void {
    this.#kept.delete();
    this.#received = true;
    this.#untaken = false;
    this.#note = '';
    this.focusOn = '[data-focus]';
    this.#show();
  }

  formResetCallback(): void {
    this.#chosen = null;
    this.#clear();
    this.#kept.keep(this.#filling.own, false);
    this.#show();
  }

  formStateRestoreCallback(state: unknown): void {
    this.#restore(read(state));
    this.#show();
  }

  protected readonly wanted = true;
  protected readonly entry = '[data-field] input, [data-field] select, [data-field] textarea';

  protected override open(policy: string | URL | object, buyer: Buyer): Promise<ClaimShop> {
    return shopOf(policy, buyer);
  }

  protected override speak(language: string): Promise<unknown> {
    return Promise.all([load(language), loadEvidence(language)]);
  }

  protected override known(): Facts {
    return factsOf(this, this.#item);
  }

  protected override get answer(): ClaimState {
    return this.#received ? 'received' : this.#checked?.claim.complete && this.#obstacles().length === 0 ? 'complete' : 'filling';
  }

  protected override forget(changed: PropertyValues): void {
    // What the browser brought back is there before the first drawing.
    if (this.hasUpdated && ['policy', 'order', 'item'].some((name) => changed.has(name))) {
      this.#received = false;
      this.#chosen = null;
    }
    this.#note = '';
  }

  protected override decide(shop: ClaimShop, language: string): Idle | null {
    const fields = this.fields === null || this.fields === '' ? {} : given(this.fields, this, 'fields');
    this.#filling.prefilled = new Map(Object.entries(fields));
    const first = this.#checked === null;
    const item = this.#item;
    if (item === undefined && this.#items.length > 0) {
      this.#checked = null;
      return null;
    }
    if (this.#kept.isOf(shop.id, String(orderOf(this)?.id ?? fields['order'] ?? ''), item?.id ?? this.item)) {
      if (!first && !this.#choosing) this.#clear();
      const found = this.#kept.found();
      if (this.#filling.own.size === 0 && this.#restore(found)) this.#note = say('draft.found', language);
    }
    try {
      this.#check(shop, language);
    } catch (error) {
      // What was entered under an earlier policy may have no place in this one.
      if (!this.#restored || !(error instanceof MakegoodProblem)) throw error;
      this.#clear();
      this.#kept.delete();
      this.#check(shop, language);
    }
    if (this.#restored && this.#kept.wanted && !this.#checked!.claim.keepsDraft) {
      this.#clear();
      this.#kept.delete();
      this.#check(shop, language);
    }
    this.#restored = false;
    if (this.#filling.dialled) this.#dial();
    return null;
  }

  #check(shop: ClaimShop, language: string): void {
    const order = orderOf(this);
    const item = this.#item;
    const checked = this.#filling.check(shop, {
      today: this.today ?? order?.today ?? shop.today(),
      language: languageOf(this) ?? language,
      facts: this.known(),
      item: item === undefined ? null : {
        id: item.id,
        ...(item.quantity === undefined ? {} : { quantity: item.quantity }), ...(item.returned === undefined ? {} : { returned: item.returned }),
      },
      readPhone: reader(countryOf(this.country ?? this.known().country, shop.laws)),
    });
    const { claim, draft, unread } = checked;
    this.#checked = { ...checked, words: besides(claimWords(claim, language, { shop, draft }), unread) };
  }

  /** Takes up what was entered earlier; whether there was anything. */
  #restore(kept: ReturnType<typeof read>): boolean {
    if (kept === null) return false;
    this.#chosen ??= kept.item;
    if (kept.fields.length === 0 && !kept.disputed) return false;
    this.#filling.own = kept.fields;
    this.#filling.disputed = kept.disputed;
    for (const [field] of kept.fields) this.#telling.leave(field);
    this.#restored = true;
    return true;
  }

  #clear(): void {
    this.#filling.clear();
    this.#telling.clear();
    this.#received = false;
    this.#note = '';
    this.#told = 0;
    for (const evidence of this.#piles()) evidence.clear();
  }

  /** Checks anew and draws, where there is a form already. */
  #show(): void {
    if (this.answered && this.shop !== null && this.language !== null) this.answerAnew();
    else this.requestUpdate();
  }

  /** The shopper did something. */
  #act(change: () => void): void {
    this.#typed.cancel();
    change();
    this.#untaken = false;
    this.#note = '';
    this.#show();
    if (!this.answered) return;
    this.#kept.keep(this.#filling.own, this.#filling.disputed);
    if (this.#checked !== null) this.tell('makegood-checked', { claim: this.#checked.claim });
  }

  /** The item that it is about, as the page says or the shopper chose. */
  get #item(): OrderItem | undefined { return itemOf(this, this.#chosen ?? this.item); }

  /** What the shopper chooses from, where the page does not say which item it is. */
  get #items(): readonly OrderItem[] { return itemOf(this) === undefined ? orderOf(this)?.items ?? [] : []; }

  #choose(id: string): void {
    this.#choosing = true;
    // What is missing in a form that was not there is not told at once.
    if (this.#checked === null) this.#telling.attempted = false;
    this.#act(() => { this.#chosen = id; });
    this.#choosing = false;
  }

  /** Loads what reads telephone numbers. */
  #dial(): void {
    if (reader(null) !== null) return;
    loadReader().catch((error: unknown) => report(this, error)).then(() => { if (this.isConnected) this.#show(); }, () => {});
  }

  #leave(field: string, pressed = false): void {
    this.#typed.now();
    if (this.#pressing.wait(() => this.#leave(field, true))) return;
    this.#telling.leave(field);
    // What a press has just said is not talked over.
    const spoken = this.#spoken(field);
    if (!pressed || this.#note === '') this.#note = spoken;
    this.requestUpdate();
  }

  /** What is heard once a field was left: what is wrong, what was changed, or how far the claim is. */
  #spoken(field: string): string {
    if (this.#checked === null || !this.answered) return '';
    const { claim: { done }, words } = this.#checked;
    const wrong = this.#telling.of(field, words.problems).map(({ message, help }) => help === null ? message : `${message} ${help}`);
    const tidied = words.tidied.filter((one) => one.field === field).map(({ sentence }) => sentence);
    const progress = done === this.#told ? [] : [words.progress];
    this.#told = done;
    return [...wrong, ...tidied, ...progress].join(' ');
  }

  readonly #flush = (): void => { this.#kept.flush(); };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#pressing.connect();
    addEventListener('pagehide', this.#flush);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typed.cancel();
    this.#kept.flush();
    this.#pressing.disconnect();
    removeEventListener('pagehide', this.#flush);
  }

  #piles(): MakegoodEvidence[] {
    return [...this.renderRoot.querySelectorAll<MakegoodEvidence>('makegood-evidence')];
  }

  #obstacles(): Obstacle[] {
    const [checked, { language }] = [this.#checked, this];
    if (language === null) return [];
    if (checked === null) return this.answered ? [{ message: say('send.item', language), at: itemPlace }] : [];
    return obstaclesOf(checked, language, this.#pile);
  }

  readonly #pile = (need: string): MakegoodEvidence | null => {
    return this.renderRoot.querySelector<MakegoodEvidence>(`[data-need="${CSS.escape(need)}"] makegood-evidence`);
  };

  /** Leads the focus to a place. */
  #go(at: string): void {
    this.#lead = at;
    this.requestUpdate();
  }

  /** The claim was to be sent and is not complete: all that is wrong is told, and the focus goes to it. */
  protected override refuse(): void {
    this.#telling.attempted = true;
    this.#note = '';
    this.focusOn = '#summary';
    this.requestUpdate();
  }

  /** The form around it is being sent, or the claim by itself; whether it can be. */
  protected override submit(): boolean {
    this.#typed.now();
    if (!this.answered || this.#received) return true;
    if (this.#obstacles().length > 0) {
      this.refuse();
      return false;
    }
    const { claim, draft } = this.#checked!;
    const detail = { claim, draft, receipt: this.#receipt(), files: this.#filling.files };
    return this.dispatchEvent(new CustomEvent('makegood-claim', { bubbles: true, composed: true, cancelable: true, detail }));
  }

  protected override sent(): void { this.#kept.delete(); }

  #receipt(): Receipt {
    const { claim } = this.#checked!;
    if (this.#signed?.claim !== claim) this.#signed = { claim, receipt: this.shop!.receipt(claim) };
    return this.#signed.receipt;
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#typed.now();
    if (this.off) return;
    if (this.form !== null && this.#obstacles().length === 0) return this.form.requestSubmit();
    if (!this.submit()) return;
    // Nobody said that it would be sent; the shopper must not be told that it was.
    console.error('makegood: nobody took the claim; who listens for makegood-claim calls its preventDefault(), and received() once the shop has it');
    this.#note = say('send.not-taken', this.language!);
    this.#untaken = true;
    this.requestUpdate();
  };

  protected override updated(): void {
    super.updated();
    const lead = this.#lead;
    this.#lead = null;
    if (lead !== null) controlAt(this.renderRoot, lead, this.#pile)?.focus();
    this.#hand();
  }

  /** Gives the form around it the claim, or keeps it from being sent; without a form of its own, its content is the form. */
  #hand(): void {
    const { name } = this;
    const state = textOf(this.#filling.own, this.#filling.disputed, this.#chosen);
    if (!this.answered || this.#received) return this.hand(null, state, null, null);
    const [first] = this.#obstacles();
    if (first !== undefined || this.form === null || !name) return this.hand(null, state, first?.message ?? null, this.renderRoot.querySelector(this.entry));
    const data = new FormData();
    data.append(name, JSON.stringify(this.#receipt()));
    for (const file of this.#filling.files) data.append(name, file);
    this.hand(data, state, null, null);
  }

  protected override sentence(idle: Idle, language: string): string { return say(`page.${idle}`, language); }

  protected override said(): string { return this.#note; }

  protected override card(shop: ClaimShop, language: string): TemplateResult {
    const [checked, item, items] = [this.#checked, this.#item, this.#items];
    const title = items.length > 0 ? undefined : item?.title;
    return html`
      ${this.#received && checked !== null ? receivedView(checked.words, language) : html`
        <div><h2 class="title" part="title">${drawn(formMark)}${say('title', language)}</h2>${title === undefined ? nothing : html`<p class="help">${pick(title, language)}</p>`}</div>
        ${checked === null ? nothing : progressView(checked.claim, checked.words)}
        ${this.#telling.attempted ? summaryView(this.#obstacles(), language, (at) => this.#go(at)) : nothing}
        <form class="claim" part="form" novalidate @submit=${this.#send}><fieldset ?disabled=${this.off}>
          ${items.length === 0 ? nothing : itemsView({
            all: items, chosen: item?.id ?? null, missing: checked === null && this.#telling.attempted, choose: (id) => this.#choose(id),
          }, language)}
          ${checked === null ? nothing : entriesView({
            form: this.#form(checked, language), why: claimReasons(checked.claim, language, { shop }), given: (need) => this.#filling.given(need),
            take: (need, files) => this.#act(() => this.#filling.take(need, files)), dispute: (on) => this.#act(() => { this.#filling.disputed = on; }),
          })}
          ${checked?.claim.keepsDraft ? this.#keeping(language) : nothing}
          ${this.#untaken ? html`<p class="wrong">${say('send.not-taken', language)}</p>` : nothing}
          ${this.submitting.button ? nothing : html`<button class="primary" part="button primary" type="submit">${say('send.submit', language)}</button>`}
        </fieldset></form>`}
      <div class="foot"><p class="fine private">${icon('lock')}${say('send.private', language)}</p>${policyLink(shop.page, language)}</div>`;
  }

  #form({ claim, words }: Told, language: string): Form {
    const telling = this.#telling;
    const enter = (field: string, value: string | boolean | null): void => {
      telling.type(field, words.problems);
      this.#filling.enter(field, value);
      // Whoever wishes for something else has not seen that differently yet.
      if (field === 'remedy') this.#filling.disputed = false;
    };
    return {
      claim, words, language, entered: this.#filling.entered, disabled: this.off,
      // What is closed stands beside what the policy says about it.
      wrong: (field) => telling.of(field, words.problems).filter(({ code }) => code !== 'claim.remedy-closed'),
      closed: telling.of('remedy', words.problems).filter(({ code, severity }) => code === 'claim.remedy-closed' && severity === 'error'),
      tidied: (field) => telling.typing(field) ? null : words.tidied.find((one) => one.field === field)?.sentence ?? null,
      type: (field, value) => {
        enter(field, value);
        this.#kept.keep(this.#filling.own, this.#filling.disputed);
        this.#typed.soon();
      },
      enter: (field, value) => this.#act(() => enter(field, value)),
      settle: (field, value) => {
        this.#act(() => enter(field, value));
        this.#leave(field);
        this.#go(field);
      },
      leave: (field) => this.#leave(field),
      dial: () => this.#dial(),
    };
  }

  #keeping(language: string): TemplateResult {
    const kept = this.#kept;
    return draftView({
      wanted: kept.wanted, able: kept.able, language,
      want: (on) => {
        if (!on) return this.#drop(language, '#keep');
        kept.wanted = true;
        kept.keep(this.#filling.own, this.#filling.disputed);
        kept.flush();
        this.#note = say(kept.able ? 'draft.kept' : 'draft.unable', language);
        this.requestUpdate();
      },
      drop: () => this.#drop(language, '#keep'),
    });
  }

  #drop(language: string, focus: string): void {
    this.#kept.delete();
    this.#note = say('draft.deleted', language);
    this.focusOn = focus;
    this.requestUpdate();
  }
}

/** Registers the element. Safe to call twice, and beside another version of the package. */
export const define: typeof DefineFace = (tag = 'makegood-claim', registry = globalThis.customElements) => {
  // Not loaded later: a failed module is not asked for again, and without files a claim could never be complete.
  defineEvidence('makegood-evidence', registry);
  register(tag, MakegoodClaim, registry);
};
