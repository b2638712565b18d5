import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';

/** Compiles the ICU message catalogues, so that the package carries functions and no parser. */
export const catalogues = {
  name: 'catalogues',
  setup(build) {
    build.onLoad({ filter: /[\\/]wording[\\/]catalogue[\\/].*\.json$/ }, async ({ path }) => {
      const messages = JSON.parse(await readFile(path, 'utf8'));
      return { contents: compileModule(new MessageFormat(languageOf(path)), messages), loader: 'js' };
    });
  },
};

/** `zh-CN.json` and `problems.zh-CN.json` are both in `zh-CN`. */
function languageOf(path) {
  return basename(path, '.json').split('.').at(-1);
}
