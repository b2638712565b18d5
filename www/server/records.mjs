// The shop's records of its orders, as the server reads them: made from the Shopify orders of the storefront by the adapter, exactly as the
// order page makes what it asks.
//
//   node www/server/records.mjs     writes orders.json beside this file; the package must have been built
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromShopify } from '../../target/npm/makegood/adapters/shopify.js';
import { options } from '../storefront/scripts/options.mjs';

const folder = new URL('../storefront/orders/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

export const numbers = readdirSync(folder).map((name) => /^(\d+)\.json$/.exec(name)?.[1]).filter(Boolean).sort();

/** The record of an order. */
export function record(number) {
  const order = read(`${number}.json`);
  const { request, buyer, notes } = fromShopify(order, read('products.json'), {
    ...options, events: read(`${number}-events.json`), transactions: read(`${number}-transactions.json`),
  });
  if (notes.length > 0) throw new Error(`order ${number}: ${notes.map(({ pointer, sentence }) => `${pointer}: ${sentence}`).join('; ')}`);
  // Units of a line that differ are items of their own, named after it.
  const titleOf = (id) => order.line_items.find((line) => id.split('/')[0] === String(line.id)).title;
  const items = request.items.map(({ id, quantity = 1, returned = 0, facts }) => ({ id, title: titleOf(id), quantity, returned, facts }));
  return { number, name: order.name, ...buyer, facts: request.facts, items };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL('orders.json', import.meta.url), `${JSON.stringify(numbers.map(record), null, 2)}\n`);
}
