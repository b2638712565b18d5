/** Something that a shopper fills in. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls of a form with a name; several for a group of radio buttons. */
export function controlsOf(form: HTMLFormElement, name: string): Control[] {
  return [...form.elements].filter((element): element is Control => isControl(element) && element.name === name);
}

export function isControl(element: unknown): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

/** What holds a control and everything that belongs to it: what the page says, or else its group or its label. */
export function holderOf(control: Control): HTMLElement {
  const grouped = control instanceof HTMLInputElement && control.type === 'radio' ? control.closest('fieldset') : null;
  return control.closest<HTMLElement>(`[data-claim-field="${CSS.escape(control.name)}"]`) ?? grouped ?? control.closest('label') ?? control;
}

/** Adds or takes away an id of the elements that describe a control; those of the page stay. */
export function describe(control: Element, id: string, describes: boolean): void {
  const others = (control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((known) => known !== '' && known !== id);
  const ids = describes ? [...others, id] : others;
  if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '));
  else control.removeAttribute('aria-describedby');
}
