import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { lawPacks } from './law.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

/** Compiles the ICU message catalogues, so that the package carries functions and no parser. */
export const catalogues = {
  name: 'catalogues',
  setup(build) {
    build.onLoad({ filter: /[\\/]wording[\\/]catalogue[\\/].*\.json$/ }, async ({ path }) => {
      const messages = JSON.parse(await readFile(path, 'utf8'));
      const compiled = compileModule(new MessageFormat(languageOf(path)), messages);
      const shared = basename(path, '.json') === languageOf(path) && basename(dirname(path)) === 'catalogue';
      return { contents: shared ? `${compiled}\n${await names(languageOf(path))}` : compiled, loader: 'js' };
    });
    build.onResolve({ filter: /^\.\.\/law\/names\// }, ({ path }) => ({ path, external: true }));
  },
};

/** How the names of the facts of each law are loaded in a language. */
async function names(language) {
  const ids = [...(await lawPacks(project)).keys()];
  return `export const names = { ${ids.map((id) => `'${id}': () => import('../law/names/${id}.${language}.js')`).join(', ')} };`;
}

/** `zh-CN.json` and `problems.zh-CN.json` are both in `zh-CN`. */
function languageOf(path) {
  return basename(path, '.json').split('.').at(-1);
}
