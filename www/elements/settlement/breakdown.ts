import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../wording/settlement/index.js';
import type { BreakdownWords, SettlementWords } from '../../wording/settlement.js';
import { icon, type Icon } from '../icons.js';

const seals: { readonly [kind in SettlementWords['kind']]: [tone: string, seal: Icon] } = {
  amount: ['yes', 'yes'], range: ['maybe', 'maybe'], nothing: ['no', 'no'],
};

/** The answer in one sentence, with what of the goods may not go back or not for certain. */
export function verdictView({ headline, items, kind: outcome }: SettlementWords): TemplateResult {
  const [tone, seal] = seals[outcome];
  const told = items.filter(({ finding }) => finding !== 'yes');
  return html`<div class="verdict ${tone}" part="verdict verdict-${outcome}">
    <span class="seal">${icon(seal)}</span>
    <div>
      <h3 class="headline" part="headline" tabindex="-1" data-focus>${headline}</h3>
      ${told.map(({ sentence }) => html`<p class="because">${sentence}</p>`)}
    </div>
  </div>`;
}

/** How it comes about: one table, or one for each end of the range. */
export function breakdownView({ kind, least, most, open }: SettlementWords, language: string): TemplateResult {
  const left = open.length === 0 ? nothing : html`<div class="left">
    <h3>${say('element.still-open', language)}</h3>
    <ul class="pending" part="pending">${open.map((sentence) => html`<li>${sentence}</li>`)}</ul>
  </div>`;
  if (kind !== 'range') return html`${wayView(most, say('element.title', language), false, language)}${left}`;
  const ends = [[least, 'element.least'], [most, 'element.most']] as const;
  return html`<div class="ends">${ends.map(([way, key]) => wayView(way, say(key, language), true, language))}</div>${left}`;
}

function wayView({ lines, onto, owed, total }: BreakdownWords, caption: string, shown: boolean, language: string): TemplateResult | typeof nothing {
  if (lines.length === 0 && !shown) return nothing;
  return html`<div class="way-out">
    <table part="table">
      <caption class=${shown ? '' : 'unseen'}>${caption}</caption>
      <thead class="unseen"><tr><th scope="col">${say('element.what', language)}</th><th scope="col">${say('element.amount', language)}</th></tr></thead>
      <tbody>${lines.map(({ amount, because, by, effect, title }) => html`<tr class=${effect}>
        <th scope="row"><span class="what">${title}</span> <span class="fine">${because}</span>${by === null ? nothing : html` <span class="fine by">${by}</span>`}</th>
        <td>${amount}</td>
      </tr>`)}</tbody>
      <tfoot><tr><th scope="row">${total.label}</th><td>${total.amount}</td></tr></tfoot>
    </table>
    ${onto.length === 0 ? nothing : html`<div class="onto" part="onto">
      <p class="fine">${say('element.onto', language)}</p>
      <ul>${onto.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>
    </div>`}
    ${owed === null ? nothing : html`<p class="owed" part="owed">${owed}</p>`}
  </div>`;
}
