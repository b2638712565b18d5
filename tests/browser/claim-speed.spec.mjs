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

test('a claim of 12 fields is no long task at a quarter of the speed', async ({ page, lax }) => {
  await page.goto(`${lax}pages/bare.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = await page.evaluate(async ({ policy, draft }) => {
    const { open } = await import('/makegood/claim.js');
    const shop = await open(policy);
    const { order, happened, remedy, name, email, phone, address, model, fault, ...told } = draft.fields;
    const facts = { ...draft.facts, ...told, purchased: '2026-11-05', defectNoticed: '2026-11-20' };
    const jobs = {
      claim: () => shop.checkClaim(draft),
      decision: () => shop.decide({ today: draft.today, items: [{ id: 'phone', facts }] }),
      quote: () => shop.quote({ today: draft.today, model, faults: [{ id: fault }], facts }),
    };
    const times = {};
    for (const [name, job] of Object.entries(jobs)) {
      times[name] = [];
      for (let round = 0; round < 60; round += 1) {
        const began = performance.now();
        job();
        times[name].push(performance.now() - began);
        await new Promise((go) => { setTimeout(go); });
      }
    }
    if (jobs.claim().done < 10) throw new Error('the claim is not filled in');
    return times;
  }, { policy, draft });
  const at = (all, share) => all.toSorted((one, other) => one - other)[Math.floor(all.length * share)];
  const shown = Object.entries(times).map(([name, all]) => `${name} ${at(all, 0.1).toFixed(1)} to ${at(all, 0.9).toFixed(1)} ms, median ${at(all, 0.5).toFixed(1)}`);
  test.info().annotations.push({ type: 'measured', description: shown.join('; ') });
  console.log(`at a quarter of the speed: ${shown.join('; ')}`);
  // A machine that is shared is slower at times; the quickest call tells what the engine takes.
  expect(at(times.claim, 0)).toBeLessThan(50);
});
