import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { drawn } from '../icons.js';
import { say } from '../../wording/claim/index.js';
import { day, say as sayOfAll } from '../../wording/index.js';
import type { Entry } from './form.js';
import { calendar } from './marks.js';

/** How each kind of field is typed. */
interface Typing {
  type?: 'tel';
  mode?: 'numeric' | 'decimal' | 'email' | 'tel';
  complete?: string;
  capitals?: 'characters' | 'words' | 'sentences';
  spelled?: boolean;
  lines?: number;
}

const typing: { readonly [type: string]: Typing } = {
  'text': {},
  'long-text': { lines: 5, capitals: 'sentences', spelled: true },
  'number': { mode: 'decimal' },
  'money': { mode: 'decimal' },
  // No field of the type email: browsers rewrite what is typed into one, and nothing is changed unseen here.
  'email': { mode: 'email', complete: 'email' },
  'phone': { type: 'tel', mode: 'tel', complete: 'tel' },
  'imei': { mode: 'numeric' },
  'account': { capitals: 'characters' },
  'date': {},
};

const named: { readonly [field: string]: Typing } = {
  name: { complete: 'name', capitals: 'words' },
  address: { complete: 'street-address', lines: 3, capitals: 'words' },
  serial: { capitals: 'characters' },
};

/** What describes a control: its help, what was changed, what is wrong. */
export function described({ field: { id }, words, form }: Entry): string | typeof nothing {
  const ids = [
    ...(words.help === null && words.example === null ? [] : [`help-${id}`]),
    ...(form.tidied(id) === null ? [] : [`tidied-${id}`]),
    ...(form.wrong(id).length === 0 ? [] : [`wrong-${id}`]),
  ];
  return ids.length === 0 ? nothing : ids.join(' ');
}

export const invalid = ({ field: { id }, form }: Entry): 'true' | typeof nothing =>
  form.wrong(id).some(({ severity }) => severity === 'error') ? 'true' : nothing;

/** What is typed. */
export function typed(entry: Entry): TemplateResult {
  const { field: { id, type, required, standard }, form } = entry;
  const how = { ...typing[type], ...(standard ? named[id] : {}) };
  const { lines, mode, complete = 'off', capitals = 'none', spelled = false } = how;
  const value = form.entered.get(id);
  const text = typeof value === 'string' ? value : '';
  const input = ({ target }: InputEvent) => form.type(id, (target as HTMLInputElement).value);
  if (lines !== undefined) {
    return html`<textarea class="field area" part="field" id="field-${id}" name=${id} rows=${lines} autocomplete=${complete as 'off'} autocapitalize=${capitals}
      spellcheck=${spelled ? 'true' : 'false'} aria-required=${required ? 'true' : 'false'} aria-invalid=${invalid(entry)} aria-describedby=${described(entry)} dir="auto"
      .value=${live(text)} @input=${input}></textarea>`;
  }
  return html`<input class="field" part="field" id="field-${id}" name=${id} type=${how.type ?? 'text'} inputmode=${mode ?? nothing} autocomplete=${complete as 'off'}
    autocapitalize=${capitals} autocorrect="off" spellcheck="false" enterkeyhint="next" aria-required=${required ? 'true' : 'false'} aria-invalid=${invalid(entry)}
    aria-describedby=${described(entry)} dir=${how.type === 'tel' ? 'ltr' : 'auto'} .value=${live(text)} @input=${input}
    @focus=${type === 'phone' ? () => form.dial() : nothing}>`;
}

/** A day: typed as people write it, or chosen in the browser's own calendar. */
export function dated(entry: Entry): TemplateResult {
  const { field: { id, fact }, words, form } = entry;
  const open = ({ currentTarget }: Event) => {
    const picker = (currentTarget as HTMLElement).parentElement!.querySelector<HTMLInputElement>('[type=date]')!;
    try {
      picker.showPicker();
    } catch {
      picker.focus();
    }
  };
  const { value } = entry.field;
  return html`<div class="day">
      ${typed(entry)}
      <button class="secondary pick" part="button calendar" type="button" @click=${open}>
        ${drawn(calendar)}<span class="unseen">${say('part.calendar', form.language, { field: words.label })}</span></button>
      <input class="picker" type="date" tabindex="-1" aria-hidden="true" max=${form.claim.today} .value=${live(typeof value === 'string' ? value : '')}
        @change=${({ target }: Event) => {
          const chosen = (target as HTMLInputElement).value;
          if (chosen !== '') form.settle(id, chosen);
        }}>
    </div>
    ${either(entry)}
    ${fact ? unsure(entry, 'checkbox') : nothing}`;
}

/** A day that could be two: both, to choose from. */
function either({ field: { id }, form }: Entry): TemplateResult | typeof nothing {
  const unclear = form.wrong(id).length === 0 ? undefined : form.claim.problems.find(({ code, pointer }) => code === 'claim.unclear-date' && pointer === `/fields/${id}`);
  if (unclear === undefined) return nothing;
  const { first, second } = unclear.params;
  return html`<div class="row">${[first, second].map((one) => one === undefined ? nothing : html`
    <button class="secondary" part="button day" type="button" @click=${() => form.settle(id, one)}>${day(one, form.language)}</button>`)}</div>`;
}

function unsure({ field: { id }, form }: Entry, type: 'checkbox' | 'radio'): TemplateResult {
  return html`<label class="choice quiet" part="choice">
    <input type=${type} name=${id} value="" .checked=${live(form.entered.get(id) === null)}
      @change=${({ target }: Event) => form.enter(id, (target as HTMLInputElement).checked ? null : '')}>
    <span>${sayOfAll('interface.not-sure', form.language)}</span>
  </label>`;
}

/** Beyond this a list is shorter than its choices side by side. */
const many = 8;

/** One of several. */
export function chosen(entry: Entry): TemplateResult {
  const { field: { id, fact, required }, words: { values }, form } = entry;
  const now = form.entered.get(id);
  const optional = fact && id !== 'reason';
  if (values.length > many) {
    return html`<select class="field" part="field" id="field-${id}" name=${id} aria-required=${required ? 'true' : 'false'} aria-invalid=${invalid(entry)} aria-describedby=${described(entry)}
      @change=${({ target }: Event) => form.enter(id, values[(target as HTMLSelectElement).selectedIndex - 1]?.value ?? (optional && (target as HTMLSelectElement).selectedIndex > 0 ? null : ''))}>
      <option ?selected=${now === undefined || now === ''}>${say('part.choose', form.language)}</option>
      ${values.map(({ value, label }) => html`<option ?selected=${value === now}>${label}</option>`)}
      ${optional ? html`<option ?selected=${now === null}>${sayOfAll('interface.not-sure', form.language)}</option>` : nothing}
    </select>`;
  }
  return html`<div class="choices ${values.length > 3 ? 'many' : ''}">
    ${values.map(({ value, label, help, finding, badge }, at) => html`<label class="choice" part="choice">
      <input type="radio" name=${id} value=${String(value)} .checked=${live(now === value)} aria-describedby=${help === null && badge === null ? nothing : `about-${id}-${at}`} @change=${() => form.enter(id, value)}>
      <span>${label}${help === null && badge === null ? nothing : html`<span class="about" id="about-${id}-${at}">
        ${help === null ? nothing : html`<span class="fine">${help}</span>`}
        ${finding === null ? nothing : html`<span class="tag ${finding}">${badge}</span>`}</span>`}</span>
    </label>`)}
    ${optional ? unsure(entry, 'radio') : nothing}
  </div>`;
}
