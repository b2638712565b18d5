import { MakegoodLoadError } from './errors.js';
import { fetched, resolved } from './fetched.js';
import type { EngineSource } from './makegood.js';

const RETRY_AFTER = 250;
/** The smallest module there is: magic word and version. */
const NOTHING = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/** Compiles the engine's WebAssembly; a failed fetch is tried once more, past the browser's cache. */
export async function compiledModule(source: EngineSource): Promise<WebAssembly.Module> {
  if (source.module !== undefined) return source.module;
  if (source.bytes !== undefined) return compiledBytes(source.bytes, 'the given bytes');
  const url = resolved(source.url ?? '', 'engine');
  try {
    return await fetchedModule(url, 'default');
  } catch (error) {
    if (error instanceof MakegoodLoadError && error.reason === 'csp') throw error;
    await new Promise((done) => { setTimeout(done, RETRY_AFTER); });
    return fetchedModule(url, 'reload');
  }
}

async function fetchedModule(url: string, cache: RequestCache): Promise<WebAssembly.Module> {
  const response = await fetched(url, 'engine', cache);
  const type = response.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/wasm' && typeof WebAssembly.compileStreaming === 'function') {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (error) {
      throw await refused(url, error);
    }
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw new MakegoodLoadError('network', url, `${url} broke off while it was loading`, 'try again', error);
  }
  return compiledBytes(bytes, url);
}

async function compiledBytes(source: BufferSource, url: string): Promise<WebAssembly.Module> {
  const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
  if (!NOTHING.subarray(0, 4).every((byte, at) => bytes[at] === byte)) {
    const found = /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64))) ? 'an HTML page' : 'something else';
    throw new MakegoodLoadError('not-wasm', url, `${url} is ${found}, not WebAssembly`,
      'the server may answer unknown addresses with a page of its own: publish the file beside the script, or name its address with `init`');
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw await refused(url, error);
  }
}

async function refused(url: string, error: unknown): Promise<MakegoodLoadError> {
  if (await compilesNothing()) {
    return new MakegoodLoadError('broken', url, `${url} is not a whole WebAssembly file`, 'publish the file again as it is in the package', error);
  }
  return new MakegoodLoadError('csp', url, "the page's content security policy forbids WebAssembly",
    "add `'wasm-unsafe-eval'` to its `script-src`", error);
}

/** Engines word a refusal by CSP differently, but only then does the empty module fail as well. */
async function compilesNothing(): Promise<boolean> {
  try {
    await WebAssembly.compile(NOTHING);
    return true;
  } catch {
    return false;
  }
}
