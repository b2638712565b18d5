import { controlsOf, describe, holderOf } from './controls.js';

/** A sentence beside a field. */
export interface Note { kind: 'wrong' | 'look' | 'tidied'; text: string }

let count = 0;

/** The sentences beside the fields of a form. */
export class Notes {
  readonly #form: HTMLFormElement;
  /** By field: where its sentences stand, and what stands there. */
  readonly #places = new Map<string, { place: HTMLElement; own: boolean; said: string }>();

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** Says something beside a field, or nothing any more. */
  say(field: string, notes: readonly Note[]): void {
    const said = JSON.stringify(notes);
    const known = this.#places.get(field);
    if ((known?.said ?? '[]') === said) return;
    const entry = known ?? this.#made(field);
    if (entry === null) return;
    entry.said = said;
    entry.place.replaceChildren(...notes.map(({ kind, text }) => {
      const line = document.createElement('p');
      line.className = `claim-note claim-${kind}`;
      line.textContent = text;
      return line;
    }));
    entry.place.hidden = notes.length === 0;
    for (const control of controlsOf(this.#form, field)) describe(control, entry.place.id, notes.length > 0);
  }

  /** Puts something of ours among the sentences of a field. */
  after(field: string, element: HTMLElement): void {
    const entry = this.#places.get(field) ?? this.#made(field);
    entry?.place.after(element);
  }

  clear(): void {
    for (const [field, { place, own }] of this.#places) {
      for (const control of controlsOf(this.#form, field)) describe(control, place.id, false);
      if (own) place.remove();
      else place.replaceChildren();
      delete place.dataset['claimNotes'];
    }
    this.#places.clear();
  }

  #made(field: string): { place: HTMLElement; own: boolean; said: string } | null {
    const [control] = controlsOf(this.#form, field);
    if (control === undefined) return null;
    const theirs = this.#form.querySelector<HTMLElement>(`[data-claim-note="${CSS.escape(field)}"]`);
    const place = theirs ?? document.createElement('div');
    place.id ||= `claim-note-${count += 1}`;
    place.dataset['claimNotes'] = field;
    if (theirs === null) {
      const holder = holderOf(control);
      place.className = 'claim-notes';
      // Inside a label it would become part of the control's name.
      const label = holder.closest('label');
      if (label !== null) label.after(place);
      else if (holder === control) holder.after(place);
      else holder.append(place);
    }
    const entry = { place, own: theirs === null, said: '[]' };
    this.#places.set(field, entry);
    return entry;
  }
}
