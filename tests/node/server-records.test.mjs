// The records that the demo's server holds claims against are what the adapter makes of the storefront's orders.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { numbers, options, record } from '../../www/server/records.mjs';

const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the records equal what the adapter makes of the orders', () => {
  assert.deepEqual(numbers, ['0977', '1042']);
  assert.deepEqual(JSON.parse(text('www/server/orders.json')), numbers.map(record), 'run node www/server/records.mjs');
});

test('the order page asks with the same options', () => {
  const page = text('www/storefront/scripts/order.js');
  const kinds = Object.fromEntries([...page.matchAll(/(\w+): '([\w-]+)'(?=[,\s]*(?:\w+: '[\w-]+'|\}\)))/g)].map(([, type, goodsKind]) => [type, { goodsKind }]));
  assert.deepEqual(kinds, options.facts);
  assert.match(page, new RegExp(`timeZone: '${options.timeZone}'`));
  assert.match(page, new RegExp(`memberTag: '${options.memberTag}'`));
});
