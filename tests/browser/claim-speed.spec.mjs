// How long a claim keeps a page from answering, on a processor that is four times slower.
import { readFileSync } from 'node:fs';
import { expect, test } from './shop-page.mjs';

const policy = JSON.parse(readFileSync(new URL('../../www/storefront/policy.json', import.meta.url), 'utf8'));

/** Twelve fields as a shopper types them, in the form of the demo. */
const draft = {
  today: '2026-11-27', language: 'en-GB', facts: { category: 'phones', price: '3999.00' },
  fields: {
    order: ' 1042', purchased: '5/11/2026', reason: 'defect', model: 'aurora-one', fault: 'screen-broken', defectNoticed: '20 Nov 2026',
    happened: 'It fell.', remedy: 'repair', name: 'Yue  Lin', email: 'YUE@EXAMPLE.COM', phone: '+86 138 0013 8000', address: '1 Example Road',
  },
};

test('a claim of 12 fields is checked between two frames, at a quarter of the speed', async ({ page, lax }) => {
  await page.goto(`${lax}pages/bare.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = await page.evaluate(async ({ policy, draft }) => {
    const { open } = await import('/makegood/claim.js');
    const shop = await open(policy);
    const times = [];
    for (let round = 0; round < 60; round += 1) {
      const began = performance.now();
      const { done } = shop.checkClaim(draft);
      times.push(performance.now() - began);
      if (done < 5) throw new Error(`only ${done} fields are there`);
      await new Promise((go) => { setTimeout(go); });
    }
    return times;
  }, { policy, draft });
  const [first] = times;
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(times.length * share)];
  const measured = `first ${first.toFixed(1)} ms, median ${at(0.5).toFixed(1)} ms, nine of ten below ${at(0.9).toFixed(1)} ms`;
  test.info().annotations.push({ type: 'measured', description: measured });
  console.log(`a claim of 12 fields at a quarter of the speed: ${measured}`);
  // A machine that is shared is slower at times; the quickest calls tell what the engine takes.
  expect(at(0.1)).toBeLessThan(16);
});
