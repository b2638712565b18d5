import { css } from 'lit';

export const pile = css`
  .drop {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: calc(var(--_space) * 0.8);
    border: 2px dashed var(--_control);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .over .drop { border-color: var(--_accent); background: var(--_raised); }
  .files { display: grid; gap: 10px; }
  .file {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    gap: 8px 14px;
    align-items: start;
    padding: 12px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.7);
  }
  .file.no { border-color: var(--_no); }
  .frame {
    display: grid;
    place-items: center;
    inline-size: 72px;
    block-size: 72px;
    overflow: hidden;
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_raised);
    color: var(--_muted);
    font-size: 1.4em;
  }
  .picture { inline-size: 100%; block-size: 100%; display: block; }
  .name { font-weight: 600; overflow-wrap: anywhere; unicode-bidi: isolate; }
  .told { display: grid; gap: 4px; }
  .wrongs { display: grid; gap: 6px; }
  .file .wrongs { grid-column: 1 / -1; }
  .wrong { display: flex; gap: 8px; align-items: flex-start; font-size: 0.9375em; }
  .wrong .icon { margin-block-start: 0.12em; color: var(--_tone, var(--_muted)); }
  .wrong strong { font-weight: 600; color: var(--_tone, inherit); }
  .error { --_tone: var(--_no); }
  .warning { --_tone: var(--_maybe); }
  .remove { justify-self: start; grid-column: 1 / -1; margin-block: -6px; }
  .keep { justify-self: start; }
  button:disabled { cursor: not-allowed; opacity: 0.6; }
  .status.shown { color: var(--_muted); font-size: 0.9375em; }
  @container (min-width: 520px) {
    .file { grid-template-columns: 72px minmax(0, 1fr) auto; }
    .frame { grid-row: 1 / 3; }
    .file .wrongs { grid-column: 2 / -1; }
    .remove { grid-area: 1 / 3; justify-self: end; }
  }
  @media (forced-colors: active) {
    .frame { border: 1px solid CanvasText; }
    .file.no { border-width: 2px; }
  }
`;
