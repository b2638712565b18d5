import type { FormTable, QuoteForm } from '../../wording/quote.js';

/** One clean page, also where the browser knows no other size. */
const page = `
  @page { margin: 14mm; }
  * { box-sizing: border-box; }
  :root { color-scheme: only light; }
  body { margin: 0; color: #000; background: #fff; font: 9.5pt/1.4 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  h1 { font-size: 16pt; line-height: 1.2; margin: 0 0 3pt; }
  h2 { font-size: 10.5pt; margin: 10pt 0 4pt; padding-bottom: 2pt; border-bottom: 0.75pt solid #000; break-after: avoid; }
  p { margin: 0 0 2pt; }
  dl { display: grid; grid-template-columns: 38% 1fr; gap: 1.5pt 10pt; margin: 0; }
  dt { color: #444; }
  dd { margin: 0; }
  dd p { margin: 0; }
  tr { break-inside: avoid; }
  table { border-collapse: collapse; width: 100%; margin-top: 10pt; font: inherit; }
  caption { text-align: start; font-weight: 700; font-size: 10.5pt; padding-bottom: 3pt; }
  th, td { padding: 2.5pt 4pt; vertical-align: top; text-align: start; border-bottom: 0.5pt solid #bbb; }
  thead th { border-bottom: 0.75pt solid #000; }
  .amount { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .note { color: #444; font-size: 8.5pt; }
  tfoot .strong > * { font-weight: 700; border-bottom: 0; border-top: 0.75pt solid #000; }
  tfoot th { font-weight: 400; }
  footer { margin-top: 10pt; padding-top: 4pt; border-top: 0.5pt solid #bbb; color: #444; font-size: 8.5pt; overflow-wrap: anywhere; }
`;

/**
 * Prints a form by itself. The page's own policy holds in the frame too, so that its style comes as a sheet of the frame's window, and its
 * content as nodes.
 */
export async function print(form: QuoteForm, language: string, into: ParentNode & Node): Promise<void> {
  into.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'unseen';
  frame.tabIndex = -1;
  frame.title = form.title;
  frame.ariaHidden = 'true';
  const there = new Promise((resolve) => { frame.addEventListener('load', resolve, { once: true }); });
  into.append(frame);
  await there;
  const paper = frame.contentWindow as (Window & typeof globalThis) | null;
  if (paper === null) return;
  const sheet = new paper.CSSStyleSheet();
  sheet.replaceSync(page);
  paper.document.adoptedStyleSheets = [sheet];
  paper.document.documentElement.lang = language;
  paper.document.title = form.title;
  paper.document.body.replaceChildren(...content(form, maker(paper.document)));
  paper.addEventListener('afterprint', () => { setTimeout(() => { frame.remove(); }); }, { once: true });
  paper.focus();
  paper.print();
}

type Make = (name: string, about: string | { class: string; text?: string }, ...children: Node[]) => HTMLElement;

function maker(document: Document): Make {
  return (name, about, ...children) => {
    const node = document.createElement(name);
    const { class: classes, text } = typeof about === 'string' ? { class: '', text: about } : about;
    if (classes !== '') node.className = classes;
    if (text) node.textContent = text;
    node.append(...children);
    return node;
  };
}

function content({ title, intro, sections, table, footer }: QuoteForm, make: Make): Node[] {
  return [
    make('h1', title),
    ...(intro === null ? [] : [make('p', intro)]),
    ...sections.map(({ heading, rows }) => make('section', '', make('h2', heading), make('dl', '', ...rows.flatMap(({ label, values }) => [
      make('dt', label), make('dd', '', ...values.map((value) => make('p', value))),
    ])))),
    ...(table === null ? [] : [tableOf(table, make)]),
    make('footer', '', ...footer.map((line) => make('p', line))),
  ];
}

function tableOf({ caption, head: [what, price, pays], rows, foot }: FormTable, make: Make): Node {
  const heading = (text: string, classes = '') => {
    const cell = make('th', { class: classes, text });
    cell.setAttribute('scope', 'col');
    return cell;
  };
  const sum = ({ label, amount, strong }: FormTable['foot'][number]) => {
    const name = make('th', label);
    name.setAttribute('scope', 'row');
    name.setAttribute('colspan', '2');
    return make('tr', { class: strong ? 'strong' : '' }, name, make('td', { class: 'amount', text: amount }));
  };
  return make('table', '',
    make('caption', caption),
    make('thead', '', make('tr', '', heading(what), heading(price, 'amount'), heading(pays, 'amount'))),
    make('tbody', '', ...rows.map((row) => make('tr', '',
      make('td', '', make('div', row.what), ...(row.notes.length === 0 ? [] : [make('div', { class: 'note', text: row.notes.join(' · ') })])),
      make('td', { class: 'amount', text: row.price }),
      make('td', { class: 'amount', text: row.pays })))),
    make('tfoot', '', ...foot.map(sum)));
}

/** Gives a file to the shopper; nothing leaves the page. */
export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 10_000);
}
