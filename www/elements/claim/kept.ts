import type { Entered } from './draft.js';

/** What is kept on the device: what was entered, of which item, and nothing else. */
export interface Kept { fields: [string, string | boolean | null][]; disputed: boolean; item: string | null }

/** How long after the last change it is written. */
const pause = 300;

/** A draft on the device, if the shopper wants it there. */
export class KeptDraft {
  /** Whether the shopper wants it kept. */
  wanted = false;
  /** Whether the browser lets us. */
  able = true;
  #key: string | null = null;
  #item: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text: string | null = null;

  /** Of which claim it is; `true` if of another one than before. */
  isOf(policy: string, order: string, item: string | null): boolean {
    const key = `makegood-claim ${JSON.stringify([policy, order, item ?? ''])}`;
    const other = this.#key !== key;
    if (other) this.flush();
    this.#key = key;
    this.#item = item;
    return other;
  }

  /** What was kept before. */
  found(): Kept | null {
    const found = this.#try((key) => read(localStorage.getItem(key)));
    this.wanted = found !== null;
    return found;
  }

  keep(entered: Entered, disputed: boolean): void {
    if (!this.wanted) return;
    this.#text = textOf(entered, disputed, this.#item);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  /** Writes what waits to be written, as before the page goes away. */
  flush(): void {
    clearTimeout(this.#timer);
    const text = this.#text;
    this.#text = null;
    if (text !== null) this.able = this.#try((key) => { localStorage.setItem(key, text); return true; }) === true;
  }

  delete(): void {
    clearTimeout(this.#timer);
    this.#text = null;
    this.wanted = false;
    this.#try((key) => localStorage.removeItem(key));
  }

  /** A browser may have no storage, forbid it, or have no room. */
  #try<T>(act: (key: string) => T): T | null {
    try {
      return this.#key === null ? null : act(this.#key);
    } catch {
      return null;
    }
  }
}

export function textOf(entered: Entered, disputed: boolean, item: string | null): string {
  return JSON.stringify({ fields: [...entered], disputed, ...(item === null ? {} : { item }) });
}

/** Whatever stands there: another version of the page, or someone else, may have written it. */
export function read(text: unknown): Kept | null {
  if (typeof text !== 'string') return null;
  try {
    const { fields, disputed, item } = JSON.parse(text) as Partial<Kept>;
    if (!Array.isArray(fields)) return null;
    const good = fields.filter((entry) => Array.isArray(entry) && typeof entry[0] === 'string'
      && (entry[1] === null || typeof entry[1] === 'string' || typeof entry[1] === 'boolean'));
    return { fields: good, disputed: disputed === true, item: typeof item === 'string' ? item : null };
  } catch {
    return null;
  }
}
