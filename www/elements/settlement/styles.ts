import { css } from 'lit';

/** What goes back, and the table of what comes back. */
export const bill = css`
  .going ul { display: grid; gap: 8px; margin-block-start: 14px; }
  .item { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .item .choice { flex: 1 1 200px; }
  .gone { padding: 8px 16px; color: var(--_muted); }
  .stepper { display: flex; gap: 4px; align-items: center; font-variant-numeric: tabular-nums; }
  .stepper button {
    inline-size: 44px;
    block-size: 44px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.7);
    background: var(--_surface);
    font-size: 1.25em;
    line-height: 1;
  }
  .stepper [aria-disabled] { color: var(--_muted); border-color: var(--_border); cursor: default; }
  .stepper span { min-inline-size: 5em; padding-inline: 6px; text-align: center; }
  .headline { font-size: clamp(19px, 1.1em + 0.8cqi, 25px); line-height: 1.25; margin: 0; font-variant-numeric: tabular-nums; }
  .headline:focus { outline: none; }
  .verdict > div { align-self: center; }
  .ends { display: grid; gap: calc(var(--_space) * 1.2); }
  .way-out { display: grid; gap: 12px; align-content: start; }
  table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  caption { text-align: start; font-weight: 650; padding-block-end: 6px; }
  tbody th, tbody td { border-block-end: 1px solid var(--_border); }
  th, td { padding-block: 10px; vertical-align: top; text-align: start; font-weight: 400; }
  tbody th > span { display: block; }
  .what { font-weight: 550; }
  td { text-align: end; white-space: nowrap; padding-inline-start: 16px; }
  .taken td { color: var(--_muted); }
  tfoot th, tfoot td { font-weight: 650; font-size: 1.0625em; border-block-start: 2px solid var(--_text); }
  .onto li { font-weight: 550; font-variant-numeric: tabular-nums; }
  .owed { padding: 12px 14px; background: var(--_raised); border-radius: calc(var(--_radius) * 0.6); font-size: 0.9375em; }
  .left h3 { margin-block-end: 6px; }
  @container (min-width: 640px) {
    .ends { grid-template-columns: 1fr 1fr; }
  }
  @media (hover: hover) {
    .stepper button:not([aria-disabled]):hover { border-color: var(--_accent); color: var(--_accent); }
  }
  @media (prefers-contrast: more) {
    .stepper button, tbody th, tbody td { border-color: currentColor; }
  }
  @media (forced-colors: active) {
    .stepper [aria-disabled] { color: GrayText; border-color: GrayText; }
    .owed { border: 1px solid CanvasText; }
  }
`;
