import { css } from 'lit';

/**
 * The options beside each other. What a shop may set: the colours of the bar, `--makegood-parts`, `-labour`, `-carriage`,
 * `-surcharges`, `-tax`.
 */
export const options = css`
  :host {
    --_parts: var(--makegood-parts, #2b59c3);
    --_labour: var(--makegood-labour, #12826f);
    --_carriage: var(--makegood-carriage, #c77700);
    --_surcharges: var(--makegood-surcharges, #8e44ad);
    --_tax: var(--makegood-tax, #7b8292);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_parts: var(--makegood-parts, light-dark(#2b59c3, #8fb0ff));
      --_labour: var(--makegood-labour, light-dark(#12826f, #57d3ba));
      --_carriage: var(--makegood-carriage, light-dark(#c77700, #f6b85a));
      --_surcharges: var(--makegood-surcharges, light-dark(#8e44ad, #d5a1f0));
      --_tax: var(--makegood-tax, light-dark(#7b8292, #a9b0c0));
    }
  }
  .share-parts { fill: var(--_parts); }
  .share-labour { fill: var(--_labour); }
  .share-carriage { fill: var(--_carriage); }
  .share-surcharges { fill: var(--_surcharges); }
  .share-tax { fill: var(--_tax); }
  .all { display: grid; gap: var(--_space); }
  .columns { display: grid; gap: 14px; grid-template-columns: minmax(0, 1fr); }
  .option {
    position: relative;
    display: grid;
    gap: 12px;
    align-content: start;
    padding: 18px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.9);
    background: var(--_surface);
    transition: border-color 0.15s, box-shadow 0.15s;
  }
  .option.chosen { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); }
  .option:has(input:focus-visible) { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .option h3 { margin: 0; font-size: 1.0625em; line-height: 1.3; }
  .amount { font-size: clamp(26px, 1.5em + 0.6cqi, 32px); font-weight: 700; letter-spacing: -0.02em; line-height: 1.15; font-variant-numeric: tabular-nums; }
  .amount.between { font-size: clamp(20px, 1.2em + 0.4cqi, 24px); }
  .amount.free { color: var(--_yes); }
  .bar { display: block; inline-size: 100%; block-size: 10px; border-radius: 99px; background: var(--_raised); }
  .bar rect { stroke: var(--_surface); stroke-width: 2; vector-effect: non-scaling-stroke; }
  .shares ul { display: grid; gap: 3px; margin-block-start: 8px; font-size: 0.875em; }
  .shares li { display: flex; gap: 8px; align-items: center; }
  .shares .figure { margin-inline-start: auto; font-variant-numeric: tabular-nums; text-align: end; }
  .percent { color: var(--_muted); display: inline-block; min-inline-size: 3.6em; text-align: end; }
  .swatch { inline-size: 10px; block-size: 10px; flex: none; }
  .points { display: grid; gap: 7px; font-size: 0.9375em; align-content: start; }
  .points > div { display: flex; gap: 9px; align-items: flex-start; }
  .points .icon { color: var(--_muted); margin-block-start: 0.12em; inline-size: 1.15em; block-size: 1.15em; }
  .weighed { display: grid; gap: 10px; align-content: start; font-size: 0.9375em; }
  .trade { color: var(--_muted); }
  .worth p, p.worth { display: flex; gap: 8px; align-items: flex-start; }
  .worth .icon { color: var(--_tone); margin-block-start: 0.12em; }
  .worth.box { background: var(--_tint); border-radius: calc(var(--_radius) * 0.6); padding: 10px 12px; display: grid; gap: 6px; }
  .figures { display: grid; gap: 2px; font-size: 0.9375em; font-variant-numeric: tabular-nums; }
  .figures > div { display: flex; gap: 12px; justify-content: space-between; }
  .made { display: grid; gap: 8px; align-content: end; }
  .made summary { position: relative; z-index: 1; font-size: 0.9375em; }
  .bill { display: grid; border-block-start: 1px solid var(--_border); font-size: 0.9375em; position: relative; }
  .bill li { padding-block: 9px; border-block-end: 1px solid var(--_border); }
  .entry { display: flex; gap: 12px; justify-content: space-between; }
  .pays { font-variant-numeric: tabular-nums; text-align: end; flex: none; max-inline-size: 60%; }
  .pays s { color: var(--_muted); }
  .payer.shop { color: var(--_yes); font-weight: 550; }
  .payer.open { color: var(--_maybe); }
  .made .money { border: 0; padding-block: 10px; font-size: 0.9375em; }
  .made .money .included-tax { color: var(--_muted); }
  .choose {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.7);
    font-weight: 600;
    cursor: pointer;
  }
  .choose::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
  .choose input { position: relative; z-index: 1; accent-color: var(--_accent); inline-size: 20px; block-size: 20px; margin: 0; }
  .choose input:focus-visible { outline: none; }
  .chosen .choose { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
  .chosen .choose input { accent-color: var(--_on-accent); }
  @container (min-width: 640px) {
    .columns { grid-template-columns: repeat(auto-fit, minmax(min(100%, 236px), 1fr)); }
    .option { grid-template-rows: subgrid; grid-row: span 6; }
    .option:only-child { grid-template: auto auto 1fr auto auto / minmax(0, 1fr) minmax(0, 1fr); grid-row: auto; column-gap: 40px; }
    .option:only-child > .points { grid-area: 1 / 2 / span 3; }
    .option:only-child > .weighed { grid-column: 1 / -1; }
    .option:only-child > .made { grid-column: 1 / -1; }
    .option:only-child .choose { justify-self: start; padding-inline: 24px; }
  }
  @media (hover: hover) {
    .option:hover { border-color: var(--_accent); }
  }
`;

/** What stands around the options. */
export const board = css`
  .verdict { --_tone: var(--_accent); --_tint: var(--_raised); }
  .verdict.yes { --_tone: var(--_yes); --_tint: var(--_yes-surface); }
  .verdict.maybe { --_tone: var(--_maybe); --_tint: var(--_maybe-surface); }
  .ask { border: 1px solid var(--_maybe); border-radius: calc(var(--_radius) * 0.9); padding: var(--_space); display: grid; gap: 8px; }
  .choice-made { display: grid; gap: 14px 32px; padding: var(--_space); border-radius: calc(var(--_radius) * 0.9); background: var(--_raised); }
  .choice-made h3 { margin-block-end: 4px; font-size: 1.0625em; }
  .choice-made dl { display: grid; gap: 6px; align-content: start; }
  .choice-made dl > div { display: grid; gap: 16px; grid-template-columns: max-content minmax(0, 1fr); }
  .choice-made dt { color: var(--_muted); }
  .choice-made dd { text-align: end; }
  .choice-made .sum { font-size: 1.25em; font-weight: 700; border-block-end: 1px solid var(--_border); padding-block-end: 6px; font-variant-numeric: tabular-nums; }
  .choice-made .sum dt { color: inherit; }
  .inspection { display: flex; gap: 14px; align-items: flex-start; border: 1px solid var(--_maybe); border-radius: calc(var(--_radius) * 0.9); padding: 16px; }
  .inspection h3 { margin-block-end: 2px; }
  .inspection .emblem { background: var(--_maybe-surface); color: var(--_maybe); }
  .board { display: grid; gap: calc(var(--_space) * 1.4); }
  .wishes { display: grid; gap: var(--_space); align-content: start; }
  .wishes legend, .coupon label { font-size: 1em; font-weight: 650; }
  .wishes .choices { margin-block-start: 10px; gap: 8px; }
  .place { display: block; }
  .coupon .row { margin-block-start: 8px; }
  .coupon .field { margin: 0; flex: 1 1 140px; inline-size: auto; min-inline-size: 0; }
  .coupon .secondary { min-block-size: 48px; }
  .said { display: flex; gap: 8px; align-items: flex-start; margin-block-start: 8px; font-size: 0.9375em; color: var(--_tone); }
  .said .icon { margin-block-start: 0.12em; }
  .holds { display: grid; gap: var(--_space); align-content: start; }
  .holds .terms { gap: 10px; font-size: 0.9375em; }
  .terms dd { overflow-wrap: anywhere; }
  .payers { margin: 0; gap: 10px; }
  .payers strong { display: block; font-weight: 600; }
  .payers .plain .icon { color: var(--_muted); }
  .take { display: flex; flex-wrap: wrap; gap: 10px; border-block-start: 1px solid var(--_border); padding-block-start: var(--_space); }
  .slim { padding: 8px 16px; font-size: 0.9375em; font-weight: 550; }
  @container (min-width: 720px) {
    .board { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .answered { grid-template-columns: 1fr 1fr; column-gap: 32px; }
    .answered > div:nth-child(2) { border: 0; }
    .choice-made { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  }
  @media (prefers-reduced-motion: no-preference) {
    details[open] > .bill { animation: appear 0.2s ease-out; }
    @keyframes appear { from { opacity: 0; } }
  }
`;
