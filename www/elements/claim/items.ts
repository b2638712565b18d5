import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { say } from '../../wording/claim/index.js';
import { say as sayOfAll } from '../../wording/index.js';
import type { OrderItem } from '../elements.js';
import { icon } from '../icons.js';
import { labelOf } from '../label.js';

/** The place of the question which item it is; no field has such a name. */
export const itemPlace = '/ item';

/** The items of an order, and the one that it is about. */
export interface Items { all: readonly OrderItem[]; chosen: string | null; missing: boolean; choose(id: string): void }

/** Which item of the order it is about, where the page does not say. */
export function itemsView({ all, chosen, missing, choose }: Items, language: string): TemplateResult {
  return html`<fieldset class="entry" part="entry" data-field=${itemPlace} role="radiogroup" aria-required="true" aria-invalid=${missing ? 'true' : nothing}
      aria-describedby=${missing ? 'wrong-item' : nothing}>
    <legend part="label">${sayOfAll('interface.item', language)}</legend>
    ${missing ? html`<ul class="wrongs" part="problems" id="wrong-item">
      <li class="wrong error" part="problem error">${icon('alert')}<span><strong>${say('send.item', language)}</strong></span></li></ul>` : nothing}
    <div class="choices ${all.length > 3 ? 'many' : ''}">${all.map((item) => html`<label class="choice" part="choice">
      <input type="radio" name="item" value=${item.id} .checked=${live(item.id === chosen)} @change=${() => choose(item.id)}>
      <span>${labelOf(item, language)}</span>
    </label>`)}</div>
  </fieldset>`;
}
