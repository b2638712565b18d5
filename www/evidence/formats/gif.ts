import { number } from '../bytes.js';
import type { Reader } from '../reader.js';
import type { Header } from './header.js';

export async function gif(reader: Reader, tail: Uint8Array): Promise<Header> {
  const start = await reader.read(0, 10);
  // Behind the last byte some programs fill up with zeros.
  const last = tail.findLast((byte) => byte !== 0);
  return { width: number(start, 6, 2, 'little') || null, height: number(start, 8, 2, 'little') || null, exif: null, ends: last === 0x3b };
}
