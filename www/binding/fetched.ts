import { MakegoodLoadError } from './errors.js';

/** What was asked for: a file of the package, or the policy. */
export type Wanted = 'engine' | 'policy';

/** Long enough for the browser to report what its content security policy blocked, short enough not to be felt. */
const REPORT_WAIT = 50;

/** A whole address, seen from the page. */
export function resolved(address: string | URL, wanted: Wanted): string {
  const base = typeof document === 'undefined' ? globalThis.location?.href : document.baseURI;
  if (!URL.canParse(String(address), base)) {
    throw failure('not-found', String(address), wanted, `\`${address}\` is not an address`, 'give an address, JSON text, or an object');
  }
  return new URL(address, base).href;
}

/** Fetches a file of ours; a failure says whether it was the server, the network, CORS or the page's own CSP. */
export async function fetched(url: string, wanted: Wanted, cache: RequestCache = 'default'): Promise<Response> {
  const watch = watchPolicy(url);
  let response: Response;
  try {
    response = await fetch(url, { cache });
  } catch (error) {
    throw await unreachable(url, wanted, error, watch);
  } finally {
    watch.stop();
  }
  if (response.ok) return response;
  const file = wanted === 'policy' ? 'the policy' : new URL(url).pathname.split('/').at(-1);
  const said = `the server answered ${response.status} for ${file} (${url})`;
  if (response.status >= 500 || response.status === 408 || response.status === 429) {
    throw failure('network', url, wanted, said, 'try again later');
  }
  const help = {
    engine: `publish ${file} beside the script, or name its address with \`init\``,
    policy: 'check the address of the policy',
  };
  throw failure('not-found', url, wanted, said, help[wanted]);
}

type Reason = 'not-found' | 'csp' | 'cors' | 'network';

function failure(reason: Reason, url: string, wanted: Wanted, message: string, help: string, cause?: unknown): MakegoodLoadError {
  const policyReason = reason === 'not-found' ? 'policy-not-found' : 'policy-network';
  return new MakegoodLoadError(wanted === 'policy' ? policyReason : reason, url, message, help, cause);
}

async function unreachable(url: string, wanted: Wanted, error: unknown, watch: Watch): Promise<MakegoodLoadError> {
  if (await watch.blocked()) {
    return failure('csp', url, wanted, `the page's content security policy does not let it fetch ${url}`,
      `allow ${origin(url)} in its \`connect-src\``, error);
  }
  if (isForeign(url) && await answersWithoutCors(url)) {
    return failure('cors', url, wanted, `${origin(url)} does not let this page read ${url}`,
      'serve the file from the origin of the page, or with the header `Access-Control-Allow-Origin`', error);
  }
  return failure('network', url, wanted, `${url} could not be reached`, 'check the connection and the address, then try again', error);
}

interface Watch { blocked(): Promise<boolean>; stop(): void }

function watchPolicy(url: string): Watch {
  if (typeof document === 'undefined') return { blocked: async () => false, stop() {} };
  let seen = false;
  const listen = (event: SecurityPolicyViolationEvent) => {
    if (event.effectiveDirective === 'connect-src' && url.startsWith(event.blockedURI)) seen = true;
  };
  document.addEventListener('securitypolicyviolation', listen);
  const stop = () => document.removeEventListener('securitypolicyviolation', listen);
  return {
    stop,
    // The report comes as a task of its own, after the fetch was refused.
    async blocked() {
      if (!seen) await new Promise((done) => { setTimeout(done, REPORT_WAIT); });
      return seen;
    },
  };
}

function origin(url: string): string {
  return new URL(url).origin;
}

function isForeign(url: string): boolean {
  return typeof location !== 'undefined' && origin(url) !== location.origin;
}

async function answersWithoutCors(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
