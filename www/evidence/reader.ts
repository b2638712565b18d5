import type { EvidenceFile } from './evidence.js';

/** The file cannot be read, or not any more. */
export class Unreadable extends Error {}

/** What looks into a file: pieces of it, and never more than a few of them. */
export interface Reader {
  readonly size: number;
  /** The bytes from an offset on; fewer than asked for only where the file ends. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** What may be read of one file to learn its type, its size in pixels and its day. */
const most = 512 * 1024;
const nothing = new Uint8Array(0);

export function readerOf(file: EvidenceFile, size: number, head: Uint8Array, signal: AbortSignal | undefined): Reader {
  let left = most;
  return {
    size,
    async read(from, length) {
      const asked = Math.min(length, size - from);
      if (asked <= 0 || !Number.isSafeInteger(from) || from < 0) return nothing;
      if (from + asked <= head.length) return head.subarray(from, from + asked);
      // A header that leads on and on is none.
      if (asked > left) return nothing;
      left -= asked;
      return piece(file, from, asked, signal);
    },
  };
}

/** A piece of a file that lies within it. */
export async function piece(file: EvidenceFile, from: number, length: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const bytes = new Uint8Array(await unless(signal, readable(() => file.slice(from, from + length).arrayBuffer())));
  if (bytes.length !== length) throw new Unreadable();
  return bytes;
}

async function readable(read: () => Promise<ArrayBuffer>): Promise<ArrayBuffer> {
  try {
    return await read();
  } catch {
    throw new Unreadable();
  }
}

/** Whether a file without bytes is there at all. One that is gone says that it has none, and so do its slices; only itself it does not give. */
export async function isThere(file: EvidenceFile, signal: AbortSignal | undefined): Promise<boolean> {
  return unless(signal, readable(() => file.arrayBuffer())).then(() => true, (error: unknown) => {
    if (error instanceof Unreadable) return false;
    throw error;
  });
}

/** Some files come from a cloud, and never: an abort does not wait for them. */
async function unless<T>(signal: AbortSignal | undefined, promise: Promise<T>): Promise<T> {
  if (signal === undefined) return promise;
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Lets the page do something else, where it has waited for some time. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < 8) return;
    await new Promise<void>((go) => { setTimeout(go); });
    since = performance.now();
  };
}
