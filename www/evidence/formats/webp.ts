import { number, standsAt } from '../bytes.js';
import type { Reader } from '../reader.js';
import { exifLength, type Header } from './header.js';

export async function webp(reader: Reader): Promise<Header> {
  const start = await reader.read(0, 30);
  const length = number(start, 4, 4, 'little');
  const header: Header = { ...dimensions(start), exif: null, ends: length !== null && length + 8 <= reader.size };
  if (!standsAt(start, 12, 'VP8X') || ((start[20] ?? 0) & 0x08) === 0) return header;
  let at = 12;
  for (let steps = 0; steps < 256; steps += 1) {
    const chunk = await reader.read(at, 8);
    const size = number(chunk, 4, 4, 'little');
    if (size === null) break;
    if (standsAt(chunk, 0, 'EXIF')) {
      header.exif = await reader.read(at + 8, Math.min(size, exifLength));
      break;
    }
    at += 8 + size + size % 2;
  }
  return header;
}

function dimensions(start: Uint8Array): { width: number | null; height: number | null } {
  if (standsAt(start, 12, 'VP8 ') && standsAt(start, 23, '\x9d\x01\x2a')) {
    const [width, height] = [number(start, 26, 2, 'little'), number(start, 28, 2, 'little')];
    return { width: (width ?? 0) & 0x3fff || null, height: (height ?? 0) & 0x3fff || null };
  }
  if (standsAt(start, 12, 'VP8L') && start[20] === 0x2f) {
    const bits = number(start, 21, 4, 'little');
    return bits === null ? { width: null, height: null } : { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (standsAt(start, 12, 'VP8X')) {
    const [width, height] = [number(start, 24, 3, 'little'), number(start, 27, 3, 'little')];
    return { width: width === null ? null : width + 1, height: height === null ? null : height + 1 };
  }
  return { width: null, height: null };
}
