export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A list of texts with at least one entry. */
export function texts(value: unknown): string[] | null {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string') ? value : null;
}

/** The JSON Pointer one step further in. */
export function within(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What is written, short enough to stand in a sentence. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (fields(value) !== null) return '{…}';
  const written = String(value);
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

const civil = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether it is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  const found = typeof value === 'string' ? civil.exec(value) : null;
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const there = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
}

export function isCountry(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

/** Whether it is the full address of a page. */
export function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}
