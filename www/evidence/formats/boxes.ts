import { latin, number, standsAt } from '../bytes.js';
import type { Reader } from '../reader.js';
import { exifLength, type Header } from './header.js';

/** The most of the box of an HEIC or AVIF that tells what is in it; phones write some 4 KB. */
const metaLength = 128 * 1024;

/** What holds the picture or the film itself; small ones are in `meta`. */
const isData = ({ type }: Box): boolean => type === 'mdat' || type === 'idat';

interface Box { type: string; from: number; until: number }

/** HEIC, HEIF and AVIF: the largest size that is told is that of the photo; its tiles and its thumbnail are smaller. */
export async function heif(reader: Reader): Promise<Header> {
  const { boxes, whole } = await outer(reader);
  const header: Header = { width: null, height: null, exif: null, ends: whole && boxes.some(isData) };
  const meta = boxes.find(({ type }) => type === 'meta');
  if (meta === undefined) return header;
  const bytes = await reader.read(meta.from, Math.min(meta.until - meta.from, metaLength));
  const parts = inner(bytes, 4, bytes.length);
  header.ends = whole && [...boxes, ...parts].some(isData);
  for (const box of within(bytes, parts, 'iprp', 0).filter(({ type }) => type === 'ipco').flatMap(({ from, until }) => inner(bytes, from, until))) {
    const [width, height] = [number(bytes, box.from + 4, 4), number(bytes, box.from + 8, 4)];
    if (box.type !== 'ispe' || !width || !height) continue;
    if (width * height > (header.width ?? 0) * (header.height ?? 0)) [header.width, header.height] = [width, height];
  }
  const place = exifPlace(bytes, parts);
  if (place === null) return header;
  // Before EXIF stands how many bytes are before its TIFF.
  const data = await reader.read(place.from, Math.min(place.length, exifLength));
  const skipped = number(data, 0, 4);
  if (skipped !== null) header.exif = data.subarray(4 + skipped);
  return header;
}

/** Films: only whether the end is there. */
export async function film(reader: Reader): Promise<Header> {
  const { boxes, whole } = await outer(reader);
  return { width: null, height: null, exif: null, ends: whole && boxes.some(isData) };
}

/** The outermost boxes of a file. */
async function outer(reader: Reader): Promise<{ boxes: Box[]; whole: boolean }> {
  const boxes: Box[] = [];
  let at = 0;
  while (at < reader.size && boxes.length < 256) {
    const start = await reader.read(at, 16);
    const size = number(start, 0, 4);
    const type = latin(start.subarray(4, 8));
    // Some cameras fill up with zeros behind the last box.
    if (size === 0 && type === '\0\0\0\0') return { boxes, whole: boxes.length > 1 };
    if (size === null || type.length < 4) return { boxes, whole: false };
    const long = size === 1;
    const [upper, lower] = [number(start, 8, 4), number(start, 12, 4)];
    const length = size === 0 ? reader.size - at : !long ? size : upper === null || lower === null ? 0 : upper * 2 ** 32 + lower;
    const head = long ? 16 : 8;
    if (length < head) return { boxes, whole: false };
    boxes.push({ type, from: at + head, until: at + length });
    at += length;
  }
  return { boxes, whole: at === reader.size };
}

/** The boxes that lie next to each other between two offsets. */
function inner(bytes: Uint8Array, from: number, until: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= Math.min(until, bytes.length) && boxes.length < 4096) {
    const length = number(bytes, at, 4)!;
    if (length < 8) break;
    boxes.push({ type: latin(bytes.subarray(at + 4, at + 8)), from: at + 8, until: Math.min(at + length, until) });
    at += length;
  }
  return boxes;
}

function within(bytes: Uint8Array, boxes: readonly Box[], type: string, skip: number): Box[] {
  return boxes.filter((box) => box.type === type).flatMap(({ from, until }) => inner(bytes, from + skip, until));
}

/** Where the EXIF data stands: `iinf` says which item it is, `iloc` where that item begins. */
function exifPlace(bytes: Uint8Array, parts: readonly Box[]): { from: number; length: number } | null {
  const info = parts.find(({ type }) => type === 'iinf');
  if (info === undefined) return null;
  const entry = inner(bytes, info.from + (bytes[info.from] === 0 ? 6 : 8), info.until).find(({ type, from }) => {
    const version = bytes[from];
    return type === 'infe' && (version === 2 || version === 3) && standsAt(bytes, from + (version === 2 ? 8 : 10), 'Exif');
  });
  const location = parts.find(({ type }) => type === 'iloc');
  if (entry === undefined || location === undefined) return null;
  const id = bytes[entry.from] === 2 ? number(bytes, entry.from + 4, 2) : number(bytes, entry.from + 4, 4);
  return id === null ? null : placeOf(bytes, location, id);
}

function placeOf(bytes: Uint8Array, { from, until }: Box, wanted: number): { from: number; length: number } | null {
  const version = bytes[from] ?? 3;
  const sizes = number(bytes, from + 4, 2) ?? 0;
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version === 0 ? 0 : sizes & 15];
  let at = from + 6;
  const next = (size: number): number => {
    const value = size === 0 ? 0 : size === 8 ? (number(bytes, at, 4) ?? 0) * 2 ** 32 + (number(bytes, at + 4, 4) ?? 0)
      : size === 4 || size === 2 ? number(bytes, at, size) ?? 0 : 0;
    at += size;
    return value;
  };
  const wide = version < 2 ? 2 : 4;
  const count = next(wide);
  for (let item = 0; item < count && at < until && at < bytes.length; item += 1) {
    const id = next(wide);
    const method = version === 0 ? 0 : next(2) & 15;
    next(2);
    const base = next(baseSize);
    const extents = next(2);
    let place: { from: number; length: number } | null = null;
    for (let extent = 0; extent < extents && at < until && at < bytes.length; extent += 1) {
      next(indexSize);
      const [offset, length] = [next(offsetSize), next(lengthSize)];
      place ??= { from: base + offset, length };
    }
    // Only what is counted from the start of the file.
    if (id === wanted) return method === 0 ? place : null;
  }
  return null;
}
