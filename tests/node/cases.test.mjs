import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open as openFull } from 'makegood/full';
import { check, MakegoodProblem, open } from '../../target/npm/makegood/index.node.js';

/** Every data case with what it comes to natively, as text. */
const native = (name) => JSON.parse(readFileSync(new URL(`../../target/makegood/${name}.json`, import.meta.url), 'utf8'));
const cases = native('decisions');
const quotes = native('quotes');
const settlements = native('settlements');

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

async function quoted({ policy, law, request }) {
  try {
    return { quote: JSON.stringify((await openFull(policy, law === null ? {} : { law })).quote(request)), problems: null };
  } catch (error) {
    if (error.name !== 'MakegoodProblem') throw error;
    return { quote: null, problems: JSON.stringify(error.problems) };
  }
}

test('every data case of a quote has the bytes of the native engine', async () => {
  const differing = [];
  for (const { name, quote, problems, ...given } of quotes) {
    const found = await quoted(given);
    if (found.quote !== quote || found.problems !== problems) differing.push(name);
  }
  assert.deepEqual(differing, []);
  assert.ok(quotes.length >= 120, `only ${quotes.length} quotes`);
});

test('every data case of a settlement has the bytes of the native engine', async () => {
  const differing = [];
  for (const { name, policy, law, request, settlement } of settlements) {
    const shop = await openFull(policy, law === null ? {} : { country: law });
    if (JSON.stringify(shop.settle(request)) !== settlement) differing.push(name);
  }
  assert.deepEqual(differing, []);
  assert.ok(settlements.length >= 90, `only ${settlements.length} settlements`);
});

test('the policies of the data cases have no errors to tell but those of the cases', async () => {
  for (const { name, policy, problems } of [...cases, ...quotes, ...settlements]) {
    if (problems) continue;
    const errors = (await check(policy)).filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, [], name);
  }
});
