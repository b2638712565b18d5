import { css } from 'lit';

/** The pictures to choose from, and what to try first. */
export const pickers = css`
  .title .icon { font-size: 1.1em; }
  .picture { inline-size: 44px; block-size: 44px; flex: none; display: block; color: var(--_accent); }
  .picture .tint { fill: currentColor; fill-opacity: 0.14; stroke: none; }
  .picking { display: grid; gap: calc(var(--_space) * 1.3); }
  .cards { display: grid; gap: 10px; margin-block-start: 14px; grid-template-columns: minmax(0, 1fr); }
  .tile {
    position: relative;
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) auto;
    gap: 2px 14px;
    align-items: center;
    align-content: center;
    min-block-size: 72px;
    padding: 12px 14px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface);
    cursor: pointer;
    transition: border-color 0.15s, box-shadow 0.15s, background-color 0.15s;
  }
  .tile .picture { grid-row: span 2; }
  .tile .name { font-weight: 600; line-height: 1.3; align-self: end; }
  .tile .name:nth-last-child(2) { grid-row: span 2; align-self: center; }
  .tile .fine { grid-column: 2; grid-row: 2; align-self: start; line-height: 1.35; }
  .tick {
    grid-column: 3;
    grid-row: 1 / span 2;
    display: grid;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    border: 1.5px solid var(--_control);
    border-radius: 6px;
    color: transparent;
    font-size: 13px;
  }
  [type='radio'] ~ .tick { border-radius: 50%; }
  .tick .icon { stroke-width: 3.2; }
  .tile:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); background: var(--_raised); }
  .tile:has(:checked) .tick { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
  .tile:has(:focus-visible) { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .lead { display: flex; gap: 16px; align-items: flex-start; }
  .lead h2 { margin-block: 2px 4px; }
  .lead .badge { color: var(--_accent); }
  .emblem { flex: none; display: grid; place-items: center; inline-size: 68px; block-size: 68px; border-radius: 22%; background: var(--_raised); color: var(--_accent); }
  .emblem.small { inline-size: 44px; block-size: 44px; font-size: 1.15em; }
  .steps { display: grid; gap: 10px; counter-reset: step; }
  .steps li { counter-increment: step; display: flex; gap: 14px; align-items: flex-start; padding: 14px 16px; background: var(--_raised); border-radius: calc(var(--_radius) * 0.7); }
  .steps li::before {
    content: counter(step);
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 650;
    font-size: 0.875em;
  }
  .steps span { padding-block-start: 2px; }
  .row { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
  .row .icon { color: var(--_yes); }
  .secondary { display: inline-flex; gap: 8px; align-items: center; justify-content: center; }
  @container (min-width: 520px) {
    .faults { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .devices { grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); }
    .devices .tile { grid-template-columns: minmax(0, 1fr); justify-items: center; text-align: center; padding: 20px 14px 16px; align-content: start; }
    .devices .tile .picture { inline-size: 64px; block-size: 64px; grid-row: auto; margin-block-end: 8px; }
    .devices .tile .name { grid-row: auto; align-self: start; }
    .devices .tick { position: absolute; grid-area: auto; inset-block-start: 10px; inset-inline-end: 10px; }
  }
  @container (min-width: 860px) {
    .faults { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  }
  @media (hover: hover) {
    .tile:hover { border-color: var(--_accent); }
  }
  @media (prefers-contrast: more) {
    .tile, .option, .inspection, .ask { border-color: currentColor; }
  }
  @media (forced-colors: active) {
    .tile:has(:checked), .option.chosen { outline: 3px solid Highlight; outline-offset: -1px; }
    .tile:has(:focus-visible) { outline: 3px solid Highlight; outline-offset: 3px; }
    .tile:has(:checked) .tick { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    .emblem, .steps li, .choice-made, .share-swatch { border: 1px solid CanvasText; }
  }
`;
