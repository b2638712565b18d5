// The law packs, the calendars and the names of facts of src/law, as the package carries them: every file by itself, so that a page
// loads the one that it needs, and an index of which pack is the law of which country and region.
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

/** The documents of a folder, with their names. */
export async function documents(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => [file.slice(0, -'.json'.length), JSON.parse(await readFile(join(folder, file), 'utf8'))]));
}

export const lawPacks = async (project) => new Map(await documents(join(project, 'src/law/packs')));

/** A pack and those that it lies within, the widest first. */
function chainOf(packs, id) {
  const { within } = packs.get(id).jurisdiction;
  return [...within === undefined ? [] : chainOf(packs, within), id];
}

/** By pack and language, what the facts are called that have no question of their own, those of the packs around it included. */
async function namesOf(project) {
  const packs = await lawPacks(project);
  const languages = await documents(join(project, 'src/law/names'));
  return [...packs.keys()].flatMap((id) => languages.map(([language, names]) => {
    const facts = chainOf(packs, id).flatMap((one) => Object.keys(packs.get(one).facts ?? {}));
    return [id, language, Object.fromEntries(Object.entries(names).filter(([fact]) => facts.includes(fact)))];
  }));
}

/**
 * `places`: the packs of a country or a region, the widest first (`DE: 'eu de'`); `files`: how each pack and calendar is loaded.
 * Modules, because every bundler takes them along, each by itself.
 */
async function lawIndex(project) {
  const packs = await lawPacks(project);
  const wide = ([, { jurisdiction }]) => jurisdiction.countries.length;
  const places = {};
  for (const [id, { jurisdiction: { countries, region } }] of [...packs].sort((a, b) => wide(b) - wide(a))) {
    for (const country of countries) places[region === undefined ? country : `${country}-${region}`] = chainOf(packs, id).join(' ');
  }
  const calendars = await documents(join(project, 'src/law/calendars'));
  const files = [...[...packs.keys()].map((id) => `packs/${id}`), ...calendars.map(([id]) => `calendars/${id}`)];
  return [
    `export const places = ${JSON.stringify(places)};`,
    `export const files = { ${files.map((file) => `'${file}': () => import('./law/${file}.js')`).join(', ')} };`,
  ].join('\n');
}

/** What the binding imports as `makegood-law`. */
export const law = (project) => ({
  name: 'law',
  setup(build) {
    build.onResolve({ filter: /^makegood-law$/ }, ({ path }) => ({ path, namespace: 'law' }));
    build.onResolve({ filter: /^\.\/law\//, namespace: 'law' }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: 'law' }, async () => ({ contents: await lawIndex(project), loader: 'js' }));
  },
});

/** Writes every pack, calendar and list of names into the package. */
export async function copyLaw(project, out) {
  for (const kind of ['packs', 'calendars']) {
    const from = join(project, 'src/law', kind);
    await mkdir(join(out, 'law', kind), { recursive: true });
    for (const [id, document] of await documents(from)) await writeModule(join(out, 'law', kind, `${id}.js`), document);
  }
  await mkdir(join(out, 'law/names'), { recursive: true });
  for (const [id, language, names] of await namesOf(project)) await writeModule(join(out, 'law/names', `${id}.${language}.js`), names);
  await cp(join(project, 'src/law/calendars/LICENCES.md'), join(out, 'law/calendars/LICENCES.md'));
}

async function writeModule(file, document) {
  const { code } = await transform(`export default ${JSON.stringify(document)}`, { minify: true, charset: 'utf8' });
  await writeFile(file, code);
}
