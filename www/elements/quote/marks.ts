import { svg, type SVGTemplateResult } from 'lit';
import { drawn, icon, type Icon } from '../icons.js';

/** What quotes need beside the drawings of all elements. */
const paths = {
  tools: svg`<path d="M14.5 6.2a4.6 4.6 0 0 1 5.8-1.2l-3 3 .4 2.3 2.3.4 1-1a4.6 4.6 0 0 1-6.3 5.1L8 21.5 4.5 18l6.7-6.7a4.6 4.6 0 0 1 3.3-5.1z"/>`,
  tag: svg`<path d="M11.5 3.5H20v8.5l-8.5 8.5L3 12zM16 8v.1"/>`,
  document: svg`<path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 16h6"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`,
  print: svg`<path d="M7 8.5v-5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z"/>`,
  copy: svg`<path d="M8.5 8.5h12v12h-12zM15.5 8.5v-5h-12v12h5"/>`,
  download: svg`<path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15"/>`,
  calendar: svg`<path d="M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7M8 14.5h3"/>`,
};

export type Mark = keyof typeof paths | Icon;

export function mark(name: Mark): SVGTemplateResult {
  return name in paths ? drawn(paths[name as keyof typeof paths]) : icon(name as Icon);
}
