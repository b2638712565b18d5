import { say } from '../../wording/claim/index.js';

/** Something that keeps the form from being sent, and the control to mend it in. */
export interface Obstacle { message: string; control: HTMLElement | null }

let count = 0;

/** All that keeps the form from being sent, with ways to the controls; it takes the focus. */
export class Summary {
  readonly #form: HTMLFormElement;
  readonly #place: HTMLElement;
  readonly #own: boolean;

  constructor(form: HTMLFormElement) {
    const theirs = form.querySelector<HTMLElement>('[data-claim-summary]');
    this.#form = form;
    this.#own = theirs === null;
    this.#place = theirs ?? document.createElement('div');
    this.#place.hidden = true;
    if (this.#own) form.prepend(this.#place);
  }

  get shown(): boolean { return !this.#place.hidden; }

  show(obstacles: readonly Obstacle[], language: string, focus: boolean): void {
    if (obstacles.length === 0) return this.hide();
    const title = document.createElement('h2');
    title.id = `claim-summary-${count += 1}`;
    title.textContent = say('summary.title', language, { n: obstacles.length });
    const list = document.createElement('ul');
    list.append(...obstacles.map(({ message, control }) => line(message, control)));
    const box = document.createElement('div');
    box.className = 'claim-summary';
    box.setAttribute('role', 'alert');
    box.setAttribute('aria-labelledby', title.id);
    box.lang = language;
    box.tabIndex = -1;
    box.append(title, list);
    this.#place.replaceChildren(box);
    this.#place.hidden = false;
    if (focus) box.focus();
  }

  hide(): void {
    this.#place.replaceChildren();
    this.#place.hidden = true;
  }

  clear(): void {
    this.hide();
    if (this.#own) this.#place.remove();
    else this.#place.hidden = false;
    this.#form.querySelector('.claim-summary')?.remove();
  }
}

function line(message: string, control: HTMLElement | null): HTMLLIElement {
  const item = document.createElement('li');
  if (control === null) {
    item.textContent = message;
    return item;
  }
  const way = document.createElement('a');
  control.id ||= `claim-control-${count += 1}`;
  way.href = `#${control.id}`;
  way.textContent = message;
  way.addEventListener('click', (event) => {
    event.preventDefault();
    control.focus();
    control.scrollIntoView({ block: 'center' });
  });
  item.append(way);
  return item;
}
