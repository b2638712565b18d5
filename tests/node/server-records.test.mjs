// The records that the demo's server holds claims against are what the adapter makes of the storefront's orders.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { numbers, record } from '../../www/server/records.mjs';

const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the records equal what the adapter makes of the orders', () => {
  assert.deepEqual(numbers, ['0977', '1042']);
  assert.deepEqual(JSON.parse(text('www/server/orders.json')), numbers.map(record), 'run node www/server/records.mjs');
});

test('the order page asks with the same options', () => {
  for (const [script, from] of [['www/storefront/scripts/order.js', './options.mjs'], ['www/server/records.mjs', '../storefront/scripts/options.mjs']]) {
    const page = text(script);
    assert.ok(page.includes(`import { options } from '${from}';`), script);
    const [asked] = page.match(/fromShopify\([^;]*\);/);
    assert.match(asked, /\{\s*\.\.\.options, events/, script);
    assert.doesNotMatch(asked, /timeZone|memberTag|facts|tags/, script);
  }
});
