import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../wording/claim/index.js';
import type { Obstacle } from './obstacles.js';

/** What keeps the claim from being sent, each with the way to its place. */
export function summaryView(obstacles: Obstacle[], language: string, go: (at: string) => void): TemplateResult | typeof nothing {
  if (obstacles.length === 0) return nothing;
  return html`<div class="summary" part="summary" id="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <h3 id="summary-title">${say('summary.title', language, { n: obstacles.length })}</h3>
    <p class="fine">${say('summary.help', language)}</p>
    <ul>${obstacles.map(({ message, at }) => html`<li><a href="#" part="summary-link" @click=${(event: Event) => {
      event.preventDefault();
      go(at);
    }}>${message}</a></li>`)}</ul>
  </div>`;
}
