import type { PropertyDeclarations } from 'lit';
import type { Shop } from '../../binding/makegood.js';
import { AnsweringElement } from '../answering.js';
import { Submitting } from './submitting.js';

/** An answering element that is a field of the form around it. */
export abstract class AssociatedElement<Opened extends Shop> extends AnsweringElement<Opened> {
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = { name: { reflect: true }, disabled: { type: Boolean, reflect: true } };

  name: string | null = null;
  disabled = false;

  protected readonly submitting = new Submitting({ submit: () => this.submit(), sent: () => this.sent() });
  #disabledAround = false;

  /** The form is about to be sent; `false` stops it, once the shopper was told why. */
  protected abstract submit(): boolean;
  /** It is really being sent. */
  protected abstract sent(): void;
  /** Tells the shopper what is missing. */
  protected abstract refuse(): void;

  get form(): HTMLFormElement | null { return this.internals.form; }
  get labels(): NodeList { return this.internals.labels; }
  get validity(): ValidityState { return this.internals.validity; }
  get validationMessage(): string { return this.internals.validationMessage; }
  get willValidate(): boolean { return this.internals.willValidate; }
  checkValidity(): boolean { return this.internals.validity.valid; }

  /** Shows what is missing, as if the shopper had tried to send it. */
  reportValidity(): boolean {
    const { valid } = this.internals.validity;
    if (!valid) this.refuse();
    return valid;
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.submitting.of(form);
    this.requestUpdate();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledAround = disabled;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#invalid);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.#invalid);
  }

  /** Whether nothing can be entered. */
  protected get off(): boolean { return this.disabled || this.#disabledAround; }

  /** Gives the form around it what it hands in, or why it cannot be sent; `state` is for the browser, to restore. */
  protected hand(value: FormData | null, state: string, wrong: string | null, anchor: HTMLElement | null): void {
    this.internals.setFormValue(value, state);
    if (wrong === null || anchor === null) this.internals.setValidity({});
    else this.internals.setValidity({ customError: true }, wrong, anchor);
  }

  /** The browser would focus one control and say one sentence; the element says all, unless something above it is wrong, too. */
  readonly #invalid = (event: Event): void => {
    if (!this.submitting.pressed || this.form?.querySelector(':invalid:not(fieldset)') !== this) return;
    event.preventDefault();
    this.refuse();
  };
}
