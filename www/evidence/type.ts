import { latin, standsAt } from './bytes.js';
import type { EvidenceKind, EvidenceType } from './evidence.js';

// A table of our own, because `file-type` knows a hundred and fifty types of which a claim needs ten, and weighs 18 KB compressed.

/** How much of the beginning and of the end tells the type. */
export const headLength = 4096;
export const tailLength = 1024;

const groups = {
  image: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic', 'image/heif', 'image/avif'],
  pdf: ['application/pdf'],
  video: ['video/mp4', 'video/quicktime', 'video/3gpp', 'video/webm'],
} as const satisfies Record<string, readonly EvidenceType[]>;

const alone: readonly EvidenceType[] = ['image/tiff', 'image/bmp', 'image/svg+xml', 'application/zip', 'text/html'];
const all: readonly EvidenceType[] = [...Object.values(groups).flat(), ...alone];

export const isKind = (kind: unknown): kind is EvidenceKind => all.includes(kind as EvidenceType) || Object.hasOwn(groups, kind as string);

export function typesOf(kinds: readonly EvidenceKind[]): EvidenceType[] {
  return [...new Set(kinds.flatMap((kind): readonly EvidenceType[] => kind in groups ? groups[kind as keyof typeof groups] : [kind as EvidenceType]))];
}

/** What an `<img>` shows in every browser of today. */
export const shown: readonly EvidenceType[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'];

/** What the ending of a name, or a name that browsers have for it, promises. */
const promises: { readonly [ending: string]: EvidenceType } = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', jpe: 'image/jpeg', jfif: 'image/jpeg', 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg',
  png: 'image/png', 'image/x-png': 'image/png', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif',
  heic: 'image/heic', heif: 'image/heif', 'image/heic-sequence': 'image/heic', 'image/heif-sequence': 'image/heif',
  tif: 'image/tiff', tiff: 'image/tiff', bmp: 'image/bmp', svg: 'image/svg+xml',
  pdf: 'application/pdf', 'application/x-pdf': 'application/pdf',
  zip: 'application/zip', docx: 'application/zip', xlsx: 'application/zip', 'application/x-zip-compressed': 'application/zip',
  htm: 'text/html', html: 'text/html',
  mp4: 'video/mp4', m4v: 'video/mp4', mov: 'video/quicktime', qt: 'video/quicktime', '3gp': 'video/3gpp', webm: 'video/webm',
};

/** The type that a file is named to have, or `null`. */
export function promised(name: string, declared: string | null): EvidenceType | null {
  const [, ending = ''] = /\.([a-z0-9]{2,5})$/i.exec(name) ?? [];
  const known = (key: string): EvidenceType | null => Object.hasOwn(promises, key) ? promises[key]! : null;
  return known(ending.toLowerCase()) ?? (declared === null ? null : known(declared) ?? all.find((type) => type === declared) ?? null);
}

/** Which program's document an archive is by its name, or `null`: its bytes are those of a ZIP. */
export function officeOf(name: string): string | null {
  return /\.(docx|xlsx|pptx|odt|ods|odp|pages|numbers|key)$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** HEIC and HEIF, MP4 and QuickTime are boxes of the same kind, and are named as it comes. */
export function alike(one: EvidenceType, other: EvidenceType): boolean {
  const family = (type: EvidenceType): string => /^image\/hei[cf]$/.test(type) ? 'heif' : /^video\/(mp4|quicktime|3gpp)$/.test(type) ? 'mp4' : type;
  return family(one) === family(other);
}

/** The type of a file by its first bytes, and whether it is a second one besides. */
export function typeOf(head: Uint8Array, tail: Uint8Array): { type: EvidenceType | null; two: boolean } {
  const type = first(head);
  if (type === null) return { type, two: false };
  const start = latin(head.subarray(0, 1024));
  const picture = type.startsWith('image/') && type !== 'image/svg+xml';
  const two = (type !== 'application/pdf' && start.includes('%PDF-'))
    || (picture && /<(?:!doctype html|html|script|svg)[\s>]/i.test(start))
    || (type !== 'application/zip' && (picture || type === 'application/pdf') && latin(tail).includes('PK\x05\x06'));
  return { type, two };
}

function first(head: Uint8Array): EvidenceType | null {
  const starts = (text: string, offset = 0): boolean => standsAt(head, offset, text);
  if (starts('\xff\xd8\xff')) return 'image/jpeg';
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif';
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp';
  if (starts('ftyp', 4)) return boxed(head);
  if (starts('II*\0') || starts('MM\0*')) return 'image/tiff';
  if (starts('\x1a\x45\xdf\xa3') && latin(head.subarray(0, 64)).includes('webm')) return 'video/webm';
  if (starts('PK\x03\x04')) return 'application/zip';
  if (starts('BM') && starts('\0\0\0\0', 6)) return 'image/bmp';
  // Old films of QuickTime have no `ftyp`.
  if (starts('moov', 4) || (starts('wide', 4) && starts('mdat', 12))) return 'video/quicktime';
  const start = latin(head.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'application/pdf';
  return marked(head);
}

/** What the brands of an ISO file say: HEIC and AVIF before MP4, because those name it, too. */
function boxed(head: Uint8Array): EvidenceType | null {
  const length = Math.min(head.length, 256, ((head[2] ?? 0) << 8) + (head[3] ?? 0));
  const brands: string[] = [];
  for (let at = 8; at + 4 <= length; at += at === 8 ? 8 : 4) brands.push(latin(head.subarray(at, at + 4)));
  const [major = ''] = brands;
  const some = (pattern: RegExp): boolean => brands.some((brand) => pattern.test(brand));
  if (some(/^avi[fs]$/)) return 'image/avif';
  if (some(/^(hei[cxms]|hev[cxms])$/)) return 'image/heic';
  if (some(/^(mif1|mif2|msf1|miaf)$/)) return 'image/heif';
  if (/^qt {2}$/.test(major)) return 'video/quicktime';
  if (/^3g[a-z0-9]{2}$/.test(major)) return 'video/3gpp';
  return some(/^(iso[m1-9]|mp4[12v]|mp71|avc1|M4V[ HP]?|f4v |dash|MSNV|XAVC)/) ? 'video/mp4' : null;
}

/** SVG and HTML, in UTF-8 or in UTF-16, behind blanks, declarations and comments. */
function marked(head: Uint8Array): EvidenceType | null {
  const text = latin(head).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
  const bare = text.replace(/^(?:\s+|<\?[^>]*>|<!--[^]*?-->|<!doctype svg[^>[]*(?:\[[^\]]*\])?[^>]*>)+/i, '');
  if (/^<(?:\w+:)?svg[\s>]/i.test(bare)) return 'image/svg+xml';
  return /^<(?:!doctype html|html|head|body|script|iframe)[\s>]/i.test(bare) ? 'text/html' : null;
}
