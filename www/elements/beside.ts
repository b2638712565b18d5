import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../wording/index.js';
import type { BesideWords, SideWords } from '../wording/wording.js';
import { icon } from './icons.js';
import { citesView } from './why.js';

/** The shop's promise and the right by law, the better one first; where the law can be read is one tap away. */
export function besideView({ better, sentence, sides }: BesideWords, language: string): TemplateResult {
  return html`<div class="beside" part="beside">
    <ul class="sides">${sides.map((side) => html`
      <li class="side" part="side">${sideView(side, side.by === better, language)}</li>`)}</ul>
    <p class="compared" part="compared">${sentence}</p>
  </div>`;
}

function sideView({ by, label, offer, nothing: none }: SideWords, better: boolean, language: string): TemplateResult {
  return html`
    <p class="whose">${icon(by === 'law' ? 'scales' : 'shop')}<strong>${label}</strong>
      ${better ? html`<span class="tag best">${say('interface.better', language)}</span>` : nothing}
      ${offer?.finding === 'maybe' ? html`<span class="tag maybe">${say('interface.maybe', language)}</span>` : nothing}
    </p>
    ${offer === null ? html`<p class="detail">${none}</p>` : html`
      <p>${offer.day === null ? offer.deadline : html`<time datetime=${offer.day}>${offer.deadline}</time>`}</p>
      <p class="detail">${offer.carriage}${offer.total === null ? nothing : html` · <bdi>${offer.total}</bdi>`}</p>
      <p class="detail">${offer.promise} · ${say(by === 'law' ? 'interface.by-law' : 'interface.clause', language, { clause: offer.clause })}</p>
      ${offer.cites.length === 0 ? nothing : html`<details class="source"><summary part="source-summary">${say('interface.source', language)}${icon('next')}</summary>${citesView(offer.cites)}</details>`}`}`;
}
