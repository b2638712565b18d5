import { readFile } from 'node:fs/promises';
import { jpeg, pdf, png } from '../node/evidence/files.mjs';
import { accessibleInEveryMode } from './modes.mjs';
import { expect, faults, focused, held, inState as stateOf, test, unfold } from './shop-page.mjs';

const element = (page) => page.locator('makegood-claim').first();
const open = (page, url, file = 'claim') => page.goto(`${url}pages/${file}.html`);

/** Screens that are more than a state. */
const screens = { attempted: 'filling', choosing: 'filling', closed: 'filling', disputed: 'filling', faulty: 'filling' };
const inState = (page, name) => stateOf(page, screens[name] ?? name, element(page));

const photo = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: jpeg({ width: 64, height: 48, taken: '2026:11:26 10:00:00' }) };
const invoice = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: pdf() };
const letter = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dear shop') };
const imei = '356938035643809';

const entry = (page, field) => element(page).locator(`[data-field="${field}"]`);
const type = (page, field, text) => entry(page, field).locator('input:not([type=date], [type=checkbox]), textarea').first().fill(text);
const choose = (page, field, value) => entry(page, field).locator(`label:has(input[value="${value}"])`).click();
const need = (page, id) => element(page).locator(`[data-need="${id}"]`);
const add = async (page, id, ...files) => {
  await expect(need(page, id).locator('.add')).toBeVisible();
  await need(page, id).locator('input[type=file]').setInputFiles(files);
};
const heard = (page) => element(page).locator('.status:not(.shown)');
const send = (page) => element(page).getByRole('button', { name: 'Send the claim' }).click();
const summary = (page) => element(page).locator('#summary');
const claim = (page) => element(page).evaluate((host) => host.claim);
const fields = async (page) => (await claim(page)).fields.map(({ id }) => id);
const kept = (page) => page.evaluate(() => Object.entries(localStorage));

/** What reads telephone numbers is loaded when one is typed; until then nothing is known of it. */
const numberRead = (page, state) => expect.poll(async () => (await claim(page)).fields.find(({ id }) => id === 'phone').state).toBe(state);

/** A page that has the claim as soon as it is sent. */
const taking = (page) => page.evaluate(() => document.addEventListener('makegood-claim', (event) => {
  event.preventDefault();
  event.target.received();
}));

/** Has the page get the shop's policy with a change. */
const policyWith = (page, change) => page.route('**/claims.json', async (route) => {
  const response = await route.fetch();
  const policy = await response.json();
  change(policy);
  await route.fulfill({ response, json: policy });
});

/** A claim about a phone whose screen is cracked, up to its files. */
async function fill(page) {
  await inState(page, 'filling');
  await type(page, 'order', '1042');
  await choose(page, 'reason', 'defect');
  await choose(page, 'model', 'one');
  await type(page, 'imei', imei);
  for (const fault of ['screen', 'glass', 'cracked']) await choose(page, 'fault', fault);
  await choose(page, 'remedy', 'repair');
  await type(page, 'email', 'a@example.com');
}

async function complete(page) {
  await fill(page);
  await add(page, 'photos', photo);
  await inState(page, 'complete');
}

/** The way to each state. */
const states = {
  empty: async (page, url) => {
    await open(page, url);
    await element(page).evaluate((host) => { host.removeAttribute('policy'); });
  },
  loading: async (page, url) => {
    await page.route('**/claims.json', () => {});
    await open(page, url);
  },
  filling: open,
  attempted: async (page, url) => {
    await open(page, url);
    await inState(page, 'filling');
    await choose(page, 'reason', 'defect');
    await type(page, 'email', 'nobody');
    await type(page, 'phone', '12');
    await numberRead(page, 'wrong');
    await send(page);
    await expect(summary(page)).toBeFocused();
  },
  choosing: async (page, url) => {
    await open(page, url, 'claim-of-several');
    await inState(page, 'filling');
    await send(page);
    await expect(summary(page)).toBeFocused();
  },
  closed: async (page, url) => {
    await open(page, url);
    await inState(page, 'filling');
    await choose(page, 'reason', 'defect');
    await choose(page, 'remedy', 'refund');
    await send(page);
    await expect(element(page).locator('#differently')).toBeVisible();
  },
  disputed: async (page, url) => {
    await states.closed(page, url);
    await element(page).locator('#differently').check();
  },
  faulty: async (page, url) => {
    await open(page, url);
    await fill(page);
    await type(page, 'defectNoticed', '10/11/2026');
    await add(page, 'photos', photo, letter);
    await expect(need(page, 'photos').locator('.file')).toHaveCount(2);
    await send(page);
    await expect(summary(page)).toBeFocused();
  },
  complete: async (page, url) => {
    await open(page, url);
    await complete(page);
    await element(page).locator('#keep').check();
  },
  received: async (page, url) => {
    await open(page, url);
    await complete(page);
    await taking(page);
    await send(page);
  },
  problem: async (page, url) => {
    await policyWith(page, (policy) => { policy.claim.fields.push({ field: 'nothing' }); });
    await open(page, url);
  },
  failed: async (page, url) => {
    await page.route('**/claim.wasm', (route) => route.fulfill({ status: 404 }));
    await open(page, url);
  },
};

accessibleInEveryMode(states, inState, {
  opened: (page) => unfold(element(page)),
  more: () => test('from right to left nothing sticks out', async ({ page, strict }) => {
    await states.attempted(page, strict);
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    const violations = await faults(page);
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    // What is dialled is read from left to right everywhere.
    await expect(entry(page, 'phone').locator('input')).toHaveAttribute('dir', 'ltr');
    const [label, card] = await Promise.all([entry(page, 'order').locator('label'), element(page).locator('.card').first()].map((one) => one.boundingBox()));
    expect(Math.abs(card.x + card.width - (label.x + label.width))).toBeLessThan(40);
  }),
});

test('no state says anything to the console under the strictest policy', async ({ page, strict, said }) => {
  for (const state of Object.keys(states).filter((name) => name !== 'problem' && name !== 'failed')) {
    await states[state](page, strict);
    await inState(page, state);
    await page.unrouteAll();
  }
  expect(said).toEqual([]);
});

test('the page’s own content stays until there is a form, and when there is none; then it does not keep a form from being sent', async ({ page, strict }) => {
  for (const state of ['empty', 'loading', 'problem', 'failed']) {
    await states[state](page, strict);
    await inState(page, state);
    await expect(page.getByRole('link', { name: 'Write to us' }), state).toBeVisible();
    expect(await element(page).evaluate(({ validity }) => validity.valid), state).toBe(true);
    await page.unrouteAll();
  }
  await states.filling(page, strict);
  await inState(page, 'filling');
  await expect(page.getByText('Write to us')).toBeHidden();
});

test.describe('what is asked', () => {
  test('only what matters, and nothing that the page knows', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    expect(await fields(page)).toEqual(['order', 'reason', 'cause', 'remedy', 'colour', 'name', 'email', 'phone']);
    await choose(page, 'reason', 'defect');
    await choose(page, 'model', 'book');
    expect(await fields(page)).toContain('serial');
    await choose(page, 'model', 'one');
    const asked = await fields(page);
    expect(asked).toContain('imei');
    expect(asked).not.toContain('serial');
    expect(await element(page).locator('[data-field]').evaluateAll((all) => all.map((one) => one.dataset.field))).toEqual(asked);
    await expect(element(page).getByRole('heading', { name: 'Your claim' })).toBeVisible();
    await expect(element(page)).toContainText('One phone');
  });

  test('the page fills in what it knows of the shopper, and the shopper can change it', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    await expect(entry(page, 'order').locator('input')).toHaveValue('1042');
    await type(page, 'order', '');
    expect((await claim(page)).fields[0].state).toBe('empty');
  });

  test('controls say what keyboards and browsers need', async ({ page, strict }) => {
    await states.closed(page, strict);
    await choose(page, 'model', 'one');
    const said = (field, ...names) => entry(page, field).locator('input').first().evaluate((input, all) => all.map((name) => input.getAttribute(name)), names);
    expect(await said('email', 'type', 'inputmode', 'autocomplete', 'autocapitalize', 'spellcheck', 'enterkeyhint', 'aria-required')).toEqual(['text', 'email', 'email', 'none', 'false', 'next', 'true']);
    expect(await said('phone', 'type', 'inputmode', 'autocomplete', 'aria-required')).toEqual(['tel', 'tel', 'tel', 'false']);
    expect(await said('imei', 'inputmode', 'autocomplete')).toEqual(['numeric', 'off']);
    expect(await said('name', 'autocomplete', 'autocapitalize')).toEqual(['name', 'words']);
    await expect(entry(page, 'reason')).toHaveRole('radiogroup');
    await choose(page, 'remedy', 'repair');
    await expect(entry(page, 'address').locator('textarea')).toHaveAttribute('autocomplete', 'street-address');
  });

  test('how far the claim is, at every step', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    const progress = element(page).locator('.progress');
    await expect(progress).toContainText('1 of 4 done, 3 left.');
    await expect(progress).toContainText('Next: What is the matter?');
    await type(page, 'email', 'a@example.com');
    await expect(progress).toContainText('2 of 4 done, 2 left.');
    await choose(page, 'reason', 'change-of-mind');
    await choose(page, 'remedy', 'refund');
    await expect(progress).toContainText('All is there; one thing needs another look.');
    await element(page).locator('#differently').check();
    await expect(progress).toContainText('All 4 done. It can be sent.');
  });
});

test.describe('which item', () => {
  const items = (page) => entry(page, '/ item');
  const pick = (page, id) => items(page).locator(`label:has(input[value="${id}"])`).click();
  const about = (page) => element(page).evaluate((host) => [host.draft?.item?.id, host.draft?.item?.quantity]);

  test('is asked first where the page does not say, and nothing else before', async ({ page, strict, said }) => {
    await states.choosing(page, strict);
    expect(await claim(page)).toBeNull();
    await expect(element(page).locator('.entry')).toHaveCount(1);
    await expect(items(page).getByRole('radio')).toHaveCount(2);
    await expect(items(page)).toContainText('Book laptop × 2');
    await summary(page).getByRole('link', { name: 'Choose which item it is about.' }).press('Enter');
    await expect(items(page).getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(items(page).getByRole('radio').nth(1)).toBeFocused();
    expect(await about(page)).toEqual(['laptop', 2]);
    await expect(summary(page)).toHaveCount(0);
    // What the form asks is of this item: what the fault came from is known.
    await choose(page, 'reason', 'defect');
    expect(await fields(page)).not.toContain('cause');
    await expect(element(page).locator('.wrong')).toHaveCount(0);
    expect(said).toEqual([]);
  });

  test('can be changed, and what was entered stays', async ({ page, strict }) => {
    await states.choosing(page, strict);
    await pick(page, 'laptop');
    await choose(page, 'reason', 'defect');
    await type(page, 'email', 'a@example.com');
    await pick(page, 'phone');
    expect(await about(page)).toEqual(['phone', undefined]);
    expect(await fields(page)).toContain('cause');
    await expect(entry(page, 'email').locator('input')).toHaveValue('a@example.com');
    await page.evaluate(() => { document.documentElement.lang = 'de'; });
    await expect(items(page)).toContainText('Laptop Buch × 2');
    await expect(items(page).getByRole('group').or(items(page))).toContainText('Um welche Ware geht es?');
  });

  test('is not asked where the page says it, and is where it names none of the order', async ({ page, strict }) => {
    await open(page, strict, 'claim-of-several');
    await inState(page, 'filling');
    await element(page).evaluate((host) => { host.item = 'phone'; });
    await expect(items(page)).toHaveCount(0);
    await expect.poll(() => about(page)).toEqual(['phone', undefined]);
    await element(page).evaluate((host) => { host.item = 'lamp'; });
    await expect(items(page)).toHaveCount(1);
    await expect.poll(() => claim(page)).toBeNull();
  });

  test('is begun anew when the form is reset, and brought back by the back button', async ({ page, strict }) => {
    await open(page, strict, 'claim-of-several');
    await inState(page, 'filling');
    await pick(page, 'laptop');
    await choose(page, 'reason', 'change-of-mind');
    await page.goto(`${strict}pages/bare.html`);
    await page.goBack();
    await expect.poll(() => about(page)).toEqual(['laptop', 2]);
    expect((await claim(page)).fields.find(({ id }) => id === 'reason').value).toBe('change-of-mind');
    await page.getByRole('button', { name: 'Again' }).click();
    await expect(items(page).locator(':checked')).toHaveCount(0);
    expect(await claim(page)).toBeNull();
  });
});

test.describe('what is wrong', () => {
  test('is told when a field is left, and never before', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    const wrong = entry(page, 'email').locator('.wrong');
    await entry(page, 'email').locator('input').focus();
    await page.keyboard.type('nobody');
    await expect(wrong).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(wrong).toHaveText('Something is missing in the e-mail address. It has a name, an @ and where it is, like this: name@example.com.');
    await expect(heard(page)).toContainText('Something is missing in the e-mail address.');
    await expect(entry(page, 'email').locator('input')).toHaveAttribute('aria-invalid', 'true');
    await expect(entry(page, 'email').locator('input')).toHaveAttribute('aria-describedby', 'help-email wrong-email');
    // Being mended, it goes as soon as it is right, and does not come back while one types.
    await entry(page, 'email').locator('input').focus();
    await page.keyboard.press('End');
    await page.keyboard.type('@example.com');
    await expect(wrong).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(wrong).toHaveCount(0);
  });

  test('what is merely empty is not told before the claim is to be sent', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    await entry(page, 'email').locator('input').focus();
    await page.keyboard.press('Tab');
    await expect(element(page).locator('.wrong')).toHaveCount(0);
  });

  test('a summary takes the focus, says the same, and leads to each place', async ({ page, strict }) => {
    await states.attempted(page, strict);
    const { problems } = await claim(page);
    const links = summary(page).getByRole('link');
    await expect(links).toHaveCount(problems.filter(({ severity }) => severity === 'error').length);
    await expect(summary(page)).toHaveAccessibleName(/^\d+ things need another look$/);
    for (const text of await links.allTextContents()) await expect(element(page).locator('form')).toContainText(text);
    await summary(page).getByRole('link', { name: 'Something is missing in the e-mail address.' }).click();
    await expect(entry(page, 'email').locator('input')).toBeFocused();
    await summary(page).getByRole('link', { name: 'Choose what is wrong with it.' }).press('Enter');
    await expect(entry(page, 'fault').locator('input').first()).toBeFocused();
    await summary(page).getByRole('link', { name: 'There is no file yet for “⁨Photos⁩”.' }).press('Enter');
    expect(await focused(page)).toBe('Choose files');
    // Each line goes when its place is mended.
    await type(page, 'email', 'a@example.com');
    await expect(links.filter({ hasText: 'e-mail' })).toHaveCount(0);
  });

  test('one press is enough, though what is told moves the button', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    await type(page, 'email', 'nobody');
    const button = element(page).getByRole('button', { name: 'Send the claim' });
    await button.scrollIntoViewIfNeeded();
    const { x, y } = await button.boundingBox();
    await page.mouse.move(x + 10, y + 10);
    await page.mouse.down();
    await page.waitForTimeout(50);
    await page.mouse.up();
    await expect(summary(page)).toBeFocused();
    await expect(entry(page, 'email').locator('.wrong')).toBeVisible();
  });

  test('a day that could be two is settled by a press', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    await choose(page, 'reason', 'defect');
    await type(page, 'defectNoticed', '10/11/2026');
    await entry(page, 'defectNoticed').locator('input').first().blur();
    await expect(entry(page, 'defectNoticed').locator('.wrong')).toContainText('could be');
    await entry(page, 'defectNoticed').getByRole('button', { name: '10 November 2026', exact: true }).click();
    await expect(entry(page, 'defectNoticed').locator('.wrong')).toHaveCount(0);
    await expect(entry(page, 'defectNoticed').locator('input').first()).toBeFocused();
    expect((await claim(page)).fields.find(({ id }) => id === 'defectNoticed').value).toBe('2026-11-10');
  });

  test('a day can be chosen in the browser’s calendar, or not be known', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    await choose(page, 'reason', 'defect');
    await expect(entry(page, 'defectNoticed').getByRole('button')).toHaveAccessibleName('Choose “When did you first notice the fault?” in a calendar');
    await entry(page, 'defectNoticed').locator('[type=date]').evaluate((picker) => {
      picker.value = '2026-11-12';
      picker.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(entry(page, 'defectNoticed').locator('.field')).toHaveValue('2026-11-12');
    await entry(page, 'defectNoticed').getByLabel('I am not sure').check();
    await expect(entry(page, 'defectNoticed').locator('.field')).toHaveValue('');
    expect((await claim(page)).fields.find(({ id }) => id === 'defectNoticed').state).toBe('unsure');
  });

  test('what is tidied is shown and heard, and stays as it was typed', async ({ page, strict }) => {
    await states.filling(page, strict);
    await inState(page, 'filling');
    await choose(page, 'reason', 'defect');
    await choose(page, 'model', 'book');
    await type(page, 'serial', ' ab１2345678');
    await expect(entry(page, 'serial').locator('.tidied')).toHaveCount(0);
    await entry(page, 'serial').locator('input').blur();
    await expect(entry(page, 'serial').locator('.tidied')).toHaveText('We wrote it as ⁨AB12345678⁩.');
    await expect(entry(page, 'serial').locator('input')).toHaveValue(' ab１2345678');
    await expect(heard(page)).toContainText('We wrote it as ⁨AB12345678⁩.');
  });
});

test('a telephone number is read when it is typed, and what reads it is loaded only then', async ({ page, strict }) => {
  const loaded = [];
  page.on('request', (request) => loaded.push(request.url()));
  await states.filling(page, strict);
  await inState(page, 'filling');
  await element(page).evaluate((host) => { host.country = 'DE'; });
  const before = loaded.length;
  expect(loaded.some((url) => /phone/.test(url))).toBe(false);
  await type(page, 'phone', '030 23125 123');
  await expect.poll(async () => (await claim(page)).fields.find(({ id }) => id === 'phone').value).toBe('+493023125123');
  expect(loaded.length).toBeGreaterThan(before);
  await entry(page, 'phone').locator('input').blur();
  await expect(entry(page, 'phone').locator('.tidied')).toContainText('+493023125123');
});

test('without what reads telephone numbers, the claim goes on', async ({ page, strict }) => {
  await page.route('**/phone.js', (route) => route.fulfill({ status: 404 }));
  await states.filling(page, strict);
  await inState(page, 'filling');
  await type(page, 'phone', '+49 30 23125 123');
  await numberRead(page, 'good');
});

test('a telephone number that is still being read is waited for, and no claim goes without it', async ({ page, strict, said }) => {
  const release = await held(page, '**/phone.js');
  await open(page, strict);
  await complete(page);
  await taking(page);
  await type(page, 'phone', '+49 30 23125 123');
  await inState(page, 'filling');
  await send(page);
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('link')).toHaveText(['The telephone number is still being read. One moment, please.']);
  await expect(entry(page, 'phone').locator('.wrong')).toHaveCount(0);
  release();
  await inState(page, 'complete');
  await expect(summary(page)).toHaveCount(0);
  await page.evaluate(() => document.addEventListener('makegood-claim', ({ detail }) => { window.sent = detail.draft.fields.phone; }));
  await send(page);
  await inState(page, 'received');
  expect(await page.evaluate(() => window.sent)).toEqual({ typed: '+49 30 23125 123', read: '+493023125123' });
  expect(said).toEqual([]);
});

test('a number that has to be there is not said to be missing while it is read', async ({ page, lax }) => {
  const release = await held(page, '**/phone.js');
  await policyWith(page, (policy) => { policy.claim.fields.find(({ field }) => field === 'phone').required = true; });
  await open(page, lax);
  await fill(page);
  await add(page, 'photos', photo);
  await type(page, 'phone', '12');
  await send(page);
  await expect(summary(page).getByRole('link')).toHaveText(['The telephone number is still being read. One moment, please.']);
  await expect(entry(page, 'phone').locator('.wrong')).toHaveCount(0);
  release();
  await expect(entry(page, 'phone').locator('.wrong')).toHaveCount(1);
});

test('what is wrong is chosen in three steps with pictures', async ({ page, strict }) => {
  await states.filling(page, strict);
  await inState(page, 'filling');
  await choose(page, 'reason', 'defect');
  await expect(entry(page, 'fault').locator('.tile .picture')).toHaveCount(3);
  await choose(page, 'fault', 'screen');
  await expect(entry(page, 'fault').getByRole('group', { name: 'The screen: what exactly?' })).toBeVisible();
  await choose(page, 'fault', 'glass');
  await choose(page, 'fault', 'scratched');
  expect((await claim(page)).fields.find(({ id }) => id === 'fault').value).toBe('scratched');
  await choose(page, 'fault', 'battery');
  await expect(entry(page, 'fault').locator('.exactly')).toHaveCount(0);
  expect((await claim(page)).fields.find(({ id }) => id === 'fault').value).toBe('battery');
  await choose(page, 'fault', 'screen');
  await entry(page, 'fault').locator('input').first().focus();
  await entry(page, 'email').locator('input').focus();
  await expect(entry(page, 'fault').locator('.wrong')).toContainText('can be said more exactly');
});

test.describe('what is wished', () => {
  test('is told with what the decision says, and what a repair would cost', async ({ page, strict }) => {
    await open(page, strict);
    await fill(page);
    await choose(page, 'cause', 'normal-use');
    const wish = element(page).locator('.verdict');
    await expect(wish).toHaveClass(/yes/);
    await expect(wish).toContainText('You can have this repaired free of charge until 3 November 2027.');
    await expect(element(page).locator('.price')).toContainText('Free');
    await choose(page, 'cause', 'human-damage');
    await expect(element(page).locator('.price')).toContainText('From €250.00');
    await element(page).locator('.price summary').click();
    await expect(element(page).locator('.price dl')).toContainText('€400.00');
    await wish.locator('summary').click();
    // The clauses of what is wished, and of nothing else.
    await expect(wish.locator('.clauses h4')).toHaveText([/Free repair for a year/]);
    await expect(wish).toContainText('Policy corner-claims, version 2026-01-01');
  });

  test('a no is told with a way out, and never keeps the claim from being sent', async ({ page, strict }) => {
    await open(page, strict);
    await fill(page);
    await add(page, 'photos', photo);
    await inState(page, 'complete');
    await choose(page, 'cause', 'normal-use');
    await choose(page, 'remedy', 'refund');
    await inState(page, 'filling');
    const wish = element(page).locator('.verdict');
    await expect(wish).toContainText('The time to send this back for a refund ended on 17 November 2026.');
    await expect(wish).toContainText('You can have this repaired free of charge until 3 November 2027.');
    await send(page);
    await summary(page).getByRole('link', { name: 'not open in your case: Refund' }).click();
    await expect(element(page).locator('#differently')).toBeFocused();
    await page.keyboard.press('Space');
    await inState(page, 'complete');
    await expect(wish).toContainText('A person at the shop looks at it.');
    await taking(page);
    await send(page);
    await inState(page, 'received');
    expect((await element(page).evaluate((host) => host.draft)).disputed).toBe(true);
  });
});

test.describe('files', () => {
  test('are taken for each need, with small pictures, and count', async ({ page, strict }) => {
    await open(page, strict);
    await fill(page);
    await add(page, 'photos', photo);
    await add(page, 'proof', invoice);
    await inState(page, 'complete');
    await expect(need(page, 'photos').locator('canvas')).toHaveCount(1);
    const { draft, files } = await element(page).evaluate((host) => ({ draft: host.draft, files: host.files.map(({ name }) => name) }));
    expect(draft.evidence.map((one) => [one.for, one.name, one.type, one.taken])).toEqual([['photos', 'IMG_1.jpg', 'image/jpeg', '2026-11-26'], ['proof', 'invoice.pdf', 'application/pdf', null]]);
    expect(files).toEqual(['IMG_1.jpg', 'invoice.pdf']);
    await need(page, 'photos').getByRole('button', { name: 'Remove IMG_1.jpg' }).click();
    await inState(page, 'filling');
  });

  test('one that cannot be sent is never left out in silence', async ({ page, strict }) => {
    await states.faulty(page, strict);
    await expect(summary(page).getByRole('link', { name: 'Some files cannot be handed in.' })).toBeVisible();
    await need(page, 'photos').getByRole('button', { name: 'Remove letter.pdf' }).click();
    await expect(summary(page).getByRole('link', { name: 'Some files cannot be handed in.' })).toHaveCount(0);
  });

  test('stay when they are not asked for in between', async ({ page, strict }) => {
    await open(page, strict);
    await complete(page);
    await choose(page, 'reason', 'change-of-mind');
    await expect(need(page, 'photos')).toHaveCount(0);
    expect((await element(page).evaluate((host) => host.draft)).evidence).toEqual([]);
    await choose(page, 'reason', 'defect');
    await expect(need(page, 'photos').locator('.file')).toHaveCount(1);
    await inState(page, 'complete');
  });

  test('photos from before the fault are asked about, and taken', async ({ page, strict }) => {
    await open(page, strict);
    await fill(page);
    await type(page, 'defectNoticed', '2026-11-27');
    await add(page, 'photos', photo);
    await inState(page, 'complete');
    await need(page, 'photos').locator('.add').focus();
    await entry(page, 'email').locator('input').focus();
    await expect(need(page, 'photos').locator('> .wrongs')).toContainText('was taken on 26 November 2026, before the fault can have shown (27 November 2026)');
  });
});

test.describe('sending', () => {
  test('tells the page all of it, and says that it was sent', async ({ page, strict }) => {
    await open(page, strict);
    await complete(page);
    await page.evaluate(() => {
      document.addEventListener('makegood-claim', (event) => {
        event.preventDefault();
        const { target, cancelable, detail: { claim, draft, receipt, files } } = event;
        target.received();
        window.told = { complete: claim.complete, fields: draft.fields, asked: receipt.asked, answer: receipt.answer.done, request: receipt.request.fields.order, files: files.map(({ name }) => name), cancelable };
      });
    });
    await send(page);
    await inState(page, 'received');
    const told = await page.evaluate(() => window.told);
    expect(told).toMatchObject({ complete: true, asked: 'claim', answer: 8, request: '1042', files: ['IMG_1.jpg'], cancelable: true });
    expect(told.fields).toMatchObject({ order: '1042', imei, remedy: 'repair', fault: 'cracked' });
    await expect(element(page).getByRole('heading', { name: 'Your claim is on its way' })).toBeFocused();
    await expect(element(page)).toContainText('It has cracks');
  });

  test('what nobody takes is not said to be sent', async ({ page, strict, said }) => {
    await open(page, strict);
    await complete(page);
    await element(page).locator('#keep').check();
    await send(page);
    await inState(page, 'complete');
    await expect(element(page).locator('form > fieldset > .wrong')).toHaveText(/^The page did not take the claim, so it was not sent\./);
    await expect(heard(page)).toContainText('it was not sent');
    expect(await kept(page)).toHaveLength(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('nobody took the claim');
    await type(page, 'name', 'Ada');
    await expect(element(page).locator('form > fieldset > .wrong')).toHaveCount(0);
  });

  test('the page can keep the form open, and say itself when the shop has it', async ({ page, strict }) => {
    await open(page, strict);
    await complete(page);
    await page.evaluate(() => document.addEventListener('makegood-claim', (event) => event.preventDefault()));
    await send(page);
    await inState(page, 'complete');
    await element(page).evaluate((host) => host.received());
    await inState(page, 'received');
  });

  test('by keyboard alone', async ({ page, strict }) => {
    await open(page, strict);
    await inState(page, 'filling');
    const chooser = page.waitForEvent('filechooser');
    const tabTo = async (pattern) => {
      for (let step = 0; step < 60; step += 1) {
        if (pattern.test(await focused(page))) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${pattern} is never reached`);
    };
    const next = async (pattern) => {
      await page.keyboard.press('Tab');
      await tabTo(pattern);
    };
    await tabTo(/^Order number/);
    await next(/^I changed my mind/);
    await page.keyboard.press('ArrowDown');
    await next(/^One phone/);
    await page.keyboard.press('Space');
    await next(/^IMEI number/);
    await page.keyboard.type(imei);
    await next(/^The screen/);
    await page.keyboard.press('Space');
    await next(/^The glass/);
    await page.keyboard.press('Space');
    await next(/^It has cracks/);
    await page.keyboard.press('Space');
    await next(/^Refund/);
    await page.keyboard.press('ArrowDown');
    await next(/^E-mail address/);
    await page.keyboard.type('a@example.com');
    await next(/^Choose files/);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([photo]);
    await inState(page, 'complete');
    await next(/^Send the claim/);
    await taking(page);
    await page.keyboard.press('Enter');
    await inState(page, 'received');
    expect(await focused(page)).toBe('Your claim is on its way');
  });
});

test.describe('in a form', () => {
  /** What the shop's server gets, and answers with a page. */
  let sent;
  test.beforeEach(async ({ page }) => {
    sent = null;
    await page.route('**/send', async (route) => {
      sent = route.request().postDataBuffer()?.toString('latin1') ?? '';
      await route.fulfill({ contentType: 'text/html', body: '<title>Sent</title>' });
    });
  });
  const handed = (page) => page.evaluate(() => new FormData(document.querySelector('form')).getAll('claim').map((one) => typeof one === 'string' ? JSON.parse(one).asked : one.name));

  test('it hands in the receipt and the files, and keeps the form from being sent before', async ({ page, strict }) => {
    await open(page, strict, 'claim-form');
    await inState(page, 'filling');
    await expect(element(page).getByRole('button', { name: 'Send the claim' })).toHaveCount(0);
    expect(await page.evaluate(() => document.querySelector('form').checkValidity())).toBe(false);
    // A page that asks whether it could be sent shows nothing.
    await expect(summary(page)).toHaveCount(0);
    expect(await element(page).evaluate(({ validity, validationMessage, willValidate }) => [validity.customError, validationMessage, willValidate])).toEqual([true, 'Enter your order number.', true]);
    await page.getByRole('button', { name: 'Send it all' }).click();
    await expect(summary(page)).toBeFocused();
    expect(await handed(page)).toEqual([]);
    await complete(page);
    expect(await handed(page)).toEqual(['claim', 'IMG_1.jpg']);
    expect(await page.evaluate(() => document.querySelector('form').checkValidity())).toBe(true);
    await page.evaluate(() => { document.addEventListener('makegood-claim', () => { window.name = 'told'; }); });
    await page.getByRole('button', { name: 'Send it all' }).click();
    await page.waitForURL('**/send');
    expect(await page.evaluate(() => window.name)).toBe('told');
    expect(sent).toMatch(/name="claim"\r\n\r\n\{"makegood":1,/);
    expect(sent).toContain('name="claim"; filename="IMG_1.jpg"');
  });

  test('an event that the page stops stops the form, and the draft stays', async ({ page, strict }) => {
    await open(page, strict, 'claim-form');
    await complete(page);
    await element(page).locator('#keep').check();
    await page.evaluate(() => document.addEventListener('makegood-claim', (event) => event.preventDefault(), { once: true }));
    await page.getByRole('button', { name: 'Send it all' }).click();
    await page.waitForTimeout(200);
    expect(page.url()).toContain('claim-form.html');
    expect(await kept(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'Send it all' }).click();
    await page.waitForURL('**/send');
    expect(await kept(page)).toHaveLength(0);
  });

  test('what else is wrong in the form comes first', async ({ page, strict }) => {
    await open(page, strict, 'claim-form');
    await inState(page, 'filling');
    await page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { required: true, id: 'first' });
      input.setAttribute('aria-label', 'First');
      document.querySelector('form').prepend(input);
    });
    await page.getByRole('button', { name: 'Send it all' }).click();
    await expect(page.locator('#first')).toBeFocused();
  });

  test('a form that does not validate is held all the same', async ({ page, strict }) => {
    await open(page, strict, 'claim-form');
    await inState(page, 'filling');
    await page.evaluate(() => { document.querySelector('form').noValidate = true; });
    await page.getByRole('button', { name: 'Send it all' }).click();
    await expect(summary(page)).toBeFocused();
    expect(page.url()).toContain('claim-form.html');
  });

  test('reset, disabled, and restored by the browser', async ({ page, strict }) => {
    await open(page, strict, 'claim-form');
    await fill(page);
    const state = await element(page).evaluate((host) => JSON.stringify({ fields: Object.entries(host.draft.fields), disputed: false }));
    await page.evaluate(() => { document.querySelector('fieldset').disabled = true; });
    for (const control of await element(page).locator('form input:not([type=file]), form textarea').all()) await expect(control).toBeDisabled();
    expect(await handed(page)).toEqual([]);
    await page.evaluate(() => { document.querySelector('fieldset').disabled = false; });
    await page.evaluate(() => document.querySelector('form').reset());
    await expect(entry(page, 'order').locator('input')).toHaveValue('');
    await expect.poll(async () => (await claim(page)).done).toBe(0);
    await element(page).evaluate((host, text) => host.formStateRestoreCallback(text, 'restore'), state);
    await expect(entry(page, 'order').locator('input')).toHaveValue('1042');
    await expect(entry(page, 'fault').locator('input:checked')).toHaveCount(3);
    for (const nonsense of ['', '{', '[]', '{"fields":[[1,2],["nothing","x"],null]}', null, 7]) await element(page).evaluate((host, text) => host.formStateRestoreCallback(text, 'restore'), nonsense);
    await inState(page, 'filling');
  });

  test('the browser brings it back with the back button, as any field of a form', async ({ page, strict }) => {
    await open(page, strict, 'claim-form');
    await inState(page, 'filling');
    await type(page, 'order', '1042');
    await choose(page, 'reason', 'defect');
    await page.goto(`${strict}pages/bare.html`);
    await page.goBack();
    await inState(page, 'filling');
    await expect(entry(page, 'order').locator('input')).toHaveValue('1042');
    await expect(entry(page, 'fault')).toBeVisible();
    expect(await kept(page)).toEqual([]);
  });

  test('a button of its own sends the form where the page has none', async ({ page, strict }) => {
    await open(page, strict, 'claim-form');
    await inState(page, 'filling');
    await page.evaluate(() => {
      document.querySelector('form > button').remove();
      document.querySelector('makegood-claim').requestUpdate();
    });
    await complete(page);
    await send(page);
    await page.waitForURL('**/send');
  });
});

test.describe('a draft on the device', () => {
  test('is there only after the shopper ticked it, survives a reload and the back button, and is deleted by a press', async ({ page, strict }) => {
    await open(page, strict);
    await inState(page, 'filling');
    await choose(page, 'reason', 'defect');
    await page.waitForTimeout(400);
    expect(await kept(page)).toEqual([]);
    await expect(element(page)).toContainText('What you entered is not kept on this device.');
    await element(page).locator('#keep').check();
    await expect(heard(page)).toContainText('What you entered is kept on this device.');
    await choose(page, 'model', 'one');
    await type(page, 'name', 'Ada');
    const before = (await claim(page)).fields;
    await page.reload();
    await inState(page, 'filling');
    await expect(entry(page, 'name').locator('input')).toHaveValue('Ada');
    await expect(heard(page)).toHaveText('Here is what you entered before.');
    expect((await claim(page)).fields).toEqual(before);
    const [[key, text]] = await kept(page);
    expect(JSON.parse(key.replace('makegood-claim ', ''))).toEqual(['corner-claims', '1042', 'phone']);
    expect(JSON.parse(text).fields).toEqual([['reason', 'defect'], ['model', 'one'], ['name', 'Ada']]);
    await page.goto(`${strict}pages/bare.html`);
    await page.goBack();
    await expect(entry(page, 'name').locator('input')).toHaveValue('Ada');
    await element(page).getByRole('button', { name: 'Delete it from this device' }).click();
    await expect(element(page).locator('#keep')).toBeFocused();
    expect(await kept(page)).toEqual([]);
    await expect(entry(page, 'name').locator('input')).toHaveValue('Ada');
    await page.waitForTimeout(400);
    expect(await kept(page)).toEqual([]);
  });

  test('is of one item of one order, and is deleted when the claim is sent', async ({ page, strict }) => {
    await open(page, strict);
    await complete(page);
    await element(page).locator('#keep').check();
    await element(page).evaluate((host) => { host.order = { id: '1043', items: [{ id: 'phone' }], facts: { purchased: '2026-11-01' } }; });
    await expect(entry(page, 'email').locator('input')).toHaveValue('');
    await element(page).evaluate((host) => { host.order = '#order'; });
    await expect(entry(page, 'email').locator('input')).toHaveValue('a@example.com');
    // Files are not kept.
    await inState(page, 'filling');
    await add(page, 'photos', photo);
    await inState(page, 'complete');
    await taking(page);
    await send(page);
    await inState(page, 'received');
    expect(await kept(page)).toEqual([]);
  });

  test('a policy that keeps none has no tick, and finds none', async ({ page, strict }) => {
    await states.complete(page, strict);
    expect(await kept(page)).toHaveLength(1);
    await policyWith(page, (policy) => { policy.claim.keepsDraft = false; });
    await page.reload();
    await inState(page, 'filling');
    await expect(element(page).locator('#keep')).toHaveCount(0);
    await expect(entry(page, 'email').locator('input')).toHaveValue('');
    expect(await kept(page)).toHaveLength(0);
  });

  test('what has no place in a newer policy, or is no draft, does not stand in the way', async ({ page, strict, said }) => {
    await states.complete(page, strict);
    const [[key]] = await kept(page);
    for (const text of ['{"fields":[["gone","x"],["email","a@b.de"]]}', '{', '7', '{"fields":{}}', '{"fields":[["reason",{}]]}']) {
      await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, text]);
      await page.reload();
      await inState(page, 'filling');
      await expect(entry(page, 'email').locator('input')).toHaveValue('');
    }
    expect(said).toEqual([]);
  });

  test('a browser without room for it says so', async ({ page, strict }) => {
    await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
    await open(page, strict);
    await inState(page, 'filling');
    await element(page).locator('#keep').click();
    await expect(element(page)).toContainText('This browser does not let us keep it.');
    await expect(element(page).locator('#keep')).not.toBeChecked();
  });
});

test('a check that takes its time waits for a pause in typing, and is done before anything is told or sent', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'filling');
  const counts = await entry(page, 'email').locator('input').evaluate(async (input) => {
    const { host } = input.getRootNode();
    const { shop } = host;
    const check = shop.checkClaim.bind(shop);
    let calls = 0;
    shop.checkClaim = (draft) => {
      calls += 1;
      for (const end = performance.now() + 20; performance.now() < end;);
      return check(draft);
    };
    const type = (text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    type('a');
    const found = [calls];
    for (const text of ['a@', 'a@e', 'a@ex', 'a@example.com']) type(text);
    found.push(calls);
    const { value } = host.claim.fields.find(({ id }) => id === 'email');
    found.push(calls, value);
    type('a@example.org');
    await new Promise((go) => { setTimeout(go, 400); });
    found.push(calls);
    type('nobody');
    input.focus();
    input.blur();
    found.push(calls);
    return found;
  });
  expect(counts).toEqual([1, 1, 2, 'a@example.com', 3, 4]);
  await expect(entry(page, 'email').locator('.wrong')).toBeVisible();
});

test.describe('whatever is entered', () => {
  test('a megabyte, emoji, NUL and marks of direction', async ({ page, strict, said }) => {
    // A browser takes its time to lay a megabyte out.
    test.slow();
    await open(page, strict);
    await fill(page);
    for (const text of ['😀'.repeat(1000), '\0\0abc\0', '\u202eabc\u202c\u200f', '<img src=x onerror=alert(1)>', '👩‍👩‍👧‍👦 שלום 你好']) {
      const area = entry(page, 'happened').locator('textarea');
      await area.evaluate((field, pasted) => {
        field.focus();
        field.value = pasted;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      }, text);
      await area.blur();
      await type(page, 'name', text.slice(0, 150));
      await entry(page, 'name').locator('input').blur();
      await expect(element(page).locator('.progress')).toBeVisible();
    }
    await entry(page, 'happened').locator('textarea').evaluate((field) => {
      field.focus();
      field.value = 'It fell. '.repeat(120_000);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      field.blur();
    });
    await expect(entry(page, 'happened').locator('.wrong')).toContainText('more than 5,000 characters');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(said).toEqual([]);
  });

  test('ten thousand files', async ({ page, strict, said }) => {
    await open(page, strict);
    await fill(page);
    await expect(need(page, 'photos').locator('.add')).toBeVisible();
    await need(page, 'photos').locator('makegood-evidence').evaluate((host, bytes) => host.add(Array.from({ length: 10_000 }, (_, index) => new File([new Uint8Array(bytes), `${index}`], `${index}.jpg`))), [...photo.buffer]);
    await expect(need(page, 'photos').getByRole('button', { name: 'Keep only the first 3 files' })).toBeVisible();
    await send(page);
    await expect(summary(page)).toBeFocused();
    await need(page, 'photos').getByRole('button', { name: 'Keep only the first 3 files' }).click();
    await inState(page, 'complete');
    expect(await element(page).evaluate((host) => host.files.length)).toBe(3);
    expect(said).toEqual([]);
  });
});

test.describe('in a page that changes', () => {
  test('removed while it is loading, nothing happens', async ({ page, strict, said }) => {
    const release = await held(page, '**/claims.json');
    await open(page, strict);
    await inState(page, 'loading');
    await page.evaluate(() => { window.gone = document.querySelector('makegood-claim'); window.gone.remove(); });
    release();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => [window.gone.state, window.gone.claim])).toEqual(['loading', null]);
    await page.evaluate(() => document.querySelector('main').append(window.gone));
    await inState(page, 'filling');
    expect(said).toEqual([]);
  });

  test('moved, it keeps what was entered', async ({ page, strict }) => {
    await open(page, strict);
    await complete(page);
    await page.evaluate(() => document.querySelector('main').append(document.querySelector('makegood-claim')));
    await inState(page, 'complete');
    await expect(entry(page, 'email').locator('input')).toHaveValue('a@example.com');
    await expect(need(page, 'photos').locator('.file')).toHaveCount(1);
  });

  test('two do not get into each other’s way', async ({ page, strict }) => {
    await open(page, strict);
    await inState(page, 'filling');
    await page.evaluate(() => {
      const second = document.querySelector('makegood-claim').cloneNode(true);
      second.removeAttribute('fields');
      second.setAttribute('item', 'other');
      document.querySelector('main').append(second);
    });
    const second = page.locator('makegood-claim').nth(1);
    await second.scrollIntoViewIfNeeded();
    await stateOf(page, 'filling', second);
    await choose(page, 'reason', 'defect');
    await expect(second.locator('[data-field="model"]')).toHaveCount(0);
    await second.getByRole('button', { name: 'Send the claim' }).click();
    await expect(second.locator('#summary')).toBeFocused();
    await expect(summary(page)).toHaveCount(0);
  });

  test('its language follows the page, and what was entered stays', async ({ page, strict }) => {
    await states.attempted(page, strict);
    for (const [language, heading, told] of [['de', 'Ihre Reklamation', 'In der E-Mail-Adresse fehlt etwas.'], ['zh-CN', '售后申请', '电子邮箱好像不完整。'], ['ja', '修理・返品の申請', 'メールアドレスに足りないところがあるようです。']]) {
      await page.evaluate((lang) => { document.documentElement.lang = lang; }, language);
      await expect(element(page).getByRole('heading', { level: 2 })).toHaveText(heading);
      await expect(entry(page, 'email').locator('.wrong')).toContainText(told);
      await expect(entry(page, 'email').locator('input')).toHaveValue('nobody');
      const violations = await faults(page);
      expect(violations).toEqual([]);
    }
  });

  test('facts that the page learns later are not asked for any more', async ({ page, lax }) => {
    await open(page, lax);
    await fill(page);
    expect(await fields(page)).toContain('cause');
    await element(page).evaluate((host) => { host.facts = { cause: 'human-damage' }; });
    await expect.poll(() => fields(page)).not.toContain('cause');
    await expect(entry(page, 'email').locator('input')).toHaveValue('a@example.com');
    await page.evaluate(() => { document.querySelector('#order').textContent = JSON.stringify({ id: '1042', facts: {}, items: [{ id: 'phone' }] }); });
    await element(page).evaluate((host) => host.refresh());
    await expect.poll(() => fields(page)).toContain('purchased');
  });

  test('what the page gets wrong is told to the developer', async ({ page, strict, said }) => {
    await page.route('**/claim.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('"order": "1042"', '"ordre": "1042"') });
    });
    await open(page, strict);
    await inState(page, 'problem');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('ordre');
  });
});

test('the package’s script tag alone brings the element', async ({ page, strict }) => {
  await open(page, strict);
  await inState(page, 'filling');
  const { version } = JSON.parse(await readFile(new URL('../../target/npm/makegood/package.json', import.meta.url), 'utf8'));
  expect(await element(page).evaluate((host) => host.constructor.version)).toBe(version);
});
