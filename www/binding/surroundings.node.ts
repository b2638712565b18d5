import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { MakegoodLoadError as LoadError } from './errors.js';
import type { Surroundings } from './face.js';
import { fetched } from './fetched.js';
import type { LoadCause } from './makegood.js';
import { compiledModule } from './module.js';

/** In Node an address may also be a path or a `file:` URL. */
export const surroundings: Surroundings = {
  beside: { explain: new URL('./explain.wasm', import.meta.url) },
  async module(source) {
    if (source.bytes !== undefined || source.module !== undefined) return compiledModule(source);
    const url = located(source.url);
    if (url.protocol !== 'file:') return compiledModule({ url });
    return compiledModule({ bytes: await file(url, 'not-found') });
  },
  async read(address) {
    const url = located(address);
    const text = url.protocol === 'file:'
      ? new TextDecoder().decode(await file(url, 'policy-not-found'))
      : await (await fetched(url.href, 'policy')).text();
    return { text, url: url.href };
  },
};

function located(address: string | URL): URL {
  if (address instanceof URL) return address;
  return /^(https?|file|data):/i.test(address) ? new URL(address) : pathToFileURL(address);
}

async function file(url: URL, reason: LoadCause): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(url));
  } catch (error) {
    throw new LoadError(reason, url.href, `${url.href} cannot be read`, 'check that the file is there', error);
  }
}
