import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const folder = new URL('../../target/npm/makegood/law/packs/', import.meta.url);

test('a pack is at most 6 KB in brotli', () => {
  const files = readdirSync(folder);
  assert.ok(files.length > 10);
  for (const file of files) {
    const { length } = brotliCompressSync(readFileSync(new URL(file, folder)));
    assert.ok(length <= 6_000, `${file}: ${length} bytes`);
  }
});
