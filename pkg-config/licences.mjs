// The licences of everything that is inside the package: what was bundled from npm, and the crates inside the engine.
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** One text, each licence under the name of what it is for. */
export async function licences(project, bundles) {
  const packages = [...await bundled(project, bundles), ...await compiled(project)];
  const texts = await Promise.all(packages.map(async ({ name, version, folder, licence }) => {
    const files = (await readdir(folder)).filter((entry) => /^(un)?licen[cs]e/i.test(entry)).sort();
    // Of "MIT OR Apache-2.0" the shorter one is taken. Where there is no choice, something under another licence may be inside, and all hold.
    const choice = / or |\//i.test(licence);
    const held = choice ? [files.find((entry) => /mit/i.test(entry)) ?? files[0]].filter((file) => file !== undefined) : files;
    const texts = await Promise.all(held.map(async (file) => (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n').trimEnd()));
    return `${name} ${version}\n\n${held.length === 0 ? `Licence: ${licence}` : texts.join('\n\n')}\n`;
  }));
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

/** The npm packages that are really in the bundles. */
async function bundled(project, bundles) {
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  return Promise.all([...folders].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(project, folder, 'package.json'), 'utf8'));
    return { name, version, licence: license, folder: join(project, folder) };
  }));
}

/** The crates that the engine links; those that only run in the compiler leave nothing in it. */
async function compiled(project) {
  const args = ['metadata', '--format-version', '1', '--locked', '--filter-platform', 'wasm32-unknown-unknown'];
  const { stdout } = await promisify(execFile)('cargo', args, { cwd: project, maxBuffer: 2 ** 26 });
  const { packages, resolve } = JSON.parse(stdout);
  const crates = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const linked = new Set();
  const visit = (id) => {
    const crate = crates.get(id);
    if (linked.has(id) || crate.targets.some(({ kind }) => kind.includes('proc-macro'))) return;
    linked.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  const engine = packages.find(({ name }) => name === 'makegood');
  visit(engine.id);
  linked.delete(engine.id);
  return [...linked].map((id) => crates.get(id)).map(({ name, version, license, manifest_path: manifest }) => ({ name, version, licence: license, folder: dirname(manifest) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
