// Writes iphones.json from the lists.
import { writeFile } from 'node:fs/promises';
import { iphones } from './iphones.mjs';

const { policy, problems } = await iphones();
if (policy === null) throw new Error(JSON.stringify(problems, null, 1));
await writeFile(new URL('iphones.json', import.meta.url), `${JSON.stringify(policy, null, 1)}\n`);
