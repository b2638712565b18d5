import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { EvidenceNeed } from '../../binding/claim.js';
import type { EvidenceRules } from '../../evidence/evidence.js';
import type { EvidenceEvent, MakegoodEvidence } from '../evidence-element.js';
import type { ClaimNeedWords, ClaimProblemWords } from '../../wording/claim.js';
import type { Given } from './draft.js';
import { wrongs } from './field.js';

/** The photos and papers of one need. */
export interface Need {
  need: EvidenceNeed;
  words: ClaimNeedWords;
  wrong: ClaimProblemWords[];
  given: Given | undefined;
  disabled: boolean;
  take(given: Given): void;
  leave(): void;
}

/** The rules stay the same object, so that files are not read anew. */
const rules = new Map<string, EvidenceRules>();

function rulesOf({ kinds, maxBytes, most }: EvidenceNeed): EvidenceRules {
  const key = JSON.stringify([kinds, maxBytes, most]);
  const known = rules.get(key) ?? { types: kinds, maxBytes, maxFiles: most };
  rules.set(key, known);
  return known;
}

export function needView({ need, words, wrong, given, disabled, take, leave }: Need): TemplateResult {
  const left = (event: FocusEvent) => {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) leave();
  };
  const { id } = need;
  const told = [words.help, words.least].filter((sentence) => sentence !== null).join(' ');
  const label = words.optional === null ? words.title : `${words.title} (${words.optional})`;
  return html`<div class="entry" part="entry" data-need=${id} @focusout=${left}>
    <h3 part="label">${words.title}${words.optional === null ? nothing : html` <span class="optional">(${words.optional})</span>`}</h3>
    ${told === '' ? nothing : html`<p class="help">${told}</p>`}
    ${wrongs(`need-${id}`, wrong)}
    ${keyed(id, html`<makegood-evidence exportparts="card: evidence" .label=${label} .rules=${rulesOf(need)} .disabled=${disabled}
      ${ref((found) => restore(found as MakegoodEvidence | undefined, given))}
      @makegood-evidence=${(event: EvidenceEvent) => {
        // What the page hears is the claim.
        event.stopPropagation();
        take(event.detail);
      }}></makegood-evidence>`)}
  </div>`;
}

const restored = new WeakSet<MakegoodEvidence>();

/** Once, what was added before the need went away and came back. */
function restore(element: MakegoodEvidence | undefined, given: Given | undefined): void {
  if (element?.files === undefined || restored.has(element)) return;
  restored.add(element);
  if (given !== undefined && given.files.length > 0) void element.add(given.files);
}
