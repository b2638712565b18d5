// Claims in Node: what crosses into JavaScript and back, receipts of claims, and an engine that stops over one.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { MakegoodProblem, open } from 'makegood/claim';
import { open as openFull } from 'makegood/full';
import { armTraps } from '../trap.mjs';
import { ends } from './ends.mjs';

const text = await readFile(new URL('../cases/policies/desk.json', import.meta.url), 'utf8');
const shop = await open(text);
const draft = (fields = {}, changes = {}) => ({
  today: '2026-11-24',
  language: 'en-GB',
  fields: {
    order: 'D-1042', purchased: '2/11/2026', delivered: '9/11/2026', reason: 'defect', model: 'one', fault: 'hot', cause: 'normal-use',
    happened: 'It gets hot.', remedy: 'repair', email: 'yue@example.com', address: '1 Example Road', ...fields,
  },
  evidence: [{ for: 'photos', name: 'a.jpg', type: 'image/jpeg', bytes: 1000, sha256: 'a'.repeat(64), taken: null }],
  ...changes,
});
const codes = ({ problems }) => problems.map(({ code, pointer }) => `${code} ${pointer}`);
const copy = (value) => JSON.parse(JSON.stringify(value));

describe('a claim', () => {
  test('is a plain object that is complete, tidied and decided', () => {
    const claim = shop.checkClaim(draft());
    assert.deepEqual(claim, copy(claim));
    assert.deepEqual([claim.complete, claim.done, claim.of, claim.next], [true, 9, 9, null]);
    assert.deepEqual(claim.tidied.map(({ field, to }) => `${field} ${to}`), ['purchased 2026-11-02', 'delivered 2026-11-09']);
    assert.deepEqual(claim.wish, { remedy: 'repair', finding: 'yes' });
    assert.equal(claim.decision.items[0].finding, 'yes');
    assert.equal(claim.quote, null);
  });

  test('leaves the draft as it was', () => {
    const given = draft({ happened: 'x'.repeat(50_000), phone: { typed: 'y'.repeat(50_000), read: null } });
    const before = copy(given);
    assert.deepEqual(codes(shop.checkClaim(given)), ['claim.too-long /fields/happened', 'claim.too-long /fields/phone']);
    assert.deepEqual(given, before);
  });

  test('of a megabyte in every field is answered', () => {
    const large = '坏'.repeat(1_000_000);
    const fields = Object.fromEntries(['order', 'serial', 'happened', 'name', 'email', 'address'].map((field) => [field, large]));
    const claim = ends(() => shop.checkClaim(draft({ ...fields, phone: { typed: large, read: null } })));
    assert.deepEqual([...new Set(claim.problems.map(({ code }) => code))], ['claim.too-long']);
    assert.equal(claim.problems.length, 7);
  });

  test('keeps all that fits, also where a character is two units of JavaScript', () => {
    const told = '📱'.repeat(5000);
    assert.equal(shop.checkClaim(draft({ happened: told })).fields.find(({ id }) => id === 'happened').value, told);
    for (const more of [5001, 6000, 200_000]) assert.deepEqual(codes(shop.checkClaim(draft({ happened: '📱'.repeat(more) }))), ['claim.too-long /fields/happened'], String(more));
  });

  test('can hold half a character', () => {
    assert.equal(shop.checkClaim(draft({ happened: 'a\ud83d', name: '\udc00' })).complete, true);
  });

  test('is the same for the same draft, whatever the order of its keys', () => {
    const turned = draft();
    turned.fields = Object.fromEntries(Object.entries(turned.fields).reverse());
    assert.equal(JSON.stringify(shop.checkClaim(turned)), JSON.stringify(shop.checkClaim(draft())));
  });

  test('is the same from the engine that does everything', async () => {
    const full = await openFull(text);
    assert.equal(JSON.stringify(full.checkClaim(draft())), JSON.stringify(shop.checkClaim(draft())));
  });
});

describe('what only a page can get wrong', () => {
  const thrown = (given) => {
    try {
      shop.checkClaim(given);
    } catch (error) {
      assert.ok(error instanceof MakegoodProblem, String(error));
      return codes(error);
    }
    return assert.fail('nothing was thrown');
  };

  test('is thrown', () => {
    assert.deepEqual(thrown(draft({ colur: 'black' })), ['facts.unknown-field /fields/colur']);
    assert.deepEqual(thrown(draft({ name: 7.5 })), ['facts.wrong-type /fields/name']);
    assert.deepEqual(thrown(draft({}, { facts: { opend: true } })), ['facts.unknown-fact /facts/opend']);
    assert.deepEqual(thrown(draft({}, { today: '24.11.2026' })), ['facts.bad-date /today']);
    assert.deepEqual(thrown(draft({}, { evidence: [{ for: 'photos' }] })).length > 1, true);
    assert.deepEqual(thrown(draft({}, { fields: 'order' })), ['facts.wrong-type /fields']);
    assert.deepEqual(thrown(draft({}, { fields: [] })), ['facts.wrong-type /fields']);
    assert.deepEqual(thrown(draft({}, { fields: new Map([['order', 'D-1042']]) })), ['facts.wrong-type /fields']);
  });

  test('is thrown for whatever is no draft', () => {
    for (const nothing of [undefined, null, 1, 'text', [], {}, () => {}, Symbol('s'), 10n, new Date()]) thrown(nothing);
    assert.equal(shop.checkClaim(draft()).complete, true);
  });
});

describe('a receipt of a claim', () => {
  test('holds, as an object and as text', () => {
    const claim = shop.checkClaim(draft());
    const receipt = shop.receipt(claim);
    assert.equal(receipt.asked, 'claim');
    assert.deepEqual(receipt.answer, claim);
    assert.deepEqual(receipt.request, draft());
    assert.deepEqual(shop.verify(receipt), { holds: true, differences: [] });
    assert.deepEqual(shop.verify(JSON.stringify(receipt)), { holds: true, differences: [] });
  });

  test('of a text that was cut holds', () => {
    const claim = shop.checkClaim(draft({ happened: 'x'.repeat(1_000_000) }));
    assert.equal(shop.verify(shop.receipt(claim)).holds, true);
  });

  test('does not hold once a field, a file, or what follows from them was changed', () => {
    const receipt = shop.receipt(shop.checkClaim(draft()));
    const changes = {
      '/request/fields/fault': (told) => { told.request.fields.fault = 'other'; },
      '/request/evidence/0/sha256': (told) => { told.request.evidence[0].sha256 = 'b'.repeat(64); },
      '/answer/complete': (told) => { told.answer.complete = false; },
      '/answer/wish/finding': (told) => { told.answer.wish.finding = 'no'; },
      '/answer/requests/decision/today': (told) => { told.answer.requests.decision.today = '2026-11-01'; },
    };
    for (const [name, change] of Object.entries(changes)) {
      const changed = copy(receipt);
      change(changed);
      assert.equal(shop.verify(changed).holds, false, name);
    }
  });

  test('is given for a claim of this very shop only', async () => {
    const other = await open(text);
    const claim = shop.checkClaim(draft());
    assert.throws(() => other.receipt(claim), TypeError);
    assert.throws(() => shop.receipt({ ...claim }), TypeError);
    assert.equal(other.verify(shop.receipt(claim)).holds, true);
  });
});

test('an engine that stops over a claim is started afresh, and the claim is checked', async (context) => {
  const armed = armTraps();
  context.after(armed.end);
  const again = await import(`${new URL('../../target/npm/makegood/claim.node.js', import.meta.url).href}?stops`);
  const stopping = await again.open(text);
  const right = stopping.checkClaim(draft());
  const told = [];
  stopping.addEventListener('restart', ({ detail }) => { told.push(detail.call); });
  for (let round = 0; round < 50; round += 1) {
    armed.check_claim = 1;
    assert.deepEqual(stopping.checkClaim(draft()), right);
  }
  assert.deepEqual(told, Array(50).fill('check_claim'));
  assert.equal(stopping.verify(stopping.receipt(stopping.checkClaim(draft()))).holds, true);
});
