import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { MakegoodProblem, open } from 'makegood/full';
import { random } from './random.mjs';

const text = await readFile(new URL('../../www/storefront/policy.json', import.meta.url), 'utf8');
/** The promise alone; beside the law every answer takes some fifty times as long. */
const promise = JSON.parse(text).map(({ law, ...version }) => version);
const shop = await open(promise);
const lawful = await open(text, { country: 'CN' });

const decision = (changes = {}) => ({
  today: '2026-11-27',
  facts: { purchased: '2026-11-05', delivered: '2026-11-07', reason: 'defect', ...changes },
  items: [{ id: 'a', quantity: 2, facts: { category: 'electronics', price: '299.00' } }, { id: 'b', facts: { category: 'electronics' } }],
});
const quote = (changes = {}) => ({
  today: '2026-11-27', model: 'aurora-one', facts: { purchased: '2026-11-05', delivered: '2026-11-07', category: 'electronics' },
  faults: [{ id: 'battery-weak' }, { id: 'screen-broken', facts: { cause: 'human-damage' } }], ...changes,
});
const settle = (changes = {}) => ({
  today: '2026-11-08',
  facts: { purchased: '2026-11-05', delivered: '2026-11-07', reason: 'change-of-mind', accessoriesComplete: true, usedBeyondChecking: false, opened: false },
  items: [{ id: 'a', quantity: 2, facts: { category: 'electronics', price: '299.00' } }, { id: 'b', facts: { category: 'electronics', price: '99.50' } }],
  order: {
    carriage: '12.00', discounts: [{ id: 'autumn', kind: 'promotion', amount: '70.00', needs: '500.00' }],
    payments: [{ id: 'card', method: 'Card', amount: '500.00' }, { id: 'wallet', amount: '139.50' }],
  },
  back: [{ item: 'a', units: 1 }],
  ...changes,
});
const copy = (value) => JSON.parse(JSON.stringify(value));

/** Every leaf of a value, as the keys that lead to it. */
function* leaves(value, path = []) {
  if (value === null || typeof value !== 'object') yield path;
  else for (const key of Object.keys(value)) yield* leaves(value[key], [...path, key]);
}

/** A copy in which one leaf is another one. */
function altered(value, path) {
  const changed = copy(value);
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key], changed);
  const told = holder[last];
  holder[last] = typeof told === 'string' ? `${told}0` : typeof told === 'number' ? told + 1 : typeof told === 'boolean' ? !told : 'something';
  return changed;
}

const pointer = (path) => path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

describe('a receipt', () => {
  test('holds for every answer of its shop, as an object and as text', () => {
    const { below, chance, pick } = random(7);
    for (let round = 0; round < 1000; round += 1) {
      const day = String(1 + below(26)).padStart(2, '0');
      const from = chance(1) ? lawful : shop;
      const answer = chance(70)
        ? from.decide(decision({ delivered: `2026-11-${day}`, purchased: '2026-11-01', opened: chance(50), reason: pick(['defect', 'change-of-mind', 'late']) }))
        : chance(50) ? from.quote(quote({ today: `2026-12-${day}` })) : from.settle(settle({ back: [{ item: 'a', units: 1 + below(2) }] }));
      const receipt = from.receipt(answer);
      assert.deepEqual(receipt.answer, answer);
      assert.deepEqual(from.verify(chance(50) ? receipt : JSON.stringify(receipt)), { holds: true, differences: [] });
    }
  });

  test('holds whatever the order of its keys, because its hash is that of canonical JSON', () => {
    const turned = (value) => Array.isArray(value) ? value.map(turned)
      : value === null || typeof value !== 'object' ? value
        : Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)]));
    assert.equal(shop.verify(turned(shop.receipt(shop.quote(quote())))).holds, true);
  });

  test('does not hold once anything in it was changed', () => {
    let alterations = 0;
    for (const receipt of [shop.receipt(shop.decide(decision())), shop.receipt(shop.quote(quote())), shop.receipt(shop.settle(settle()))]) {
      const verify = (told) => shop.verify(told);
      const all = [...leaves(receipt)];
      // Everything outside the answer, and of the answer as much as can be worked out again in some seconds.
      const tried = all.filter(([key], index) => key !== 'answer' || index % Math.ceil(all.length / 250) === 0);
      for (const path of tried) {
        const changed = altered(receipt, path);
        alterations += 1;
        if (path[0] === 'makegood' || path[0] === 'asked') {
          assert.throws(() => verify(changed), MakegoodProblem, pointer(path));
          continue;
        }
        const { holds, differences } = verify(changed);
        assert.equal(holds, false, pointer(path));
        assert.equal(differences.some(({ kind }) => kind === 'changed'), true, pointer(path));
        if (path[0] === 'answer') assert.ok(differences.length === 100 || differences.some((one) => one.pointer === pointer(path)), pointer(path));
      }
    }
    assert.ok(alterations >= 200, String(alterations));
  });

  test('with a hash made anew tells what differs, and nothing else', async () => {
    const canonical = (value) => Array.isArray(value) ? `[${value.map(canonical)}]`
      : value === null || typeof value !== 'object' ? JSON.stringify(value)
        : `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
    const sealed = async ({ hash, ...rest }) => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(rest))));
      return { ...rest, hash: `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` };
    };
    const receipt = shop.receipt(shop.quote(quote()));
    assert.deepEqual(await sealed(receipt), copy(receipt));
    const cheaper = copy(receipt);
    cheaper.answer.options[0].total.most = '1.00';
    assert.deepEqual(shop.verify(await sealed(cheaper)).differences, [{
      kind: 'other-answer', pointer: '/answer/options/0/total/most', told: '1.00', found: receipt.answer.options[0].total.most, problems: [],
    }]);
    const later = copy(receipt);
    later.request.faults[1].facts.cause = 'normal-use';
    assert.equal(shop.verify(await sealed(later)).differences.every(({ kind }) => kind === 'other-answer'), true);
    const unread = copy(receipt);
    unread.request.model = 'two';
    const [difference] = shop.verify(await sealed(unread)).differences;
    assert.deepEqual([difference.kind, difference.pointer, difference.problems[0].code, difference.problems[0].pointer],
      ['request', '/request', 'facts.unknown-value', '/model']);
  });

  test('of another policy, another version or another law says so first', async () => {
    const receipt = shop.receipt(shop.decide(decision()));
    const kinds = (other, told = receipt) => other.verify(told).differences.map(({ kind }) => kind);
    const renamed = promise.map((version) => ({ ...version, id: 'another' }));
    assert.equal(kinds(await open(renamed))[0], 'other-shop');
    const edited = promise.map((version) => ({ ...version, version: `${version.version}b` }));
    assert.equal(kinds(await open(edited))[0], 'other-policy');
    assert.equal(kinds(lawful)[0], 'other-policy');
    const older = copy(receipt);
    older.engine = '0.0.1';
    assert.deepEqual(kinds(shop, older), ['changed', 'other-engine']);
  });

  test('is for an answer that this very shop gave', () => {
    const answer = shop.decide(decision());
    assert.throws(() => lawful.receipt(answer), TypeError);
    assert.throws(() => shop.receipt({ ...answer }), TypeError);
  });

  test('that cannot be read is a problem', () => {
    const problem = (told) => {
      try {
        return shop.verify(told).holds;
      } catch (error) {
        return error.problems.map(({ code, pointer: at }) => `${code} ${at}`);
      }
    };
    const receipt = shop.receipt(shop.decide(decision()));
    assert.deepEqual(problem('{'), ['facts.not-json ']);
    assert.deepEqual(problem({ ...receipt, extra: 1 }), ['facts.unknown-key /extra']);
    assert.deepEqual(problem({ ...receipt, makegood: 2 }), ['facts.unknown-format /makegood']);
    assert.deepEqual(problem({ ...receipt, asked: 'price' }), ['facts.unknown-value /asked']);
    assert.deepEqual(problem([]), ['facts.wrong-type ']);
    const { hash, ...rest } = receipt;
    assert.deepEqual(problem(rest), ['facts.missing-key ']);
  });
});
