import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../binding/makegood.js';
import { say } from '../wording/index.js';
import type { ItemWords, ReasonWords } from '../wording/wording.js';
import { icon } from './icons.js';

const standing: Record<Finding, string> = { yes: 'interface.fulfilled', maybe: 'interface.open', no: 'interface.unfulfilled' };

/** The clauses behind an answer, what spoke for it and what against it; the others that were looked at are a line each. */
export function whyView(item: Pick<ItemWords, 'reasons' | 'policy' | 'law'>, language: string): TemplateResult {
  const others = item.reasons.filter(({ decisive }) => !decisive);
  return html`
    <details class="why" part="why">
      <summary part="why-summary">${say('interface.why', language)}${icon('next')}</summary>
      <ol class="clauses">${item.reasons.filter(({ decisive }) => decisive).map((reason) => html`<li>
        ${nameView(reason, language)}${clauseView(reason, language)}
      </li>`)}</ol>
      ${others.length === 0 ? nothing : html`<details class="others">
        <summary part="others-summary">${say('interface.others', language, { n: others.length })}${icon('next')}</summary>
        <ol class="clauses">${others.map((reason) => html`<li><details>
          <summary part="clause-summary">
            <span class="mark ${reason.finding}">${icon(reason.finding)}<span class="unseen">${say(standing[reason.finding], language)}: </span></span>${nameView(reason, language)}${icon('next')}
          </summary>
          ${clauseView(reason, language)}
        </details></li>`)}</ol>
      </details>`}
      <p class="fine">${item.policy}</p>
      <p class="fine">${item.law ?? say('interface.law', language)}</p>
    </details>`;
}

export function policyLink(page: string | null, language: string): TemplateResult | typeof nothing {
  return page === null ? nothing : html`<p><a part="link" href=${page}>${say('interface.policy', language)}</a></p>`;
}

/** Where a rule comes from, each with the way to read it. */
export function citesView(cites: ReasonWords['cites']): TemplateResult | typeof nothing {
  if (cites.length === 0) return nothing;
  return html`<p class="fine" part="cites">${cites.map(({ sentence, source }, index) => html`${index === 0 ? nothing : ' · '}${source === null
    ? sentence
    : html`<a part="link" href=${source}>${sentence}</a>`}`)}</p>`;
}

function nameView({ by, clause, title }: ReasonWords, language: string): TemplateResult {
  return html`<h4><span>${title}</span> <span class="clause">${say(by === 'law' ? 'interface.by-law' : 'interface.clause', language, { clause })}</span></h4>`;
}

function clauseView({ finding, text, cites, sentences }: ReasonWords, language: string): TemplateResult {
  return html`
    ${text === null ? nothing : html`<blockquote>${text}</blockquote>`}
    <ul class="checks">${sentences.map((check) => html`
      <li class=${check.finding}>${icon(check.finding)}<span><span class="unseen">${say(standing[check.finding], language)}: </span>${check.sentence}</span></li>`)}
    </ul>
    ${citesView(cites)}
    ${sentences.length === 0 ? html`<p class="fine">${say(standing[finding], language)}</p>` : nothing}`;
}
