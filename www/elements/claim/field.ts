import { html, nothing, type TemplateResult } from 'lit';
import type { ClaimProblemWords } from '../../wording/claim.js';
import { icon } from '../icons.js';
import { chosen, dated, described, invalid, typed } from './controls.js';
import { faulted } from './fault.js';
import type { Entry } from './form.js';

/** One field with its label, its help, what was changed in it and what is wrong with it. */
export function fieldView(entry: Entry): TemplateResult {
  const { field: { id, type, values }, form } = entry;
  const group = type === 'fault' || type === 'bool' || (values !== null && entry.words.values.length <= 8);
  const left = (event: FocusEvent) => {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) form.leave(id);
  };
  if (group) {
    return html`<fieldset class="entry" part="entry" data-field=${id} role=${type === 'fault' ? 'group' : 'radiogroup'} aria-required=${type === 'fault' ? nothing : String(entry.field.required)}
        aria-invalid=${type === 'fault' ? nothing : invalid(entry)} aria-describedby=${described(entry)} @focusout=${left}>
      <legend part="label">${label(entry)}</legend>
      ${help(entry)}
      ${wrongs(id, form.wrong(id))}
      ${type === 'fault' ? faulted(entry) : chosen(entry)}
      ${tidied(entry)}
    </fieldset>`;
  }
  return html`<div class="entry" part="entry" data-field=${id} @focusout=${left}>
    <label for="field-${id}" part="label">${label(entry)}</label>
    ${help(entry)}
    ${wrongs(id, form.wrong(id))}
    ${type === 'date' ? dated(entry) : values === null ? typed(entry) : chosen(entry)}
    ${tidied(entry)}
  </div>`;
}

function label({ words }: Entry): TemplateResult {
  return html`${words.label}${words.optional === null ? nothing : html` <span class="optional">(${words.optional})</span>`}`;
}

function help({ field: { id }, words }: Entry): TemplateResult | typeof nothing {
  if (words.help === null && words.example === null) return nothing;
  return html`<p class="help" id="help-${id}">${words.help}${words.example === null ? nothing : html` <span class="example">${words.example}</span>`}</p>`;
}

function tidied({ field: { id }, form }: Entry): TemplateResult | typeof nothing {
  const sentence = form.tidied(id);
  return sentence === null ? nothing : html`<p class="tidied" part="tidied" id="tidied-${id}">${icon('yes')}<span>${sentence}</span></p>`;
}

/** What is wrong in one place. */
export function wrongs(id: string, problems: ClaimProblemWords[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="wrongs" part="problems" id="wrong-${id}">${problems.map(({ severity, message, help: mend }) => html`
    <li class="wrong ${severity}" part="problem ${severity}">${icon('alert')}<span><strong>${message}</strong>${mend === null ? nothing : html` ${mend}`}</span></li>`)}</ul>`;
}
