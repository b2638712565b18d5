import { svg, type SVGTemplateResult } from 'lit';

const paths = {
  yes: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  no: svg`<path d="m7 7 10 10M17 7 7 17"/>`,
  maybe: svg`<path d="M9 9.2a3 3 0 1 1 4.6 2.6c-1 .6-1.6 1.2-1.6 2.4M12 17.6v.1"/>`,
  parcel: svg`<path d="m4 8 8-4.5L20 8v8l-8 4.5L4 16zM4 8l8 4.5L20 8M12 12.5v8M8 5.8l8 4.5"/>`,
  shield: svg`<path d="M12 3.5 5 6v5.5c0 4.2 2.8 7.3 7 9 4.2-1.7 7-4.8 7-9V6zM9 11.8l2.2 2.2 4-4.2"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.2"/><path d="M12 7.5V12l3 2"/>`,
  truck: svg`<path d="M3.5 6.5h10v10h-10zM13.5 10h4l3 3v3.5h-7"/><circle cx="7.5" cy="17" r="1.8"/><circle cx="16.7" cy="17" r="1.8"/>`,
  scales: svg`<path d="M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5a3 3 0 0 0 5 0zM19 7l-2.5 6.5a3 3 0 0 0 5 0z"/>`,
  shop: svg`<path d="M4 9.5 5.5 4h13L20 9.5a2.7 2.7 0 0 1-5.3 0 2.7 2.7 0 0 1-5.4 0 2.7 2.7 0 0 1-5.3 0zM5.5 12v8h13v-8M10 20v-4.5h4V20"/>`,
  next: svg`<path d="m9 5 7 7-7 7"/>`,
  lock: svg`<path d="M6 10.5h12v9H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>`,
  alert: svg`<path d="M12 4 3 19.5h18zM12 10v4.5M12 17v.1"/>`,
};

export type Icon = keyof typeof paths;

/** A drawing beside words that say the same, so it is silent. */
export function icon(name: Icon): SVGTemplateResult {
  return drawn(paths[name]);
}

export function drawn(paths: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
    stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
}
