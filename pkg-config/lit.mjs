import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Lets the modules with elements be imported where there is no DOM, as servers that render pages do; there they define nothing. */
export const lit = {
  name: 'lit',
  setup(build) {
    // What Node finds is Lit's build for servers, which does without a document; it works in browsers just as well. Its directives are found
    // there too, or they would bring a second copy of it.
    build.onResolve({ filter: /^lit-html($|\/)/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
    build.onLoad({ filter: /[\\/]reactive-element[\\/]reactive-element\.js$/ }, async ({ path }) => ({
      contents: `const HTMLElement = globalThis.HTMLElement ?? class {};\n${await readFile(path, 'utf8')}`,
    }));
  },
};
