// The documentation is clean, and what it offers to copy works in an empty page.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answer, element, expect, faults, inState, strictest, test } from './shop-page.mjs';

const root = new URL('../../', import.meta.url);
const text = (path) => readFileSync(new URL(path, root), 'utf8');
const pages = readdirSync(fileURLToPath(new URL('www/docs/', root))).filter((file) => file.endsWith('.html'));
const readme = text('README.md');
const start = text('www/docs/index.html');
const copied = (html) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

for (const [colorScheme, width] of [['light', 390], ['dark', 1280]]) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });
    for (const file of pages) {
      test(`${file} is accessible, fits and is quiet`, async ({ page, said }) => {
        await page.goto(`/docs/${file}`);
        await expect(page.locator('header [aria-current=page]')).toHaveAttribute('href', file);
        const violations = await faults(page);
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
        expect(said).toEqual([]);
      });
    }
  });
}

test('the keyboard skips to the content', async ({ page }) => {
  await page.goto('/docs/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the policy that the pages recommend is the one that is tested', () => {
  expect(copied(text('www/docs/csp.html'))).toContain(strictest);
});

/** Opens an empty page with the policy of a page under `/policy.json`, and nothing in it but a snippet. */
async function pasted(page, server, snippet, policy) {
  await page.route('**/policy.json', (route) => route.fulfill({ contentType: 'application/json', body: policy }));
  await page.route('**/pasted.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': strictest },
    body: `<!doctype html><html lang="en"><title>Pasted</title><body>${snippet}`,
  }));
  await page.goto(`${server}pasted.html`);
}

test('the snippet of the README answers in an empty page', async ({ page, strict, said }) => {
  const [, snippet] = /^```html\n(.*?)^```$/ms.exec(readme);
  const [, policy] = /^```json policy\n(.*?)^```$/ms.exec(readme);
  await pasted(page, strict, snippet, policy);
  await answer(page, 'I changed my mind');
  await answer(page, 'Yes, everything');
  await answer(page, 'Yes, it has been opened');
  await inState(page, 'yes');
  await expect(element(page).getByRole('heading', { level: 2 })).toHaveText('You can send this back for a refund until 26 November 2026.');
  await expect(element(page)).toContainText('€89.10');
  expect(said).toEqual([]);
});

test('the quick start answers in an empty page', async ({ page, strict, said }) => {
  const [, snippet] = /<code class="html">(.*?)<\/code>/s.exec(start);
  const [, policy] = /<code class="policy">(.*?)<\/code>/s.exec(start);
  await pasted(page, strict, copied(snippet), copied(policy));
  await inState(page, 'yes');
  await expect(element(page)).toContainText('14-day return');
  expect(said).toEqual([]);
});
