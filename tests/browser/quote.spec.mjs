import { readFile } from 'node:fs/promises';
import { accessibleInEveryMode } from './modes.mjs';
import { expect, faults, focused, inState as stateOf, test } from './shop-page.mjs';

const element = (page) => page.locator('makegood-quote');
const inState = (page, state) => stateOf(page, state, element(page));

/** Has the page get the shop's policy with a change. */
const policyWith = (page, change) => page.route('**/repairs.json', async (route) => {
  const response = await route.fetch();
  const policy = await response.json();
  change(policy);
  await route.fulfill({ response, json: policy });
});

const pickCard = (page, value) => element(page).locator(`label:has([value="${value}"])`).click();
const press = (page, name) => element(page).getByRole('button', { name, exact: true }).click();

/** Chooses a device and its faults, and asks for the price. */
async function ask(page, model, ...faults) {
  await inState(page, 'picking');
  await pickCard(page, model);
  for (const fault of faults) await pickCard(page, fault);
  await press(page, 'Show the price');
}

/** Answers the open question. */
async function answer(page, label) {
  await element(page).getByRole('radio', { name: label }).check();
  await press(page, 'Continue');
}

const open = (page, url) => page.goto(`${url}pages/quote.html`);

/** The way to each state. */
const states = {
  empty: async (page, url) => {
    await open(page, url);
    await element(page).evaluate((host) => { host.removeAttribute('policy'); });
  },
  loading: async (page, url) => {
    await page.route('**/repairs.json', () => {});
    await open(page, url);
  },
  picking: async (page, url) => {
    await open(page, url);
    await inState(page, 'picking');
    await pickCard(page, 'one');
    await pickCard(page, 'screen');
  },
  'self-help': async (page, url) => {
    await open(page, url);
    await ask(page, 'one', 'battery');
  },
  solved: async (page, url) => {
    await states['self-help'](page, url);
    await press(page, 'That helped');
  },
  asking: async (page, url) => {
    await states['self-help'](page, url);
    await press(page, 'It is still not right');
  },
  quoted: async (page, url) => {
    await open(page, url);
    await ask(page, 'one', 'screen');
    await element(page).getByRole('radio', { name: /^Choose this/ }).last().check();
  },
  free: async (page, url) => {
    await states.asking(page, url);
    await answer(page, 'It happened in normal use');
  },
  range: async (page, url) => {
    await states.asking(page, url);
    await answer(page, 'I am not sure');
  },
  inspection: async (page, url) => {
    await open(page, url);
    await ask(page, 'one', 'noise');
  },
  problem: async (page, url) => {
    await policyWith(page, (policy) => { policy.repair.models.one.price = '1'; });
    await open(page, url);
  },
  failed: async (page, url) => {
    await page.route('**/quote.wasm', (route) => route.fulfill({ status: 404 }));
    await open(page, url);
  },
};

accessibleInEveryMode(states, inState, {
  opened: async (page) => { for (const details of await element(page).locator('summary').all()) await details.click(); },
});

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
    await expect(page.getByRole('link', { name: 'Our price list' }), state).toBeVisible();
    await page.unrouteAll();
  }
  await states.picking(page, strict);
  await expect(page.getByText('Our price list')).toBeHidden();
});

test('options stand beside each other with their figures, and below each other on a phone', async ({ page, strict }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await open(page, strict);
  await ask(page, 'one', 'screen');
  await inState(page, 'quoted');
  const options = element(page).locator('.option');
  await expect(options.locator('.amount')).toHaveText(['€400.00', '€250.00']);
  await expect(options.nth(1)).toContainText('€150.00 less');
  await expect(options.first().locator('.shares li')).toHaveText([/Parts\s*€300\.00\s*75\s?%/, /Work\s*€100\.00\s*25\s?%/]);
  const bars = await options.first().locator('.bar rect').evaluateAll((all) => all.map((bar) => [bar.getAttribute('x'), bar.getAttribute('width')]));
  expect(bars).toEqual([['0', '750'], ['750', '250']]);
  // 400 of 600 is more than the 60 % up to which it is worth it.
  await expect(options.first().locator('.worth')).toContainText('€360.00');
  await options.first().locator('summary').click();
  await expect(options.first().locator('.bill')).toContainText('Putting in a screen');
  const [first, second] = await options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  expect(second.top).toBe(first.top);
  expect(second.left).toBeGreaterThan(first.right);
  await page.setViewportSize({ width: 390, height: 800 });
  const [above, below] = await options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  expect(below.top).toBeGreaterThan(above.bottom);
});

test('what is chosen is shown with its total, its day and how it differs', async ({ page, strict }) => {
  await open(page, strict);
  await ask(page, 'one', 'screen');
  const host = element(page);
  await expect(host.locator('.choice-made')).toHaveCount(0);
  await host.getByRole('radio', { name: 'Choose this Compatible part €250.00' }).check();
  await expect(host.locator('.choice-made')).toContainText('Your choice: Compatible part');
  await expect(host.locator('.choice-made .sum')).toContainText('€250.00');
  await expect(host.locator('.choice-made')).toContainText('€150.00 less');
  await expect(host.locator('.choice-made')).toContainText('March 2026');
  expect(await host.evaluate(({ option }) => option.total)).toEqual({ least: '250.00', most: '250.00' });
});

test('self-help comes first, and a fault that it mends is not quoted', async ({ page, strict }) => {
  await open(page, strict);
  await ask(page, 'one', 'screen', 'battery');
  await inState(page, 'self-help');
  await expect(element(page).locator('.steps li')).toHaveText(['Close what you do not use.', 'Update the system.']);
  await press(page, 'That helped');
  await inState(page, 'quoted');
  expect(await element(page).evaluate(({ quote }) => quote.faults.map(({ id }) => id))).toEqual(['screen']);
});

test('a range is shown while a question is open; the cause settles who pays', async ({ page, strict }) => {
  await states.asking(page, strict);
  const host = element(page);
  await expect(host.locator('.amount')).toHaveText('€0.00 to €100.00');
  await expect(host.getByRole('group', { name: 'What did the fault come from?' })).toBeVisible();
  await answer(page, 'It happened in normal use');
  await inState(page, 'free');
  await expect(host.locator('.payers')).toContainText('Free repair for a year');
  await host.getByRole('button', { name: 'Change the answer to “What did the fault come from?”' }).click();
  await answer(page, 'Water or another liquid got in');
  await inState(page, 'quoted');
  await expect(host.locator('.amount')).toHaveText('€100.00');
});

test('the shopper is asked when the device came, where the page does not tell and it decides who pays', async ({ page, strict }) => {
  await open(page, strict);
  await element(page).evaluate((host) => { host.removeAttribute('facts'); });
  await ask(page, 'one', 'battery');
  await press(page, 'It is still not right');
  await inState(page, 'asking');
  const day = element(page).getByLabel('When did you get it?');
  await day.fill('2026-03-07');
  await day.press('Enter');
  await answer(page, 'It happened in normal use');
  await inState(page, 'free');
  await press(page, 'Change the answer to “When did you get it?”');
  await expect(day).toHaveValue('2026-03-07');
  await day.fill('2024-03-07');
  await day.press('Enter');
  await inState(page, 'quoted');
});

test('way, extras and a code are quoted at once, and the code says whether it helps', async ({ page, strict }) => {
  await open(page, strict);
  await ask(page, 'one', 'screen');
  const host = element(page);
  await host.getByRole('radio', { name: 'By post' }).check();
  await expect(host.locator('.amount').first()).toHaveText('€412.00');
  await expect(host.getByRole('radio', { name: 'By post' })).toBeFocused();
  await host.getByRole('checkbox', { name: /^Express/ }).check();
  await expect(host.locator('.amount').first()).toHaveText('€492.00');
  await host.getByLabel('Discount code').fill('nothing');
  await host.getByLabel('Discount code').press('Enter');
  await expect(host.locator('#coupon-said')).toHaveText('This code takes nothing off here.');
  await host.getByLabel('Discount code').fill(' ten ');
  await host.getByLabel('Discount code').press('Enter');
  await expect(host.locator('#coupon-said')).toHaveText('The code is taken off.');
  await expect(host.getByRole('status')).toContainText('€');
});

test('something else must be looked at, and so must a fault that nothing in the book mends', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'picking');
  await pickCard(page, 'one');
  await pickCard(page, 'screen');
  await pickCard(page, 'makegood:other');
  await expect(element(page).locator('[value=screen]')).not.toBeChecked();
  await press(page, 'Show the price');
  await inState(page, 'inspection');
  await expect(element(page).locator('.inspection')).toContainText('€30.00');
  await press(page, 'Start over');
  await ask(page, 'one', 'screen', 'noise');
  await expect(element(page).locator('.amount').first()).toContainText('€400.00');
  await expect(element(page).locator('.inspection')).toContainText('It makes a noise');
});

test('going on without a device or a fault is told', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'picking');
  await press(page, 'Show the price');
  await expect(element(page).locator('#complaint')).toHaveText('Please choose your device first.');
  await expect(element(page).getByRole('status')).toHaveText('Please choose your device first.');
  await pickCard(page, 'one');
  await press(page, 'Show the price');
  await expect(element(page).locator('#complaint')).toHaveText('Please choose what is wrong.');
  expect(await faults(page)).toEqual([]);
});

test('the page can name the device and what is wrong, and the shopper can change it', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'picking');
  await element(page).evaluate((host) => { host.setAttribute('model', 'one'); });
  await expect(element(page).locator('.devices')).toHaveCount(0);
  await element(page).evaluate((host) => { host.setAttribute('faults', 'screen'); });
  await inState(page, 'quoted');
  await press(page, 'Change the answer to “Device”');
  await inState(page, 'picking');
  await pickCard(page, 'book');
  await pickCard(page, 'keys');
  await press(page, 'Show the price');
  await inState(page, 'quoted');
  expect(await element(page).evaluate(({ quote }) => [quote.model.id, quote.faults.map(({ id }) => id)])).toEqual(['book', ['keys']]);
});

test('a device, a fault or a price book that is not there is told to the developer', async ({ page, strict, said }) => {
  await open(page, strict);
  await inState(page, 'picking');
  for (const [change, told] of [
    [(host) => { host.model = 'toaster'; }, /toaster/],
    [(host) => { Object.assign(host, { model: 'one', faults: 'screem' }); }, /screem/],
    [async (host) => { host.policy = { ...await (await fetch('/pages/repairs.json')).json(), repair: undefined }; }, /facts\.no-price-book/],
  ]) {
    said.length = 0;
    await element(page).evaluate(change);
    await inState(page, 'problem');
    await expect.poll(() => said.join(' ')).toMatch(told);
    await expect(page.getByRole('link', { name: 'Our price list' })).toBeVisible();
  }
});

test('the facts of an order and its item go into the quote', async ({ page, strict }) => {
  await open(page, strict);
  await element(page).evaluate((host) => {
    host.removeAttribute('facts');
    host.order = {
      facts: { purchased: '2024-03-05' },
      items: [{ id: 'a', facts: { delivered: '2024-03-07' } }, { id: 'b', facts: { delivered: '2026-03-07' } }],
    };
    Object.assign(host, { item: 'b', model: 'one', faults: 'battery' });
  });
  await inState(page, 'self-help');
  await press(page, 'It is still not right');
  await inState(page, 'asking');
  await element(page).evaluate((host) => { host.item = 'a'; });
  await inState(page, 'quoted');
});

test('the page hears of quotes, of what is chosen, and of problems', async ({ page, strict }) => {
  await open(page, strict);
  await page.evaluate(() => {
    globalThis.heard = [];
    const tell = { 'makegood-quote': ({ quote }) => quote.options.length, 'makegood-choose': ({ option }) => option.id, 'makegood-problem': ({ error }) => error.name };
    for (const [type, what] of Object.entries(tell)) addEventListener(type, ({ detail }) => heard.push([type, what(detail)]));
  });
  await ask(page, 'one', 'screen');
  await element(page).getByRole('radio', { name: /^Choose this/ }).first().check();
  await element(page).evaluate((host) => { host.facts = { purchased: '2026-02-30' }; });
  await inState(page, 'problem');
  expect(await page.evaluate(() => heard)).toEqual([
    ['makegood-quote', 2], ['makegood-choose', 'screen-original'], ['makegood-problem', 'MakegoodProblem'],
  ]);
});

test('it works by keyboard alone', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'picking');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/^The screen is cracked/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await inState(page, 'self-help');
  expect(await focused(page)).toBe('Try this first');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('It is still not right');
  await page.keyboard.press('Enter');
  await inState(page, 'asking');
  expect(await focused(page), 'the question').toBe('It happened in normal use');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await inState(page, 'quoted');
  expect(await focused(page)).toContain('€100.00');
  for (let tabs = 0; tabs < 12 && !(await focused(page)).startsWith('Choose this'); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await focused(page)).toBe('Chosen');
  for (let tabs = 0; tabs < 20 && await focused(page) !== 'After the element'; tabs += 1) await page.keyboard.press('Tab');
  expect(await focused(page), 'no trap').toBe('After the element');
});

test('it speaks the language of the page, and follows it', async ({ page, strict, said }) => {
  await open(page, strict);
  await ask(page, 'one', 'screen');
  await page.evaluate(() => { document.documentElement.lang = 'zh-CN'; });
  await expect(element(page).getByRole('heading', { level: 2 })).toContainText('€250.00');
  await expect(element(page).getByRole('heading', { level: 2 })).toHaveText(/\p{Script=Han}/u);
  await expect(element(page).locator('.answered')).toContainText('屏幕碎了');
  for (const lang of ['de', 'ja']) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate((tag) => { document.documentElement.lang = tag; }, lang);
    await expect(element(page).locator('.card')).toHaveAttribute('lang', lang);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), lang).toBe(true);
    expect(await faults(page)).toEqual([]);
  }
  expect(said).toEqual([]);
});

/** Keeps the frame that is printed, and tells what is in it. */
async function printed(page, button) {
  await page.evaluate(() => {
    globalThis.prints = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const frame of addedNodes) if (frame.localName === 'iframe') frame.contentWindow.print = () => { prints.push(frame.contentDocument.body.innerText); };
      }
    }).observe(document.querySelector('makegood-quote').shadowRoot, { childList: true });
  });
  await press(page, button);
  await expect.poll(() => page.evaluate(() => prints.length)).toBe(1);
  const styled = await element(page).evaluate((host) => {
    const { contentWindow: paper } = host.shadowRoot.querySelector('iframe');
    return paper.getComputedStyle(paper.document.querySelector('h1')).fontSize;
  });
  // 16 points.
  expect(styled).toMatch(/^21\.3/);
  const text = await page.evaluate(() => prints[0]);
  await element(page).evaluate((host) => { host.shadowRoot.querySelector('iframe').contentWindow.dispatchEvent(new Event('afterprint')); });
  await expect(element(page).locator('iframe')).toHaveCount(0);
  return text;
}

test('the quote and the European form are printed on paper of their own', async ({ page, strict, said }) => {
  await open(page, strict);
  await ask(page, 'one', 'screen');
  await element(page).getByRole('radio', { name: /^Choose this Compatible/ }).check();
  const quote = await printed(page, 'Print');
  for (const part of ['Corner Repairs', 'One phone', 'Putting in a screen', '€250.00', 'corner-repairs']) expect(quote).toContain(part);
  expect(quote).not.toContain('€400.00');
  const form = await printed(page, 'Print the European form');
  expect(form).toContain('European Repair Information Form');
  expect(form).toContain('1 Example Road, 24103 Kiel');
  expect(said).toEqual([]);
});

test('the quote can be saved as a receipt and its days as a calendar, and copied', async ({ page, strict, said, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, strict);
  await ask(page, 'one', 'screen');
  const saved = async (button) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
    return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
  };
  const [json, text] = await saved('Save the quote as a file');
  expect(json).toBe('corner-repairs-one-2026-03-10.json');
  const receipt = JSON.parse(text);
  expect(receipt.asked).toBe('quote');
  expect(receipt.answer).toEqual(await element(page).evaluate(({ quote }) => quote));
  expect(receipt.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  const [ics, calendar] = await saved('Put the days into a calendar');
  expect(ics).toBe('corner-repairs-one-2026-03-10.ics');
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT\r\n[^]*END:VCALENDAR\r\n$/);
  await press(page, 'Copy as text');
  await expect(element(page).getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('€400.00');
  expect(said).toEqual([]);
});

test('both elements live on one page', async ({ page, strict, said }) => {
  await open(page, strict);
  await inState(page, 'picking');
  await page.evaluate(() => {
    const returns = document.createElement('makegood-returns');
    returns.setAttribute('policy', '/pages/policy.json');
    returns.setAttribute('today', '2026-03-10');
    document.querySelector('main').append(returns);
    returns.order = { facts: { purchased: '2026-03-05', delivered: '2026-03-07' }, items: [{ id: 'lamp' }] };
  });
  await stateOf(page, 'asking');
  await ask(page, 'one', 'screen');
  await inState(page, 'quoted');
  expect(said).toEqual([]);
});
