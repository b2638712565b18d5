// How long the engine takes in Node, in milliseconds: medians of many calls, in one run. Called by `cargo xtask speed`.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { claim, today } from './speed-claim.mjs';

const project = new URL('..', import.meta.url);
const { open } = await import(new URL('target/npm/makegood/full.node.js', project));
const { fromPriceList, toPriceList } = await import(new URL('target/npm/makegood/adapters/price-list.js', project));
const json = async (path) => JSON.parse(await readFile(new URL(path, project), 'utf8'));
const demo = await json('www/storefront/policy.json');
const promise = demo.map(({ law, ...version }) => version);
const phones = await json('tests/books/iphones.json');
const [shop, lawful, repairs] = [await open(promise), await open(demo, { country: 'CN' }), await open(phones)];

const facts = { purchased: '2026-11-05', delivered: '2026-11-07', reason: 'defect', category: 'phones', price: '3999.00' };
const decision = { today, items: [{ id: 'phone', facts }] };
const demoQuote = { today, model: 'aurora-one', faults: [{ id: 'screen-broken' }, { id: 'battery-weak' }], facts };
const { models } = repairs.book;
const lists = toPriceList(phones);
const settlement = {
  today, facts: { ...facts, purchased: '2026-11-22', delivered: '2026-11-24', reason: 'change-of-mind', accessoriesComplete: true, usedBeyondChecking: false, opened: false },
  items: [{ id: 'phone', facts: { price: '3999.00' } }, { id: 'case', facts: { price: '99.00' } }],
  order: { payments: [{ id: 'card', amount: '4098.00' }] }, back: [{ item: 'case' }],
};
const jobs = {
  'Deciding an item, the demo’s policy': () => shop.decide(decision),
  'Deciding it beside China’s law': () => lawful.decide(decision),
  'Quoting two faults, the demo’s price book': () => shop.quote(demoQuote),
  'Quoting each of 181 repairs, 37 models': () => models.forEach(({ id, faults }) => faults.forEach((fault) => repairs.quote({ today, model: id, faults: [{ id: fault }] }))),
  'Checking a claim of 12 fields': () => shop.checkClaim(claim),
  'Checking it beside China’s law': () => lawful.checkClaim(claim),
  'Settling one of two items': () => shop.settle(settlement),
  'Verifying the receipt of a quote': (receipt) => shop.verify(receipt),
  'Reading 181 prices from CSV': () => fromPriceList(lists, phones),
};
const receipt = shop.receipt(shop.quote(demoQuote));
for (const [name, job] of Object.entries(jobs)) {
  const times = [];
  const until = performance.now() + 2000;
  while (times.length < 15 || performance.now() < until) {
    const begin = performance.now();
    job(receipt);
    times.push(performance.now() - begin);
  }
  times.sort((one, other) => one - other);
  console.log(`${times[Math.floor(times.length / 2)].toFixed(2).padStart(10)}  ${name}`);
}
