import { number, standsAt } from '../bytes.js';
import type { Reader } from '../reader.js';
import { exifLength, type Header } from './header.js';

export async function png(reader: Reader): Promise<Header> {
  const start = await reader.read(0, 33);
  const header: Header = { width: null, height: null, exif: null, ends: { bytes: 'IEND\xae\x42\x60\x82', from: 33 } };
  if (!standsAt(start, 12, 'IHDR')) return header;
  [header.width, header.height] = [number(start, 16, 4) || null, number(start, 20, 4) || null];
  // EXIF may stand behind the picture, too; of one in a hundred pieces it is not looked for any longer.
  let at = 33;
  for (let steps = 0; steps < 100 && header.exif === null; steps += 1) {
    const chunk = await reader.read(at, 8);
    const length = number(chunk, 0, 4);
    if (length === null || chunk.length < 8 || standsAt(chunk, 4, 'IEND')) break;
    if (standsAt(chunk, 4, 'eXIf')) header.exif = await reader.read(at + 8, Math.min(length, exifLength));
    at += 12 + length;
  }
  return header;
}
