import { svg, type SVGTemplateResult } from 'lit';

/**
 * What stands for a device, a fault or an answer, by the names that a policy may use. `tint` is the soft surface behind the lines.
 */
const drawings: { readonly [name: string]: SVGTemplateResult } = {
  phone: svg`<rect class="tint" x="14" y="5" width="20" height="38" rx="4.5"/><path d="M18.5 5h11A4.5 4.5 0 0 1 34 9.5v29a4.5 4.5 0 0 1-4.5 4.5h-11a4.5 4.5 0 0 1-4.5-4.5v-29A4.5 4.5 0 0 1 18.5 5zM21.5 9h5M22 39h4"/>`,
  tablet: svg`<rect class="tint" x="9" y="5" width="30" height="38" rx="4.5"/><rect x="9" y="5" width="30" height="38" rx="4.5"/><path d="M22 39h4M24 8.8v.1"/>`,
  laptop: svg`<rect class="tint" x="9" y="9" width="30" height="22" rx="3"/><path d="M9 31V12a3 3 0 0 1 3-3h24a3 3 0 0 1 3 3v19M5 31h38v2.5a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM20 31.5c0 1.3.9 2 2 2h4c1.1 0 2-.7 2-2"/>`,
  headphones: svg`<rect class="tint" x="8" y="26" width="8" height="14" rx="3.5"/><rect class="tint" x="32" y="26" width="8" height="14" rx="3.5"/><path d="M8 30v-5a16 16 0 0 1 32 0v5"/><rect x="8" y="26" width="8" height="14" rx="3.5"/><rect x="32" y="26" width="8" height="14" rx="3.5"/>`,
  watch: svg`<rect class="tint" x="13" y="13" width="22" height="22" rx="6"/><rect x="13" y="13" width="22" height="22" rx="6"/><path d="M17 13l1.5-8h11l1.5 8M17 35l1.5 8h11l1.5-8M24 18.5V24l3.5 2.5M35 22.5h1.8"/>`,
  speaker: svg`<rect class="tint" x="13" y="4.5" width="22" height="39" rx="5"/><rect x="13" y="4.5" width="22" height="39" rx="5"/><circle cx="24" cy="30" r="7"/><circle cx="24" cy="30" r="2.2"/><circle cx="24" cy="14.5" r="3.2"/>`,
  camera: svg`<path class="tint" d="M6 15h36v25H6z"/><path d="M9 15h6.5l3-5h11l3 5H39a3 3 0 0 1 3 3v19a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V18a3 3 0 0 1 3-3z"/><circle cx="24" cy="27" r="8"/><circle cx="24" cy="27" r="3"/><path d="M36.5 20.5v.1"/>`,
  screen: svg`<rect class="tint" x="12" y="4.5" width="24" height="39" rx="4.5"/><rect x="12" y="4.5" width="24" height="39" rx="4.5"/><path d="M22 4.5 25 14l-6 5 7.5 5.5-4 7M26.5 24.5 36 20M19 19l-7-2.5M22.5 31.5 27 43.5"/>`,
  battery: svg`<rect class="tint" x="6" y="15" width="16" height="19" rx="3"/><rect x="6" y="15" width="32" height="19" rx="4"/><path d="M42 21.5v6M23.5 18.5 18.5 25h7l-5 6.5"/>`,
  board: svg`<rect class="tint" x="12" y="12" width="24" height="24" rx="3"/><rect x="12" y="12" width="24" height="24" rx="3"/><rect x="19" y="19" width="10" height="10" rx="1.5"/><path d="M18 12V6M24 12V6M30 12V6M18 42v-6M24 42v-6M30 42v-6M12 18H6M12 24H6M12 30H6M42 18h-6M42 24h-6M42 30h-6"/>`,
  back: svg`<rect class="tint" x="12" y="4.5" width="24" height="39" rx="4.5"/><rect x="12" y="4.5" width="24" height="39" rx="4.5"/><rect x="15.5" y="8.5" width="10" height="10" rx="3"/><circle cx="20.5" cy="13.5" r="2.4"/><path d="M29.5 11.5v.1M36 25l-8 3.5 3 5-6 4 1 6"/>`,
  port: svg`<rect class="tint" x="13" y="5" width="22" height="20" rx="4"/><rect x="13" y="5" width="22" height="20" rx="4"/><path d="M18.5 25v6h11v-6M24 31v12M19 12.5h10"/><path d="M19 17.5h10"/>`,
  button: svg`<rect class="tint" x="10" y="4.5" width="22" height="39" rx="4.5"/><rect x="10" y="4.5" width="22" height="39" rx="4.5"/><path d="M32 13.5h2.5v8H32M39 13l3-2M40 17.5h3.5M39 22l3 2"/>`,
  sound: svg`<path class="tint" d="M6 19h7l10-8v26l-10-8H6z"/><path d="M8 19h5l8.5-7.2c.6-.5 1.5-.1 1.5.8v22.8c0 .9-.9 1.3-1.5.8L13 29H8a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM29 18.5a8 8 0 0 1 0 11M33.5 13a15.5 15.5 0 0 1 0 22"/>`,
  water: svg`<path class="tint" d="M24 5.5c6.5 8 11.5 14 11.5 20.5a11.5 11.5 0 0 1-23 0c0-6.5 5-12.5 11.5-20.5z"/><path d="M24 5.5c6.5 8 11.5 14 11.5 20.5a11.5 11.5 0 0 1-23 0c0-6.5 5-12.5 11.5-20.5zM18.5 27a5.8 5.8 0 0 0 5 5.5M8 43c2.7-2.5 5.3-2.5 8 0s5.3 2.5 8 0 5.3-2.5 8 0 5.3 2.5 8 0"/>`,
  software: svg`<rect class="tint" x="5" y="8" width="38" height="32" rx="4"/><rect x="5" y="8" width="38" height="32" rx="4"/><path d="M5 16h38M10 12v.1M14.5 12v.1M19.5 22l-5.5 6 5.5 6M28.5 22l5.5 6-5.5 6M26 21l-4 14"/>`,
  parts: svg`<circle class="tint" cx="24" cy="24" r="12"/><circle cx="24" cy="24" r="5"/><path d="m21 6.5-.9 4.3a13.6 13.6 0 0 0-4.3 1.8L12 10.3 8.3 14l2.3 3.8a13.6 13.6 0 0 0-1.8 4.3L4.5 23v4l4.3.9a13.6 13.6 0 0 0 1.8 4.3L8.3 36l3.7 3.7 3.8-2.3a13.6 13.6 0 0 0 4.3 1.8l.9 4.3h6l.9-4.3a13.6 13.6 0 0 0 4.3-1.8l3.8 2.3 3.7-3.7-2.3-3.8a13.6 13.6 0 0 0 1.8-4.3l4.3-.9v-4l-4.3-.9a13.6 13.6 0 0 0-1.8-4.3l2.3-3.8-3.7-3.7-3.8 2.3a13.6 13.6 0 0 0-4.3-1.8L27 6.5z"/>`,
  charge: svg`<rect class="tint" x="14" y="5" width="20" height="30" rx="4.5"/><rect x="14" y="5" width="20" height="30" rx="4.5"/><path d="M26 12 20.5 20h7L22 28M24 35v4a4 4 0 0 0 4 4h6"/>`,
  dark: svg`<rect class="tint" x="12" y="4.5" width="24" height="39" rx="4.5"/><rect x="12" y="4.5" width="24" height="39" rx="4.5"/><path d="M18.5 19l4 4M22.5 19l-4 4M25.5 19l4 4M29.5 19l-4 4M19 32c1.6-2 3.2-3 5-3s3.4 1 5 3"/>`,
  frozen: svg`<rect class="tint" x="12" y="4.5" width="24" height="39" rx="4.5"/><rect x="12" y="4.5" width="24" height="39" rx="4.5"/><path d="M24 15v18M16.2 19.5l15.6 9M31.8 19.5l-15.6 9M21.5 16.5 24 19l2.5-2.5M21.5 31.5 24 29l2.5 2.5"/>`,
  restart: svg`<circle class="tint" cx="24" cy="24" r="13.5"/><path d="M36.2 18.2A13.5 13.5 0 1 0 37.5 26M37.5 9.5v9h-9"/>`,
  'safe-mode': svg`<path class="tint" d="M24 4.5 8 10v12c0 10 6.5 17.3 16 21.5C33.5 39.3 40 32 40 22V10z"/><path d="M24 4.5 8 10v12c0 10 6.5 17.3 16 21.5C33.5 39.3 40 32 40 22V10zM16.5 23.5l5.5 5.5 10-11"/>`,
  bluetooth: svg`<rect class="tint" x="13" y="5" width="22" height="38" rx="11"/><rect x="13" y="5" width="22" height="38" rx="11"/><path d="M18.5 18.5 29 29l-5 5V14l5 5-10.5 10.5"/>`,
  heat: svg`<path class="tint" d="M24 5c7 8 11 13.5 11 20.5a11 11 0 0 1-22 0c0-4 2-7.5 4.5-9.5.5 3 1.5 4.5 3 5C19.5 15.5 21 9.5 24 5z"/><path d="M24 5c7 8 11 13.5 11 20.5a11 11 0 0 1-22 0c0-4 2-7.5 4.5-9.5.5 3 1.5 4.5 3 5C19.5 15.5 21 9.5 24 5zM10 43h28"/>`,
  keyboard: svg`<rect class="tint" x="4.5" y="12" width="39" height="24" rx="4"/><rect x="4.5" y="12" width="39" height="24" rx="4"/><path d="M11 19v.1M17.5 19v.1M24 19v.1M30.5 19v.1M37 19v.1M11 24.5v.1M17.5 24.5v.1M24 24.5v.1M30.5 24.5v.1M37 24.5v.1M16 30.5h16"/>`,
  fall: svg`<path class="tint" d="M17.5 12 30 7.5l9 25-12.5 4.5z"/><path d="M20 11.1l7.5-2.7a3 3 0 0 1 3.8 1.8l6.9 19.2a3 3 0 0 1-1.8 3.8l-7.5 2.7a3 3 0 0 1-3.8-1.8l-6.9-19.2A3 3 0 0 1 20 11.1zM12 10v8M7.5 16v8M12.5 26v7M8 43h32"/>`,
  touch: svg`<rect class="tint" x="12" y="4.5" width="24" height="39" rx="4.5"/><rect x="12" y="4.5" width="24" height="39" rx="4.5"/><circle cx="24" cy="23" r="2.5"/><path d="M17.5 26.5a7 7 0 1 1 13 0M16 12h16M22 39h4"/>`,
  update: svg`<rect class="tint" x="12" y="4.5" width="24" height="39" rx="4.5"/><rect x="12" y="4.5" width="24" height="39" rx="4.5"/><path d="M24 13v15M18.5 22.5 24 28l5.5-5.5M18 34h12"/>`,
  question: svg`<circle class="tint" cx="24" cy="24" r="18"/><circle cx="24" cy="24" r="18"/><path d="M18.5 19a5.5 5.5 0 1 1 8.5 4.6c-1.9 1.2-3 2.3-3 4.4M24 33.5v.1"/>`,
};

/** The picture of an icon of the policy, beside words that say the same; `fallback` where it names none. */
export function picture(name: string | null, fallback: 'parts' | 'question' = 'parts'): SVGTemplateResult {
  return svg`<svg class="picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
    stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawings[name ?? fallback] ?? drawings[fallback]}</svg>`;
}
