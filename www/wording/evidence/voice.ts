import type { CivilDate } from '../../binding/makegood.js';
import type { EvidenceKind, EvidenceType } from '../../evidence/evidence.js';
import { localeOf, nearest, spoken, type Language, type Params } from '../catalogue.js';

/** Names that are the same in every language. */
const typeNames: { readonly [type in EvidenceType]: string } = {
  'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/gif': 'GIF', 'image/webp': 'WebP', 'image/heic': 'HEIC', 'image/heif': 'HEIF', 'image/avif': 'AVIF',
  'image/tiff': 'TIFF', 'image/bmp': 'BMP', 'image/svg+xml': 'SVG', 'application/pdf': 'PDF', 'application/zip': 'ZIP', 'text/html': 'HTML',
  'video/mp4': 'MP4', 'video/quicktime': 'QuickTime', 'video/3gpp': '3GP', 'video/webm': 'WebM',
};

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];

export const typeName = (type: string): string => typeNames[type as EvidenceType] ?? type;

/** What shoppers call it. */
export function kindOf(type: EvidenceType | null): 'photo' | 'pdf' | 'video' | 'file' {
  if (type === 'application/pdf') return 'pdf';
  if (type?.startsWith('video/')) return 'video';
  return type?.startsWith('image/') && type !== 'image/svg+xml' ? 'photo' : 'file';
}

/** How one language speaks of files. It needs no other sentences, and so a page that only takes files loads none. */
export class EvidenceVoice {
  readonly #catalogue: Language;
  readonly #locale: string;
  /** A format takes longer to make than to use. */
  readonly #sizes = new Map<string, Intl.NumberFormat>();
  readonly #whole: Intl.NumberFormat;
  readonly #days: Intl.DateTimeFormat;

  constructor(language: string) {
    this.#catalogue = nearest(language);
    this.#locale = localeOf(language, this.#catalogue);
    this.#whole = new Intl.NumberFormat(this.#locale);
    this.#days = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'long', timeZone: 'UTC' });
  }

  tell(key: string, params: Params = {}): string {
    return spoken(this.#catalogue, key, params, 'evidence');
  }

  day(civil: CivilDate): string {
    return this.#days.format(new Date(civil));
  }

  /** "2.3 MB"; what is a limit is never told larger than it is. */
  size(bytes: number, rounding: 'nearest' | 'down' = 'nearest'): string {
    const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
    const tenths = Math[rounding === 'down' ? 'floor' : 'round'](bytes / 10 ** (3 * power - 1));
    const unit = units[power]!;
    const format = this.#sizes.get(unit)
      ?? new Intl.NumberFormat(this.#locale, { style: 'unit', unit, unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: 1 });
    this.#sizes.set(unit, format);
    return format.format(tenths / 10);
  }

  pixels(count: string | number): string {
    return this.#whole.format(Number(count));
  }

  /** "a photo or a PDF" */
  kinds(kinds: readonly EvidenceKind[]): string {
    const names = kinds.map((kind) => {
      if (kind === 'image' || kind === 'video') return this.tell(`taken.${kind}`);
      if (kind === 'pdf' || kind === 'application/pdf') return this.tell('taken.pdf', { type: typeName('application/pdf') });
      return this.tell('taken.type', { type: typeName(kind) });
    });
    return new Intl.ListFormat(this.#locale, { type: 'disjunction' }).format(new Set(names));
  }
}
