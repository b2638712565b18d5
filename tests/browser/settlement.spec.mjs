import { accessibleInEveryMode } from './modes.mjs';
import { expect, focused, inState as stateOf, test } from './shop-page.mjs';

const element = (page) => page.locator('makegood-settlement');
const inState = (page, state) => stateOf(page, state, element(page));
const open = (page, url) => page.goto(`${url}pages/settlement.html`);
const tick = (page, name) => element(page).getByRole('checkbox', { name }).check();
const press = (page, name) => element(page).getByRole('button', { name, exact: true }).click();

/** Answers the open question. */
async function answer(page, label) {
  await element(page).getByRole('radio', { name: label, exact: true }).check();
  await press(page, 'Continue');
}

/** Changes the order of the page before anything reads it. */
const orderWith = (page, change) => element(page).evaluate((host, written) => {
  const order = JSON.parse(document.querySelector('#order').textContent);
  new Function('order', written)(order);
  host.order = order;
}, change);

/** The way to each state. */
const states = {
  empty: async (page, url) => {
    await open(page, url);
    await element(page).evaluate((host) => { host.removeAttribute('order'); });
  },
  loading: async (page, url) => {
    await page.route('**/settlement.json', () => {});
    await open(page, url);
  },
  picking: async (page, url) => {
    await open(page, url);
  },
  asking: async (page, url) => {
    await open(page, url);
    await tick(page, /^Cup/);
  },
  settled: async (page, url) => {
    await states.asking(page, url);
    await answer(page, 'I changed my mind');
    await answer(page, 'No, it is still sealed');
  },
  range: async (page, url) => {
    await states.asking(page, url);
    await answer(page, 'It has a fault');
  },
  nothing: async (page, url) => {
    await states.asking(page, url);
    await answer(page, 'I changed my mind');
    await answer(page, 'Yes, it has been opened');
  },
  problem: async (page, url) => {
    await page.route('**/settlement.json', (route) => route.fulfill({ json: { makegood: 1 } }));
    await open(page, url);
  },
  failed: async (page, url) => {
    await page.route('**/settlement.wasm', (route) => route.fulfill({ status: 404 }));
    await open(page, url);
  },
};

accessibleInEveryMode(states, inState);

test('no state says anything to the console under the strictest policy', async ({ page, strict, said }) => {
  for (const state of Object.keys(states).filter((name) => name !== 'problem' && name !== 'failed')) {
    await states[state](page, strict);
    await inState(page, state);
    await page.unrouteAll();
  }
  expect(said).toEqual([]);
});

test('the page’s own content stays until there is an answer, and when there is none', async ({ page, strict }) => {
  for (const state of ['empty', 'loading', 'problem', 'failed']) {
    await states[state](page, strict);
    await inState(page, state);
    await expect(page.getByRole('link', { name: 'What we give back' }), state).toBeVisible();
    await page.unrouteAll();
  }
  await states.picking(page, strict);
  await inState(page, 'picking');
  await expect(page.getByText('What we give back')).toBeHidden();
});

test('the lines are a table that comes to its total, and so is what comes onto each means', async ({ page, strict }) => {
  await states.settled(page, strict);
  await inState(page, 'settled');
  const host = element(page);
  const table = host.getByRole('table', { name: 'What comes back' });
  await expect(table.locator('tbody .what')).toHaveText(['2 × Cup', '2 × Cup: discount “Autumn”', 'Discount “Autumn”', 'Gift: Towel', '2 × Cup: Handling']);
  await expect(table.locator('tbody td')).toHaveText(['€500.00', '-€90.91', '-€109.09', '-€9.90', '-€4.00']);
  await expect(table.locator('tbody tr').nth(2)).toContainText('What you keep no longer comes to the amount that this discount asks for');
  await expect(table.locator('tbody tr').nth(2)).toContainText('Shop’s promise, clause 2.1');
  await expect(table.locator('tfoot tr')).toHaveText(/Comes back\s*€286\.10/);
  await expect(host.locator('.headline')).toHaveText('€286.10 comes back');
  await expect(host.locator('.onto li')).toHaveText([/ to Visa$/, / to Wallet$/]);
  expect(await host.evaluate(({ settlement }) => settlement.refund)).toEqual({ least: '286.10', most: '286.10' });
});

test('units are counted up and down, with the answer told and the focus kept', async ({ page, strict }) => {
  await states.settled(page, strict);
  const host = element(page);
  await press(page, 'One fewer: Cup');
  await expect(host.getByRole('group', { name: 'Units of Cup that go back' })).toContainText('1 of 2');
  await expect(host.getByRole('button', { name: 'One fewer: Cup' })).toBeFocused();
  await expect(host.getByRole('button', { name: 'One fewer: Cup' })).toHaveAttribute('aria-disabled', 'true');
  await expect(host.locator('tbody .what').first()).toHaveText('Cup');
  const headline = await host.locator('.headline').textContent();
  await expect(host.getByRole('status')).toHaveText(headline);
  await host.getByRole('button', { name: 'One fewer: Cup' }).press('Enter');
  await expect(host.locator('.headline')).toHaveText(headline);
  await press(page, 'One more: Cup');
  await expect(host.locator('.headline')).toHaveText('€286.10 comes back');
  await tick(page, 'Towel');
  await expect(host.locator('.headline')).toHaveText('€296.00 comes back');
  await expect(host.getByText('All of it has gone back already.')).toBeVisible();
  for (const name of [/^Cup/, 'Towel']) await host.getByRole('checkbox', { name }).uncheck();
  await inState(page, 'picking');
  await expect(host.getByRole('status')).toHaveText('Choose what goes back, and you see what comes back for it.');
});

test('while the shop does not say, both ends are shown with what settles it', async ({ page, strict }) => {
  await states.range(page, strict);
  await inState(page, 'range');
  const host = element(page);
  await expect(host.locator('.headline')).toHaveText('€300.00 to €409.09 comes back');
  await expect(host.getByRole('table', { name: 'At the least' }).locator('tfoot td')).toHaveText('€300.00');
  await expect(host.getByRole('table', { name: 'At the most' }).locator('tfoot td')).toHaveText('€409.09');
  await expect(host.locator('.pending li')).toHaveText([/^The right that applies here does not say whether a discount is taken back/]);
});

test('everything is done with the keyboard, and an answer is told to the page', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'picking');
  await page.evaluate(() => {
    globalThis.told = [];
    document.addEventListener('makegood-settlement', ({ detail }) => globalThis.told.push(detail.settlement.refund.most));
  });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await inState(page, 'asking');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('−');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('I changed my mind');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(element(page).getByRole('group', { name: /opened/i })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await inState(page, 'settled');
  expect(await focused(page)).toContain('comes back');
  expect((await page.evaluate(() => globalThis.told)).length).toBe(4);
});

test('an answer can be changed', async ({ page, strict }) => {
  await states.nothing(page, strict);
  await inState(page, 'nothing');
  await expect(element(page).locator('.verdict')).toContainText('neither the shop’s promise nor the law');
  await element(page).getByRole('button', { name: /^Change the answer to “.*opened/ }).click();
  await answer(page, 'No, it is still sealed');
  await inState(page, 'settled');
});

test('the page can tick items, and changes the order at any time', async ({ page, strict }) => {
  await open(page, strict);
  await element(page).evaluate((host) => { host.setAttribute('back', 'pot spoon'); });
  await inState(page, 'asking');
  await expect(element(page).getByRole('checkbox', { name: 'Pot' })).toBeChecked();
  await element(page).evaluate((host) => {
    host.removeAttribute('back');
    host.order = {
      facts: { reason: 'defect' }, items: [{ id: 'one', facts: { price: '5.00' } }], order: { payments: [{ id: 'card', amount: '5.00' }] },
    };
  });
  await inState(page, 'picking');
  await tick(page, 'one');
  await inState(page, 'settled');
  await expect(element(page).locator('.onto li')).toHaveText(['€5.00 to card']);
});

test('an order that does not add up is a problem that the console explains', async ({ page, strict, said }) => {
  await open(page, strict);
  await inState(page, 'picking');
  await element(page).evaluate((host) => {
    host.order = { items: [{ id: 'one', facts: { price: '5.00' } }], order: { payments: [{ id: 'card', amount: '6.00' }] } };
    host.back = ['one'];
  });
  await inState(page, 'problem');
  expect(said.join('\n')).toContain('/order/payments');
});

for (const [language, headline] of Object.entries({ 'zh-CN': '退还 €286.10', 'de': '286,10 € kommen zurück', 'ja': '€286.10が戻ります' })) {
  test(`it speaks the language of the page: ${language}`, async ({ page, strict }) => {
    await states.settled(page, strict);
    await inState(page, 'settled');
    await page.evaluate((tag) => { document.documentElement.lang = tag; }, language);
    await expect.poll(async () => (await element(page).locator('.headline').textContent()).replaceAll('\u00a0', ' ')).toBe(headline);
    await expect(element(page).locator('tbody')).not.toContainText('Cup');
  });
}
