import { Engine, type EngineCalls } from './engine.js';
import { MakegoodLoadError, MakegoodProblem } from './errors.js';
import { parsed } from './json.js';
import type * as Face from './makegood.js';
import { compiledShop } from './shop.js';
import start, { __wbg_reset_state as restart, compile, decide, release, version as engineVersion } from 'makegood-engine';

const version: string = MAKEGOOD_VERSION;

/** What differs between a browser and Node. */
export interface Surroundings {
  /** Finds and compiles the engine's WebAssembly. */
  module(source: Face.EngineSource): Promise<WebAssembly.Module>;
  /** Reads the text of a policy. */
  read(address: string | URL): Promise<{ text: string; url: string }>;
}

/** The public face, all of it sharing one engine. */
export function face({ module, read }: Surroundings) {
  let loading: Promise<Engine> | null = null;

  function engine(source: Face.EngineSource = {}): Promise<Engine> {
    loading ??= module(source).then(started).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  async function init(source?: Face.EngineSource): Promise<void> {
    await engine(source);
  }

  async function open(policy: string | URL | object): Promise<Face.Shop> {
    const [running, document] = await Promise.all([engine(), documentOf(policy, read)]);
    return compiledShop(running, document);
  }

  return { init, open, version, MakegoodLoadError, MakegoodProblem } satisfies typeof Face;
}

async function documentOf(policy: string | URL | object, read: Surroundings['read']): Promise<unknown> {
  if (policy instanceof URL) return addressed(policy, read);
  if (typeof policy !== 'string') return policy;
  // No address starts like JSON text (or like a page that was taken for one), and none has a line break.
  return /^\s*($|[\uFEFF{["<])|\n/.test(policy) ? parsed(policy) : addressed(policy, read);
}

async function addressed(address: string | URL, read: Surroundings['read']): Promise<unknown> {
  const { text, url } = await read(address);
  return parsed(text, url);
}

async function started(module: WebAssembly.Module): Promise<Engine> {
  const calls = { compile, decide, release, version: engineVersion } as EngineCalls;
  let found: string;
  try {
    await start({ module_or_path: module });
    found = calls.version();
  } catch (error) {
    throw mismatch('another version of the package', error);
  }
  if (found !== version) throw mismatch(`version ${found}`);
  return new Engine({ calls, restart });
}

function mismatch(found: string, cause?: unknown): MakegoodLoadError {
  return new MakegoodLoadError('broken', 'engine.wasm', `engine.wasm is of ${found}, the script of version ${version}`,
    'publish all files of one version together', cause);
}
