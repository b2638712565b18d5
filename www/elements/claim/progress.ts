import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Claim } from '../../binding/claim.js';
import type { ClaimWords } from '../../wording/claim.js';

/** How far the claim is; the bar says what stands beside it. */
export function progressView({ done, of, complete }: Claim, { progress, next }: ClaimWords): TemplateResult {
  const share = of === 0 ? 1000 : Math.round(done * 1000 / of);
  return html`<div class="progress ${complete ? 'complete' : ''}" part="progress">
    <p class="row"><span>${progress}</span>${next === null ? nothing : html`<span class="next">${next}</span>`}</p>
    <svg class="meter" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">${svg`<rect width=${share} height="8"></rect>`}</svg>
  </div>`;
}
