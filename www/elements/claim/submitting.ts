/** What an element does when the form around it is sent. */
export interface Submits {
  /** The form is about to be sent; `false` stops it. */
  submit(): boolean;
  /** It is really being sent. */
  sent(): void;
}

/** Listens to the form around an element, and to how the shopper sends it. */
export class Submitting {
  #form: HTMLFormElement | null = null;
  /** Whether someone has just pressed a button that sends the form. */
  #pressed = false;

  constructor(private readonly element: Submits) {}

  get form(): HTMLFormElement | null { return this.#form; }

  /** Whether the shopper is sending the form now, and no script is only asking whether it could be. */
  get pressed(): boolean { return this.#pressed; }

  /** Whether the page has a button of its own. */
  get button(): boolean {
    return this.#form !== null && [...this.#form.elements].some((one) => (one as HTMLButtonElement).type === 'submit');
  }

  of(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('submit', this.#submit, true);
    form?.addEventListener('submit', this.#submit, true);
    document[form === null ? 'removeEventListener' : 'addEventListener']('click', this.#click as EventListener, true);
    this.#form = form;
  }

  readonly #click = ({ target }: MouseEvent): void => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement | HTMLInputElement>('button, input') : null;
    if (button === null || button.form !== this.#form || !['submit', 'image'].includes(button.type)) return;
    this.#pressed = true;
    setTimeout(() => { this.#pressed = false; });
  };

  readonly #submit = (event: SubmitEvent): void => {
    if (event.target !== this.#form || event.defaultPrevented) return;
    if (!this.element.submit()) return event.preventDefault();
    // After everyone on the page was asked.
    addEventListener('submit', (last) => {
      if (last === event && !last.defaultPrevented) this.element.sent();
    }, { once: true });
  };
}
