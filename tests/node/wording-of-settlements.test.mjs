import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { open } from 'makegood/settlement';
import { languages, load, settlementWords } from '../../target/npm/makegood/wording/settlement.js';
import { randomSettlement } from './settlements.mjs';

before(() => Promise.all(languages.map((language) => load(language))));

const policy = (settles, extra = {}) => ({
  makegood: 1, id: 'pots', version: '1', shop: { name: 'Pots', timeZone: 'UTC', currency: 'EUR', languages: ['en'] },
  rules: [{
    id: 'back', clause: '2.1', title: 'Returns', reasons: ['change-of-mind'], ...extra,
    grants: [{ remedy: 'refund', carriage: 'shop', settles }, { remedy: 'store-credit', carriage: 'shop' }],
  }],
});
const request = (changes = {}) => ({
  today: '2026-11-05', facts: { reason: 'change-of-mind' },
  items: [{ id: 'pot', facts: { price: '600.00' } }, { id: 'cup', quantity: 2, facts: { price: '250.00' } }, { id: 'towel', facts: { price: '0.00' } }],
  order: {
    discounts: [{ id: 'autumn', kind: 'promotion', amount: '200.00', needs: '1000.00', on: ['pot', 'cup'] }],
    gifts: [{ item: 'towel', value: '9.90', with: ['cup'] }], freeCarriage: { from: '600.00', instead: '5.00' },
    payments: [{ id: 'card', method: 'Visa', amount: '900.00' }],
  },
  back: [{ item: 'cup' }], ...changes,
});
const titles = { pot: 'Pot', cup: 'Cup', towel: 'Towel' };
const spoken = async (written, asked, language, { about = true } = {}) => {
  const shop = await open(written);
  const settlement = shop.settle(asked);
  return settlementWords(settlement, language, about ? { titles, decision: shop.decide({ today: asked.today, facts: asked.facts, items: asked.items }) } : {});
};

describe('headlines', () => {
  const credit = { back: [{ item: 'cup', remedy: 'store-credit' }] };
  const cases = [
    ['one amount', {}, {}, ['€409.09 comes back', '退还 €409.09', '409,09 € kommen zurück', '€409.09が戻ります']],
    ['as store credit', {}, credit, ['€409.09 comes back as store credit', '以购物金退还 €409.09', '409,09 € kommen als Guthaben zurück', '€409.09がストアクレジットとして戻ります']],
    ['a range', { promotion: 'open' }, {}, ['€300.00 to €409.09 comes back', '退还 €300.00至€409.09', '300,00 € bis 409,09 € kommen zurück', '€300.00～€409.09が戻ります']],
    ['nothing', {}, { facts: { reason: 'defect' } }, ['No money comes back for this', '这种情况没有退款', 'Dafür kommt kein Geld zurück', 'この場合、返金はありません']],
    ['perhaps', {}, { facts: {} }, ['Up to €409.09 comes back', '最多退还 €409.09', 'Bis zu 409,09 € kommen zurück', '最大€409.09が戻ります']],
  ];
  for (const [name, settles, changes, told] of cases) {
    for (const [index, language] of languages.entries()) {
      test(`${name} in ${language}`, async () => {
        const { headline } = await spoken(policy(settles), request(changes), language);
        assert.equal(headline.replaceAll('\u00a0', ' '), told[index]);
      });
    }
  }
});

test('every line is told with what it is about, why, by whom, and how much', async () => {
  const settles = { promotion: 'recalculated', gifts: 'back-or-value', freeCarriage: 'taken-back' };
  const { items, least, most, open: left, kind } = await spoken(policy(settles), request({ back: [{ item: 'cup' }] }), 'en');
  assert.equal(kind, 'amount');
  assert.deepEqual(left, []);
  assert.deepEqual(least, most);
  assert.deepEqual(items.map(({ sentence }) => sentence), ['2 × Cup: the shop takes it back (clause 2.1)']);
  assert.deepEqual(least.lines.map(({ title, by, amount }) => [title, by, amount]), [
    ['2 × Cup', 'Shop’s promise, clause 2.1', '€500.00'],
    ['2 × Cup: discount “autumn”', null, '-€90.91'],
    ['Discount “autumn”', 'Shop’s promise, clause 2.1', '-€109.09'],
    ['Gift: Towel', 'Shop’s promise, clause 2.1', '-€9.90'],
  ]);
  assert.equal(least.lines[2].because, 'What you keep no longer comes to the amount that this discount asks for');
  assert.deepEqual(least.total, { label: 'Comes back', amount: '€290.10' });
  assert.deepEqual(least.onto.map(({ sentence }) => sentence), ['€290.10 to Visa']);
});

test('what stays owed is told, and that nothing is to be paid', async () => {
  const asked = request({ back: [{ item: 'cup', units: 1 }] });
  asked.order.discounts[0].amount = '900.00';
  asked.order.payments[0].amount = '200.00';
  const { headline, kind, least } = await spoken(policy({ promotion: 'recalculated' }), asked, 'en');
  assert.deepEqual([headline, kind], ['Nothing comes back this time', 'nothing']);
  assert.match(least.owed, /^€[\d.]+ stays owed\. You pay nothing now/);
});

test('what is open is told with what settles it', async () => {
  const { open: left } = await spoken(policy({ promotion: 'open', gifts: 'open' }), request(), 'en');
  assert.deepEqual(left, [
    'The right that applies here does not say whether the value of a gift that you keep is taken. The shop can tell you.',
    'The right that applies here does not say whether a discount is taken back that what you keep no longer earns. The shop can tell you.',
  ]);
  const opened = policy({}, { if: { fact: 'opened', is: false } });
  const asked = await spoken(opened, request(), 'en');
  assert.deepEqual(asked.questions.map(({ fact }) => fact), ['opened']);
  assert.deepEqual(asked.open, []);
  const alone = await spoken(opened, request(), 'en', { about: false });
  assert.deepEqual([alone.questions, alone.open], [[], ['What comes back still depends on this: whether it has been opened.']]);
});

/** Gaps, values that only programs should see, and keys of the catalogue. */
const gap = /undefined|null|NaN|\[object|[{}]|\b(?:headline|item|line|by|onto|open|element|fact|question)\.[a-z]/;
const silent = ['kind', 'item', 'id', 'as', 'code', 'effect', 'finding', 'fact', 'value'];
function* sentences(value, name = '') {
  if (typeof value === 'string') { if (!silent.includes(name)) yield value; }
  else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) yield* sentences(inner, Array.isArray(value) ? name : key);
}

test('whatever a settlement holds, nothing is missing, empty or for programs', async () => {
  const seen = new Set();
  for (let seed = 1; seed <= 1500; seed += 1) {
    const { policy: written, request: asked } = randomSettlement(seed);
    const shop = await open(written);
    const settlement = shop.settle(asked);
    const decision = shop.decide({ today: asked.today, facts: asked.facts, items: asked.items });
    for (const end of ['least', 'most']) for (const { code, effect } of settlement[end].lines) seen.add(`${code} ${effect}`);
    for (const language of languages) {
      for (const sentence of sentences(settlementWords(settlement, language, seed % 2 ? { decision } : {}))) {
        assert.doesNotMatch(sentence, gap, `${seed} ${language}`);
        assert.notEqual(sentence.trim(), '', `${seed} ${language}`);
        assert.doesNotMatch(sentence, / {2}|\.\.|。。/, `${seed} ${language}`);
      }
    }
  }
  for (const line of ['price back', 'bundle-share taken', 'promotion-share taken', 'bundle-broken taken', 'promotion-lost taken', 'gift-kept taken',
    'carriage back', 'free-carriage-lost taken', 'fee taken', 'owed-before taken', 'stays-owed back', 'paid back']) assert.ok(seen.has(line), `no ${line} among them`);
});
