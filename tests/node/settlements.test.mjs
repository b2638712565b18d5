import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MakegoodProblem, open } from 'makegood/settlement';
import { coins, randomSettlement } from './settlements.mjs';

const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);

test('lines come to the refund, and so does what comes onto the means of payment', async () => {
  let [ranges, owed, vouchers] = [0, 0, 0];
  for (let seed = 1; seed <= 2500; seed += 1) {
    const { policy, request } = randomSettlement(seed);
    const shop = await open(policy);
    const settlement = shop.settle(request);
    for (const end of ['least', 'most']) {
      const { lines, onto } = settlement[end];
      const refund = coins(settlement.refund[end]);
      assert.equal(sum(lines.map(({ effect, amount }) => effect === 'back' ? coins(amount) : -coins(amount))), refund, `lines of ${seed}`);
      assert.equal(sum(onto.map(({ amount }) => coins(amount))), refund, `payments of ${seed}`);
    }
    assert.ok(coins(settlement.refund.least) <= coins(settlement.refund.most), `range of ${seed}`);
    ranges += settlement.refund.least === settlement.refund.most ? 0 : 1;
    owed += settlement.least.owed === null ? 0 : 1;
    vouchers += settlement.most.onto.some(({ as }) => as === 'voucher' || as === 'open') ? 1 : 0;
  }
  for (const count of [ranges, owed, vouchers]) assert.ok(count >= 50, `${[ranges, owed, vouchers]}: too few of a kind`);
});

test('a request that does not add up is a problem, with its place', async () => {
  const { policy } = randomSettlement(7);
  const shop = await open({ ...policy, shop: { ...policy.shop, currency: 'EUR' } });
  const wrong = { today: '2026-06-10', items: [{ id: 'a', facts: { price: '5.00' } }], order: { payments: [{ id: 'card', amount: '6.00' }] }, back: [{ item: 'a' }] };
  assert.throws(() => shop.settle(wrong), (error) => error instanceof MakegoodProblem && error.problems[0].pointer === '/order/payments');
  assert.throws(() => shop.settle({ ...wrong, back: [{ item: 'z' }] }), MakegoodProblem);
});

test('what one settlement gives goes into the next as it is, also what is `null`', async () => {
  const { policy } = randomSettlement(7);
  const shop = await open({ ...policy, shop: { ...policy.shop, currency: 'EUR' } });
  const request = (returned, order) => ({
    today: '2026-06-10', items: [{ id: 'a', quantity: 3, returned, facts: { price: '33.33' } }], back: [{ item: 'a', units: 1 }],
    order: { discounts: [{ id: 'x', kind: 'promotion', amount: '10.00' }], ...order },
  });
  const { least, most } = shop.settle(request(0, { payments: [{ id: 'card', method: null, amount: '89.99' }] }));
  assert.deepEqual([most.owed, most.onto[0].method], [null, null]);
  const [{ id, method, amount: refunded }] = most.onto;
  const next = shop.settle(request(1, { payments: [{ id, method, amount: '89.99', refunded }], rest: most.rest, owed: most.owed }));
  assert.deepEqual([refunded, next.refund.least, least.owed], ['29.99', '30.00', null]);
  for (const order of [{ owed: 5 }, { payments: [{ id: 'card', method: 5, amount: '89.99' }] }]) {
    assert.throws(() => shop.settle(request(0, { payments: [{ id: 'card', amount: '89.99' }], ...order })), MakegoodProblem);
  }
});

test('what may be taken because nothing says so rests on no right', async () => {
  const shop = await open({
    makegood: 1, id: 'shop', version: '1', shop: { name: 'Shop', timeZone: 'UTC', currency: 'EUR', languages: ['en'] },
    rules: [{ id: 'r', clause: '1', title: 'R', grants: [{ remedy: 'refund', carriage: 'shopper', settles: { promotion: 'open' } }] }],
  });
  const { open: untold, least } = shop.settle({
    today: '2026-06-10', items: [{ id: 'pot', facts: { price: '600.00' } }, { id: 'cup', facts: { price: '500.00' } }], back: [{ item: 'cup' }],
    order: { discounts: [{ id: 'x', kind: 'promotion', amount: '200.00', needs: '1000.00' }], payments: [{ id: 'card', amount: '900.00' }] },
  });
  assert.deepEqual(untold, ['promotion']);
  assert.deepEqual(least.lines.map(({ code, right }) => [code, right?.rule ?? null]), [['price', 'r'], ['promotion-share', 'r'], ['promotion-lost', null]]);
});
