import { fields, text, type Fields } from '../interchange/json.js';

/** The price book of a policy, and what cells are held against. */
export interface Book {
  repair: Fields;
  currency: string;
  languages: readonly string[];
  /** The policy with another book in the place of this one. */
  replaced(repair: Fields): unknown;
}

/** The book of the newest version; `null` if that has none. */
export function bookOf(policy: unknown): Book | null {
  const versions: readonly unknown[] = Array.isArray(policy) ? policy : [policy];
  const from = (index: number): string => text(fields(versions[index])?.['from']) ?? '';
  const newest = versions.reduce<number>((best, _, index) => (from(index) >= from(best) ? index : best), 0);
  const version = fields(versions[newest]);
  const repair = fields(version?.['repair']);
  if (version === null || repair === null) return null;
  const shop = fields(version['shop']) ?? {};
  const languages = Array.isArray(shop['languages']) ? shop['languages'].filter((tag) => typeof tag === 'string') : [];
  return {
    repair,
    currency: text(shop['currency']) ?? '',
    languages,
    replaced(repair) {
      const changed = { ...version, repair };
      return Array.isArray(policy) ? versions.with(newest, changed) : changed;
    },
  };
}

/** What has names in the book. */
export function named(repair: Fields, key: string): Map<string, Fields> {
  return new Map(Object.entries(fields(repair[key]) ?? {}).flatMap(([name, value]) => {
    const declared = fields(value);
    return declared === null ? [] : [[name, declared] as const];
  }));
}

export function rowsOf(repair: Fields, key: string): Fields[] {
  const listed: unknown = repair[key];
  const rows: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return rows.map(fields).filter((row) => row !== null);
}
