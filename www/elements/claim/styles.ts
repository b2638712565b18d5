import { css } from 'lit';

export const sheet = css`
  .claim, .claim > fieldset { display: grid; gap: calc(var(--_space) * 1.3); }
  .entry { display: grid; gap: 6px; justify-items: stretch; }
  .entry > label:not(.choice), .entry > legend { font-size: 1.0625em; line-height: 1.35; font-weight: 650; }
  .entry > legend { float: inline-start; inline-size: 100%; margin-block-end: 0; }
  .optional { font-weight: 400; color: var(--_muted); font-size: 0.9375em; }
  .entry .field { margin-block: 2px 0; max-inline-size: 30em; }
  .area { resize: vertical; line-height: 1.45; }
  .entry .choices, .entry .cards { margin-block-start: 4px; }
  .example { white-space: nowrap; }
  .about { display: block; font-weight: 400; margin-block-start: 2px; }
  .day { display: flex; gap: 8px; align-items: stretch; position: relative; max-inline-size: 30em; }
  .day .field { flex: 1; min-inline-size: 0; }
  .pick { padding: 10px 14px; margin-block-start: 2px; }
  .picker { position: absolute; inset-block-end: 0; inset-inline-end: 0; inline-size: 1px; block-size: 1px; opacity: 0; pointer-events: none; padding: 0; border: 0; }
  .exactly { margin-block-start: 10px; padding-inline-start: 14px; border-inline-start: 3px solid var(--_border); }
  .exactly legend { font-size: 1em; font-weight: 600; }
  .tidied { display: flex; gap: 8px; align-items: flex-start; color: var(--_muted); font-size: 0.9375em; overflow-wrap: anywhere; }
  .tidied .icon { color: var(--_yes); margin-block-start: 0.12em; }
  .wrongs { display: grid; gap: 6px; }
  .wrong { display: flex; gap: 8px; align-items: flex-start; font-size: 0.9375em; overflow-wrap: anywhere; }
  .wrong .icon { margin-block-start: 0.12em; color: var(--_tone, var(--_muted)); }
  .wrong strong { font-weight: 600; color: var(--_tone, inherit); }
  .error { --_tone: var(--_no); }
  .warning { --_tone: var(--_maybe); }
  .summary { border: 2px solid var(--_no); border-radius: calc(var(--_radius) * 0.8); padding: calc(var(--_space) * 0.8); display: grid; gap: 6px; background: var(--_no-surface); }
  .summary h3 { margin: 0; font-size: 1.0625em; }
  .summary ul { display: grid; gap: 2px; }
  .summary a { display: inline-block; padding-block: 6px; color: var(--_no); font-weight: 600; overflow-wrap: anywhere; }
  .progress { display: grid; gap: 6px; }
  .progress .row { justify-content: space-between; font-size: 0.9375em; }
  .progress .next { color: var(--_muted); }
  .meter { display: block; inline-size: 100%; block-size: 8px; border-radius: 99px; background: var(--_raised); fill: var(--_accent); }
  .complete .meter { fill: var(--_yes); }
  .wish { display: grid; gap: 8px; min-inline-size: 0; flex: 1; }
  .wish .choice { align-items: flex-start; }
  .told { font-weight: 600; line-height: 1.4; }
  .wish h4 { font-size: 0.9375em; }
  .price { border: 1px solid var(--_border); border-radius: calc(var(--_radius) * 0.8); padding: 14px 16px; display: grid; gap: 4px; }
  .price h3 { margin: 0; font-size: 0.9375em; font-weight: 600; color: var(--_muted); }
  .draft { display: grid; gap: 8px; }
  .draft .choice { align-items: flex-start; }
  .done { display: grid; gap: 8px; justify-items: start; }
  .done .seal { color: var(--_yes); }
  makegood-evidence { --makegood-space: 14px; }
  .entry h3 { margin: 0; font-size: 1.0625em; line-height: 1.35; }
  makegood-evidence::part(title), makegood-evidence::part(private) { display: none; }
  makegood-evidence::part(card) { padding: 0; border: 0; background: none; }
  :disabled { cursor: not-allowed; }
  fieldset:disabled { opacity: 0.7; }
  @media (prefers-contrast: more) {
    .price, .exactly { border-color: currentColor; }
  }
  @media (forced-colors: active) {
    .meter { border: 1px solid CanvasText; fill: Highlight; forced-color-adjust: none; background: Canvas; }
    [aria-invalid='true'].field { border-width: 2px; }
  }
`;
