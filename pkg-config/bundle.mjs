// Writes the npm package from www/ and a built engine; called by `cargo xtask package`.
//
//   node bundle.mjs --engine FOLDER --out FOLDER --graph FILE --glue FOLDER --version X.Y.Z
import { copyFile, cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { catalogues } from './catalogues.mjs';
import { glue as gluing } from './glue.mjs';
import { copyLaw, law } from './law.mjs';
import { licences } from './licences.mjs';
import { lit } from './lit.mjs';
import { sheets } from './sheets.mjs';

const house = fileURLToPath(new URL('.', import.meta.url));
const project = resolve(house, '..');
const www = join(project, 'www');
const { values: { engine, glue, graph, out, version } } = parseArgs({
  options: { engine: { type: 'string' }, glue: { type: 'string' }, graph: { type: 'string' }, out: { type: 'string' }, version: { type: 'string' } },
});

const common = {
  absWorkingDir: project,
  tsconfig: join(house, 'tsconfig.json'),
  alias: { 'makegood-engine': join(resolve(engine), 'engine.js'), 'makegood-quote': join(resolve(engine), 'quote.js'), 'makegood-claim': join(resolve(engine), 'claim.js'), 'makegood-settlement': join(resolve(engine), 'settlement.js'), 'makegood-full': join(resolve(engine), 'full.js'), 'makegood-explain': join(resolve(engine), 'explain.js') },
  // Papa Parse leaves out the streams of Node where it is told that it runs in a page.
  define: { MAKEGOOD_VERSION: JSON.stringify(version), PAPA_BROWSER_CONTEXT: 'true' },
  plugins: [catalogues, gluing(engine), law(project), lit, sheets],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  // The licences go into LICENSE-THIRD-PARTY.
  legalComments: 'none',
  metafile: true,
  outdir: out,
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const browser = await build({
  ...common,
  platform: 'browser',
  splitting: true,
  entryNames: '[dir]/[name]',
  // Beside index.js, because `engine.wasm` is looked for beside the file that the loader ends up in.
  chunkNames: 'shared-[hash]',
  entryPoints: {
    makegood: 'www/elements/makegood.ts',
    index: 'www/binding/index.ts',
    quote: 'www/binding/quote-entry.ts',
    bind: 'www/elements/bind-form.ts',
    claim: 'www/binding/claim-entry.ts',
    settlement: 'www/binding/settlement-entry.ts',
    full: 'www/binding/full.ts',
    explain: 'www/binding/explain.ts',
    law: 'www/binding/law.ts',
    evidence: 'www/evidence/index.ts',
    phone: 'www/phone/index.ts',
    wording: 'www/wording/index.ts',
    'wording/claim': 'www/wording/claim/index.ts',
    'wording/evidence': 'www/wording/evidence/index.ts',
    'wording/quote': 'www/wording/quote/index.ts',
    'wording/settlement': 'www/wording/settlement/index.ts',
    'elements/claim': 'www/elements/claim.ts',
    'wording/triage': 'www/wording/triage/index.ts',
    'elements/evidence': 'www/elements/evidence.ts',
    'elements/quote': 'www/elements/quote.ts',
    'elements/returns': 'www/elements/returns.ts',
    'elements/settlement': 'www/elements/settlement.ts',
    'elements/triage': 'www/elements/triage.ts',
    'adapters/shopify': 'www/adapters/shopify/order.ts',
    'adapters/schema-org': 'www/adapters/schema-org/index.ts',
    'adapters/google-merchant': 'www/adapters/google-merchant/index.ts',
    'adapters/price-list': 'www/adapters/price-list/index.ts',
    ...await languages(),
  },
});
const node = await build({
  ...common,
  platform: 'node',
  // So that a problem is the same class from both entries.
  splitting: true,
  chunkNames: 'shared-[hash].node',
  entryPoints: { 'index.node': 'www/binding/index.node.ts', 'quote.node': 'www/binding/quote-entry.node.ts', 'claim.node': 'www/binding/claim-entry.node.ts', 'settlement.node': 'www/binding/settlement-entry.node.ts', 'full.node': 'www/binding/full.node.ts' },
});
await build({ ...common, entryPoints: ['glue', 'quote-glue', 'claim-glue', 'settlement-glue', 'full-glue'].map((name) => `www/binding/${name}.ts`), outdir: glue });

for (const file of ['engine.wasm', 'quote.wasm', 'claim.wasm', 'settlement.wasm', 'full.wasm', 'explain.wasm']) await copyFile(join(engine, file), join(out, file));
await copyFile(join(house, 'policy.schema.json'), join(out, 'policy.schema.json'));
for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE']) {
  await copyFile(join(project, file), join(out, file));
}
await copyLaw(project, out);
await declarations();
await writeFile(join(out, 'LICENSE-THIRD-PARTY'), await licences(project, [browser, node]));
const template = JSON.parse(await readFile(join(house, 'npm/package.json'), 'utf8'));
await writeFile(join(out, 'package.json'), `${JSON.stringify({ ...template, version }, null, 2)}\n`);
await writeFile(graph, JSON.stringify(staticImports([browser, node])));
await link();

/** One entry per language, so that a page loads only its own. */
async function languages() {
  const files = (await readdir(join(www, 'wording/catalogue'), { recursive: true }))
    .map((file) => file.split(sep).join('/')).filter((file) => file.endsWith('.json')).sort();
  return Object.fromEntries(files.map((file) => [`wording/${file.slice(0, -'.json'.length)}`, `www/wording/catalogue/${file}`]));
}

/** What each module loads at once; what it loads later is not counted with it. */
function staticImports(results) {
  const modules = results.flatMap(({ metafile }) => Object.entries(metafile.outputs));
  const inPackage = (path) => relative(resolve(out), resolve(project, path)).split(sep).join('/');
  return Object.fromEntries(modules.map(([path, { imports }]) => [
    inPackage(path),
    imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map((imported) => inPackage(imported.path)),
  ]));
}

/** The declarations are written by hand; all but those that only the build needs are published as they are. */
async function declarations() {
  for (const folder of ['adapters', 'binding', 'elements', 'evidence', 'phone', 'wording']) {
    await cp(join(www, folder), join(out, 'types', folder), {
      recursive: true,
      filter: (source) => !source.endsWith('built.d.ts') && (source.endsWith('.d.ts') || source === join(www, folder)),
    });
  }
}

/** Lets tests and tools say `import 'makegood'` and get what npm would give them. */
async function link() {
  const name = join(house, 'node_modules/makegood');
  await rm(name, { recursive: true, force: true });
  await symlink(relative(dirname(name), resolve(out)), name, 'junction');
}
