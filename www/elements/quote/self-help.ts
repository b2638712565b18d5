import { html, type TemplateResult } from 'lit';
import type { FaultWords } from '../../wording/quote.js';
import { say } from '../../wording/quote/index.js';
import { mark } from './marks.js';
import { picture } from './pictures.js';

/** What to try before anything is paid for. */
export function selfHelpView(help: {
  fault: FaultWords; icon: string | null; language: string; solved(): void; unsolved(): void;
}): TemplateResult {
  const { fault, language } = help;
  return html`
    <div class="lead">
      <span class="emblem">${picture(help.icon)}</span>
      <div>
        <p class="badge" part="badge">${fault.title}</p>
        <h2 part="title" tabindex="-1" data-focus="self-help">${say('page.self-help', language)}</h2>
        <p class="fine">${say('element.try', language)}</p>
      </div>
    </div>
    <ol class="steps" part="self-help">${fault.selfHelp.map((step) => html`<li><span>${step}</span></li>`)}</ol>
    <div class="row">
      <button class="primary" part="button primary" type="button" @click=${help.unsolved}>${say('page.self-help-still', language)}</button>
      <button class="secondary" part="button solved" type="button" @click=${help.solved}>${mark('yes')}${say('page.self-help-worked', language)}</button>
    </div>`;
}

/** Nothing is left to repair. */
export function solvedView(language: string): TemplateResult {
  return html`<div class="verdict yes" part="verdict verdict-yes">
    <span class="seal">${mark('yes')}</span>
    <div>
      <h2 part="headline" tabindex="-1" data-focus="result">${say('element.solved', language)}</h2>
      <p class="because">${say('element.solved-help', language)}</p>
    </div>
  </div>`;
}
