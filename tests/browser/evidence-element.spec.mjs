import { heic, jpeg, pdf, png, svg } from '../node/evidence/files.mjs';
import { accessibleInEveryMode } from './modes.mjs';
import { expect, focused, inState as stateOf, test } from './shop-page.mjs';

const element = (page) => page.locator('makegood-evidence');
const inState = (page, state) => stateOf(page, state, element(page));
const open = (page, url) => page.goto(`${url}pages/evidence.html`);

const photo = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: jpeg({ width: 640, height: 480, taken: '2026:11:27 10:00:00' }) };
const screen = { name: 'screen.png', mimeType: 'image/png', buffer: png({ width: 40, height: 30 }) };
const phone = { name: 'IMG_2.HEIC', mimeType: '', buffer: heic({ taken: '2026:11:26 10:00:00' }) };
const invoice = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: pdf() };
const letter = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dear shop') };
const old = { name: 'old.jpg', mimeType: 'image/jpeg', buffer: jpeg({ taken: '2026:11:01 10:00:00' }) };
const drawing = { name: 'drawing.jpg', mimeType: 'image/jpeg', buffer: svg() };

const choose = async (page, ...files) => {
  await expect(element(page).locator('.add')).toBeVisible();
  await element(page).locator('input[type=file]').setInputFiles(files);
};
const rows = (page) => element(page).locator('.file');

const states = {
  empty: open,
  ok: async (page, url) => {
    await open(page, url);
    await choose(page, photo, phone, invoice);
  },
  problem: async (page, url) => {
    await open(page, url);
    await choose(page, photo, letter, old, { ...photo, name: 'again.jpg' }, screen, drawing);
  },
  checking: async (page, url) => {
    await open(page, url);
    await expect(element(page).locator('.add')).toBeVisible();
    await element(page).evaluate((host) => {
      const file = new File(['x'], 'cloud.jpg', { type: 'image/jpeg' });
      file.slice = () => ({ arrayBuffer: () => new Promise(() => {}) });
      void host.add([file]);
    });
  },
  failed: async (page, url) => {
    await page.route('**/evidence.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('"maxFiles": 4', '"maxFiles": -4') });
    });
    await open(page, url);
  },
};

accessibleInEveryMode(states, inState);

test('no state says anything to the console under the strictest policy, and pictures are shown all the same', async ({ page, strict, said }) => {
  for (const state of ['empty', 'ok', 'problem', 'checking']) {
    await states[state](page, strict);
    await inState(page, state);
  }
  await states.problem(page, strict);
  await inState(page, 'problem');
  await expect(element(page).locator('canvas')).toHaveCount(3);
  const opacity = () => element(page).locator('canvas').first().evaluate((canvas) => canvas.getContext('2d').getImageData(72, 72, 1, 1).data[3]);
  await expect.poll(opacity).toBe(255);
  expect(said).toEqual([]);
});

test('each file says what it is and what is wrong with it', async ({ page, strict }) => {
  await states.problem(page, strict);
  await inState(page, 'problem');
  await expect(rows(page).locator('.name')).toHaveText(['IMG_1.jpg', 'letter.pdf', 'old.jpg', 'again.jpg', 'screen.png', 'drawing.jpg']);
  await expect(rows(page).nth(0).locator('.detail')).toContainText('taken on 27 November 2026');
  await expect(rows(page).nth(0).locator('.wrong')).toHaveCount(0);
  await expect(rows(page).nth(1)).toContainText('The name says PDF, but what is in the file is something else.');
  await expect(rows(page).nth(2)).toContainText('dated 1 November 2026, which is before 20 November 2026');
  await expect(rows(page).nth(3)).toContainText('This is the same as “⁨IMG_1.jpg⁩”.');
  await expect(rows(page).nth(4)).toContainText('we did not look at this one');
  await expect(element(page).getByRole('status')).toHaveText('2 of 6 files can be handed in.');
  await expect(element(page)).toContainText('These are 6 files, and 4 can be handed in. Remove 2 of them.');
});

test('a HEIC without a type is taken and named', async ({ page, strict }) => {
  await states.ok(page, strict);
  await inState(page, 'ok');
  await expect(rows(page).nth(1).locator('.detail')).toHaveText(/^HEIC, .*4,032 × 3,024, taken on 26 November 2026$/);
  await expect(rows(page).nth(1).locator('svg.icon').first()).toBeVisible();
  await expect(element(page).getByRole('status')).toHaveText('All 3 files can be handed in.');
});

test('the form gets the files that are fine, once each, and is not sent while something is wrong', async ({ page, strict }) => {
  await states.problem(page, strict);
  await inState(page, 'problem');
  const handed = () => page.evaluate(() => new FormData(document.querySelector('form')).getAll('photos').map(({ name }) => name));
  const valid = () => page.evaluate(() => document.querySelector('form').checkValidity());
  expect(await handed()).toEqual(['IMG_1.jpg', 'old.jpg']);
  expect(await valid()).toBe(false);
  for (const name of ['letter.pdf', 'drawing.jpg']) await element(page).getByRole('button', { name: `Remove ${name}` }).click();
  await inState(page, 'ok');
  expect(await handed()).toEqual(['IMG_1.jpg', 'old.jpg', 'screen.png']);
  expect(await valid()).toBe(true);
  await page.evaluate(() => document.querySelector('form').reset());
  await inState(page, 'empty');
  expect(await handed()).toEqual([]);
});

test('a field that is required says so, and the focus goes to its button', async ({ page, strict }) => {
  await open(page, strict);
  await expect(element(page).locator('.add')).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('form').checkValidity())).toBe(true);
  await element(page).evaluate(async (host) => { host.required = true; await host.updateComplete; });
  expect(await element(page).evaluate(({ validity, validationMessage }) => [validity.valueMissing, validationMessage])).toEqual([true, 'Add a file first.']);
  await page.getByRole('button', { name: 'Send the claim' }).click();
  expect(await focused(page)).toBe('Choose files');
});

test('a fieldset that is disabled disables it', async ({ page, strict }) => {
  await states.ok(page, strict);
  await inState(page, 'ok');
  await page.evaluate(() => { document.querySelector('fieldset').disabled = true; });
  for (const button of await element(page).getByRole('button').all()) await expect(button).toBeDisabled();
  expect(await page.evaluate(() => [...new FormData(document.querySelector('form'))].length)).toBe(0);
});

test('by keyboard: chosen, removed, and the focus is never lost', async ({ page, strict }) => {
  // Waited for from the beginning: the browser is told to hand over its dialogue, which takes a moment.
  const dialogue = page.waitForEvent('filechooser');
  await open(page, strict);
  await expect(element(page).locator('.add')).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Choose files');
  await page.keyboard.press('Enter');
  const chooser = await dialogue;
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles([photo, invoice]);
  await inState(page, 'ok');
  expect(await focused(page)).toBe('Add more files');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(element(page).getByRole('status')).toHaveText('IMG_1.jpg was removed. The file can be handed in.');
  await expect(element(page).getByRole('button', { name: 'Remove invoice.pdf' })).toBeFocused();
  await page.keyboard.press('Enter');
  await inState(page, 'empty');
  expect(await focused(page)).toBe('Choose files');
});

test('files are dropped and pasted', async ({ page, strict }) => {
  await open(page, strict);
  await expect(element(page).locator('.add')).toBeVisible();
  await element(page).evaluate((host, bytes) => {
    const card = host.shadowRoot.querySelector('.card');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], 'dropped.jpg', { type: 'image/jpeg' }));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    card.dispatchEvent(over);
    if (!over.defaultPrevented) throw new Error('not taken');
    card.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(bytes), 'x'], 'image.png', { type: 'image/png' }));
    host.shadowRoot.querySelector('.add').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
  }, [...photo.buffer]);
  await expect(rows(page).locator('.name')).toHaveText(['dropped.jpg', 'image.png']);
  await inState(page, 'ok');
});

test('its own content stays when the rules are none, and the developer is told', async ({ page, strict, said }) => {
  await states.failed(page, strict);
  await inState(page, 'failed');
  await expect(page.getByRole('link', { name: 'Send us your photos by post' })).toBeVisible();
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('`maxFiles` is a whole number');
});

test('thousands of files are folded, and the first can be kept', async ({ page, strict, said }) => {
  await open(page, strict);
  await expect(element(page).locator('.add')).toBeVisible();
  await element(page).evaluate((host, bytes) => host.add(Array.from({ length: 10_000 }, (_, index) => new File([new Uint8Array(bytes), `${index}`], `${index}.jpg`))), [...photo.buffer]);
  await inState(page, 'problem');
  await expect(rows(page)).toHaveCount(24);
  await expect(element(page)).toContainText('9,976 more files are not shown');
  await element(page).getByRole('button', { name: 'Keep only the first 4 files' }).click();
  await inState(page, 'ok');
  await expect(rows(page)).toHaveCount(4);
  expect(said).toEqual([]);
});

test('the language of the page is spoken, also when it changes', async ({ page, strict }) => {
  await states.problem(page, strict);
  await inState(page, 'problem');
  for (const [language, heading, told] of [['de', 'Fotos und Unterlagen', 'Dem Namen nach ist das PDF'], ['zh-CN', '照片和单据', '文件名显示为 PDF'], ['ja', '写真と書類', '名前はPDFですが']]) {
    await page.evaluate((lang) => { document.documentElement.lang = lang; }, language);
    await expect(element(page).getByRole('heading')).toHaveText(heading);
    await expect(rows(page).nth(1)).toContainText(told);
  }
});
