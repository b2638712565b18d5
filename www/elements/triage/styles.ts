import { css } from 'lit';

/** What a triage has beside the pictures to choose from. */
export const intake = css`
  .start { display: grid; gap: 4px; }
  .problem { margin-block-start: 4px; font-size: 1.0625em; }
  .known { --_tone: var(--_accent); --_tint: var(--_raised); }
  .verdict.yes .emblem { color: var(--_yes); }
  .verdict .emblem { background: var(--_surface); }
  .answers > .quiet { align-self: center; }
  .row .link { margin-inline: 0; }
  .row .fine { flex: 1 1 220px; }
  .points { display: grid; gap: 12px; }
  .points dt { color: var(--_muted); font-size: 0.875em; }
  .points dd { font-weight: 550; }
  .possible { display: grid; gap: 8px; padding-inline-start: 1.2em; list-style: disc; }
  slot[name='next']::slotted(*) { margin: 0; }
  @container (min-width: 520px) {
    .answers { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @media (prefers-contrast: more) {
    .tile { border-color: currentColor; }
  }
`;
