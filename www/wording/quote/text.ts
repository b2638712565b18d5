import type { QuoteForm } from '../quote.js';
import { pair } from './form.js';
import type { QuoteVoice } from './voice.js';

/** A form as plain text, a blank line between its parts. */
export function textOf(voice: QuoteVoice, { title, intro, sections, table, footer }: QuoteForm): string {
  const parts = [
    [title, ...intro === null ? [] : [intro]],
    ...sections.map(({ heading, rows }) => [heading, ...rows.flatMap(({ label, values }) => {
      return values.length === 1 ? [pair(voice, label, values.join())] : [pair(voice, label, '').trimEnd(), ...values.map((value) => `  ${value}`)];
    })]),
    ...table === null ? [] : [[
      table.caption,
      ...table.rows.flatMap(({ what, notes, price, pays }) => [
        price === pays ? pair(voice, what, price) : voice.tell('form.cell', { what, price, pays }),
        ...notes.map((note) => `  ${note}`),
      ]),
      ...table.foot.map(({ label, amount }) => pair(voice, label, amount)),
    ]],
    footer,
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
