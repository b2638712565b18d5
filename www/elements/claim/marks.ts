import { svg } from 'lit';

/** What the form needs beside the drawings of all elements. */
export const calendar = svg`<path d="M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7M8 14.5h3"/>`;
export const form = svg`<path d="M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h3"/>`;
