import { Engine, type EngineCalls } from './engine.js';
import { MakegoodLoadError, MakegoodProblem, incomplete } from './errors.js';
import { parsed } from './json.js';
import type * as glue from './glue.js';
import type * as Face from './makegood.js';
import { type ShopClass, compiledShop, problemsOf } from './shop.js';

const version: string = MAKEGOOD_VERSION;

/** What differs between a browser and Node. */
export interface Surroundings {
  /** The engine that explains, beside the script. */
  beside: { explain: URL };
  /** Finds and compiles an engine's WebAssembly. */
  module(source: Face.EngineSource & { url: string | URL }): Promise<WebAssembly.Module>;
  /** Reads the text of a policy. */
  read(address: string | URL): Promise<{ text: string; url: string }>;
}

/** One of the engines that open policies. */
export interface Kind<S extends Face.Shop> {
  /** Its file in the package. */
  file: string;
  /** The file beside the script. */
  beside: URL;
  glue: typeof glue;
  /** What it opens. */
  Shop: ShopClass<S>;
}

/** The public face, all of it sharing one engine, and another one where a policy has to be explained. */
export function face<S extends Face.Shop>({ file, beside, glue: its, Shop }: Kind<S>, { module, read, ...others }: Surroundings) {
  const engine = once(async (source: Face.EngineSource = {}) => {
    return started(await module({ ...source, url: source.url ?? beside }), its, file);
  });
  let { explain }: { explain: string | URL } = others.beside;
  const explaining = once(async () => {
    const [found, its] = await Promise.all([module({ url: explain }), import('./explain.js').catch(incomplete('explain.js'))]);
    return started(found, its, 'explain.wasm');
  });
  const theLaw = async () => import('./law.js').catch(incomplete('law.js'));

  async function init(source: Face.EngineSource = {}): Promise<void> {
    explain = source.explain ?? explain;
    await engine(source);
  }

  async function lawBeside({ country, law, ...buyer }: Face.Buyer): Promise<unknown> {
    if (law !== undefined || country === undefined) return law ?? null;
    const { lawOf, loadLaw } = await theLaw();
    const found = lawOf({ country, ...buyer });
    return found && loadLaw(found);
  }

  async function open(policy: string | URL | object, where?: Face.Buyer | null): Promise<S> {
    // A country that an order does not tell is often `null`.
    const { country, ...rest } = where ?? {};
    const buyer: Face.Buyer = country === undefined || country === null ? rest : { ...rest, country };
    const [running, document, given] = await Promise.all([engine(), documentOf(policy, read), lawBeside(buyer)]);
    let law = given;
    let shop = compiledShop(Shop, running, document, law);
    // A shop that sells under one law has it beside its promise, wherever the buyer is.
    if (law === null && buyer.country === undefined && shop?.laws.length === 1) {
      const { lawNamed, loadLaw } = await theLaw();
      const only = lawNamed(shop.laws[0]!);
      if (only?.place) {
        law = await loadLaw(only);
        shop = compiledShop(Shop, running, document, law);
      }
    }
    if (shop !== null && isTimeZone(shop.timeZone)) return shop;
    const { problems } = problemsOf(await explaining().catch(untold), document, law);
    if (shop === null || problems.some(({ severity }) => severity === 'error')) throw new MakegoodProblem(problems);
    return shop;
  }

  async function check(policy: string | URL | object): Promise<readonly Face.Problem[]> {
    try {
      const [running, document] = await Promise.all([explaining(), documentOf(policy, read)]);
      const { problems, laws } = problemsOf(running, document, null);
      const beside = await Promise.all(laws.map((id, index) => besideLaw(running, document, id, index)));
      const told = new Set(problems.map((problem) => JSON.stringify(problem)));
      return [...problems, ...beside.flat().filter((problem) => !told.has(JSON.stringify(problem)))];
    } catch (error) {
      if (error instanceof MakegoodProblem) return error.problems;
      throw error;
    }
  }

  async function besideLaw(running: Engine, document: unknown, id: string, index: number): Promise<readonly Face.Problem[]> {
    const { lawNamed, loadLaw, unknownLaw } = await theLaw();
    const found = lawNamed(id);
    if (found === null) return [unknownLaw(id, index)];
    return problemsOf(running, document, await loadLaw(found)).problems;
  }

  return { init, open, check, version, MakegoodLoadError, MakegoodProblem } satisfies typeof Face;
}

/** Loads once for all that ask; after a failure the next one that asks tries again. */
function once<A extends unknown[], T>(load: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  let loading: Promise<T> | null = null;
  return (...args) => loading ??= load(...args).catch((error: unknown) => {
    loading = null;
    throw error;
  });
}

/** Shops' days are counted by the browser's own time zones. */
function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}

async function documentOf(policy: string | URL | object, read: Surroundings['read']): Promise<unknown> {
  if (policy instanceof URL) return addressed(policy, read);
  if (typeof policy !== 'string') return policy;
  // No address starts like JSON text (or like a page that was taken for one), and none has a line break.
  return /^\s*($|[\uFEFF{["<])|\n/.test(policy) ? parsed(policy, 'policy') : addressed(policy, read);
}

async function addressed(address: string | URL, read: Surroundings['read']): Promise<unknown> {
  const { text, url } = await read(address);
  return parsed(text, 'policy', url);
}

async function started(module: WebAssembly.Module, its: typeof glue, file: string): Promise<Engine> {
  const { default: start, __wbg_reset_state: restart, ...calls } = its;
  let found: string;
  try {
    await start({ module_or_path: module });
    found = calls.version();
  } catch (error) {
    throw mismatch(file, 'another version of the package', error);
  }
  if (found !== version) throw mismatch(file, `version ${found}`);
  return new Engine({ calls: calls as EngineCalls, restart });
}

function untold(cause: MakegoodLoadError): never {
  throw new MakegoodLoadError(cause.reason, cause.url, 'the policy has problems, but explain.wasm, which tells them, could not be loaded',
    cause.help, cause);
}

function mismatch(file: string, found: string, cause?: unknown): MakegoodLoadError {
  return new MakegoodLoadError('broken', file, `${file} is of ${found}, the script of version ${version}`,
    'publish all files of one version together', cause);
}
