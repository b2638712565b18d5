import { number, standsAt } from '../bytes.js';
import type { Reader } from '../reader.js';
import { exifLength, type Header } from './header.js';

/** Goes from segment to segment up to the picture itself. */
export async function jpeg(reader: Reader): Promise<Header> {
  const header: Header = { width: null, height: null, exif: null, ends: false };
  let at = 2;
  for (let steps = 0; steps < 1024; steps += 1) {
    const segment = await reader.read(at, 10);
    const marker = segment[1];
    if (segment[0] !== 0xff || marker === undefined) break;
    // Filled up before the marker.
    if (marker === 0xff) { at += 1; continue; }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) { at += 2; continue; }
    const length = number(segment, 2, 2);
    if (length === null || length < 2 || marker === 0xd9) break;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame && header.width === null) {
      // A height of 0 comes with the end of the picture, which no camera does.
      [header.height, header.width] = [number(segment, 5, 2) || null, number(segment, 7, 2) || null];
    }
    if (marker === 0xe1 && header.exif === null && standsAt(segment, 4, 'Exif\0')) header.exif = await reader.read(at + 4, Math.min(length - 2, exifLength));
    at += 2 + length;
    if (marker === 0xda) {
      // Films and depths of phones are behind the end, so that it may be anywhere.
      header.ends = at < reader.size ? { bytes: '\xff\xd9', from: at } : false;
      break;
    }
  }
  return header;
}
