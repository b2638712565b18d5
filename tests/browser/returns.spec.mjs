import { accessibleInEveryMode } from './modes.mjs';
import { answer, element, expect, faults, inState, test, unfold } from './shop-page.mjs';

/** Has the page get the shop's policy with a change. */
const policyWith = (page, change) => page.route('**/policy.json', async (route) => {
  const response = await route.fetch();
  const policy = await response.json();
  change(policy);
  await route.fulfill({ response, json: policy });
});

/** An answer that cites the law, of which one text can be read and one is a reading, and has days to keep. */
async function byLaw(page, url) {
  await policyWith(page, ({ rules }) => Object.assign(rules.find(({ id }) => id === 'exchange'), {
    cites: [
      { article: 'art. 24', sure: 'text', source: 'https://law.example/24' },
      { article: 'art. 8', sure: 'unverified' },
    ],
    proof: 'shop',
    grants: [{
      remedy: 'refund', carriage: 'shop', chooses: 'shopper',
      sendBy: { from: 'asked', length: '14 days' }, refundBy: { from: 'returnReceived', length: '7 days' },
    }],
  }));
  await page.goto(`${url}pages/order.html`);
  await answer(page, 'It has a fault');
}

/** The way to each state. */
const states = {
  empty: (page, url) => page.goto(`${url}pages/empty.html`),
  loading: async (page, url) => {
    await page.route('**/policy.json', () => {});
    await page.goto(`${url}pages/order.html`);
  },
  asking: (page, url) => page.goto(`${url}pages/order.html`),
  yes: async (page, url) => {
    await page.goto(`${url}pages/order.html`);
    await answer(page, 'It has a fault');
  },
  no: async (page, url) => {
    await page.goto(`${url}pages/order.html`);
    await answer(page, 'I changed my mind');
    await answer(page, 'No, something is missing');
  },
  maybe: async (page, url) => {
    await page.goto(`${url}pages/order.html`);
    await answer(page, 'I changed my mind');
    await answer(page, 'I am not sure');
  },
  problem: async (page, url) => {
    await policyWith(page, (policy) => { policy.rulez = []; });
    await page.goto(`${url}pages/order.html`);
  },
  failed: async (page, url) => {
    await page.route('**/engine.wasm', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${url}pages/order.html`);
  },
};

/** Puts the buyer into a country, and waits for its law. */
async function inCountry(page, country, region) {
  await inState(page, 'asking');
  const loaded = page.waitForResponse((response) => new URL(response.url()).pathname.startsWith('/makegood/law/packs/'));
  await element(page).evaluate((host, place) => { Object.assign(host, place); }, { country, ...(region ? { region } : {}) });
  await loaded;
  await inState(page, 'asking');
}

/** A fault of normal use, with every question answered. */
async function faultyIn(page, country) {
  await inCountry(page, country);
  await answer(page, 'It has a fault');
  await answer(page, 'It happened in normal use');
  // Not every law needs the day.
  const noticed = element(page).getByRole('textbox', { name: 'When did you first notice the fault?' });
  if (await noticed.count() > 0) {
    await noticed.fill('2026-03-09');
    await element(page).getByRole('button', { name: 'Continue' }).click();
  }
  await inState(page, 'yes');
}

accessibleInEveryMode(states, inState, {
  opened: (page) => unfold(element(page)),
  more: (options) => {
    test('an answer by law is accessible', async ({ page, strict }) => {
      if (options.forcedColors) await page.emulateMedia(options);
      await byLaw(page, strict);
      await inState(page, 'yes');
      await unfold(element(page));
      const violations = await faults(page);
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
    });

    test('the law beside the promise is accessible', async ({ page, strict }) => {
      if (options.forcedColors) await page.emulateMedia(options);
      await page.goto(`${strict}pages/order.html`);
      await faultyIn(page, 'DE');
      await unfold(element(page));
      const violations = await faults(page);
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
    });

    test('a product page is accessible', async ({ page, strict }) => {
      if (options.forcedColors) await page.emulateMedia(options);
      await page.goto(`${strict}pages/product.html`);
      await inState(page, 'yes');
      const violations = await faults(page);
      expect(violations).toEqual([]);
    });
  },
});

test('the page’s own content stays until there is an answer, and when there is none', async ({ page, strict }) => {
  for (const state of ['empty', 'loading', 'problem', 'failed']) {
    await states[state](page, strict);
    await inState(page, state);
    await expect(page.getByRole('link', { name: 'Our written policy' }), state).toBeVisible();
    await page.unrouteAll();
  }
  await states.asking(page, strict);
  await inState(page, 'asking');
  await expect(page.getByText('Our written policy')).toBeHidden();
});

test('an answer shows its day, its money, who pays for sending, and the clause behind it', async ({ page, strict }) => {
  await page.goto(`${strict}pages/order.html`);
  await answer(page, 'I changed my mind');
  await answer(page, 'Yes, everything');
  await answer(page, 'Yes, it has been opened');
  await inState(page, 'yes');
  const host = element(page);
  await expect(host.getByRole('heading', { level: 2 })).toHaveText('You can send this back for a refund until 14 March 2026.');
  await expect(host.locator('time')).toHaveAttribute('datetime', '2026-03-14');
  await expect(host.getByText('You pay for sending it')).toBeVisible();
  const money = host.locator('.money > div');
  await expect(money).toHaveText([/Price paid\s*CN¥99\.00/, /Opened box\s*-CN¥9\.90/, /You get back\s*CN¥89\.10/]);
  await expect(host.getByText('Complete goods may be sent back within 7 days.')).toBeHidden();
  await host.getByText('Why?').click();
  await expect(host.getByText('Complete goods may be sent back within 7 days.')).toBeVisible();
  await expect(host.getByRole('link', { name: 'Read the shop’s policy' })).toHaveAttribute('href', '/pages/written.html');
});

test('an answer tells the days to keep, who chooses, who proves, and the law with its source', async ({ page, strict }) => {
  await byLaw(page, strict);
  await inState(page, 'yes');
  await expect(element(page).locator('[part=notes] > li')).toHaveText([
    'Send it by 24 March 2026', 'The money must be back within 7 days from the goods’ arrival at the shop',
    'You choose what is done', 'The shop would have to prove that it had no fault',
  ]);
  await element(page).getByText('Why?').click();
  await expect(element(page).locator('[part=cites]')).toHaveText('art. 24 · art. 8 (not verified)');
  await expect(element(page).getByRole('link', { name: 'art. 24' })).toHaveAttribute('href', 'https://law.example/24');
});

test('only questions that matter are asked, one at a time, and each answer can be changed', async ({ page, strict }) => {
  await page.goto(`${strict}pages/order.html`);
  const host = element(page);
  await expect(host.getByRole('group')).toHaveCount(1);
  await answer(page, 'I changed my mind');
  await expect(host.getByRole('group', { name: 'Do you have all that came with it?' })).toBeVisible();
  await answer(page, 'No, something is missing');
  await inState(page, 'no');
  await host.getByRole('button', { name: 'Change the answer to “What is the matter?”' }).click();
  await expect(host.getByRole('radio', { name: 'I changed my mind' })).toBeChecked();
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await expect(host.getByText('Do you have all that came with it?')).toHaveCount(0);
  await host.getByRole('button', { name: 'Start over' }).click();
  await inState(page, 'asking');
  await expect(host.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a no offers the nearest ways out as buttons', async ({ page, strict }) => {
  await states.no(page, strict);
  await inState(page, 'no');
  await element(page).getByRole('button', { name: /^If it has a fault/ }).click();
  await inState(page, 'yes');
  await expect(element(page).getByRole('heading', { level: 2 })).toHaveText('You can exchange this free of charge until 22 March 2026.');
});

test('an answer that cannot be is refused kindly and can be mended', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await answer(page, 'I received the wrong item');
  const host = element(page);
  const field = host.getByRole('textbox', { name: 'How heavy is it, in kilograms?' });
  await field.fill('about two');
  await field.press('Enter');
  await expect(host.locator('#complaint')).toHaveText('This answer does not fit; please look at it once more.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue('about two');
  expect(await faults(page)).toEqual([]);
  await inState(page, 'asking');
  await field.fill('1.5');
  await field.press('Enter');
  await inState(page, 'yes');
  expect(said).toEqual([]);
});

test('going on without an answer is told, and nothing else happens', async ({ page, strict }) => {
  await page.goto(`${strict}pages/order.html`);
  await element(page).getByRole('button', { name: 'Continue' }).click();
  await expect(element(page).locator('#complaint')).toHaveText('Please choose an answer first.');
  await expect(element(page).getByRole('status')).toHaveText('Please choose an answer first.');
  expect(await faults(page)).toEqual([]);
});

test('a date is asked with the browser’s own date field', async ({ page, strict }) => {
  await page.goto(`${strict}pages/order.html`);
  await answer(page, 'It was damaged on the way');
  const field = element(page).getByLabel('When did you first notice the fault?');
  await expect(field).toHaveAttribute('type', 'date');
  await field.fill('2026-03-09');
  await field.press('Enter');
  await inState(page, 'yes');
});

test('an order of several items asks which one', async ({ page, strict }) => {
  await page.goto(`${strict}pages/items.html`);
  const host = element(page);
  await expect(host.getByRole('group', { name: 'Which item is it about?' })).toBeVisible();
  await expect(host.getByRole('radio')).toHaveCount(2);
  await answer(page, 'Bulbs × 3');
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await expect(host.getByText('2 of 3 have not gone back yet')).toBeVisible();
  await host.evaluate((element) => element.setAttribute('item', 'lamp'));
  await inState(page, 'asking');
  await expect(host.getByText('Which item is it about?')).toBeVisible();
  await expect(host.getByText('Lamp')).toBeVisible();
});

test('a product page tells what a purchase of today would bring', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/product.html`);
  await inState(page, 'yes');
  const host = element(page);
  await expect(host.getByRole('heading', { name: 'If you buy today' })).toBeVisible();
  await expect(host.getByText('You can send this back for a refund at least until 19 March 2026.')).toBeVisible();
  await expect(host.getByText('At least until 19 March 2026, at most until 21 March 2026; the delivery note decides', { exact: true })).toBeVisible();
  await expect(host.getByText('You can exchange this free of charge at least until 27 March 2026.')).toBeVisible();
  expect(said).toEqual([]);
});

test('the page hears of decisions by the shopper, and of problems', async ({ page, strict }) => {
  await page.goto(`${strict}pages/bare.html`);
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const type of ['makegood-decision', 'makegood-problem']) {
      addEventListener(type, ({ detail }) => heard.push([type, detail.decision?.items[0].finding ?? detail.error.name]));
    }
  });
  await page.evaluate(async () => {
    const { define } = await import('/makegood/elements/returns.js');
    define();
    const returns = document.createElement('makegood-returns');
    returns.policy = await (await fetch('/pages/policy.json')).json();
    returns.today = '2026-03-10';
    returns.order = { facts: { purchased: '2026-03-05', delivered: '2026-03-07' }, items: [{ id: 'lamp' }] };
    document.querySelector('main').append(returns);
  });
  await inState(page, 'asking');
  expect(await page.evaluate(() => heard)).toEqual([]);
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await element(page).evaluate((host) => { host.order = { items: [{ id: 'lamp', facts: { purchased: '2026-02-30' } }] }; });
  await inState(page, 'problem');
  expect(await page.evaluate(() => heard)).toEqual([['makegood-decision', 'yes'], ['makegood-problem', 'MakegoodProblem']]);
});

test('an order that cannot be read is told to the developer, and the page’s content stays', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'asking');
  const orders = {
    '#nothing': ['failed', /order="#nothing" names no element of the page/],
    '#[': ['failed', /order="#\[" names no element/],
    h1: ['problem', /facts\.not-json.*line 1, column 1/],
  };
  for (const [order, [state, told]] of Object.entries(orders)) {
    said.length = 0;
    await element(page).evaluate((host, selector) => { host.setAttribute('order', selector); }, order);
    await inState(page, state);
    expect(said.join(' ')).toMatch(told);
  }
  for (const order of [[], { items: 1 }, { items: [null] }, { items: [{ id: 1 }] }, { items: [{ id: 'a', colour: 'red' }] }]) {
    said.length = 0;
    await element(page).evaluate((host, given) => { host.order = given; }, order);
    await inState(page, 'problem');
    await expect.poll(() => said.join(' ')).toMatch(/facts\.[a-z-]+ at "/);
    await expect(page.getByRole('link', { name: 'Our written policy' })).toBeVisible();
  }
});

test('it speaks the language of the page, and follows it', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await answer(page, 'I changed my mind');
  const host = element(page);
  await host.getByRole('radio', { name: 'Yes, everything' }).check();
  await page.evaluate(() => { document.documentElement.lang = 'zh-Hans'; });
  await expect(host.getByRole('group', { name: '随附的物品都齐全吗？' })).toBeVisible();
  await expect(host.getByRole('radio', { name: '都齐全' })).toBeChecked();
  await host.evaluate((element) => { element.lang = 'fr'; });
  await expect(host.getByRole('group', { name: 'Do you have all that came with it?' })).toBeVisible();
  await expect(host.locator('.card')).toHaveAttribute('lang', 'en');
  expect(said).toEqual([]);
});

test('what the law gives stands beside the promise, and says which is better and where it is written', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await faultyIn(page, 'FR');
  const exchange = element(page).getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Exchange' }) });
  const [law, shop] = [exchange.locator('.side').filter({ hasText: 'Your right by law' }), exchange.locator('.side').filter({ hasText: 'The shop’s promise' })];
  await expect(law).toContainText('Better for you');
  await expect(law).toContainText('For faults that show by 7 March 2028');
  await expect(shop).toContainText('Until 22 March 2026');
  await expect(exchange).toContainText('Your right by law is better for you: you have more time.');
  await law.getByText('Where it is written').click();
  await expect(law.getByRole('link').first()).toHaveAttribute('href', /^https:/);
  // A remedy that only the law has.
  const repair = element(page).getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Repair', exact: true }) });
  await expect(repair).toContainText('You have this by law; the shop does not promise it.');
  await element(page).getByText('Why?').click();
  await expect(element(page).locator('.why')).toContainText('Information, not legal advice');
  // In Germany a claim has a last day, beside the time in which a fault must show.
  await page.goto(`${strict}pages/order.html`);
  await faultyIn(page, 'DE');
  await expect(law.locator('time')).toHaveAttribute('datetime', /^202[78]-/);
  expect(said).toEqual([]);
});

test('a shopper loads the packs of one place, one calendar and the names in one language, each once', async ({ page, strict }) => {
  const asked = [];
  page.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
  await page.goto(`${strict}pages/order.html`);
  await inCountry(page, 'DE', 'BY');
  const law = asked.filter((path) => path.includes('/law/')).sort();
  expect(law).toEqual([
    '/makegood/law/calendars/de-by.js', '/makegood/law/names/de.en.js', '/makegood/law/packs/de.js', '/makegood/law/packs/eu.js',
  ]);
  await element(page).evaluate((host) => { host.today = '2026-03-11'; });
  await inState(page, 'asking');
  expect(asked.filter((path) => path.includes('/law/'))).toHaveLength(4);
  await page.evaluate(() => { document.documentElement.lang = 'ja'; });
  await expect.poll(() => asked.filter((path) => path.includes('/law/')).slice(4)).toEqual(['/makegood/law/names/de.ja.js']);
});

test('what a law leaves to others is named, and an answer is told without the names', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await faultyIn(page, 'AU');
  await expect(element(page)).toContainText('A court, an authority or an expert would have to judge whether the fault is a major failure.');
  await expect(element(page)).not.toContainText('one more thing about your order');
  expect(said).toEqual([]);
  await page.route('**/law/names/**', (route) => route.abort());
  await page.goto(`${strict}pages/order.html`);
  await faultyIn(page, 'AU');
  await expect(element(page)).toContainText('one more thing about your order');
  expect(said.join(' ')).toMatch(/law\/names/);
});

test('why: the rules that the answer stands on are told in full, and of the others, which a law has many of, each can be opened', async ({ page, strict }) => {
  await page.goto(`${strict}pages/order.html`);
  await faultyIn(page, 'DE');
  await element(page).getByText('Why?').click();
  const decisive = element(page).locator('.why > .clauses > li');
  const offered = await element(page).evaluate(({ decision: { items: [{ remedies }] } }) => new Set(remedies
    .flatMap(({ offers, beside }) => [0, beside?.shop.offer, beside?.law.offer].flatMap((index) => offers[index]?.rule ?? []))).size);
  await expect(decisive).toHaveCount(offered);
  for (const rule of await decisive.all()) await expect(rule.getByRole('listitem').first()).toBeVisible();
  const others = element(page).getByText(/^\d+ more rules that were looked at$/);
  const rule = element(page).locator('.others li', { has: page.getByRole('heading', { name: '7-day return' }) });
  await expect(rule).toBeHidden();
  await others.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const first = element(page).locator('.others summary').nth(1);
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(element(page).locator('.others li').first().getByRole('listitem').first()).toBeVisible();
});

test('for a country without a law pack the promise stands alone', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await element(page).evaluate((host) => { host.country = 'CH'; });
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await expect(element(page).locator('.side')).toHaveCount(0);
  await element(page).getByText('Why?').click();
  await expect(element(page).locator('.why')).toContainText('The law of your country may give you more.');
  expect(said).toEqual([]);
});

test('a country that is none is told to the developer, and a law that cannot be loaded can be tried again', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'asking');
  await element(page).evaluate((host) => { host.country = 'Germany'; });
  await inState(page, 'problem');
  expect(said.join(' ')).toMatch(/facts\.bad-country/);
  await page.route('**/law/packs/**', (route) => route.abort());
  await element(page).evaluate((host) => { host.country = 'JP'; });
  await inState(page, 'failed');
  await page.unroute('**/law/packs/**');
  await element(page).getByRole('button', { name: 'Try again' }).click();
  await inState(page, 'asking');
});

for (const [language, title, reason, result, way] of [
  ['de', 'Rückgabe und Reparatur', 'Die Ware hat einen Mangel', 'Sie können bis zum 22. März 2026 die Ware kostenlos umtauschen.', 'Weiter'],
  ['ja', '返品と修理', '不具合がある', '2026年3月22日まで、無料で交換することができます。', '次へ'],
]) {
  test(`it speaks ${language}, also on a narrow screen`, async ({ page, strict, said }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${strict}pages/order.html`);
    await inState(page, 'asking');
    await page.evaluate((lang) => { document.documentElement.lang = lang; }, language);
    const host = element(page);
    await expect(host.getByRole('heading', { name: title })).toBeVisible();
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    expect(await fits()).toBe(true);
    await host.getByRole('radio', { name: reason }).check();
    await host.getByRole('button', { name: way }).click();
    await inState(page, 'yes');
    await expect(host.getByRole('heading', { name: result })).toBeVisible();
    await expect(host.locator('.card')).toHaveAttribute('lang', language);
    await host.locator('summary').first().click();
    expect(await fits()).toBe(true);
    const violations = await faults(page);
    expect(violations).toEqual([]);
    expect(said).toEqual([]);
  });
}
