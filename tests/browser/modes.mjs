// Every state of an element, in every mode that a page can be in.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './shop-page.mjs';

const modes = {
  'in light': {},
  'in dark': { colorScheme: 'dark' },
  'in forced colours': { forcedColors: 'active' },
  'at 320 px': { viewport: { width: 320, height: 640 } },
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
  for (const [mode, options] of Object.entries(modes)) {
    test.describe(mode, () => {
      test.use({ ...options });
      // Axe takes a page without a background for a white one; a sheet of its own is the one way that the policy leaves.
      test.beforeEach(({ page }) => page.addInitScript(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':root { background: Canvas; color: CanvasText }');
        document.adoptedStyleSheets = [sheet];
      }));
      for (const [state, reach] of Object.entries(states)) {
        test(`${state} is accessible`, async ({ page, strict }) => {
          if (options.forcedColors) await page.emulateMedia(options);
          await reach(page, strict);
          await inState(page, state);
          await opened(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
        });
      }
      more(options);
    });
  }
}
