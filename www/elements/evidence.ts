import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { checked, type Memory } from '../evidence/check.js';
import type { EvidenceKind, EvidenceReport, EvidenceRules, FileReport } from '../evidence/evidence.js';
import { safeName } from '../evidence/name.js';
import { rulesOf, type Rules } from '../evidence/rules.js';
import { typesOf } from '../evidence/type.js';
import { kindNames, load, say, sizeName } from '../wording/evidence/index.js';
import { EvidenceVoice } from '../wording/evidence/voice.js';
import { wordsOf } from '../wording/evidence/words.js';
import type { EvidenceProblemWords, EvidenceWords, FileWords } from '../wording/evidence.js';
import type { define as DefineFace, EvidenceState, MakegoodEvidence as Face } from './evidence-element.js';
import { previewOf } from './evidence/preview.js';
import { pile } from './evidence/styles.js';
import { drawn, icon } from './icons.js';
import { languageOf, watchLanguage } from './language.js';
import { register } from './register.js';
import { controls, frame, settings, tokens } from './styles.js';

const drawings = {
  photo: svg`<path d="M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4v12h-17z"/><circle cx="12" cy="13" r="3.5"/>`,
  paper: svg`<path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 16h6"/>`,
  film: svg`<path d="M3.5 6.5h12v11h-12zM15.5 11l5-3v8l-5-3"/>`,
};

/** How many rows are drawn beyond those that can be handed in. */
const further = 20;

/** `<makegood-evidence>`: photos and papers of a claim, checked on the device. */
export class MakegoodEvidence extends LitElement implements Face {
  static readonly version: string = MAKEGOOD_VERSION;
  static readonly formAssociated = true;
  static override styles = [tokens, frame, controls, pile, settings];
  static override properties = {
    name: { reflect: true }, rules: {}, label: {},
    required: { type: Boolean, reflect: true }, disabled: { type: Boolean, reflect: true },
  };

  name: string | null = null;
  rules: string | EvidenceRules | null = null;
  label: string | null = null;
  required = false;
  disabled = false;

  readonly #internals = this.attachInternals();
  #language: string | null = null;
  #failed = false;
  #files: File[] = [];
  #report: EvidenceReport | null = null;
  /** The report in words: the whole of it, and those files that are drawn. */
  #words: EvidenceWords | null = null;
  /** What was found last in each file, shown until it is known anew. */
  #found = new WeakMap<File, FileWords>();
  #memory: Memory = new WeakMap();
  #previews = new WeakMap<File, HTMLCanvasElement | null>();
  /** The files that the report is about; others may have come since. */
  #worded: readonly File[] = [];
  #reading: AbortController | null = null;
  #progress: { done: number; all: number } | null = null;
  #note = '';
  #over = false;
  #disabledAround = false;
  #focusOn: string | null = null;
  #told: string | null = null;
  #endWatching = (): void => {};

  get files(): readonly File[] { return [...this.#files]; }
  get report(): EvidenceReport | null { return this.#report; }
  get form(): HTMLFormElement | null { return this.#internals.form; }
  get labels(): NodeList { return this.#internals.labels; }
  get validity(): ValidityState { return this.#internals.validity; }
  get validationMessage(): string { return this.#internals.validationMessage; }
  get willValidate(): boolean { return this.#internals.willValidate; }
  checkValidity(): boolean { return this.#internals.checkValidity(); }
  reportValidity(): boolean { return this.#internals.reportValidity(); }

  get state(): EvidenceState {
    if (this.#failed) return 'failed';
    if (this.#language === null) return 'loading';
    if (this.#reading !== null) return 'checking';
    if (this.#files.length === 0) return 'empty';
    return this.#report?.ok === false ? 'problem' : 'ok';
  }

  async add(files: Iterable<File>): Promise<void> {
    this.#files = [...this.#files, ...files];
    this.#note = '';
    await this.#check();
  }

  clear(): void {
    this.#files = [];
    this.#note = '';
    void this.#check();
  }

  formResetCallback(): void { this.clear(); }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledAround = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: unknown): void {
    if (!(state instanceof FormData)) return;
    const files = [...state.values()].filter((value) => value instanceof File);
    if (files.length > 0 && this.#files.length === 0) void this.add(files);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('paste', this.#paste);
    this.#endWatching = watchLanguage(() => { void this.#speak(); });
    void this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('paste', this.#paste);
    this.#endWatching();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('rules')) return;
    this.#memory = new WeakMap();
    this.#failed = false;
    if (this.#files.length > 0) void this.#check();
  }

  protected override updated(): void {
    const focus = this.#focusOn;
    this.#focusOn = null;
    if (focus !== null) this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
    this.#validate();
    const { state } = this;
    if (state === this.#told) return;
    // Browsers of before 2024 know only states that begin with two dashes.
    try {
      if (this.#told !== null) this.#internals.states?.delete(this.#told);
      this.#internals.states?.add(state);
    } catch { /* styling by state is then left out */ }
    this.#told = state;
    this.#internals.ariaBusy = state === 'checking' ? 'true' : null;
  }

  async #speak(): Promise<void> {
    const wanted = languageOf(this) ?? 'en';
    try {
      this.#language = await load(wanted);
      this.#word();
    } catch (error) {
      this.#fail(error);
    }
    this.requestUpdate();
  }

  #fail(error: unknown): void {
    console.error(`makegood: <${this.localName}> failed:`, error);
    this.#failed = true;
    this.#reading = null;
    this.dispatchEvent(new CustomEvent('makegood-problem', { bubbles: true, composed: true, detail: { error } }));
    this.requestUpdate();
  }

  #rules(): EvidenceRules {
    const { rules } = this;
    if (rules === null || rules === '') return {};
    if (typeof rules !== 'string') return rules;
    const holder = (this.getRootNode() as ParentNode).querySelector(rules) ?? document.querySelector(rules);
    if (holder === null) throw new Error(`rules="${rules}" names no element of the page; give the selector of a <script type="application/json">`);
    return JSON.parse(holder.textContent) as EvidenceRules;
  }

  /** Reads what is new, and judges the whole. */
  async #check(): Promise<void> {
    this.#reading?.abort();
    const reading = this.#reading = new AbortController();
    this.#progress = null;
    this.requestUpdate();
    const files = this.#files;
    try {
      const report = await checked(files, this.#rules(), {
        signal: reading.signal,
        progress: (done, all) => {
          if (this.#progress !== null && done < all && done - this.#progress.done < all / 20) return;
          this.#progress = { done, all };
          this.requestUpdate();
        },
      }, this.#memory as Memory);
      if (reading !== this.#reading) return;
      this.#reading = null;
      this.#report = report;
      this.#worded = files;
      this.#word();
      this.#hand(report);
      this.requestUpdate();
      this.dispatchEvent(new CustomEvent('makegood-evidence', { bubbles: true, composed: true, detail: { report, files: [...files] } }));
      void this.#draw(files, report.files);
    } catch (error) {
      if (reading === this.#reading) this.#fail(error);
    }
  }

  /** The words for what was found, in the language of now. */
  #word(): void {
    if (this.#report === null || this.#language === null) return;
    const limits = this.#limits();
    if (limits === null) return;
    this.#words = wordsOf(new EvidenceVoice(this.#language), this.#report, limits.maxFiles + further);
    this.#words.files.forEach((file, index) => { this.#found.set(this.#worded[index]!, file); });
  }

  /** One after the other: decoding takes memory. */
  async #draw(files: readonly File[], reports: readonly FileReport[]): Promise<void> {
    for (const [index, file] of files.entries()) {
      if (reports[index]!.sha256 === null || this.#previews.has(file) || !this.#files.includes(file)) continue;
      this.#previews.set(file, null);
      const canvas = await previewOf(file, reports[index]!);
      this.#previews.set(file, canvas);
      if (canvas !== null) this.requestUpdate();
    }
  }

  /** Gives the form what can be handed in, once each. */
  #hand({ files }: EvidenceReport): void {
    const { name } = this;
    const data = new FormData();
    files.forEach(({ problems, duplicateOf }, index) => {
      if (duplicateOf === null && !problems.some(({ severity }) => severity === 'error')) data.append(name ?? '', this.#files[index]!);
    });
    this.#internals.setFormValue(name === null || name === '' ? null : data, data);
  }

  #validate(): void {
    const language = this.#language;
    const anchor = this.renderRoot.querySelector<HTMLElement>('.add');
    if (language === null || anchor === null) return this.#internals.setValidity({});
    const sentence = (key: string): string => say(`element.${key}`, language);
    if (this.#reading !== null) return this.#internals.setValidity({ customError: true }, sentence('busy'), anchor);
    if (this.#files.length === 0) return this.required || (this.#limits()?.minFiles ?? 0) > 0 ? this.#internals.setValidity({ valueMissing: true }, sentence('missing'), anchor) : this.#internals.setValidity({});
    if (this.#report?.ok === false) {
      const [first] = this.#words?.problems ?? [];
      return this.#internals.setValidity({ customError: true }, first === undefined ? sentence('wrong') : `${first.message} ${first.help}`, anchor);
    }
    return this.#internals.setValidity({});
  }

  #remove(index: number): void {
    const language = this.#language!;
    const file = this.#files[index]!;
    this.#files = this.#files.filter((_, at) => at !== index);
    this.#note = say('element.removed', language, { name: this.#found.get(file)?.name ?? safeName(file.name) });
    this.#focusOn = this.#files.length === 0 ? '.add' : `.file:nth-child(${Math.min(index, this.#files.length - 1) + 1}) .remove`;
    void this.#check();
  }

  readonly #paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length === 0 || this.#off) return;
    event.preventDefault();
    void this.add(files);
  };

  get #off(): boolean {
    return this.disabled || this.#disabledAround;
  }

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') || this.#off) return;
    event.preventDefault();
    const { type } = event;
    const over = type === 'dragover' || type === 'dragenter';
    if (type === 'drop') void this.add([...event.dataTransfer.files]);
    if (over !== this.#over) {
      this.#over = over;
      this.requestUpdate();
    }
  };

  protected override render(): TemplateResult {
    const language = this.#language;
    if (language === null || this.#failed) return html`<slot></slot>`;
    const sentence = (key: string, params = {}): string => say(`element.${key}`, language, params);
    const told = this.#limits();
    if (told === null) return html`<slot></slot>`;
    const shown = this.#files.slice(0, told.maxFiles + further);
    const folded = this.#files.length - shown.length;
    const words = this.#files.length === 0 ? null : this.#words;
    return html`<div class="card ${this.#over ? 'over' : ''}" part="card" lang=${language} role="group" aria-labelledby="title" aria-describedby="hint"
        @dragenter=${this.#drag} @dragover=${this.#drag} @dragleave=${this.#drag} @drop=${this.#drag}>
      <h2 id="title" part="title">${this.label || sentence('title')}</h2>
      <div class="drop" part="drop">
        <button class="secondary add" part="button add" type="button" ?disabled=${this.#off} aria-describedby="hint"
          @click=${() => this.renderRoot.querySelector('input')?.click()}>${sentence(this.#files.length === 0 ? 'add' : 'more')}</button>
        <input type="file" hidden ?multiple=${told.maxFiles > 1} accept=${accept(told.kinds)} @change=${({ target }: { target: HTMLInputElement }) => {
          const files = [...target.files ?? []];
          target.value = '';
          if (files.length > 0) void this.add(files);
        }}>
        <p class="help" id="hint" part="hint">${sentence('hint', { limit: told.maxFiles, size: sizeName(told.maxBytes, language), taken: kindNames(told.kinds, language) })}
          ${sentence('drop')}</p>
      </div>
      ${shown.length === 0 ? nothing : html`<ul class="files" part="files">${shown.map((file, index) => this.#row(file, index, language))}</ul>`}
      ${folded <= 0 ? nothing : html`<p class="help">${sentence('folded', { n: folded })}</p>`}
      ${this.#files.length <= told.maxFiles || told.maxFiles === 0 ? nothing : html`<button class="link keep" part="button keep" type="button" ?disabled=${this.#off} @click=${() => {
        this.#files = this.#files.slice(0, told.maxFiles);
        this.#focusOn = '.add';
        void this.#check();
      }}>${sentence('keep', { limit: told.maxFiles })}</button>`}
      ${words === null || this.#reading !== null || words.problems.length === 0 ? nothing : html`<ul class="wrongs" part="problems">${words.problems.map(wrong)}</ul>`}
      <p class="status seen shown" part="status" role="status">${this.#status(language, words?.headline ?? '')}</p>
      <p class="fine private" part="private">${icon('lock')}${sentence('private')}</p>
    </div>`;
  }

  /** The rules with everything said; `null` if they are none, which is told to the developer when files are checked. */
  #limits(): Rules | null {
    try {
      return rulesOf(this.#rules());
    } catch (error) {
      if (!this.#failed) queueMicrotask(() => this.#fail(error));
      return null;
    }
  }

  #status(language: string, headline: string): string {
    if (this.#reading !== null) return this.#files.length === 0 ? '' : say('element.checking', language, this.#progress ?? { done: 0, all: this.#files.length });
    return [this.#note, headline].filter((part) => part !== '').join(' ');
  }

  #row(file: File, index: number, language: string): TemplateResult {
    const known = this.#found.get(file);
    const name = known?.name ?? safeName(file.name);
    const failed = known?.problems.some(({ severity }) => severity === 'error') ?? false;
    const type = file.type;
    const drawing = type.startsWith('video/') ? drawings.film : known?.kind === 'PDF' || type === 'application/pdf' ? drawings.paper : drawings.photo;
    return html`<li class="file ${failed ? 'no' : ''}" part="file">
      <div class="frame" part="preview">${this.#previews.get(file) ?? drawn(drawing)}</div>
      <div class="told">
        <p class="name" dir="auto">${name}</p>
        <p class="detail">${known?.about ?? say('element.waiting', language)}</p>
      </div>
      ${known === undefined || known.problems.length === 0 ? nothing : html`<ul class="wrongs">${known.problems.map(wrong)}</ul>`}
      <button class="link remove" part="button remove" type="button" ?disabled=${this.#off} aria-label=${say('element.named', language, { name })}
        @click=${() => this.#remove(index)}>${say('element.remove', language)}</button>
    </li>`;
  }
}

function wrong({ severity, message, help }: EvidenceProblemWords): TemplateResult {
  return html`<li class="wrong ${severity}" part="problem ${severity}">${icon(severity === 'note' ? 'yes' : 'alert')}<span><strong>${message}</strong> ${help}</span></li>`;
}

/** What the browser's own dialogue offers. Some systems have no type for HEIC, so its endings stand beside. */
function accept(kinds: readonly EvidenceKind[]): string {
  return kinds.flatMap((kind): string[] => {
    if (kind === 'image') return ['image/*', '.heic', '.heif'];
    return kind === 'video' ? ['video/*'] : typesOf([kind]);
  }).join();
}

/** Registers the element. Safe to call twice, and beside another version of the package. */
export const define: typeof DefineFace = (tag = 'makegood-evidence', registry = globalThis.customElements) => {
  register(tag, MakegoodEvidence, registry);
};
