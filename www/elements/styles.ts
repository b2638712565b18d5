import { css } from 'lit';

/**
 * What a shop may set, each with a default that has enough contrast: `--makegood-accent`, `-on-accent`, `-text`, `-muted`, `-surface`,
 * `-raised`, `-border`, `-control`, `-yes`, `-maybe`, `-no`, `-yes-surface`, `-maybe-surface`, `-no-surface`, `-radius`, `-space`,
 * `-font`, `-heading-font`, `-font-size`.
 */
export const tokens = css`
  :host {
    --_accent: var(--makegood-accent, #1f4fd8);
    --_on-accent: var(--makegood-on-accent, #fff);
    --_text: var(--makegood-text, #16191f);
    --_muted: var(--makegood-muted, #5a6070);
    --_surface: var(--makegood-surface, #fff);
    --_raised: var(--makegood-raised, #f6f7f9);
    --_border: var(--makegood-border, #dfe2e8);
    --_control: var(--makegood-control, #7b8292);
    --_yes: var(--makegood-yes, #0b6b3d);
    --_maybe: var(--makegood-maybe, #7a4d00);
    --_no: var(--makegood-no, #a3231f);
    --_yes-surface: var(--makegood-yes-surface, #eaf6ef);
    --_maybe-surface: var(--makegood-maybe-surface, #fdf4e1);
    --_no-surface: var(--makegood-no-surface, #fcf0ef);
    --_radius: var(--makegood-radius, 14px);
    --_space: var(--makegood-space, 20px);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_accent: var(--makegood-accent, light-dark(#1f4fd8, #9db8ff));
      --_on-accent: var(--makegood-on-accent, light-dark(#fff, #0c1a45));
      --_text: var(--makegood-text, light-dark(#16191f, #f1f3f7));
      --_muted: var(--makegood-muted, light-dark(#5a6070, #a9b0c0));
      --_surface: var(--makegood-surface, light-dark(#fff, #15181e));
      --_raised: var(--makegood-raised, light-dark(#f6f7f9, #1e222a));
      --_border: var(--makegood-border, light-dark(#dfe2e8, #343a46));
      --_control: var(--makegood-control, light-dark(#7b8292, #8b93a5));
      --_yes: var(--makegood-yes, light-dark(#0b6b3d, #7fdcaa));
      --_maybe: var(--makegood-maybe, light-dark(#7a4d00, #f3c56b));
      --_no: var(--makegood-no, light-dark(#a3231f, #ffa9a2));
      --_yes-surface: var(--makegood-yes-surface, light-dark(#eaf6ef, #15291f));
      --_maybe-surface: var(--makegood-maybe-surface, light-dark(#fdf4e1, #2b2314));
      --_no-surface: var(--makegood-no-surface, light-dark(#fcf0ef, #301b1b));
    }
  }
`;

/** The frame, and what of a page's own styles must not leak in. No `rem`: pages give it other sizes. */
export const frame = css`
  :host {
    display: block;
    container-type: inline-size;
    box-sizing: border-box;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    line-height: 1.5;
    font-family: var(--makegood-font, inherit);
    font-size: var(--makegood-font-size, 16px);
    font-weight: 400;
    font-style: normal;
  }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, h4, p, ul, ol, dl, dd, fieldset, blockquote, form { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  ul, ol { list-style: none; }
  [hidden] { display: none; }
  .card {
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: var(--_space);
    display: grid;
    gap: var(--_space);
    overflow-wrap: anywhere;
  }
  .unseen, .status:not(.seen) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon { inline-size: 1.25em; block-size: 1.25em; flex: none; display: block; }
  h2, h3, h4, legend { font-family: var(--makegood-heading-font, inherit); text-wrap: pretty; }
  h2 { font-size: clamp(19px, 1.1em + 0.8cqi, 25px); line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
  h3 { font-size: 1em; font-weight: 650; margin-block-end: 10px; }
  h4 { font-size: 1.0625em; font-weight: 650; line-height: 1.35; display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: baseline; }
  .title { display: flex; gap: 10px; align-items: center; }
  .title .icon { color: var(--_accent); }
  a { color: var(--_accent); text-underline-offset: 0.2em; }
  .fine, .clause, .help, .promise, .detail { color: var(--_muted); font-size: 0.875em; }
  .private { display: flex; gap: 8px; align-items: center; }
  :focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; border-radius: 6px; }
  h2:focus { outline: none; }
  .notice { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: center; margin-block-start: 12px; color: var(--_text); }
  .status.seen { display: flex; gap: 10px; align-items: flex-start; }
  .status.seen .icon { color: var(--_maybe); margin-block-start: 0.12em; }
  .status.waiting { color: var(--_muted); font-size: 0.875em; margin-block-start: 8px; }
`;

export const controls = css`
  button { font: inherit; color: inherit; cursor: pointer; }
  .primary, .secondary {
    min-block-size: 44px;
    padding: 10px 22px;
    border-radius: calc(var(--_radius) * 0.7);
    border: 1px solid transparent;
    font-weight: 600;
  }
  .primary { background: var(--_accent); color: var(--_on-accent); inline-size: 100%; }
  .secondary { background: transparent; border-color: var(--_control); }
  .link {
    background: none;
    border: 0;
    padding: 0 6px;
    min-block-size: 44px;
    margin-inline: -6px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .question { display: grid; gap: 18px; }
  legend { padding: 0; font-size: clamp(17px, 1.05em + 0.4cqi, 21px); line-height: 1.3; font-weight: 650; }
  .complaint { color: var(--_no); font-weight: 600; margin-block-start: 8px; }
  .choices { display: grid; gap: 10px; margin-block-start: 14px; }
  .choice {
    display: flex;
    gap: 12px;
    align-items: center;
    min-block-size: 48px;
    padding: 11px 16px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.7);
    background: var(--_surface);
    cursor: pointer;
  }
  .choice input { accent-color: var(--_accent); inline-size: 20px; block-size: 20px; margin: 0; flex: none; scroll-margin-block: 6em; }
  .choice:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); background: var(--_raised); }
  .choice.quiet { border-color: transparent; background: transparent; color: var(--_muted); }
  .choice.quiet:has(:checked) { border-color: var(--_accent); color: var(--_text); }
  .choice:has(:focus-visible) { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .choice input:focus-visible { outline: none; }
  .field {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.7);
    min-block-size: 48px;
    margin-block: 14px 8px;
    inline-size: 100%;
    max-inline-size: 320px;
    padding: 10px 14px;
    display: block;
  }
  [aria-invalid='true'].field { border-color: var(--_no); box-shadow: inset 0 0 0 1px var(--_no); }
  .answered { border-block: 1px solid var(--_border); display: grid; font-size: 0.9375em; }
  .answered > div { display: flex; gap: 16px; align-items: center; padding-block: 3px; }
  .answered > div + div { border-block-start: 1px solid var(--_border); }
  .answered dl { flex: 1; padding-block: 6px; }
  .answered dt { color: var(--_muted); font-size: 0.875em; }
  .answered dd { font-weight: 550; }
  @container (min-width: 520px) {
    .choices.many { grid-template-columns: 1fr 1fr; }
    .primary { inline-size: auto; justify-self: start; }
  }
  @media (hover: hover) {
    .choice:hover, .way:hover { border-color: var(--_accent); }
    .primary:hover { filter: brightness(1.08); }
    .secondary:hover { border-color: var(--_accent); color: var(--_accent); }
  }
`;

export const answers = css`
  .verdict {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: calc(var(--_space) * 0.9);
    border-radius: calc(var(--_radius) * 0.8);
    border: 1px solid transparent;
  }
  .seal {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 38px;
    block-size: 38px;
    border-radius: 50%;
    border: 2px solid currentColor;
    font-size: 1.1em;
  }
  .seal .icon { stroke-width: 2.4; }
  .yes { --_tone: var(--_yes); --_tint: var(--_yes-surface); }
  .maybe { --_tone: var(--_maybe); --_tint: var(--_maybe-surface); }
  .no { --_tone: var(--_no); --_tint: var(--_no-surface); }
  .verdict { background: var(--_tint); }
  .verdict .seal, .line .seal { color: var(--_tone); }
  .badge { color: var(--_tone); font-weight: 650; font-size: 0.875em; }
  .because, .units { margin-block-start: 6px; }
  .units { color: var(--_muted); font-size: 0.9375em; }
  .offers { display: grid; gap: 12px; }
  .offer { border: 1px solid var(--_border); border-radius: calc(var(--_radius) * 0.8); padding: 16px; display: grid; gap: 10px; }
  .promise { margin-block-start: -6px; }
  .tag {
    font-size: 0.75em;
    font-weight: 600;
    color: var(--_tone, var(--_muted));
    background: var(--_tint, var(--_raised));
    border: 1px solid transparent;
    border-radius: 99px;
    padding: 1px 9px;
  }
  .terms { display: grid; gap: 6px; }
  .terms > div { display: flex; gap: 10px; align-items: flex-start; }
  .terms .icon { color: var(--_muted); margin-block-start: 0.12em; }
  .beside { display: grid; gap: 10px; }
  .sides { display: grid; gap: 10px; align-items: start; }
  .side { border: 1px solid var(--_border); border-radius: calc(var(--_radius) * 0.6); padding: 10px 12px; font-size: 0.9375em; }
  .side:has(.best) { border-color: var(--_yes); background: var(--_yes-surface); }
  .whose { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin-block-end: 4px; }
  .best { --_tone: var(--_yes); --_tint: var(--_surface); }
  .source > summary { font-weight: 400; font-size: 0.875em; }
  .compared { font-size: 0.9375em; }
  .more > .also { margin-block-start: 4px; }
  .money { border-block-start: 1px solid var(--_border); padding-block-start: 10px; display: grid; gap: 4px; font-variant-numeric: tabular-nums; }
  .money > div { display: flex; justify-content: space-between; gap: 16px; }
  .money dd { text-align: end; overflow-wrap: break-word; }
  .money .price, .money .fee { color: var(--_muted); }
  .money .total { font-weight: 650; }
  .money .fee + .total { border-block-start: 1px solid var(--_border); padding-block-start: 6px; }
  .needs { color: var(--_maybe); font-size: 0.9375em; }
  .also, .pending { padding-inline-start: 1.2em; list-style: disc; color: var(--_muted); font-size: 0.9375em; }
  .ways { display: grid; gap: 10px; }
  .way {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 12px 16px;
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
    text-align: start;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.7);
  }
  .way .icon { color: var(--_accent); }
  .why { border-block-start: 1px solid var(--_border); padding-block-start: 8px; }
  summary { display: inline-flex; gap: 6px; align-items: center; min-block-size: 44px; padding-inline-end: 8px; cursor: pointer; font-weight: 600; color: var(--_accent); list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary > .icon { transition: transform 0.15s; font-size: 0.85em; rotate: 90deg; }
  details[open] > summary > .icon { rotate: -90deg; }
  .clauses { display: grid; gap: 18px; padding-block: 8px 14px; }
  .clauses h4 { font-size: 1em; }
  .others .clauses { gap: 0; padding-block-start: 0; }
  .others li > details[open] { padding-block-end: 14px; }
  .others li + li { border-block-start: 1px solid var(--_border); }
  .others li summary { color: inherit; inline-size: 100%; padding: 6px 0; }
  .others li h4 { flex: 1; font-weight: 500; }
  .mark .icon { color: var(--_tone); }
  .clause { font-weight: 400; white-space: nowrap; }
  blockquote { color: var(--_muted); border-inline-start: 3px solid var(--_border); padding-inline-start: 12px; margin-block: 6px; font-size: 0.9375em; }
  .checks { display: grid; gap: 6px; margin-block-start: 8px; font-size: 0.9375em; }
  .checks li { display: flex; gap: 8px; align-items: flex-start; }
  .checks .icon { color: var(--_tone); margin-block-start: 0.1em; }
  .line { display: flex; gap: 12px; align-items: flex-start; }
  .line .seal { border: 0; background: var(--_tint); }
  .line .headline { font-weight: 600; line-height: 1.4; }
  .detail { margin-block-start: 2px; }
  @container (min-width: 520px) {
    .sides { grid-template-columns: 1fr 1fr; }
    .verdict, .line { gap: 16px; }
    .seal { inline-size: 46px; block-size: 46px; font-size: 1.2em; }
  }
  .foot { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; }
`;

export const settings = css`
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { transition: none !important; animation: none !important; }
  }
  @media (prefers-contrast: more) {
    .card, .offer, .side, .choice, .way { border-color: currentColor; }
  }
  @media (forced-colors: active) {
    .verdict, .tag, .line .seal { border: 1px solid CanvasText; }
    .choice:has(:checked) { outline: 2px solid Highlight; }
    .primary { border-color: ButtonText; }
    :focus-visible, .choice:has(:focus-visible) { outline-color: Highlight; }
  }
`;
