// The package and the demo in the browsers that `cargo xtask elsewhere` names: nobody drives them, they open a page that tells.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { serve, strictPolicy } from '../../pkg-config/serve.mjs';
import { kinds } from '../cases-elsewhere.mjs';

const PATIENCE = 300_000;
const from = (path) => readFile(new URL(`../../${path}`, import.meta.url));

/** The demo's pages, and one with a claim, which in the demo needs the server: what stands on each when all of it has been seen. */
const pages = {
  '/': [],
  '/product.html': ['makegood-returns yes'],
  '/order.html': ['makegood-returns asking', 'makegood-settlement picking'],
  '/repair.html': ['makegood-triage asking', 'makegood-quote picking'],
  '/preview/': [],
  '/docs/': [],
  '/pages/claim.html': ['makegood-claim filling'],
};
for (const path of ['product.html', 'order.html', 'repair.html']) pages[`/zh/${path}`] = pages[`/${path}`];

/** What each browser is told besides the address, so that it begins in a folder of its own. */
const browsers = {
  chromium: ['--user-data-dir={}'],
  firefox: ['--headless', '--no-remote', '--profile', '{}'],
  webkit: [],
};

const named = Object.entries(JSON.parse(process.env.MAKEGOOD_BROWSERS ?? '{}'));
assert.notEqual(named.length, 0, 'no browser is named in MAKEGOOD_BROWSERS');

for (const [name, [program, ...flags]] of named) {
  test(name, async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'makegood-'));
    const home = await telling();
    const own = browsers[name].map((flag) => flag.replace('{}', folder));
    const browser = spawn(program, [...flags, ...own, `${home.url}elsewhere/page.html`], { stdio: 'ignore', detached: true, env: { ...process.env, HOME: folder } });
    try {
      const gone = new Promise((_, fail) => { browser.on('error', fail).on('exit', (code) => { fail(new Error(`${name} ended by itself (${code})`)); }); });
      const late = new Promise((_, fail) => { setTimeout(fail, PATIENCE, new Error(`${name} told nothing more; so far: ${JSON.stringify(home.told)}`)).unref(); });
      await Promise.race([home.done, gone, late]);
    } finally {
      if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid);
      await home.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    for (const { kind, least } of kinds) {
      await context.test(`every data case of a ${kind} has the bytes of the native engine`, () => {
        const told = home.told.find((one) => one.kind === kind);
        assert.deepEqual(told.differing, []);
        assert.ok(told.cases >= least);
      });
    }
    for (const [path, elements] of Object.entries(pages)) {
      await context.test(`${path} works, on a phone and on a desk, under a strict policy`, () => {
        const told = home.told.filter((one) => one.path === path);
        assert.deepEqual(told, [390, 1280].map((width) => ({ path, width, elements, sticksOut: false, wrong: [] })));
      });
    }
  });
}

/** Serves the demo and the page that asks, and hears what it is told. */
async function telling() {
  // The page that asks shows the others in frames.
  const shop = await serve({ csp: `${strictPolicy}; frame-src 'self'`, mounts: { '/elsewhere/': 'tests/elsewhere', '/cases/': 'target/makegood', '/pages/': 'tests/browser/pages' } });
  const cases = String(await from('tests/cases-elsewhere.mjs')).replace(/^import .+\n/gm, '').replace(/^export const native .+\n/m, '');
  const told = [];
  let finish;
  const done = new Promise((go) => { finish = go; });
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      told.push(JSON.parse(await text(request)));
      response.end();
      if (told.at(-1).done) finish();
    } else if (request.url === '/asked') {
      response.end(JSON.stringify({ kinds, pages: Object.keys(pages) }));
    } else if (request.url === '/asked/cases.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(cases);
    } else {
      const found = await fetch(new URL(request.url, shop.url));
      response.writeHead(found.status, Object.fromEntries(found.headers)).end(Buffer.from(await found.arrayBuffer()));
    }
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([new Promise((closed) => { server.close(closed); }), shop.close()]);
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, told, done, close };
}
