import type { ClaimFieldWords } from '../../wording/claim.js';

/** Fills selects that the page leaves empty; what was chosen stays chosen. */
export class Choices {
  /** What each held at first, and what it was filled with. */
  readonly #empty = new Map<HTMLSelectElement, { first: Node[]; shown: string }>();

  constructor(form: HTMLFormElement) {
    for (const element of form.elements) {
      if (element instanceof HTMLSelectElement && [...element.options].every(({ value }) => value === '')) {
        this.#empty.set(element, { first: [...element.childNodes], shown: '' });
      }
    }
  }

  fill(fields: readonly ClaimFieldWords[], choose: string): void {
    for (const [select, filled] of this.#empty) {
      const field = fields.find(({ id }) => id === select.name);
      if (field === undefined) continue;
      const { values } = field;
      // What is only a kind of others heads their group.
      const groups = new Set(values.map(({ under }) => under));
      const shown = JSON.stringify([choose, values]);
      if (shown === filled.shown) continue;
      filled.shown = shown;
      const chosen = select.value;
      const option = (value: string, label: string) => new Option(label, value, false, value === chosen);
      const leaves = values.filter(({ value }) => !groups.has(String(value)));
      const above = (value: string | null): string[] => {
        const kind = values.find((one) => one.value === value);
        return kind === undefined ? [] : [...above(kind.under), kind.label];
      };
      const byKind = grouped(leaves, above);
      const blank = select.querySelector<HTMLOptionElement>('option[value=""]') ?? option('', choose);
      select.replaceChildren(blank, ...[...byKind].flatMap(([kind, leaves]): HTMLElement[] => {
        const options = leaves.map(({ value, label, badge }) => option(String(value), badge === null ? label : `${label} – ${badge}`));
        if (kind === '') return options;
        const group = document.createElement('optgroup');
        group.label = kind;
        group.append(...options);
        return [group];
      }));
    }
  }

  clear(): void {
    for (const [select, { first }] of this.#empty) select.replaceChildren(...first);
    this.#empty.clear();
  }
}

type Value = ClaimFieldWords['values'][number];

/** The values by the kinds above them. */
function grouped(values: readonly Value[], above: (value: string | null) => string[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const kind = above(value.under).join(' – ');
    groups.set(kind, [...groups.get(kind) ?? [], value]);
  }
  return groups;
}
