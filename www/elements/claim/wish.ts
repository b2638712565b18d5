import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { say } from '../../wording/claim/index.js';
import type { ClaimWords } from '../../wording/claim.js';
import type { ItemWords } from '../../wording/wording.js';
import { icon } from '../icons.js';
import { whyView } from '../why.js';
import { wrongs } from './field.js';
import type { Form } from './form.js';

/** What the policy says about what is wished. A no is an answer with a way out, and never the end of the claim. */
export function wishView({ words: { wish }, claim: { disputed }, language, closed, disabled }: Form, why: Pick<ItemWords, 'policy' | 'law'>, dispute: (on: boolean) => void): TemplateResult | typeof nothing {
  if (wish === null) return nothing;
  const { finding, badge, headline, because, also, ways, differently } = wish;
  return html`<section class="verdict ${finding}" part="wish verdict-${finding}" aria-labelledby="wish">
    <span class="seal">${icon(finding)}</span>
    <div class="wish">
      <h3 class="unseen" id="wish">${say('wish.title', language)}</h3>
      <p class="badge" part="badge">${badge}</p>
      <p class="told" part="headline">${headline}</p>
      ${because === null ? nothing : html`<p>${because}</p>`}
      ${also.length === 0 ? nothing : html`<h4>${say('wish.also', language)}</h4><ul class="also">${also.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
      ${ways.length === 0 ? nothing : html`<ul class="also" part="next-steps">${ways.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`}
      ${differently === null ? nothing : html`
        ${wrongs('differently', closed)}
        <label class="choice" part="choice differently">
          <input id="differently" type="checkbox" ?disabled=${disabled} .checked=${live(disputed)} aria-describedby="differently-help" @change=${({ target }: Event) => dispute((target as HTMLInputElement).checked)}>
          <span>${differently.label}<span class="about fine" id="differently-help">${wish.disputed ?? differently.help}</span></span>
        </label>`}
      ${whyView({ ...why, reasons: wish.reasons }, language)}
    </div>
  </section>`;
}

/** What a repair would cost, in short. */
export function priceView({ quote }: ClaimWords, language: string): TemplateResult | typeof nothing {
  if (quote === null) return nothing;
  return html`<section class="price" part="price" aria-labelledby="price">
    <h3 id="price">${quote.title}</h3>
    <p class="told"><bdi>${quote.headline}</bdi></p>
    ${quote.options.length < 2 ? nothing : html`<details><summary part="price-summary">${say('quote.more', language)}${icon('next')}</summary>
      <dl class="money">${quote.options.map(({ title, total }) => html`<div><dt>${title}</dt><dd><bdi>${total}</bdi></dd></div>`)}</dl></details>`}
  </section>`;
}
