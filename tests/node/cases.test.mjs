import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, MakegoodProblem, open } from '../../target/npm/makegood/index.node.js';

/** Every data case with what it comes to natively, as text. */
const cases = JSON.parse(readFileSync(new URL('../../target/makegood/decisions.json', import.meta.url), 'utf8'));

async function decided({ policy, law, request }) {
  try {
    return { decision: JSON.stringify((await open(policy, law === null ? {} : { law })).decide(request)), problems: null };
  } catch (error) {
    if (!(error instanceof MakegoodProblem)) throw error;
    return { decision: null, problems: JSON.stringify(error.problems) };
  }
}

test('every data case has the bytes of the native engine', async () => {
  const differing = [];
  for (const { name, decision, problems, ...given } of cases) {
    const found = await decided(given);
    if (found.decision !== decision || found.problems !== problems) differing.push(name);
  }
  assert.deepEqual(differing, []);
  assert.ok(cases.length >= 150, `only ${cases.length} cases`);
});

test('the policies of the data cases have no errors to tell but those of the cases', async () => {
  for (const { name, policy, problems } of cases) {
    if (problems !== null) continue;
    const errors = (await check(policy)).filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, [], name);
  }
});
