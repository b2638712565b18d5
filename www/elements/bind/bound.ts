import type { Claim, ClaimDraft } from '../../binding/claim.js';
import type { ClaimShop } from '../../binding/makegood-claim.js';
import { claimWords, load, say } from '../../wording/claim/index.js';
import type { ClaimProblemWords, ClaimWords } from '../../wording/claim.js';
import { load as loadEvidence } from '../../wording/evidence/index.js';
import type { BindOptions, BoundForm } from '../bound-form.js';
import { draftOf } from '../claim/draft.js';
import { besides, countryOf, loadReader, reader, unreadOf } from '../claim/dialling.js';
import { Telling } from '../claim/telling.js';
import { languageOf, watchLanguage } from '../language.js';
import { Choices } from './choices.js';
import { controlsOf, holderOf, isControl } from './controls.js';
import { Files } from './files.js';
import { Notes, type Note } from './notes.js';
import { Summary, type Obstacle } from './summary.js';

/** The field that says "I see it differently". */
const DISPUTED = 'disputed';

/** A form of the page's own while it is looked after. */
export class Bound implements BoundForm {
  readonly #form: HTMLFormElement;
  readonly #shop: ClaimShop;
  readonly #released: () => void;
  readonly #buyer: string | undefined;
  readonly #endings: (() => void)[];
  readonly #telling = new Telling();
  readonly #notes: Notes;
  readonly #choices: Choices;
  readonly #files: Files;
  readonly #summary: Summary;
  /** What was hidden and switched off because it is not asked for. */
  readonly #put = new Map<HTMLElement, HTMLElement['hidden']>();
  readonly #validated: boolean;
  #known: Pick<BindOptions, 'facts' | 'item' | 'today'>;
  #language: string;
  #claim!: Claim;
  #words!: ClaimWords;
  #differently: HTMLLabelElement | null = null;
  /** Whether what reads telephone numbers is on its way, and a number waits for it. */
  #dialling = false;
  #over = false;
  /** Whether the form is to be sent as soon as its files and numbers are known, and by which button. */
  #waiting: HTMLElement | null | undefined;

  constructor(form: HTMLFormElement, shop: ClaimShop, options: BindOptions, language: string, released: () => void) {
    this.#form = form;
    this.#shop = shop;
    this.#known = options;
    this.#buyer = options.country ?? stringOf(options.facts?.['country']);
    this.#language = language;
    this.#released = released;
    this.#notes = new Notes(form);
    this.#choices = new Choices(form);
    this.#files = new Files(form);
    this.#summary = new Summary(form);
    // The bubbles of browsers tell one thing at a time and go away; the summary tells all.
    this.#validated = form.noValidate;
    form.noValidate = true;
    const listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) => {
      form.addEventListener(type, listener);
      return () => form.removeEventListener(type, listener);
    };
    this.#endings = [
      listen('input', (event) => this.#entered(event)),
      listen('change', (event) => this.#entered(event)),
      listen('focusout', (event) => this.#left(event)),
      listen('submit', (event) => this.#submit(event)),
      listen('formdata', ({ formData }) => {
        if (this.#claim.complete) formData.set('receipt', JSON.stringify(this.#shop.receipt(this.#claim)));
      }),
      // The controls are reset after the event.
      listen('reset', () => setTimeout(() => this.#reset())),
      watchLanguage(() => { void this.#relearn(); }),
    ];
    this.#check();
  }

  get claim(): Claim { return this.#claim; }

  update(known: Pick<BindOptions, 'facts' | 'item' | 'today'>): void {
    this.#known = { ...this.#known, ...known };
    this.#check();
  }

  release(): void {
    this.#over = true;
    for (const end of this.#endings) end();
    this.#form.noValidate = this.#validated;
    this.#shop.markForm(this.#form, Object.fromEntries(this.#names().map((name) => [name, ''])));
    this.#notes.clear();
    this.#choices.clear();
    this.#files.clear();
    this.#summary.clear();
    this.#differently?.remove();
    for (const place of this.#put.keys()) this.#ask(place, true);
    this.#released();
  }

  /** The fields and needs of which the form has controls. */
  #names(): string[] {
    return [...new Set([...this.#form.elements].filter(isControl).map(({ name }) => name).filter((name) => name !== ''))];
  }

  #check(): void {
    if (this.#over) return;
    const { today = this.#shop.today(), facts = {}, item = null } = this.#known;
    const { fields, files } = this.#shop.readForm(this.#form, today);
    const needs = this.#claim?.evidence ?? [];
    const phones = new Set(['phone', ...(this.#claim?.fields ?? []).filter(({ type }) => type === 'phone').map(({ id }) => id)]);
    const read = reader(countryOf(this.#buyer, this.#shop.laws));
    const entered = new Map(Object.entries(fields) as [string, string | boolean | null][]);
    const draft: ClaimDraft = draftOf({
      today, facts, item, entered, phones,
      language: languageOf(this.#form) ?? this.#language,
      readPhone: read,
      evidence: new Map([...this.#files.found].filter(([need]) => needs.some(({ id }) => id === need))),
      disputed: controlsOf(this.#form, DISPUTED).some((control) => control instanceof HTMLInputElement && control.checked),
    });
    this.#claim = this.#shop.checkClaim(draft);
    const unread = unreadOf(this.#claim, entered, read);
    this.#words = besides(claimWords(this.#claim, this.#language, { shop: this.#shop }), unread);
    if (unread.size > 0) this.#dial();
    this.#files.read(this.#claim.evidence, files, () => this.#read());
    // What is asked for now may be there already; what is asked only ever depends on what stands above it, so this ends.
    const back = this.#askFor(new Set([...this.#claim.fields, ...this.#claim.evidence].map(({ id }) => id)));
    if (back || this.#claim.evidence.some(({ id }) => !needs.some((need) => need.id === id) && this.#files.found.has(id))) return this.#check();
    this.#show();
  }

  #show(): void {
    const { evidence } = this.#claim;
    this.#choices.fill(this.#words.fields, say('part.choose', this.#language));
    this.#files.accept(evidence);
    this.#offerDispute();
    const sentences: { [name: string]: string } = {};
    for (const name of this.#names()) {
      const wrong = [...this.#of(name).filter(({ severity }) => severity === 'error').map(({ message }) => message), ...this.#files.wrong(name, this.#language)];
      sentences[name] = wrong[0] ?? '';
      this.#notes.say(name, this.#said(name));
    }
    this.#shop.markForm(this.#form, sentences);
    for (const progress of this.#form.querySelectorAll('[data-claim-progress]')) progress.textContent = this.#words.progress;
    if (this.#summary.shown) this.#summary.show(this.#obstacles(), this.#language, false);
  }

  /** What is to be said of a field or a need, whether it is told yet or not. */
  #of(name: string): ClaimProblemWords[] {
    return this.#words.problems.filter(({ field, need }) => field === name || need === name);
  }

  #said(name: string): Note[] {
    const told = this.#telling.of(name, this.#words.problems).map(({ severity, message, help }): Note => ({
      kind: severity === 'error' ? 'wrong' : 'look', text: help === null ? message : `${message} ${help}`,
    }));
    const files = this.#files.wrong(name, this.#language).map((text): Note => ({ kind: 'wrong', text }));
    const tidied = this.#telling.typing(name) ? [] : this.#words.tidied.filter(({ field }) => field === name);
    return [...told, ...files, ...tidied.map(({ sentence }): Note => ({ kind: 'tidied', text: sentence }))];
  }

  /** Asks for these fields and needs only; whether something came back with them that was entered before. */
  #askFor(asked: ReadonlySet<string>): boolean {
    let back = false;
    for (const place of this.#form.querySelectorAll<HTMLElement>('[data-claim-field]')) {
      const field = place.dataset['claimField']!;
      back ||= this.#put.has(place) && asked.has(field) && controlsOf(this.#form, field).length > 0;
      this.#ask(place, asked.has(field));
    }
    return back;
  }

  /** Shows what is asked for, and hides and switches off the rest, so that it is not sent. */
  #ask(place: HTMLElement, asked: boolean): void {
    if (asked === !this.#put.has(place)) return;
    if (!asked) {
      this.#put.set(place, place.hidden);
      place.hidden = true;
      for (const control of place.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
        if (control.disabled) continue;
        control.disabled = true;
        control.dataset['claimOff'] = '';
      }
      return;
    }
    place.hidden = this.#put.get(place)!;
    this.#put.delete(place);
    for (const control of place.querySelectorAll<HTMLInputElement>('[data-claim-off]')) {
      control.disabled = false;
      delete control.dataset['claimOff'];
    }
  }

  /** A box for whoever sees it differently, where the page has none. */
  #offerDispute(): void {
    const words = this.#words.wish?.differently ?? null;
    if (words === null) {
      this.#differently?.remove();
      this.#differently = null;
    } else if (this.#differently === null && controlsOf(this.#form, DISPUTED).length === 0) {
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: DISPUTED, value: 'yes' });
      this.#differently = Object.assign(document.createElement('label'), { className: 'claim-differently' });
      this.#differently.append(box, ` ${words.label}`);
      this.#notes.after('remedy', this.#differently);
    }
  }

  #entered({ target }: Event): void {
    if (!isControl(target)) return;
    if (!(target instanceof HTMLInputElement && ['file', 'radio', 'checkbox'].includes(target.type))) this.#telling.type(target.name, this.#words.problems);
    this.#check();
  }

  #left({ target, relatedTarget }: FocusEvent): void {
    if (!isControl(target) || (relatedTarget instanceof Node && holderOf(target).contains(relatedTarget))) return;
    this.#telling.leave(target.name);
    this.#show();
  }

  /** Loads what reads telephone numbers; where it cannot be had, the claim goes on with what was typed. */
  #dial(): void {
    if (this.#dialling) return;
    this.#dialling = true;
    void loadReader().catch(() => {}).then(() => {
      this.#dialling = false;
      this.#read();
    });
  }

  /** The files are known, or the numbers. */
  #read(): void {
    this.#check();
    if (this.#busy || this.#waiting === undefined || this.#over) return;
    const by = this.#waiting;
    this.#waiting = undefined;
    this.#form.requestSubmit(by);
  }

  get #busy(): boolean { return this.#files.busy || this.#dialling; }

  /** What keeps the form from being sent, in the order of the page. */
  #obstacles(): Obstacle[] {
    const obstacles: Obstacle[] = [];
    const controls = [...this.#form.elements].filter(isControl);
    const seen = new Set<string>();
    for (const control of controls) {
      const { name } = control;
      if (seen.has(name) || !control.willValidate) continue;
      seen.add(name);
      if (!control.validity.valid) obstacles.push({ message: control.validationMessage, control });
    }
    // What the form has no control for.
    const without = this.#words.problems.filter(({ severity, field, need }) => severity === 'error' && !seen.has(field ?? need ?? ''));
    return [...obstacles, ...without.map(({ message }) => ({ message, control: null }))];
  }

  #submit(event: SubmitEvent): void {
    if (event.defaultPrevented) return;
    if (this.#busy) {
      event.preventDefault();
      this.#waiting = event.submitter;
      return;
    }
    this.#telling.attempted = true;
    this.#check();
    const obstacles = this.#obstacles();
    if (obstacles.length === 0 && this.#claim.complete) return this.#summary.hide();
    event.preventDefault();
    this.#summary.show(obstacles, this.#language, true);
  }

  #reset(): void {
    this.#telling.clear();
    this.#summary.hide();
    this.#check();
  }

  async #relearn(): Promise<void> {
    const tag = languageOf(this.#form) ?? 'en';
    const [language] = await Promise.all([load(tag), loadEvidence(tag)]);
    if (language === this.#language) return;
    this.#language = language;
    this.#check();
  }
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
