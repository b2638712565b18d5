// A larger price book, out of lists with the prices of a real market.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { check, open } from 'makegood';
import { fromPriceList, toPriceList } from 'makegood/adapters/price-list';
import { iphones } from '../books/iphones.mjs';

const text = (name) => readFile(new URL(`../books/${name}`, import.meta.url), 'utf8');
const { policy, problems } = await iphones();

test('the lists are read without a problem, and the policy that they make has none', async () => {
  assert.deepEqual(problems, []);
  assert.deepEqual(await check(policy), []);
  assert.equal((await open(policy)).id, 'iphones');
});

test('every row is there', async () => {
  const { models, parts, faults } = policy.repair;
  assert.equal(Object.keys(models).length, 37);
  assert.equal(parts.length, 181);
  assert.equal(parts.length, (await text('iphones-parts.csv')).trim().split('\n').length - 1);
  const count = (list) => list.reduce((counts, one) => ({ ...counts, [one]: (counts[one] ?? 0) + 1 }), {});
  assert.deepEqual(count(parts.map(({ kind }) => kind)), {
    'front-glass': 35, 'back-glass': 25, 'display': 25, 'battery': 35, 'rear-camera': 25, 'other-damage': 36,
  });
  assert.equal(Object.values(faults).flatMap((fault) => fault.models).length, parts.length);
  assert.equal(parts.reduce((sum, { price }) => sum + Number(price), 0), 1_817_000);
});

test('the policy beside the lists is the one that they make', async () => {
  assert.equal(await text('iphones.json'), `${JSON.stringify(policy, null, 1)}\n`, 'run `node tests/books/build.mjs`');
});

test('it is written as lists and read back exactly', () => {
  assert.deepEqual(fromPriceList(toPriceList(policy), policy), { policy, repair: policy.repair, problems: [] });
});

test('one price in a hundred that is wrong is found where it stands', async () => {
  const lines = (await text('iphones-parts.csv')).trimEnd().split('\n');
  const wrong = [3, 77, 180];
  const parts = lines.map((line, index) => (wrong.includes(index) ? line.replace(/,(\d+)(\d{3}),/, ',"$1,$2",') : line)).join('\n');
  const told = fromPriceList({ parts }, policy).problems;
  assert.deepEqual(told.map(({ code, row, column }) => [code, row, column]), wrong.map((index) => ['price-list.thousands', index + 1, 'price']));
});
