import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differing, kinds, native } from '../cases-elsewhere.mjs';
import { check } from '../../target/npm/makegood/index.node.js';

for (const { least, entry, ...asked } of kinds) {
  test(`every data case of a ${asked.kind} has the bytes of the native engine`, async () => {
    const cases = native(asked.kind);
    const address = new URL(`../../target/npm/makegood/${entry}.node.js`, import.meta.url).href;
    assert.deepEqual(await differing({ ...asked, address, cases }), []);
    assert.ok(cases.length >= least, `only ${cases.length} cases`);
  });
}

test('the policies of the data cases have no errors to tell but those of the cases', async () => {
  for (const { name, policy, problems } of kinds.flatMap(({ kind }) => native(kind))) {
    if (problems) continue;
    const errors = (await check(policy)).filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, [], name);
  }
});
