// Prints the sizes of the files of a folder, and of further files, as JSON: [{ file, raw, gzip, brotli }]
import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder, ...further] = process.argv.slice(2);
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
const sizes = await Promise.all([...files, ...further].map(async (path) => {
  const bytes = await readFile(path);
  return {
    file: further.includes(path) ? basename(path) : relative(folder, path).split(sep).join('/'),
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length,
  };
}));
console.log(JSON.stringify(sizes));
