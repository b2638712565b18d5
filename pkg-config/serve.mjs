// The one static server: `cargo xtask demo` and every browser test use it. It listens on the loopback address only.
//
//   node pkg-config/serve.mjs [--port N] [--csp "POLICY"] [--mount /path/=folder]… [--tied]
//
// --tied: stops when its standard input ends, so that it does not outlive the program that started it.
import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const project = fileURLToPath(new URL('..', import.meta.url));

/** What the demo's pages allow: our own files and WebAssembly, nothing else. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Which folder answers for which path; the longest path wins. */
export const demoMounts = {
  '/': 'www/storefront',
  '/makegood/': 'target/npm/makegood',
  '/docs/': 'www/docs',
  '/preview/': 'www/preview',
};

const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Starts a server.
 * @param {{ port?: number, csp?: string | null, headers?: Record<string, string>, mounts?: Record<string, string> }} [options]
 *   `port` 0 takes a free one; `csp` null sends no policy; `headers` go with every answer; `mounts` are added to the demo's.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve({ port = 0, csp = strictPolicy, headers = {}, mounts = {} } = {}) {
  const folders = Object.entries({ ...demoMounts, ...mounts }).sort(([a], [b]) => b.length - a.length);
  const server = createServer((request, response) => {
    answer(request, response, { folders, csp, headers }).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    url,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

async function answer(request, response, { folders, csp, headers }) {
  const say = (status, more = {}) => {
    const body = request.method === 'HEAD' ? '' : `${status}\n`;
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', ...more }).end(body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, { Allow: 'GET, HEAD' });

  const { pathname } = new URL(request.url, 'http://loopback');
  const path = decoded(pathname);
  if (path === null) return say(400);
  const [prefix, folder] = folders.find(([prefix]) => `${path}/`.startsWith(prefix)) ?? [];
  if (prefix === undefined) return say(404);
  if (!path.startsWith(prefix)) return say(301, { Location: prefix });

  const root = resolve(project, folder);
  const found = await located(root, path.slice(prefix.length));
  if (found === null) return say(404);
  if (found.folder) return say(301, { Location: `${pathname}/` });

  const type = mimeTypes[extname(found.file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...(csp !== null && type.startsWith('text/html') ? { 'Content-Security-Policy': csp } : {}),
    ...headers,
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
}

/** The path as text, or `null` where it could lead out of its folder. */
function decoded(pathname) {
  try {
    const path = decodeURIComponent(pathname);
    const parts = path.split('/');
    return /[\0\\]/.test(path) || parts.includes('..') || parts.includes('.') ? null : path;
  } catch {
    return null;
  }
}

async function located(root, rest) {
  try {
    const wanted = join(root, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest);
    const [home, file] = await Promise.all([realpath(root), realpath(wanted)]);
    if (!file.startsWith(home + sep)) return null;
    const about = await stat(file);
    return about.isDirectory() ? { folder: true } : { file, size: about.size };
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      csp: { type: 'string' },
      mount: { type: 'string', multiple: true, default: [] },
      tied: { type: 'boolean', default: false },
    },
  });
  const mounts = Object.fromEntries(values.mount.map((mount) => mount.split(/=(.*)/s, 2)));
  try {
    const { url } = await serve({ port: Number(values.port), mounts, ...(values.csp === undefined ? {} : { csp: values.csp }) });
    console.log(url);
    if (values.tied) process.stdin.resume().on('end', () => process.exit());
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `port ${values.port} is in use; choose another with --port, or 0 for a free one` : error.message);
    process.exitCode = 1;
  }
}
