import type { CivilDate } from '../../binding/makegood.js';
import type { Note } from '../shopify.js';

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Shopify writes tags as one string with commas, some callers as a list. */
export function tags(value: unknown): string[] | null {
  if (typeof value === 'string') return value.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
  if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string')) return null;
  return value.map((tag) => tag.trim()).filter((tag) => tag !== '');
}

/** `Final Sale` and `final_sale` as policies write them: `final-sale`. */
export function slug(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

export interface Name { exact: string | null; written: string | null }

/**
 * The id of a thing, exact and as written. `JSON.parse` rounds ids beyond 2^53, and two neighbours may then look alike,
 * so the text form in `admin_graphql_api_id` wins.
 */
export function name(id: unknown, globalId?: unknown): Name {
  const written = typeof id === 'number' && Number.isFinite(id) ? String(id) : text(id);
  const tail = /\/(\d+)(?:\?.*)?$/.exec(text(globalId) ?? text(id) ?? '')?.[1] ?? null;
  const reliable = typeof id === 'string' ? /^\d+$/.test(id.trim()) : Number.isSafeInteger(id);
  return { exact: tail ?? (reliable ? written : null), written };
}

/** Which of the candidates a reference means; `null` when none does, or when rounding leaves several. */
export function which(reference: Name, candidates: readonly Name[]): number | null {
  const alike = candidates.flatMap((candidate, index) => {
    if (reference.exact !== null && candidate.exact !== null) return reference.exact === candidate.exact ? [{ index, sure: true }] : [];
    return reference.written !== null && reference.written === candidate.written ? [{ index, sure: false }] : [];
  });
  const sure = alike.find((one) => one.sure);
  if (sure !== undefined) return sure.index;
  return alike.length === 1 ? alike[0]?.index ?? null : null;
}

/** What could not be used, with the place where it stands. */
export class Notes {
  readonly all: Note[] = [];

  add(pointer: string, sentence: string): void {
    this.all.push({ pointer, sentence });
  }
}

const moment = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Turns Shopify's moments into civil days of the shop. */
export class Calendar {
  readonly #format: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone, year: 'numeric', month: '2-digit', day: '2-digit',
    });
  }

  /** The shop's day at that moment; `null` unless it names a real day, a time and an offset. */
  day(value: unknown): CivilDate | null {
    const written = text(value);
    const found = written === null ? null : moment.exec(written);
    if (written === null || found === null) return null;
    const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
    const there = new Date(Date.UTC(year, month - 1, day));
    if (there.getUTCMonth() !== month - 1 || there.getUTCDate() !== day) return null;
    const instant = Date.parse(written.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (Number.isNaN(instant)) return null;
    const parts = new Map(this.#format.formatToParts(instant).map((part) => [part.type, part.value]));
    const civil = `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
    return /^\d{4}-\d{2}-\d{2}$/.test(civil) ? civil : null;
  }
}

/** Amounts of one currency as whole minor units, so that nothing is ever rounded. */
export class Money {
  readonly currency: string;
  readonly #digits: number;

  private constructor(currency: string, digits: number) {
    this.currency = currency;
    this.#digits = digits;
  }

  static of(currency: unknown): Money | null {
    const code = text(currency)?.toUpperCase() ?? '';
    if (!/^[A-Z]{3}$/.test(code)) return null;
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
    return new Money(code, maximumFractionDigits ?? 2);
  }

  /** `null` unless it is an amount of at least zero with no more digits than the currency has. */
  read(value: unknown): bigint | null {
    const written = typeof value === 'number' ? String(value) : text(value);
    const found = written === null ? null : /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(written);
    if (found === null) return null;
    const fraction = (found[2] ?? '').padEnd(this.#digits, '0');
    if (/[1-9]/.test(fraction.slice(this.#digits))) return null;
    return BigInt((found[1] ?? '') + fraction.slice(0, this.#digits));
  }

  write(units: bigint): string {
    const digits = units.toString().padStart(this.#digits + 1, '0');
    const point = digits.length - this.#digits;
    return this.#digits === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  }
}
