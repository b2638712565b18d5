// JSON-LD against the types of schema.org, by the compiler.
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../../', import.meta.url);
const run = promisify(execFile);

/** Rejects with what the compiler says unless all are what schema.org calls a return policy. */
export async function typed(documents) {
  const folder = new URL('target/makegood/schema-org/', root);
  await mkdir(folder, { recursive: true });
  try {
    const literals = documents.map((document) => `(${JSON.stringify(document)}) satisfies WithContext<MerchantReturnPolicy>`);
    await writeFile(new URL('documents.ts', folder), `import type { MerchantReturnPolicy, WithContext } from 'schema-dts';\nexport const all = [\n${literals.join(',\n')},\n];\n`);
    await writeFile(new URL('tsconfig.json', folder), JSON.stringify({
      extends: fileURLToPath(new URL('pkg-config/tsconfig.json', root)), compilerOptions: { types: [] }, include: ['documents.ts'],
    }));
    const compiler = new URL('pkg-config/node_modules/typescript/bin/tsc', root);
    await run(process.execPath, [fileURLToPath(compiler), '--project', fileURLToPath(folder)]).catch(({ stdout }) => {
      throw new Error(stdout.slice(0, 4000));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
