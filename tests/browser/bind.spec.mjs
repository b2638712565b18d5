// A form of the page's own, looked after by `bind`.
import { jpeg } from '../node/evidence/files.mjs';
import { expect, faults, focused, held, test } from './shop-page.mjs';

const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg({ width: 640, height: 480 }) };

const open = async (page, url) => {
  await page.goto(`${url}pages/own-form.html`);
  await page.evaluate(() => globalThis.binding);
};
const claim = (page) => page.evaluate(async () => (await globalThis.binding).claim);
const noteOf = (page, field) => page.locator(`[data-claim-notes=${field}] .claim-note`);

/** Fills in a return that is complete but for the terms of the page. */
async function fillIn(page) {
  await page.getByLabel('Order number').fill('D-1042');
  await page.getByLabel('Day of purchase').fill('2026-11-02');
  await page.getByLabel('Day of delivery').fill('2026-11-20');
  await page.getByLabel('I changed my mind').check();
  await page.getByRole('group', { name: 'box' }).getByLabel('Yes').check();
  await page.getByLabel('What would you like?').selectOption('refund');
  await page.getByLabel('E-mail').fill('yue@example.com');
}

const sent = (page) => page.waitForRequest((request) => request.url().includes('written.html'));

test('nothing is said before a field was left, then it stands beside the field and is known to the browser', async ({ page, strict, said }) => {
  await open(page, strict);
  await expect(page.locator('.claim-note')).toHaveCount(0);
  const order = page.getByLabel('Order number');
  await order.pressSequentially('1042');
  await expect(page.locator('.claim-note')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(noteOf(page, 'order')).toHaveClass(/claim-wrong/);
  await expect(order).toHaveAttribute('aria-invalid', 'true');
  expect(await order.evaluate((control) => control.matches(':user-invalid'))).toBe(true);
  const described = await order.getAttribute('aria-describedby');
  await expect(page.locator(`#${described}`)).toContainText('D, a hyphen and four digits');
  await order.fill('d-１０42');
  await expect(order).not.toHaveAttribute('aria-invalid');
  await page.keyboard.press('Tab');
  await expect(noteOf(page, 'order')).toHaveText(/D-1042/);
  await expect(noteOf(page, 'order')).toHaveClass(/claim-tidied/);
  expect(said).toEqual([]);
});

test('only what matters is asked, and what is hidden is not sent', async ({ page, strict }) => {
  await open(page, strict);
  for (const field of ['model', 'fault', 'imei', 'cause', 'address', 'account', 'photos']) {
    await expect(page.locator(`[data-claim-field=${field}]`)).toBeHidden();
  }
  await page.getByLabel('It does not work').check();
  await expect(page.locator('[data-claim-field=photos]')).toBeVisible();
  await page.getByLabel('Model').selectOption('one');
  await expect(page.locator('[data-claim-field=imei]')).toBeVisible();
  await page.getByLabel('IMEI').fill('49-015420-323751-8');
  await page.getByLabel('I changed my mind').check();
  await expect(page.locator('[data-claim-field=model]')).toBeHidden();
  await fillIn(page);
  await page.getByLabel('I have read the terms').check();
  const [request] = await Promise.all([sent(page), page.getByRole('button', { name: 'Send' }).click()]);
  const query = new URL(request.url()).searchParams;
  expect(query.has('imei')).toBe(false);
  expect(query.get('token')).toBe('42');
  const receipt = JSON.parse(query.get('receipt'));
  expect(receipt.asked).toBe('claim');
  expect(receipt.answer.complete).toBe(true);
});

test('what was entered before comes back with its field', async ({ page, strict }) => {
  await open(page, strict);
  await page.getByLabel('It does not work').check();
  await page.getByLabel('Model').selectOption('one');
  await page.getByLabel('IMEI').fill('490154203237518');
  await page.getByLabel('I changed my mind').check();
  await page.getByLabel('It does not work').check();
  await expect(page.getByLabel('IMEI')).toHaveValue('490154203237518');
  const fields = (await claim(page)).fields;
  expect(fields.find(({ id }) => id === 'imei').value).toBe('490154203237518');
});

test('empty selects get their choices, faults by their kind', async ({ page, strict }) => {
  await open(page, strict);
  await page.getByLabel('It does not work').check();
  const fault = page.getByLabel('What is wrong?');
  expect(await fault.locator('optgroup').evaluateAll((groups) => groups.map(({ label }) => label))).toEqual(['Screen – Glass', 'Screen', 'Power']);
  await fault.selectOption('cracked');
  expect((await claim(page)).fields.find(({ id }) => id === 'fault').value).toBe('cracked');
  const remedies = await page.getByLabel('What would you like?').locator('option').allTextContents();
  expect(remedies.length).toBe(3);
});

test('a summary takes the focus, says all, and leads to the fields; also to what only the page asks', async ({ page, strict }) => {
  await open(page, strict);
  await page.getByRole('button', { name: 'Send' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  const lines = summary.getByRole('listitem');
  const first = await lines.first().textContent();
  await expect(noteOf(page, 'order')).toHaveText(new RegExp(first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  await expect(lines.last().getByRole('link')).toBeVisible();
  await lines.first().getByRole('link').click();
  expect(await focused(page)).toMatch(/Order number/);
  await lines.last().getByRole('link').click();
  expect(await focused(page)).toMatch(/terms/);
  const before = await lines.count();
  await page.getByLabel('Order number').fill('D-1042');
  await expect(lines).toHaveCount(before - 1);
  expect(await faults(page)).toEqual([]);
});

test('whoever sees it differently can send it', async ({ page, strict }) => {
  await open(page, strict);
  await fillIn(page);
  await page.getByLabel('Day of delivery').fill('2026-11-03');
  await page.getByLabel('I have read the terms').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByLabel('I see it differently').check();
  const [request] = await Promise.all([sent(page), page.getByRole('button', { name: 'Send' }).click()]);
  const { answer } = JSON.parse(new URL(request.url()).searchParams.get('receipt'));
  expect([answer.disputed, answer.complete, answer.wish.finding]).toEqual([true, true, 'no']);
});

test('files are read on the device, and a form sent meanwhile waits for them', async ({ page, strict }) => {
  await open(page, strict);
  await page.getByLabel('It does not work').check();
  const photos = page.getByLabel('Photos');
  expect(await photos.getAttribute('accept')).toContain('image/heic');
  await photos.setInputFiles([photo, { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear shop') }]);
  await expect(noteOf(page, 'photos')).toHaveText(/letter\.jpg/);
  await photos.setInputFiles([photo]);
  await expect(noteOf(page, 'photos')).toHaveCount(0);
  const [need] = (await claim(page)).evidence;
  expect([need.id, need.given]).toEqual(['photos', 1]);
});

test('telephone numbers are read for the country of the buyer', async ({ page, strict }) => {
  await page.addInitScript(() => { globalThis.known = { country: 'GB' }; });
  await open(page, strict);
  await page.getByLabel('Telephone').fill('020 7946 0958');
  await page.keyboard.press('Tab');
  await expect(noteOf(page, 'phone')).toHaveText(/\+44/);
});

test('the page may know more later, and a fact that it knows is not asked for', async ({ page, strict }) => {
  await open(page, strict);
  await expect(page.getByLabel('Day of delivery')).toBeVisible();
  await page.evaluate(async () => { (await globalThis.binding).update({ facts: { delivered: '2026-11-20' } }); });
  await expect(page.getByLabel('Day of delivery')).toBeHidden();
});

test('the language follows the page', async ({ page, strict }) => {
  await open(page, strict);
  await page.getByLabel('Order number').fill('x');
  await page.getByLabel('Day of purchase').focus();
  await expect(noteOf(page, 'order')).toHaveCount(1);
  await page.evaluate(() => { document.documentElement.lang = 'zh-CN'; });
  await expect(noteOf(page, 'order')).toHaveText(/[一-鿿]/);
});

test('a form with a telephone number that is being read is sent when it is', async ({ page, strict }) => {
  const release = await held(page, '**/phone.js');
  const requests = [];
  page.on('request', (request) => { if (request.url().includes('written.html')) requests.push(request.url()); });
  await open(page, strict);
  await fillIn(page);
  await page.getByLabel('I have read the terms').check();
  await page.getByLabel('Telephone').fill('+49 30 23125 123');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(requests).toEqual([]);
  const going = sent(page);
  release();
  const { searchParams } = new URL((await going).url());
  expect(JSON.parse(searchParams.get('receipt')).request.fields.phone).toEqual({ typed: '+49 30 23125 123', read: '+493023125123' });
});

test('released, the form is as it was', async ({ page, strict }) => {
  await page.addInitScript(() => { addEventListener('DOMContentLoaded', () => { globalThis.before = document.querySelector('form').outerHTML; }); });
  await open(page, strict);
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByLabel('Telephone').fill('+49 30 23125 123');
  await page.evaluate(async () => { (await globalThis.binding).release(); });
  await page.waitForLoadState('networkidle');
  const [before, after] = await page.evaluate(() => [globalThis.before, document.querySelector('form').outerHTML]);
  expect(after.replaceAll(/ id="claim-control-\d+"/g, '')).toBe(before);
});

test('binding twice gives the same, and reset begins anew', async ({ page, strict }) => {
  await open(page, strict);
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.locator('.claim-note')).toHaveCount(0);
  await expect.poll(async () => (await claim(page)).fields.find(({ id }) => id === 'order').state).toBe('empty');
  const same = await page.evaluate(async () => {
    const { bind } = await import('/makegood/bind.js');
    return bind(document.querySelector('form'), { policy: '/pages/own-form.json' }) === globalThis.binding;
  });
  expect(same).toBe(true);
});

test('whatever is typed, nothing stops', async ({ page, strict, said }) => {
  await open(page, strict);
  const odd = ['😀'.repeat(50), '\u202Eabc', 'a\0b', 'x'.repeat(1_000_000), '<img src=x onerror=alert(1)>'];
  for (const text of odd) {
    await page.getByLabel('E-mail').evaluate((control, value) => {
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
    await page.getByLabel('What happened?').evaluate((control, value) => {
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  }
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  expect(said).toEqual([]);
});

test('a policy with errors leaves the form to the browser', async ({ page, lax }) => {
  await page.route('**/own-form.json', (route) => route.fulfill({ json: { makegood: 1 } }));
  await page.goto(`${lax}pages/own-form.html`);
  const name = await page.evaluate(() => globalThis.binding.then(() => '', (error) => error.name));
  expect(name).toBe('MakegoodProblem');
  expect(await page.locator('form').evaluate((form) => form.noValidate)).toBe(false);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form is sent as ever', async ({ page, strict }) => {
    await page.goto(`${strict}pages/own-form.html`);
    await page.getByLabel('Order number').fill('D-1042');
    await page.getByLabel('I have read the terms').check();
    const [request] = await Promise.all([sent(page), page.getByRole('button', { name: 'Send' }).click()]);
    expect(new URL(request.url()).searchParams.get('order')).toBe('D-1042');
  });
});
