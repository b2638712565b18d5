import { sha256 } from '@noble/hashes/sha2.js';
import type { EvidenceFile } from './evidence.js';
import type { Header } from './formats/header.js';
import { piece } from './reader.js';

// WebCrypto hashes only what is in memory as a whole, and only on secure pages.

/** Small enough that a slow phone hashes it between two frames. */
const step = 128 * 1024;

export interface Content { sha256: string; ends: boolean }

/** Goes through a file once, piece by piece: its hash, and whether its end is there. */
export async function contentOf(
  file: EvidenceFile, size: number, head: Uint8Array, { ends }: Header, signal: AbortSignal | undefined, breathe: () => Promise<void>,
): Promise<Content> {
  const hash = sha256.create();
  let found = ends === true;
  let before = new Uint8Array(0);
  for (let at = 0; at < size; at += step) {
    const bytes = size === head.length ? head : await piece(file, at, Math.min(step, size - at), signal);
    hash.update(bytes);
    if (typeof ends === 'object' && !found) {
      const { bytes: mark, from } = ends;
      // The mark may begin in the piece before.
      const seam = new Uint8Array([...before, ...bytes.subarray(0, mark.length - 1)]);
      found = stands(mark, seam, from - (at - before.length)) || stands(mark, bytes, from - at);
      before = bytes.slice(Math.max(0, bytes.length - mark.length + 1));
    }
    await breathe();
  }
  return { sha256: [...hash.digest()].map((byte) => byte.toString(16).padStart(2, '0')).join(''), ends: found };
}

function stands(mark: string, bytes: Uint8Array, from: number): boolean {
  const first = mark.charCodeAt(0);
  for (let at = bytes.indexOf(first, Math.max(0, from)); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < mark.length && bytes[at + length] === mark.charCodeAt(length)) length += 1;
    if (length === mark.length) return true;
  }
  return false;
}
