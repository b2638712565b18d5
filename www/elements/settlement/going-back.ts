import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../wording/settlement/index.js';
import type { OrderItem } from '../settlement-element.js';
import { left, nameOf, type GoingBack } from './settling.js';

/** What is to be ticked. */
export interface Picking {
  items: readonly OrderItem[];
  back: GoingBack;
  language: string;
  /** So many units of an item go back; none takes it out. */
  choose(item: OrderItem, units: number): void;
}

export function goingBackView(picking: Picking): TemplateResult {
  const { items, language } = picking;
  return html`<fieldset class="going" part="picking">
    <legend>${say('element.pick', language)}</legend>
    <ul>${items.map((item, at) => itemView(picking, item, at))}</ul>
  </fieldset>`;
}

function itemView({ back, language, choose }: Picking, item: OrderItem, at: number): TemplateResult {
  const [name, most] = [nameOf(item, language), left(item)];
  const units = back.get(item.id) ?? 0;
  if (most === 0) return html`<li class="gone"><span>${name}</span> <span class="fine">${say('element.none-left', language)}</span></li>`;
  return html`<li class="item">
    <label class="choice" part="choice">
      <input type="checkbox" name="back" value=${item.id} .checked=${units > 0}
        @change=${(event: Event) => choose(item, (event.target as HTMLInputElement).checked ? most : 0)}>
      <span>${name}${most === 1 ? nothing : html` <span class="fine">${say('element.left', language, { left: most })}</span>`}</span>
    </label>
    ${most === 1 || units === 0 ? nothing : stepper(at)}
  </li>`;

  /** A button that is at its end stays in reach of the keyboard, so that the focus does not get lost. */
  function stepper(at: number): TemplateResult {
    const button = (by: -1 | 1, key: 'fewer' | 'more', sign: string) => {
      const ends = units + by < 1 || units + by > most;
      return html`<button type="button" part="button ${key}" aria-label=${say(`element.${key}`, language, { item: name })}
        aria-disabled=${ends ? 'true' : nothing} aria-describedby="count-${at}" @click=${() => { if (!ends) choose(item, units + by); }}>${sign}</button>`;
    };
    return html`<div class="stepper" part="stepper" role="group" aria-label=${say('element.units', language, { item: name })}>
      ${button(-1, 'fewer', '−')}<span id="count-${at}">${say('element.count', language, { n: units, left: most })}</span>${button(1, 'more', '+')}
    </div>`;
  }
}
