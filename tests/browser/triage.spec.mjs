import { accessibleInEveryMode } from './modes.mjs';
import { expect, focused, inState as stateOf, test } from './shop-page.mjs';

const element = (page) => page.locator('makegood-triage');
const inState = (page, state) => stateOf(page, state, element(page));
const open = (page, url) => page.goto(`${url}pages/triage.html`);
const press = (page, name) => element(page).getByRole('button', { name, exact: true }).click();

/** Answers the open question; where there are pictures, the radio button is behind its tile. */
async function answer(page, label) {
  await element(page).locator('label').filter({ has: page.getByText(label, { exact: true }) }).click();
  await press(page, 'Continue');
}

/** Has the page get the shop's policy with a change. */
const policyWith = (page, change) => page.route('**/clinic.json', async (route) => {
  const response = await route.fetch();
  const policy = await response.json();
  change(policy);
  await route.fulfill({ response, json: policy });
});

/** What the page was told. */
const told = (page) => page.evaluate(() => globalThis.told);
const listen = (page) => page.evaluate(() => {
  globalThis.told = [];
  addEventListener('makegood-triage', ({ detail: { triage, fault, repair, facts } }) => {
    globalThis.told.push({ finding: triage.finding, fault, repair, facts });
  });
});

/** The way to each state. */
const states = {
  empty: async (page, url) => {
    await open(page, url);
    await element(page).evaluate((host) => { host.removeAttribute('policy'); });
  },
  loading: async (page, url) => {
    await page.route('**/clinic.json', () => {});
    await open(page, url);
  },
  asking: async (page, url) => {
    await open(page, url);
  },
  trying: async (page, url) => {
    await open(page, url);
    await answer(page, 'A phone');
    await answer(page, 'The screen stays dark');
  },
  confirming: async (page, url) => {
    await states.trying(page, url);
    await press(page, 'It did not');
    await answer(page, 'Yes');
  },
  solved: async (page, url) => {
    await states.trying(page, url);
    await press(page, 'That solved it');
  },
  known: async (page, url) => {
    await states.confirming(page, url);
    await press(page, 'Yes, that is right');
  },
  refer: async (page, url) => {
    await open(page, url);
    await answer(page, 'A laptop');
    await answer(page, 'It gets hot');
    await press(page, 'Yes, that is right');
  },
  open: async (page, url) => {
    await open(page, url);
    await answer(page, 'A laptop');
    await answer(page, 'I am not sure');
    await press(page, 'Yes, that is right');
  },
  none: async (page, url) => {
    await policyWith(page, (policy) => policy.triage.outcomes.pop());
    await open(page, url);
    await answer(page, 'Headphones');
    await answer(page, 'They do not connect');
    await press(page, 'It did not');
    await press(page, 'Yes, that is right');
  },
  problem: async (page, url) => {
    await page.route('**/clinic.json', (route) => route.fulfill({ json: { makegood: 1 } }));
    await open(page, url);
  },
  failed: async (page, url) => {
    await page.route('**/claim.wasm', (route) => route.fulfill({ status: 404 }));
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

test('the page’s own content stays until there is a question, and when there is none', async ({ page, strict }) => {
  for (const state of ['empty', 'loading', 'problem', 'failed']) {
    await states[state](page, strict);
    await inState(page, state);
    await expect(page.getByRole('link', { name: 'Tell us what is wrong' }), state).toBeVisible();
    await page.unrouteAll();
  }
  await states.asking(page, strict);
  await inState(page, 'asking');
  await expect(page.getByText('Tell us what is wrong')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page’s own content is there, also the way on', async ({ page, strict }) => {
    await open(page, strict);
    await expect(page.getByRole('link', { name: 'Tell us what is wrong' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'What it costs' })).toBeVisible();
  });
});

test('from a symptom through self-help to what is wrong, and the page is told once', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'asking');
  await listen(page);
  const host = element(page);
  await expect(host.getByRole('heading', { name: 'Not sure what is wrong?' })).toBeVisible();
  await expect(host.getByRole('group', { name: 'What is it?' }).getByRole('radio')).toHaveCount(4);
  await expect(host.locator('.tile .picture')).toHaveCount(3);
  await answer(page, 'A phone');
  await expect(host.getByText('Choose what is nearest.')).toBeVisible();
  await answer(page, 'The screen stays dark');
  await inState(page, 'trying');
  await expect(host.getByRole('heading', { name: 'Force a restart' })).toBeFocused();
  await expect(host.locator('.steps li')).toHaveText(['Hold power and volume down together for 10 seconds.', 'Wait until the sign appears.']);
  await press(page, 'It did not');
  await inState(page, 'asking');
  await answer(page, 'Yes');
  await inState(page, 'confirming');
  await expect(host.getByRole('heading', { name: 'Have we understood you right?' })).toBeFocused();
  await expect(host.getByText('Your phone fell, and its screen stays dark.')).toBeVisible();
  await expect(host.locator('.answered dl')).toHaveText([
    /What is it\?\s*A phone/, /What does the phone do\?\s*The screen stays dark/, /Force a restart\s*It did not help/, /Did it fall down\?\s*Yes/,
  ]);
  expect(await told(page)).toEqual([]);
  await press(page, 'Yes, that is right');
  await inState(page, 'known');
  await expect(host.getByRole('heading', { name: 'The fall broke the screen' })).toBeFocused();
  await expect(host.getByText('Something that came from outside')).toBeVisible();
  await expect(page.getByRole('link', { name: 'What it costs' })).toBeVisible();
  expect(await told(page)).toEqual([{
    finding: 'known', fault: 'screen', repair: 'screen',
    facts: { device: 'phone', phone: 'dark', dropped: true, restartHelped: false, cause: 'human-damage' },
  }]);
  expect(await host.evaluate(({ triage }) => triage.outcomes.map(({ id }) => id))).toEqual(['fall']);
});

test('what has helped is not asked about any more, and there is no way on', async ({ page, strict }) => {
  await states.trying(page, strict);
  await listen(page);
  await press(page, 'That solved it');
  await inState(page, 'solved');
  await expect(element(page).getByRole('heading', { name: 'It runs again' })).toBeFocused();
  await expect(page.getByText('What it costs')).toBeHidden();
  expect(await told(page)).toEqual([expect.objectContaining({ finding: 'solved', fault: null })]);
});

test('what is too difficult here names who helps', async ({ page, strict }) => {
  await states.refer(page, strict);
  await inState(page, 'refer');
  await expect(element(page).getByText('The maker’s workshop does this: 030 5550100.')).toBeVisible();
});

test('an answer can be changed from every step, and what no longer matters is not asked', async ({ page, strict }) => {
  await states.confirming(page, strict);
  const host = element(page);
  await press(page, 'Change the answer to “What does the phone do?”');
  await inState(page, 'asking');
  await expect(host.getByRole('radio', { name: 'The screen stays dark' })).toBeChecked();
  await expect.poll(() => focused(page)).toBe('The screen stays dark');
  await answer(page, 'It got wet');
  await inState(page, 'confirming');
  await expect(host.locator('.answered > div')).toHaveCount(2);
  await press(page, 'Yes, that is right');
  await press(page, 'Change the answer to “What is it?”');
  await answer(page, 'A laptop');
  await expect(host.getByRole('group', { name: 'What does the laptop do?' })).toBeVisible();
  await answer(page, 'Keys do not work');
  await press(page, 'Yes, that is right');
  await inState(page, 'known');
  await press(page, 'Start over');
  await inState(page, 'asking');
  await expect(host.locator('.answered')).toHaveCount(0);
});

test('something to try can be done later, and the rest is asked first', async ({ page, strict }) => {
  await states.trying(page, strict);
  await press(page, 'I cannot try this now');
  await inState(page, 'asking');
  await answer(page, 'No');
  await answer(page, 'Yes');
  await inState(page, 'confirming');
  await expect(element(page).getByText('Not tried')).toBeVisible();
  await press(page, 'Yes, that is right');
  await inState(page, 'open');
  await expect(element(page).getByRole('heading', { name: 'It could be one of several things' })).toBeFocused();
  await expect(element(page).locator('.possible li')).toHaveText(['The main part inside is broken']);
  await press(page, 'Change the answer to “Force a restart”');
  await inState(page, 'trying');
  await press(page, 'It did not');
  await press(page, 'Yes, that is right');
  await inState(page, 'known');
});

test('without an answer the question stays, and says why', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'asking');
  await press(page, 'Continue');
  await expect(element(page).getByRole('status')).toHaveText('Please choose an answer first.');
  await expect(element(page).locator('.complaint')).toBeVisible();
  await expect(element(page).getByRole('radio').first()).toBeFocused();
});

test('a number that is none is not taken', async ({ page, strict }) => {
  await open(page, strict);
  await answer(page, 'A phone');
  await answer(page, 'It runs down fast');
  await element(page).getByRole('textbox', { name: 'How often was it charged?' }).fill('often');
  await press(page, 'Continue');
  await expect(element(page).getByRole('status')).toHaveText('This answer does not fit; please look at it once more.');
  await expect(element(page).getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await element(page).getByRole('textbox').fill('600');
  await press(page, 'Continue');
  await inState(page, 'confirming');
  await press(page, 'Yes, that is right');
  await expect(element(page).getByRole('heading', { name: 'The battery is worn' })).toBeFocused();
});

test('the keyboard alone leads through all of it', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'asking');
  const steps = [['Space', 'Enter'], ['Space', 'Enter']];
  await element(page).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  for (const [first] of steps.slice(1)) {
    await expect(element(page).getByRole('radio').first()).toBeFocused();
    await page.keyboard.press(first);
    await page.keyboard.press('Enter');
  }
  await expect.poll(() => element(page).evaluate(({ state }) => state)).toMatch(/trying|confirming|asking/);
});

test('a device that the page names is not asked for, and facts of the page are taken', async ({ page, strict }) => {
  await open(page, strict);
  await element(page).evaluate((host) => { host.model = 'one'; });
  await expect(element(page).getByRole('group', { name: 'What does the phone do?' })).toBeVisible();
  await element(page).evaluate((host) => { host.facts = { phone: 'wet' }; });
  await inState(page, 'known');
  await expect(element(page).getByRole('heading', { name: 'Water got in' })).toBeVisible();
  await element(page).evaluate((host) => { host.facts = null; });
  await inState(page, 'asking');
});

for (const [language, title, yes] of [['zh-CN', '不确定是什么问题？', '对，就是这样'], ['de', 'Nicht sicher, was los ist?', 'Ja, so ist es'], ['ja', '何が起きているかわかりませんか？', 'はい、そのとおりです']]) {
  test(`it speaks ${language}, also when the page changes its language`, async ({ page, strict }) => {
    await open(page, strict);
    await inState(page, 'asking');
    await page.evaluate((tag) => { document.documentElement.lang = tag; }, language);
    await expect(element(page).getByRole('heading', { name: title })).toBeVisible();
    await element(page).evaluate((host) => { host.facts = { device: 'phone' }; });
    await element(page).locator('label').filter({ hasText: 'It got wet' }).click();
    await element(page).locator('.primary').click();
    await inState(page, 'confirming');
    await element(page).getByRole('button', { name: yes, exact: true }).click();
    await inState(page, 'known');
  });
}
