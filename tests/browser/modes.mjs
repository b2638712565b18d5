// Every state of an element, in every mode that a page can be in.
import { expect, faults, test } from './shop-page.mjs';

const small = { width: 320, height: 640 };
const modes = {
  'at 320 px': { viewport: small },
  'in light': {},
  'in dark': { colorScheme: 'dark' },
  'in forced colours': { forcedColors: 'active' },
};

/**
 * Tests that each state is accessible and sticks out nowhere, in each mode.
 *
 * @param states how to reach each state, by its name
 * @param inState waits until the element is in a state
 * @param opened opens what is folded, if anything is
 * @param more further tests of each mode; they are given what Playwright is told of it
 */
export function accessibleInEveryMode(states, inState, { opened = async () => {}, more = () => {} } = {}) {
  // Reached where there is least room, and then seen in each mode.
  test.describe('in every mode', () => {
    test.beforeEach(({ page }) => withBackground(page));
    for (const [state, reach] of Object.entries(states)) {
      test(`${state} is accessible`, async ({ page, strict }) => {
        const { width, height } = page.viewportSize();
        await page.setViewportSize(small);
        await reach(page, strict);
        await inState(page, state);
        await opened(page);
        for (const [mode, { viewport = { width, height }, colorScheme = 'light', forcedColors = 'none' }] of Object.entries(modes)) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme, forcedColors });
          await page.evaluate(coloursAtRest);
          await inState(page, state);
          const violations = await faults(page);
          expect.soft(violations, mode).toEqual([]);
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${mode}: nothing sticks out`).toBe(true);
        }
      });
    }
  });
  for (const [mode, options] of Object.entries(modes)) {
    test.describe(mode, () => {
      test.use({ ...options });
      test.beforeEach(({ page }) => withBackground(page));
      more(options);
    });
  }
}

/** Axe takes a page without a background for a white one; a sheet of its own is the one way that the policy leaves. */
const withBackground = (page) => page.addInitScript(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root { background: Canvas; color: CanvasText }');
  document.adoptedStyleSheets = [sheet];
});

/** Waits until no colour is on its way to another. */
async function coloursAtRest() {
  await new Promise((go) => { requestAnimationFrame(go); });
  await Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished));
}
