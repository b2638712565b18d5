import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { say } from '../../wording/claim/index.js';

/** Whether what was entered stays on the device: only if the shopper ticks it. */
export function draftView({ wanted, able, language, want, drop }: { wanted: boolean; able: boolean; language: string; want(on: boolean): void; drop(): void }): TemplateResult {
  const state = !able ? 'unable' : wanted ? 'kept' : 'not-kept';
  return html`<div class="draft" part="draft">
    <label class="choice" part="choice">
      <input id="keep" type="checkbox" .checked=${live(wanted && able)} aria-describedby="keep-help" @change=${({ target }: Event) => want((target as HTMLInputElement).checked)}>
      <span>${say('draft.keep', language)}<span class="about fine" id="keep-help">${say('draft.keep-help', language)}</span></span>
    </label>
    <p class="fine" part="draft-state">${say(`draft.${state}`, language)}
      ${wanted ? html`<button class="link" part="button delete" type="button" @click=${drop}>${say('draft.delete', language)}</button>` : nothing}</p>
  </div>`;
}
