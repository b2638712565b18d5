import { element, expect, focused, inState, test } from './shop-page.mjs';

test('all of it works by keyboard alone', async ({ page, strict }) => {
  await page.goto(`${strict}pages/items.html`);
  await inState(page, 'asking');
  expect(await page.evaluate(() => document.activeElement.localName)).toBe('body');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await focused(page)).toBe('Lamp');
  await page.keyboard.press('Enter');

  expect(await focused(page), 'the next question').toBe('I changed my mind');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('It has a fault');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');

  expect(await focused(page)).toBe('Yes, everything');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Continue');
  await page.keyboard.press('Enter');

  await inState(page, 'no');
  expect(await focused(page), 'the answer').toMatch(/^This item cannot be returned|cannot|no return/);
  await page.keyboard.press('Tab');
  while (!(await focused(page)).startsWith('If it has a fault')) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await inState(page, 'yes');
  expect(await focused(page)).toMatch(/^You can exchange this/);

  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Why?');
  await page.keyboard.press('Enter');
  await expect(element(page).locator('.why')).toHaveAttribute('open', '');

  for (const button of ['3 more rules that were looked at', 'Change', 'Change', 'Read the shop’s policy', 'Start over']) {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(button);
  }
  await page.keyboard.press('Tab');
  expect(await focused(page), 'no trap').toBe('After the element');
});

test('in a low window what has the focus is on the screen, also where the next question has it already', async ({ page, strict }) => {
  await page.setViewportSize({ width: 640, height: 260 });
  await page.goto(`${strict}pages/items.html`);
  await inState(page, 'asking');
  await page.keyboard.press('Tab');
  for (let step = 0; step < 4 && await element(page).evaluate(({ state }) => state) === 'asking'; step += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const { top, bottom } = at.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }), `step ${step}`).toBe(true);
  }
});

test('the focus comes back after a failure', async ({ page, strict }) => {
  let failing = true;
  await page.route('**/policy.json', (route) => (failing ? route.fulfill({ status: 503 }) : route.fallback()));
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'failed');
  const retry = element(page).getByRole('button', { name: 'Try again' });
  await retry.focus();
  await page.keyboard.press('Enter');
  await expect(retry).toBeFocused();
  failing = false;
  await page.keyboard.press('Enter');
  await inState(page, 'asking');
  expect(await focused(page)).toBe('I changed my mind');
});

test('primary actions are at least 44 px high', async ({ page, strict }) => {
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'asking');
  for (const target of await element(page).locator('.choice, .primary').all()) {
    expect((await target.boundingBox()).height).toBeGreaterThanOrEqual(44);
  }
});
