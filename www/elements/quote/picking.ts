import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../../binding/makegood.js';
import type { PriceBook } from '../../binding/quote.js';
import { pick } from '../../wording/index.js';
import { say } from '../../wording/quote/index.js';
import { givenView } from '../answered.js';
import { mark } from './marks.js';
import { picture } from './pictures.js';
import type { Picked } from './talk.js';

/** What is asked before there is a price: the device, and what is wrong with it. */
export interface Picking {
  book: PriceBook;
  picked: Picked;
  language: string;
  /** Whether the device stands already, so that it is only told. */
  settled: boolean;
  /** What to mend before going on. */
  complaint: string | null;
  pick(change: Partial<Picked>): void;
  /** Opens the choice of the device again. */
  reopen(): void;
  go(): void;
}

/** The value of "something else", which is no fault of the book. */
const OTHER = 'makegood:other';

export function pickingView(picking: Picking): TemplateResult {
  const { book, picked, language, settled, complaint, go } = picking;
  const model = book.models.find(({ id }) => id === picked.model);
  return html`
    <h2 class="title" part="title">${mark('tools')}${say('page.title', language)}</h2>
    ${settled && model !== undefined ? givenView([{
      label: say('element.device', language), value: pick(model.title, language),
      change: book.models.length > 1 ? picking.reopen : null,
    }], language) : nothing}
    <form class="picking" part="picking" novalidate @submit=${(event: SubmitEvent) => { event.preventDefault(); go(); }}>
      ${settled && model !== undefined ? nothing : devicesView(picking)}
      ${model === undefined ? nothing : faultsView(picking, model)}
      <p class="complaint" id="complaint" ?hidden=${complaint === null}>${complaint}</p>
      <button class="primary" part="button primary" type="submit">${say('element.show', language)}</button>
    </form>`;
}

function devicesView({ book, picked, language, complaint, pick: choose }: Picking): TemplateResult {
  return html`<fieldset aria-describedby=${complaint !== null && picked.model === null ? 'complaint' : nothing}>
    <legend part="question-title">${say('page.device', language)}</legend>
    <div class="cards devices">${book.models.map(({ id, title, icon: name }) => card({
      type: 'radio', group: 'model', id, title, help: null, icon: name, language, checked: picked.model === id,
      change: () => choose({ model: id }),
    }))}</div>
  </fieldset>`;
}

function faultsView(picking: Picking, model: PriceBook['models'][number]): TemplateResult {
  const { book, picked, language, complaint, pick: choose } = picking;
  const faults = book.faults.filter(({ id }) => model.faults.includes(id));
  const toggle = (id: string, on: boolean) => choose({
    faults: faults.map((fault) => fault.id).filter((one) => one === id ? on : picked.faults.includes(one)), other: false,
  });
  // A book that has its own words for it needs none of ours.
  const named = faults.some((fault) => fault.icon === 'question');
  return html`<fieldset aria-describedby=${complaint !== null && picked.model !== null ? 'what complaint' : 'what'}>
    <legend part="question-title">${say('page.faults', language)}</legend>
    <p class="help" id="what">${say('page.faults-help', language)}</p>
    <div class="cards faults">
      ${faults.map(({ id, title, help, icon: name }) => card({
        type: 'checkbox', group: 'fault', id, title, help, icon: name, language, checked: picked.faults.includes(id),
        change: (on) => toggle(id, on),
      }))}
      ${named ? nothing : card({
        type: 'checkbox', group: 'fault', id: OTHER, title: say('page.fault-other', language), help: say('element.other', language), icon: 'question',
        language, checked: picked.other, change: (on) => choose({ faults: [], other: on }),
      })}
    </div>
  </fieldset>`;
}

interface Card {
  type: 'radio' | 'checkbox';
  group: string;
  id: string;
  title: Text;
  help: Text | null;
  icon: string | null;
  language: string;
  checked: boolean;
  change(on: boolean): void;
}

function card({ type, group, id, title, help, icon: name, language, checked, change }: Card): TemplateResult {
  return html`<label class="tile" part="choice">
    <input class="unseen" type=${type} name=${group} value=${id} .checked=${checked} aria-describedby=${help === null ? nothing : `help-${id}`}
      aria-labelledby="name-${id}" @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}>
    ${picture(name)}
    <span class="name" id="name-${id}">${pick(title, language)}</span>
    ${help === null ? nothing : html`<span class="fine" id="help-${id}">${pick(help, language)}</span>`}
    <span class="tick">${mark('yes')}</span>
  </label>`;
}
