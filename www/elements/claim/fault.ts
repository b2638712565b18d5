import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { say } from '../../wording/claim/index.js';
import { icon } from '../icons.js';
import { picture } from '../quote/pictures.js';
import { described } from './controls.js';
import type { Entry } from './form.js';

type Value = Entry['words']['values'][number];

/** What is wrong, from the coarse to the fine: up to three levels, each below the one above it. */
export function faulted(entry: Entry): TemplateResult {
  const { field: { id }, words: { values }, form } = entry;
  const path = pathTo(values, form.entered.get(id));
  const levels = [null, ...path].map((above) => ({ above, below: values.filter(({ under }) => under === (above?.value ?? null)) }));
  return html`${levels.map(({ above, below }, level) => below.length === 0 ? nothing : above === null
    ? tiles(entry, below, path, level, null)
    : html`<fieldset class="exactly" aria-describedby=${described(entry)}>
        <legend>${say('part.exactly', form.language, { title: above.label })}</legend>
        ${tiles(entry, below, path, level, path.slice(0, level).findLast(({ icon: name }) => name !== null)?.icon ?? null)}
      </fieldset>`)}`;
}

/** The chosen one with all above it, the coarsest first. */
function pathTo(values: Value[], chosen: unknown): Value[] {
  const path: Value[] = [];
  for (let at = values.find(({ value }) => value === chosen); at !== undefined && !path.includes(at); at = values.find(({ value }) => value === path[0]!.under)) path.unshift(at);
  return path;
}

function tiles({ field: { id }, form }: Entry, values: Value[], path: Value[], level: number, fallback: string | null): TemplateResult {
  return html`<div class="cards faults">${values.map(({ value, label, help, icon: name }) => html`<label class="tile" part="choice">
    <input class="unseen" type="radio" name="${id}-${level}" value=${String(value)} .checked=${live(path[level]?.value === value)} aria-labelledby="name-${id}-${value}"
      aria-describedby=${help === null ? nothing : `about-${id}-${value}`} @change=${() => form.enter(id, value)}>
    ${picture(name ?? fallback, 'question')}
    <span class="name" id="name-${id}-${value}">${label}</span>
    ${help === null ? nothing : html`<span class="fine" id="about-${id}-${value}">${help}</span>`}
    <span class="tick">${icon('yes')}</span>
  </label>`)}</div>`;
}
