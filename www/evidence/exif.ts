import type { CivilDate } from '../binding/makegood.js';
import { latin, number, standsAt } from './bytes.js';
import { dayOf } from './day.js';

// One tag is wanted, for which the smallest build of `exifr` weighs 8 KB compressed.

const exifFolder = 0x8769;
/** When it was taken, and when it was made digital. When it was changed says nothing. */
const days = [0x9003, 0x9004];

/** The day on which a photo was taken, of EXIF data in the form of a TIFF; in the time of the camera, whichever that is. */
export function takenOf(exif: Uint8Array): CivilDate | null {
  const tiff = standsAt(exif, 0, 'Exif\0') ? exif.subarray(6) : exif;
  const order = standsAt(tiff, 0, 'II') ? 'little' : standsAt(tiff, 0, 'MM') ? 'big' : null;
  if (order === null || number(tiff, 2, 2, order) !== 42) return null;
  const folder = entries(tiff, number(tiff, 4, 4, order), order).get(exifFolder);
  const inner = entries(tiff, folder?.value ?? null, order);
  for (const tag of days) {
    const entry = inner.get(tag);
    if (entry?.type !== 2 || entry.count < 11) continue;
    const day = dayIn(latin(tiff.subarray(entry.value, entry.value + 11)));
    if (day !== null) return day;
  }
  return null;
}

interface Entry { type: number; count: number; value: number }

function entries(tiff: Uint8Array, offset: number | null, order: 'big' | 'little'): Map<number, Entry> {
  const found = new Map<number, Entry>();
  const count = offset === null ? 0 : number(tiff, offset, 2, order) ?? 0;
  for (let index = 0; index < Math.min(count, 512); index += 1) {
    const at = offset! + 2 + index * 12;
    const tag = number(tiff, at, 2, order);
    const type = number(tiff, at + 2, 2, order);
    const length = number(tiff, at + 4, 4, order);
    const value = number(tiff, at + 8, 4, order);
    if (tag === null || type === null || length === null || value === null) break;
    if (!found.has(tag)) found.set(tag, { type, count: length, value });
  }
  return found;
}

/** `2026:11:27 ` and, as some write it, `2026-11-27T`. */
function dayIn(text: string): CivilDate | null {
  const [, year, month, day] = /^(\d{4})[:\-/](\d{2})[:\-/](\d{2})[ T\0]/.exec(text) ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}
