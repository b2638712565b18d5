import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { faults, wcag } from './shop-page.mjs';

const storefront = fileURLToPath(new URL('../../www/storefront/', import.meta.url));
const pages = {
  en: { front: '/', product: '/product.html', order: '/order.html', earlier: '/order-0977.html', repair: '/repair.html' },
  'zh-CN': { front: '/zh/', product: '/zh/product.html', order: '/zh/order.html', earlier: '/zh/order-0977.html', repair: '/zh/repair.html' },
};

/** Everything the console says, and every request that leaves our own server. */
function watched(page) {
  const heard = [];
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1') heard.push(`request: ${request.url()}`);
  });
  return heard;
}

const element = (page) => page.locator('makegood-returns');
const quote = (page) => page.locator('makegood-quote');
const state = (page) => element(page).evaluate((node) => node.state);

async function findings(page) {
  const violations = await faults(page, wcag);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Answers every question: the first answer that is offered, but that the box was not opened. */
async function answer(page) {
  const form = element(page).locator('form');
  for (let question = 0; question < 12 && await state(page) === 'asking'; question += 1) {
    const fact = await form.getAttribute('data-fact');
    await form.getByRole('radio').nth(fact === 'opened' ? 1 : 0).check();
    await form.locator('button[type=submit]').click();
    await expect.poll(async () => await state(page) !== 'asking' || await form.getAttribute('data-fact') !== fact).toBe(true);
  }
}

const triage = (page) => page.locator('makegood-triage');
const triageState = (page) => triage(page).evaluate((node) => node.state);

/** Answers a question of the triage by the place of the answer, or tells that what was tried did not help. */
async function tell(page, ...answers) {
  for (const answer of answers) {
    const before = await triage(page).locator('[part="answered"] > div').count();
    if (answer === 'no') await triage(page).locator('[part~="unsolved"]').click();
    else {
      await triage(page).locator('form.question label').nth(answer).click();
      await triage(page).locator('form.question button').click();
    }
    await expect(triage(page).locator('[part="answered"] > div')).toHaveCount(before + 1);
  }
}

const quoteState = (page) => quote(page).evaluate((node) => node.state);

/** Chooses a device, unless the page did, and a fault, and asks for the price. */
async function price(page, model, fault) {
  if (model !== null) await quote(page).locator(`.tile:has([value="${model}"])`).click();
  await quote(page).locator(`.tile:has([value="${fault}"])`).click();
  await quote(page).locator('form.picking button[type=submit]').click();
}

for (const [language, addresses] of Object.entries(pages)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [390, 1280]) {
      test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
        test.use({ colorScheme, viewport: { width, height: 900 } });

        test('the front page is clean', async ({ page }) => {
          const heard = watched(page);
          await page.goto(addresses.front);
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await findings(page)).toEqual([]);
          await fits(page, width);
          expect(heard).toEqual([]);
        });

        test('the product page says what a purchase of today would bring', async ({ page }) => {
          const heard = watched(page);
          await page.goto(addresses.product);
          await element(page).scrollIntoViewIfNeeded();
          await expect.poll(() => state(page)).toMatch(/^(yes|maybe)$/);
          await expect(element(page).locator('[part~=headline]').first()).toContainText(/\p{L}/u);
          // For a fault the best is by law; what the shop promises is told all the same.
          await expect(element(page).getByText(`${language === 'en' ? 'The shop’s promise' : '商家的承诺'} · `).first()).toBeVisible();
          expect(await findings(page)).toEqual([]);
          await fits(page, width);
          expect(heard).toEqual([]);
        });

        test('the order page answers for an item', async ({ page }) => {
          const heard = watched(page);
          await page.goto(addresses.order);
          await page.locator('[data-line="61000000010421"] button').click();
          await expect.poll(() => state(page)).toBe('asking');
          expect(await findings(page)).toEqual([]);
          await answer(page);
          expect(await state(page)).toBe('yes');
          await expect(element(page).locator('time').first()).toHaveAttribute('datetime', /^2026-1[12]-\d\d$/);
          expect(await findings(page)).toEqual([]);
          await fits(page, width);
          expect(heard).toEqual([]);
        });

        test('the repair page asks when a device came that may be mended for free', async ({ page }) => {
          const heard = watched(page);
          await page.goto(addresses.repair);
          await price(page, 'aurora-one', 'tele-camera');
          await expect.poll(() => quoteState(page)).toBe('asking');
          expect(await findings(page)).toEqual([]);
          await quote(page).locator('input[type=date]').fill('2026-06-01');
          await quote(page).locator('form.question button').click();
          await expect(quote(page).locator('form.question input[type=date]')).toHaveCount(0);
          expect(await findings(page)).toEqual([]);
          await fits(page, width);
          expect(heard).toEqual([]);
        });

        test('whoever is not sure what is wrong is led through self-help to the price', async ({ page }) => {
          const heard = watched(page);
          await page.goto(addresses.repair);
          await page.locator('details.unsure summary').click();
          await expect.poll(() => triageState(page)).toBe('asking');
          expect(await findings(page)).toEqual([]);
          // A phone that is stuck, and nothing happened to it.
          await tell(page, 0, 1, 0);
          await expect.poll(() => triageState(page)).toBe('trying');
          expect(await findings(page)).toEqual([]);
          await fits(page, width);
          await tell(page, 'no', 'no');
          await expect.poll(() => triageState(page)).toBe('confirming');
          expect(await findings(page)).toEqual([]);
          await triage(page).locator('[part~="primary"]').click();
          await expect.poll(() => triageState(page)).toBe('known');
          await expect(triage(page).locator('[part="headline"]')).toBeFocused();
          expect(await findings(page)).toEqual([]);
          await fits(page, width);
          await page.locator('a[href="#quote"]').click();
          await expect(page.locator('#quote')).toBeFocused();
          await expect.poll(() => quoteState(page)).toBe('picking');
          await quote(page).locator('.tile:has([value="aurora-one"])').click();
          await expect(quote(page).locator('[value="freezes"]')).toBeChecked();
          await quote(page).locator('form.picking button[type=submit]').click();
          // What was tried is not asked for again, and the cause is known.
          await expect.poll(() => quoteState(page)).toBe('asking');
          await expect(quote(page).locator('form.question')).toHaveAttribute('data-fact', 'delivered');
          expect(heard).toEqual([]);
        });

        test('the repair page says what a cracked screen costs', async ({ page }) => {
          const heard = watched(page);
          await page.goto(addresses.repair);
          await expect.poll(() => quoteState(page)).toBe('picking');
          expect(await findings(page)).toEqual([]);
          await price(page, 'aurora-one', 'screen-broken');
          // No version of the policy ever mended that for free, so that nothing has to be asked.
          await expect.poll(() => quoteState(page)).toBe('quoted');
          await expect(quote(page).locator('.amount')).toHaveText([/645\.00/, /445\.00/, /310\.00/]);
          expect(await findings(page)).toEqual([]);
          await fits(page, width);
          expect(heard).toEqual([]);
        });
      });
    }
  }

  test(`the order page leads to the prices of a device, with what the order says (${language})`, async ({ page }) => {
    const heard = watched(page);
    await page.goto(addresses.order);
    await page.getByLabel(/Demo day|演示日期/).fill('2026-11-25');
    await page.locator('[data-line="61000000010421"] .ask a[href*=repair]').click();
    await expect(page).toHaveURL(new RegExp(`${addresses.repair.replace('.', '\\.')}\\?`));
    await expect.poll(() => quoteState(page)).toBe('picking');
    await expect(page.locator('.own')).toContainText('AU-1042');
    await price(page, null, 'charging-port');
    await expect.poll(() => quoteState(page)).toBe('self-help');
    await quote(page).locator('.row .primary').click();
    await expect.poll(() => quoteState(page)).toBe('asking');
    await quote(page).locator('form.question input').first().check();
    await quote(page).locator('form.question button').click();
    await expect.poll(() => quoteState(page)).toBe('free');
    expect(await quote(page).evaluate((node) => [node.quote.today, node.quote.faults[0].by.clause])).toEqual(['2026-11-25', '4.1']);
    expect(heard).toEqual([]);
  });

  test(`the order page works with the keyboard alone (${language})`, async ({ page }) => {
    await page.goto(addresses.order);
    const button = page.locator('[data-line="61000000010421"] button');
    await expect(button).toBeVisible();
    for (let press = 0; press < 40 && !await button.evaluate((node) => node === document.activeElement); press += 1) await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#aftersales')).toBeFocused();
    await expect.poll(() => state(page)).toBe('asking');
    for (let question = 0; question < 12 && await state(page) === 'asking'; question += 1) {
      const before = await element(page).locator('form').getAttribute('data-fact');
      for (let press = 0; press < 12; press += 1) {
        if (await focused(page) === 'radio') break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await expect.poll(async () => await state(page) !== 'asking'
        || await element(page).locator('form').getAttribute('data-fact') !== before).toBe(true);
    }
    expect(await state(page)).toMatch(/^(yes|no|maybe)$/);
  });

  test(`a policy's own day governs: the earlier order has no member window (${language})`, async ({ page }) => {
    await page.goto(addresses.earlier);
    await page.locator('[data-line="61000000009771"] button').click();
    await expect.poll(() => state(page)).toBe('asking');
    await answer(page);
    const decision = await element(page).evaluate((node) => node.decision);
    expect(decision.items[0].policy.version).toBe('2025-01-01');
    expect(await state(page)).toBe('no');
  });
}

test('moving the day closes the window', async ({ page }) => {
  const heard = watched(page);
  await page.goto('/order.html');
  await page.locator('[data-line="61000000010421"] button').click();
  await expect.poll(() => state(page)).toBe('asking');
  await answer(page);
  expect(await state(page)).toBe('yes');
  const day = page.getByLabel('Demo day');
  await day.fill('2026-12-03');
  await expect.poll(() => state(page)).toBe('yes');
  await day.fill('2026-12-04');
  await expect.poll(() => state(page)).toBe('no');
  await expect(element(page)).toContainText(/repair/i);
  expect(heard).toEqual([]);
});

test('another item starts afresh', async ({ page }) => {
  await page.goto('/order.html');
  await page.locator('[data-line="61000000010421"] button').click();
  await expect.poll(() => state(page)).toBe('asking');
  await answer(page);
  await page.locator('[data-line="61000000010422"] button').click();
  await expect.poll(() => state(page)).toBe('asking');
  await expect(element(page).locator('form')).toHaveAttribute('data-fact', 'reason');
});

test('every line of the order is read as Shopify wrote it', async ({ page }) => {
  await page.goto('/order.html');
  await expect.poll(() => element(page).evaluate((node) => node.order?.items?.length)).toBe(5);
  const order = await element(page).evaluate((node) => node.order);
  expect(order.facts).toMatchObject({ purchased: '2026-11-10', member: true, country: 'CN' });
  expect(order.items.map(({ title, quantity, returned, facts }) => [title, quantity, returned, facts.delivered ?? null, facts.price])).toEqual([
    ['Aurora One phone, 256 GB', 1, 0, '2026-11-19', '3999.00 CNY'],
    ['Halo noise-cancelling headphones', 3, 1, '2026-11-12', '869.00 CNY'],
    ['Lumen Photo 4, boxed', 1, 0, '2026-11-12', '499.00 CNY'],
    ['Braided USB-C cable, 2 m', 1, 0, '2026-11-12', '29.00 CNY'],
    ['Dock Seven docking station', 1, 0, null, '629.00 CNY'],
  ]);
});

test('an item without a delivery note is answered with both ends', async ({ page }) => {
  await page.goto('/order.html');
  await page.locator('[data-line="61000000010425"] button').click();
  await expect.poll(() => state(page)).toBe('asking');
  await answer(page);
  const decision = await element(page).evaluate((node) => node.decision);
  const until = decision.items[0].remedies.flatMap(({ offers }) => offers).map((offer) => offer.until).find((found) => found !== null);
  expect(until.least).not.toBe(null);
  expect(until.most).toBe(null);
  expect(until.settledBy).toBe('delivered');
});

test.describe('320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  for (const address of [...Object.values(pages).flatMap((addresses) => Object.values(addresses)), '/policy.html']) {
    test(`${address} needs no scrolling sideways`, async ({ page }) => {
      await page.goto(address);
      await fits(page, 320);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const addresses of Object.values(pages)) {
    for (const address of [addresses.product, addresses.order, addresses.repair]) {
      test(`${address} links to the written policy`, async ({ page }) => {
        await page.goto(address);
        const link = page.locator('makegood-returns a, makegood-quote a');
        await expect(link).toBeVisible();
        await expect(page.locator('.demo-day')).toBeHidden();
        await link.click();
        await expect(page).toHaveURL(/\/policy\.html/);
      });
    }
  }
});

test('the written policy says what the policy document says', async ({ page }) => {
  const versions = JSON.parse(readFileSync(`${storefront}policy.json`, 'utf8'));
  await page.goto('/policy.html');
  expect(await findings(page)).toEqual([]);
  for (const [id, language] of [['en', 'en'], ['zh', 'zh-CN']]) {
    const section = page.locator(`#${id}`);
    await expect(section).toHaveAttribute('lang', language);
    const clauses = await section.locator('dl').evaluateAll((lists) => lists.flatMap((list) => [...list.querySelectorAll('dt')].map((term) => ({
      clause: term.textContent, text: term.nextElementSibling.textContent.replace(/\s+/g, ' '),
    }))));
    const rules = versions.toReversed().flatMap((version) => version.rules);
    expect(clauses.map(({ clause }) => clause)).toEqual(rules.map(({ clause }) => clause));
    for (const [index, rule] of rules.entries()) {
      expect(clauses[index].text).toContain(rule.title[language]);
      expect(clauses[index].text).toContain(rule.text[language]);
    }
  }
});

test('no link of the storefront leads nowhere', async ({ page, request }) => {
  const files = readdirSync(storefront, { recursive: true }).map(String).filter((file) => file.endsWith('.html'));
  expect(files.length).toBe(13);
  const addresses = new Set();
  for (const file of files) {
    await page.goto(`/${file}`);
    expect(await page.evaluate(() => document.querySelectorAll('style, [style], script:not([src]):not([type="application/json"])').length)).toBe(0);
    const found = await page.evaluate(() => [...document.querySelectorAll('[href], img')].map((node) => node.href || node.src));
    for (const address of found) addresses.add(address.split('#')[0]);
  }
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
});

async function fits(page, width) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

/** The kind of control that has the focus, also inside the element. */
async function focused(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('type') ?? at?.localName;
  });
}

test('the order page says what comes back for several things, on the day of the demo', async ({ page }) => {
  const heard = watched(page);
  await page.goto('/order.html');
  const settlement = page.locator('makegood-settlement');
  await settlement.scrollIntoViewIfNeeded();
  await settlement.getByRole('checkbox', { name: /^Aurora One/ }).check();
  await settlement.getByRole('checkbox', { name: /^Halo/ }).check();
  for (const label of ['I changed my mind', 'No, it is still sealed']) {
    await settlement.getByRole('radio', { name: label }).check();
    await settlement.getByRole('button', { name: 'Continue' }).click();
  }
  await expect(settlement.locator('.headline')).toHaveText('CN¥5,737.00 comes back');
  await expect(settlement.locator('.onto li')).toHaveText([/ to Alipay$/, /^CN¥[\d.]+ as a voucher: Aurora gift card$/]);
  expect(await findings(page)).toEqual([]);
  // What is kept no longer comes to the amount of the promotion.
  await settlement.getByRole('button', { name: /fewer/i }).click();
  await expect(settlement.locator('.headline')).toHaveText('CN¥4,838.00 comes back');
  await expect(settlement).toContainText('What you keep no longer comes to the amount that this discount asks for');
  await page.locator('#demo-day').fill('2027-03-01');
  await expect.poll(() => settlement.evaluate(({ state }) => state)).toBe('nothing');
  expect(heard).toEqual([]);
});
