import { armTraps } from '../trap.mjs';
import { answer, element, expect, inState, test } from './shop-page.mjs';

test.beforeEach(({ page }) => page.addInitScript(`globalThis.armed = (${armTraps})()`));

test('an engine that stops 1,000 times never leaves a dead page', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/bare.html`);
  const outcome = await page.evaluate(async () => {
    const { open } = await import('/makegood/index.js');
    const shop = await open('/pages/policy.json');
    const request = { today: '2026-03-10', items: [{ id: 'a', facts: { purchased: '2026-03-05', delivered: '2026-03-07', reason: 'defect' } }] };
    const right = JSON.stringify(shop.decide(request));
    const heard = { shop: 0, page: 0, restarts: [] };
    shop.addEventListener('restart', () => { heard.shop += 1; });
    addEventListener('makegood-restart', ({ detail }) => { heard.page += 1; heard.restarts.push(detail.restarts); });
    let wrong = 0;
    for (let at = 0; at < 1000; at += 1) {
      armed.decide = 1;
      if (JSON.stringify(shop.decide(request)) !== right) wrong += 1;
    }
    return { wrong, shop: heard.shop, page: heard.page, last: heard.restarts.at(-1), starts: armed.starts };
  });
  expect(outcome).toEqual({ wrong: 0, shop: 1000, page: 1000, last: 1000, starts: 1001 });
  expect(said).toEqual([]);
});

test('a shopper does not notice that the engine stopped', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'asking');
  await page.evaluate(() => {
    globalThis.restarts = 0;
    addEventListener('makegood-restart', () => { restarts += 1; });
    armed.decide = 1;
  });
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  expect(await page.evaluate(() => restarts)).toBe(1);
  expect(said).toEqual([]);
});

test('an engine that stops again and again gives way to the page’s own content, and a retry works', async ({ page, strict }) => {
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'asking');
  await page.evaluate(() => { armed.decide = 2; });
  await answer(page, 'It has a fault');
  await inState(page, 'failed');
  await expect(page.getByRole('link', { name: 'Our written policy' })).toBeVisible();
  await element(page).getByRole('button', { name: 'Try again' }).click();
  await inState(page, 'yes');
});
