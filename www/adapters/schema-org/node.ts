import { fields, within, type Fields } from '../interchange/json.js';
import type { Report } from '../interchange/report.js';

export interface Placed { value: unknown; pointer: string }

/** Deeper than any page nests its data. */
const deepest = 64;

/** Every return policy in JSON-LD, wherever it stands: in a graph, in an organization, in a product, in its offers. */
export function policiesIn(jsonLd: unknown): { body: Fields; pointer: string }[] {
  const found: { body: Fields; pointer: string }[] = [];
  const open: (Placed & { depth: number })[] = [{ value: jsonLd, pointer: '', depth: 0 }];
  const seen = new Set<unknown>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value !== 'object' || value === null || depth > deepest || seen.has(value)) continue;
    seen.add(value);
    const body = fields(value);
    if (body !== null && types(body).includes('MerchantReturnPolicy')) found.push({ body, pointer });
    else open.push(...Object.entries(value).map(([key, inner]) => ({ value: inner as unknown, pointer: within(pointer, key), depth: depth + 1 })).reverse());
  }
  return found;
}

function types(body: Fields): string[] {
  const type = body['@type'];
  return (Array.isArray(type) ? type : [type]).map(bare);
}

/** A name of the vocabulary without its address. */
export function bare(value: unknown): string {
  return typeof value === 'string' ? value.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '') : '';
}

/** One node of JSON-LD, in which one value and a list of one value are the same. */
export class Node {
  readonly body: Fields;
  readonly pointer: string;
  readonly #report: Report;

  constructor(body: Fields, pointer: string, report: Report) {
    this.body = body;
    this.pointer = pointer;
    this.#report = report;
  }

  at(key: string): string {
    return within(this.pointer, key);
  }

  has(key: string): boolean {
    return this.many(key).length > 0;
  }

  many(key: string): Placed[] {
    const value = Object.hasOwn(this.body, key) ? this.body[key] : null;
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [{ value, pointer: this.at(key) }];
    return value.map((inner: unknown, index) => ({ value: inner, pointer: within(this.at(key), index) }));
  }

  one(key: string): Placed | null {
    const [only, ...more] = this.many(key);
    if (more.length > 0) this.#report.problem('wrong-type', this.at(key), { expected: 'one value', found: 'several' });
    return more.length > 0 ? null : only ?? null;
  }

  /** The members of an enumeration that are named; a name that is not in it is a problem. */
  names<Name extends string>(key: string, allowed: readonly Name[]): Name[] {
    return this.many(key).flatMap(({ value, pointer }) => {
      const written = bare(fields(value)?.['@id'] ?? value);
      const found = allowed.find((name) => name === written);
      if (found === undefined) this.#report.unknown(fields(value)?.['@id'] ?? value, allowed, pointer);
      return found === undefined ? [] : [found];
    });
  }
}
