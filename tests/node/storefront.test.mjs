import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { check, open } from '../../target/npm/makegood/index.node.js';
import { open as openClaim } from 'makegood/claim';
import { open as openFull } from 'makegood/full';
import { fromShopify } from '../../target/npm/makegood/adapters/shopify.js';

const read = (name) => JSON.parse(readFileSync(new URL(`../../www/storefront/${name}`, import.meta.url), 'utf8'));
/** The shop's promise alone, as where there is no law pack. */
const shop = await open(read('policy.json'), { country: 'CH' });

function order(number, today) {
  const { request, notes } = fromShopify(read(`orders/${number}.json`), read('orders/products.json'), {
    shop, today, events: read(`orders/${number}-events.json`), memberTag: 'aurora-club',
  });
  assert.deepEqual(notes, []);
  return request;
}

/** What is granted for one line: remedy -> finding, until, carriage and cost of the best offer. */
function granted(number, line, facts, today = '2026-11-22') {
  const request = order(number, today);
  const item = request.items[line - 1];
  const [decided] = shop.decide({ ...request, items: [{ ...item, facts: { ...item.facts, ...facts } }] }).items;
  return Object.fromEntries(decided.remedies.filter(({ finding }) => finding !== 'no').map(({ remedy, offers: [best] }) => [
    remedy, [best.finding, best.clause, best.until?.most ?? null, best.carriage, best.cost?.most ?? null],
  ]));
}

const unopened = { reason: 'change-of-mind', opened: false };
const fault = { reason: 'defect', cause: 'normal-use', seriousFault: false };

test('the policy has no problems but that the law gives more, which is told', async () => {
  const alone = read('policy.json').map(({ law, ...version }) => version);
  assert.deepEqual(await check(alone), []);
  const beside = await check(read('policy.json'));
  assert.ok(beside.every(({ code, severity }) => severity === 'warning' && code.endsWith('-law')));
  // Ten percent for opened goods is no term of the law.
  assert.ok(beside.some(({ code, pointer }) => code === 'policy.fee-against-law' && pointer === '/1/rules/0/grants/0/fees/0'));
  assert.deepEqual(shop.versions.map(({ version }) => version), ['2025-01-01', '2026-11-01']);
  assert.deepEqual(shop.languages, ['zh-CN', 'en']);
});

test('without reason: 7 days, 14 for members, a fee when opened, named exceptions', () => {
  assert.deepEqual(granted('1042', 1, unopened), {
    refund: ['yes', '2.2', '2026-12-03', 'shopper', '0.00'], 'store-credit': ['yes', '2.2', '2026-12-03', 'shopper', '0.00'],
  });
  assert.deepEqual(granted('1042', 1, { ...unopened, member: false }).refund, ['yes', '2.1', '2026-11-26', 'shopper', '0.00']);
  const opened = { reason: 'change-of-mind', opened: true, accessoriesComplete: true, usedBeyondChecking: false, boxKept: true };
  assert.deepEqual(granted('1042', 2, opened).refund, ['yes', '2.2', '2026-11-26', 'shopper', '86.90']);
  assert.deepEqual(granted('1042', 2, { ...opened, boxKept: false })['store-credit'], ['yes', '2.2', '2026-11-26', 'shopper', '20.00']);
  assert.deepEqual(granted('1042', 2, { ...opened, accessoriesComplete: false }), {});
  assert.deepEqual(granted('1042', 2, unopened, '2026-11-27'), {}, 'a day late');
  assert.deepEqual(granted('1042', 3, opened), {}, 'opened software');
  assert.deepEqual(Object.keys(granted('1042', 3, unopened)), ['refund', 'store-credit']);
  assert.deepEqual(granted('1042', 4, unopened), {}, 'final sale');
});

test('a fault: money back for 7 days, exchange for 15, goodwill to the 30th, repair for a year', () => {
  const serious = granted('1042', 1, { ...fault, seriousFault: true });
  assert.deepEqual(serious.refund, ['yes', '3.1', '2026-11-26', 'shop', '0.00']);
  const soon = granted('1042', 1, fault);
  assert.equal(soon.refund, undefined);
  assert.deepEqual(soon.exchange, ['yes', '3.2', '2026-12-04', 'shop', '0.00']);
  assert.deepEqual(soon.repair, ['yes', '4.1', '2027-11-19', 'shop', '0.00']);
  assert.deepEqual(soon['extend-warranty'], ['yes', '4.2', '2026-12-19', 'none', '0.00']);
  assert.deepEqual(granted('1042', 1, fault, '2026-12-10').exchange, ['yes', '3.3', '2026-12-19', 'shopper', '0.00']);
  assert.deepEqual(Object.keys(granted('1042', 1, fault, '2027-03-01')), ['repair']);
  assert.deepEqual(granted('1042', 1, fault, '2027-11-20'), {});
});

test('who caused it decides who pays', () => {
  const dropped = { reason: 'defect', cause: 'human-damage', seriousFault: false };
  assert.deepEqual(granted('1042', 1, { ...dropped, damage: 'light' }), {
    exchange: ['yes', '4.4', '2026-12-19', 'shopper', '1199.70'], repair: ['yes', '4.3', null, 'shopper', null],
  });
  assert.deepEqual(Object.keys(granted('1042', 1, { ...dropped, damage: 'heavy' })).sort(), ['repair', 'upgrade-voucher']);
  const unknown = granted('1042', 1, { reason: 'defect', seriousFault: false });
  assert.deepEqual([unknown.exchange[0], unknown.repair[0]], ['maybe', 'maybe']);
});

test('carriage: the shop answers until the goods are there', () => {
  assert.deepEqual(granted('1042', 1, { reason: 'damaged-in-transit' }), {
    refund: ['yes', '5.1', '2026-11-26', 'shop', '0.00'], exchange: ['yes', '5.1', '2026-11-26', 'shop', '0.00'],
  });
  for (const reason of ['wrong-item', 'not-as-described']) assert.deepEqual(granted('1042', 2, { reason }).refund, ['yes', '5.2', '2026-11-27', 'shop', '0.00']);
  assert.deepEqual(Object.keys(granted('1042', 2, { reason: 'missing-item' })).sort(), ['price-reduction', 'resend']);
  assert.deepEqual(Object.keys(granted('1042', 5, { reason: 'not-received', addressWrong: false })).sort(), ['refund', 'resend']);
  assert.deepEqual(granted('1042', 5, { reason: 'not-received', addressWrong: true }), { resend: ['yes', '5.5', '2027-01-17', 'none', '12.00'] });
});

test('without a delivery day both ends are said, and nothing is guessed', () => {
  const request = order('1042', '2026-12-20');
  const dock = request.items[4];
  const [decided] = shop.decide({ ...request, items: [{ ...dock, facts: { ...dock.facts, ...unopened } }] }).items;
  assert.equal(decided.finding, 'maybe');
  const [refund] = decided.remedies.filter(({ remedy }) => remedy === 'refund');
  assert.deepEqual(refund.needs, ['delivered']);
  assert.deepEqual(refund.offers[0].until, { least: '2026-12-02', most: null, settledBy: 'delivered', holidays: null });
});

test('the policy of the day of purchase governs', () => {
  const [item] = shop.decide({ ...order('0977', '2026-11-02'), items: order('0977', '2026-11-02').items.slice(0, 1) }).items;
  assert.equal(item.policy.version, '2025-01-01');
  assert.deepEqual(granted('0977', 1, unopened, '2026-11-04').refund, ['yes', '2.1', '2026-11-04', 'shopper', '0.00']);
  assert.deepEqual(granted('0977', 1, unopened, '2026-11-05'), {}, 'no member window then');
  assert.deepEqual(granted('0977', 1, { ...unopened, opened: true }, '2026-11-02'), {}, 'opened goods did not go back then');
  assert.deepEqual(granted('0977', 1, fault), { repair: ['yes', '4.1', '2027-10-28', 'shopper', '0.00'] });
});

test('the law of the buyer stands beside the promise', async () => {
  const lawful = await open(read('policy.json'));
  assert.equal(lawful.law.id, 'cn');
  const request = order('1042', '2026-11-22');
  const [phone] = request.items;
  const promised = { ...phone.facts, reason: 'change-of-mind', opened: true, accessoriesComplete: true, usedBeyondChecking: true };
  const used = { ...promised, intact: true, goodsKind: 'smartphone' };
  const [refund] = lawful.decide({ ...request, items: [{ ...phone, facts: used }] }).items[0].remedies.filter(({ remedy }) => remedy === 'refund');
  assert.deepEqual([refund.finding, refund.beside.better, refund.beside.shop.offer], ['yes', 'law', null]);
  const [alone] = shop.decide({ ...request, items: [{ ...phone, facts: promised }] }).items[0].remedies.filter(({ remedy }) => remedy === 'refund');
  assert.equal(alone.finding, 'no');
});

test('the written prices are those of the price book', () => {
  const { models, faults, parts, labour } = read('policy.json').at(-1).repair;
  const page = readFileSync(new URL('../../www/storefront/policy.html', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/<tr><th scope="row">([^<]+)<\/th><td>([^<]+)<\/td><td>([^<]+)<\/td><td>([^<]+)<\/td><td>([^<]+)<\/td><\/tr>/g)];
  assert.equal(rows.length, 10);
  const kinds = { Screen: 'screen', Battery: 'battery', 'Back cover': 'back', 屏幕: 'screen', 电池: 'battery', 后盖: 'back' };
  for (const [, device, repair, original, compatible, work] of rows) {
    const model = Object.keys(models).find((id) => models[id].title.en.startsWith(device));
    const fit = parts.filter((part) => part.kind.startsWith(kinds[repair]) && part.models.includes(model));
    const numbers = (cell) => (cell.match(/\d+/g) ?? []).sort();
    const prices = (test) => fit.filter(({ grade }) => test(grade)).map(({ price }) => String(Number(price))).sort();
    assert.deepEqual(numbers(original), prices((grade) => grade.startsWith('original')), `${device}, ${repair}`);
    assert.deepEqual(numbers(compatible), prices((grade) => grade === 'compatible'), `${device}, ${repair}`);
    const opened = labour.filter(({ operation }) => operation === 'open');
    const { price } = opened.find((row) => row.models?.includes(model)) ?? opened.find((row) => row.models === undefined);
    assert.deepEqual(numbers(work), kinds[repair] === 'battery' ? [] : [String(Number(price))], `${device}, ${repair}`);
  }
  assert.equal(Object.keys(faults).length, 24);
});

test('what the demo orders paid is told, and settles', async () => {
  const lawful = await openFull(read('policy.json'), { country: 'CN' });
  for (const number of ['1042', '0977']) {
    const { order: paid, untold } = fromShopify(read(`orders/${number}.json`), read('orders/products.json'), {
      shop, today: '2026-11-22', events: read(`orders/${number}-events.json`), transactions: read(`orders/${number}-transactions.json`), memberTag: 'aurora-club',
    });
    assert.deepEqual(untold, []);
    const { order, items } = paid;
    const settlement = lawful.settle({ today: '2026-11-22', facts: { ...paid.facts, ...unopened }, items, order, back: [{ item: items[1].id }] });
    assert.deepEqual(settlement.refund, number === '1042' ? { least: '1738.00', most: '1738.00' } : settlement.refund);
  }
});

test('of goods that are not as described everything comes back, also where carriage was free from an amount', async () => {
  const lawful = await openFull(read('policy.json'), { country: 'CN' });
  const { order: paid } = fromShopify(read('orders/0977.json'), read('orders/products.json'), {
    shop, today: '2026-11-22', events: read('orders/0977-events.json'), transactions: read('orders/0977-transactions.json'),
  });
  const order = { ...paid.order, freeCarriage: { from: '99.00', instead: '12.00' } };
  const settlement = lawful.settle({ today: '2026-11-22', facts: { ...paid.facts, reason: 'not-as-described' }, items: paid.items, order, back: paid.items.map(({ id }) => ({ item: id })) });
  assert.deepEqual([settlement.refund, settlement.open], [{ least: '6648.00', most: '6648.00' }, []]);
});

test('every way through the triage is short, and ends with what is wrong, in fault and cause of the price book', async () => {
  const shop = await openClaim(read('policy.json'));
  const { outcomes } = read('policy.json').at(-1).triage;
  const found = new Map();
  const walk = (facts, steps) => {
    const triage = shop.triage({ today: '2026-11-27', facts });
    const [next] = triage.next;
    if (next === undefined) {
      const [{ id }] = triage.outcomes;
      assert.ok(['known', 'solved', 'refer'].includes(triage.finding), JSON.stringify(facts));
      found.set(id, Math.max(steps, found.get(id) ?? 0));
      if (triage.finding !== 'known') return;
      const model = { phone: 'aurora-one', headphones: 'halo', laptop: 'aurora-book-14' }[facts.device];
      const known = shop.triage({ today: '2026-11-27', model, facts });
      assert.equal(known.repair, triage.repair, `${id} fits ${model}`);
      const quote = shop.quote({ today: '2026-11-27', model, faults: [{ id: triage.repair }], facts: triage.facts });
      assert.ok(quote.options.length > 0 || quote.inspection !== null, id);
      return;
    }
    const question = triage.ask.find(({ fact }) => fact === next);
    for (const answer of question?.values?.map(({ value }) => value) ?? [true, false]) walk({ ...facts, [next]: answer }, steps + 1);
  };
  walk({}, 0);
  assert.deepEqual([...found.keys()].sort(), outcomes.map(({ id }) => id).sort());
  assert.equal(Math.max(...found.values()), 5);
});

test('a wet device is told to be switched on, charged or restarted by nothing', async () => {
  const shop = await openClaim(read('policy.json'));
  for (const device of ['phone', 'headphones', 'laptop']) {
    const { finding, tries, outcomes } = shop.triage({ today: '2026-11-27', facts: { device, before: 'wet' } });
    assert.deepEqual(tries, [], device);
    assert.ok(finding === 'known' ? outcomes[0].id === 'wet' : finding === 'open', device);
  }
});
