import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../wording/claim/index.js';
import type { ClaimWords } from '../../wording/claim.js';
import { givenView } from '../answered.js';
import { icon } from '../icons.js';

/** That the shop has the claim, with what was entered. */
export function receivedView(words: ClaimWords, language: string): TemplateResult {
  const told = words.fields.flatMap(({ label, value }) => value === null ? [] : [{ label, value, change: null }]);
  return html`<div class="done yes" part="received"><span class="seal">${icon('yes')}</span>
    <h2 part="title" tabindex="-1" data-focus="received">${say('send.received', language)}</h2>
    <p>${say('send.received-help', language)}</p></div>
    ${told.length === 0 ? nothing : givenView(told, language)}`;
}
