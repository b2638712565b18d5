import { readFile } from 'node:fs/promises';

/** The style sheets of the elements, which stand in their modules, are sent without what only those need who read them. */
export const sheets = {
  name: 'sheets',
  setup(build) {
    build.onLoad({ filter: /[\\/]www[\\/]elements[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: await replaced(await readFile(path, 'utf8'), /(?<=\bcss`)[^`$]*(?=`)/g, async (sheet) => {
        const { code } = await build.esbuild.transform(sheet, { loader: 'css', minify: true });
        return code.trim().replaceAll('\\', '\\\\');
      }),
      loader: 'ts',
    }));
  },
};

async function replaced(source, pattern, change) {
  const changed = await Promise.all([...source.matchAll(pattern)].map(([found]) => change(found)));
  return source.replaceAll(pattern, () => changed.shift());
}
