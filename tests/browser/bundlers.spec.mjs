// An app that installs the package and bundles it, with each bundler as its own documentation says.
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { serve } from '../../pkg-config/serve.mjs';
import { element, expect, inState, strictest, test } from './shop-page.mjs';

const require = createRequire(new URL('../../pkg-config/package.json', import.meta.url));
const root = new URL('../../', import.meta.url);
const app = new URL('target/bundlers/', root);
const place = (path) => fileURLToPath(new URL(path, app));

/** Each leaves a whole site in a folder; what it warns of is given back. */
const bundlers = {
  async vite(out) {
    const { build, createLogger } = await import(require.resolve('vite'));
    const said = [];
    const logger = createLogger('warn');
    logger.warn = logger.warnOnce = logger.error = (message) => { said.push(message); };
    await build({ root: place(''), configFile: false, publicDir: place('public'), customLogger: logger, build: { outDir: out, emptyOutDir: true } });
    return said;
  },
  async webpack(out) {
    const webpack = require('webpack');
    // How much a page may load is the app's to say.
    const compiler = webpack({ mode: 'production', context: place(''), entry: './app.js', output: { path: out, filename: 'app.js', clean: true }, performance: false });
    const stats = await new Promise((done, fail) => { compiler.run((error, found) => (error ? fail(error) : done(found))); });
    await new Promise((done) => { compiler.close(done); });
    await site(out);
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    return [...errors, ...warnings].map(({ message }) => message);
  },
  async esbuild(out) {
    const { build } = require('esbuild');
    await rm(out, { recursive: true, force: true });
    const { warnings, errors } = await build({
      absWorkingDir: place(''), entryPoints: { app: 'named.js' }, outdir: out, bundle: true, splitting: true, minify: true,
      format: 'esm', target: 'es2022', loader: { '.wasm': 'file' }, logLevel: 'silent',
    });
    await site(out);
    return [...errors, ...warnings].map(({ text }) => text);
  },
};

/** What a bundler that begins with a script does not write. */
async function site(out) {
  await cp(place('index.html'), `${out}/index.html`);
  await cp(place('public'), out, { recursive: true });
}

// One after the other: they share the app.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  await rm(app, { recursive: true, force: true });
  await mkdir(new URL('public/', app), { recursive: true });
  await cp(new URL('tests/browser/bundled/', root), app, { recursive: true });
  await cp(new URL('tests/browser/pages/policy.json', root), new URL('public/policy.json', app));
  // Installed, not linked: bundlers treat what is linked as the app's own source.
  await cp(new URL('target/npm/makegood/', root), new URL('node_modules/makegood/', app), { recursive: true });
  await writeFile(new URL('package.json', app), JSON.stringify({ private: true, type: 'module', dependencies: { makegood: '*' } }));
});

/** The law of the buyer is found, the engine that explains as well, and the element answers. */
async function works(page) {
  await expect(page.locator('output')).toHaveText(/^de: Sie können .+ 18\. März 2027 .+ policy\.empty at \/rules$/);
  await inState(page, 'maybe');
  await expect(element(page)).toContainText('Your right by law');
}

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name} bundles the package without a word, with each engine once, and the page answers`, async ({ page, said }) => {
    test.setTimeout(120_000);
    const out = place(`dist/${name}`);
    expect(await bundle(out)).toEqual([]);
    const files = await readdir(out, { recursive: true });
    const engines = await Promise.all(files.filter((file) => file.endsWith('.wasm')).map((file) => readFile(`${out}/${file}`)));
    const shipped = await Promise.all(['engine', 'explain'].map((engine) => readFile(new URL(`target/npm/makegood/${engine}.wasm`, root))));
    const bySize = (all) => all.map(({ length }) => length).sort((one, other) => one - other);
    expect(bySize(engines)).toEqual(bySize(shipped));
    // The chunks of webpack are scripts that its runtime puts into the page, which a page with trusted types must allow it.
    const csp = name === 'webpack' ? strictest.replace(/require-trusted-types-for.*/, '') : strictest;
    const { url, close } = await serve({ csp, mounts: { '/': `target/bundlers/dist/${name}` } });
    try {
      await page.goto(url);
      await works(page);
      expect(said).toEqual([]);
    } finally {
      await close();
    }
  });
}

test('the server of vite for development serves the package', async ({ page, said }) => {
  test.setTimeout(120_000);
  const { createServer } = await import(require.resolve('vite'));
  const server = await createServer({
    root: place(''), configFile: false, publicDir: place('public'), logLevel: 'silent', server: { host: '127.0.0.1', port: 0 },
  });
  try {
    await server.listen();
    await page.goto(server.resolvedUrls.local[0]);
    await works(page);
    expect(said.filter((line) => !line.startsWith('[vite]'))).toEqual([]);
  } finally {
    await server.close();
  }
});
