// Claims that a browser's engine checked, sent to the demo's server, and the pages on which it shows them.
import { expect, faults, test, wcag } from './shop-page.mjs';

const server = process.env.MAKEGOOD_SERVER;

/** Fills in a claim for the laptop of an order as the engine asks, and sends it, perhaps changed. */
const send = (page, name, done = null) => page.evaluate(async ({ name, done }) => {
  const { open } = await import('/makegood/claim.js');
  const order = await (await fetch('/api/orders/0977')).json();
  const shop = await open('/policy.json', { country: order.country });
  const [item] = order.items;
  const bytes = new Uint8Array([0x89, ...new TextEncoder().encode('PNG\r\n\x1a\n'), ...new TextEncoder().encode(name)]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const draft = {
    today: '2026-11-22', language: 'en', facts: { ...order.facts, ...item.facts },
    item: { id: item.id, quantity: item.quantity, returned: item.returned },
    fields: { order: order.name, name, reason: 'not-as-described' }, evidence: [],
  };
  const typed = { email: 'yue@example.com', date: '2026-11-20', phone: '+8657188880000', bool: true };
  let claim = shop.checkClaim(draft);
  for (let round = 0; round < 20 && !claim.complete; round += 1) {
    for (const { id, type, values, example } of claim.fields.filter(({ required, state }) => required && state === 'empty')) {
      const [open] = (values ?? []).filter(({ value, finding }) => finding !== 'no' && !values.some(({ under }) => under === value));
      draft.fields[id] = open?.value ?? example ?? typed[type] ?? 'It is <b>not</b> as described.';
    }
    const need = claim.evidence.find(({ required, given, least }) => required && given < least);
    if (need) draft.evidence.push({ for: need.id, name: `${name}.png`, type: 'image/png', bytes: bytes.length, sha256 });
    claim = shop.checkClaim(draft);
  }
  const receipt = shop.receipt(claim);
  if (done !== null) receipt.answer.done = done;
  const form = new FormData();
  form.append('receipt', JSON.stringify(receipt));
  for (const { name: file } of draft.evidence) form.append('file', new Blob([bytes]), file);
  const response = await fetch('/api/claims', { method: 'POST', body: form });
  return { status: response.status, complete: claim.complete, ...await response.json() };
}, { name, done });

async function clean(page, language) {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const violations = await faults(page, wcag);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
}

for (const [colorScheme, width, language] of [['light', 390, 'en'], ['dark', 1280, 'zh-CN'], ['light', 1280, 'en'], ['dark', 390, 'zh-CN']]) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 }, locale: language });

    test('what the browser checked is received, and its sender and the merchant see it', async ({ page, said }) => {
      await page.goto(`${server}order-0977.html`);
      const name = `Yue <i>悦</i> ${language} ${colorScheme} ${width}`;
      const sent = await send(page, name);
      expect(sent).toMatchObject({ status: 201, complete: true, number: expect.stringMatching(/^C-\d{6}$/) });
      await page.goto(new URL(sent.link, server).href);
      await clean(page, language);
      await expect(page.locator('main')).toContainText(name);
      await page.goto(`${server}merchant`);
      await clean(page, language);
      await page.locator('#key').fill(process.env.MAKEGOOD_SERVER_KEY);
      await page.locator('main button').click();
      await expect(page).toHaveURL(/\/merchant\/claims/);
      await clean(page, language);
      await page.getByRole('link', { name: sent.number }).click();
      await clean(page, language);
      await expect(page.locator('main')).toContainText(name);
      const download = page.waitForEvent('download');
      await page.locator('.files a[download]').first().click();
      expect((await download).suggestedFilename()).toBe(`Yue i悦i ${language} ${colorScheme} ${width}.png`);
      expect(said).toEqual([]);
    });
  });
}

test('what was changed on the way is refused with a code and a sentence', async ({ page }) => {
  await page.goto(`${server}order-0977.html`);
  const refused = await send(page, 'changed', 99);
  expect(refused).toMatchObject({ status: 422, code: 'receipt.changed', title: 'The receipt was changed' });
});

test('nobody without the key sees claims', async ({ page }) => {
  const closed = await page.goto(`${server}merchant/claims`);
  expect(closed.status()).toBe(403);
  await expect(page.locator('#key')).toBeVisible();
  const nothing = await page.goto(`${server}claims/${'0'.repeat(48)}`);
  expect(nothing.status()).toBe(404);
});
