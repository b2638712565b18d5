import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Lets the glue call WebAssembly in one place for all functions.
 *
 * V8 up to 11.3, which is in Node 20, compiles a call of WebAssembly into the code around it once it knows which function is called. If
 * it has to leave that code during the call, and the call returns an object, it stops the whole process with "unreachable code". A
 * place from which several functions are called is never compiled like that.
 */
export function glue(engine) {
  return {
    name: 'glue',
    setup(build) {
      build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
        if (dirname(path) !== resolve(engine)) return undefined;
        const text = await readFile(path, 'utf8');
        const contents = text.replace(/\bwasm\.(check_claim|compile|decide|mark_form|quote|read_form|receipt|release|settle|triage|verify|version)\(/g, 'called(wasm.$1, ');
        if (contents === text) throw new Error(`${path} calls nothing of the engine`);
        return { contents: `${contents}\nfunction called(work, ...given) { return work(...given); }\n`, loader: 'js' };
      });
    },
  };
}
