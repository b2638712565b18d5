// What the tests of the page share: servers with and without a content security policy, the console, and a shopper's hands.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../pkg-config/serve.mjs';

/** The strictest policy of a page that the package promises to work under. */
export const strictest = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types lit-html";

const mounts = { '/pages/': 'tests/browser/pages', '/other/': 'target/npm/makegood' };

export const test = base.extend({
  /** Address of a server whose pages have the strictest policy. */
  strict: [async ({}, use) => {
    const { url, close } = await serve({ csp: strictest, mounts });
    await use(url);
    await close();
  }, { scope: 'worker' }],
  /** Address of a server whose pages have no policy. */
  lax: [async ({}, use) => {
    const { url, close } = await serve({ csp: null, mounts });
    await use(url);
    await close();
  }, { scope: 'worker' }],
  /** Starts a server with a policy of its own. */
  serving: async ({}, use) => {
    const servers = [];
    await use(async (csp, headers = {}) => {
      servers.push(await serve({ csp, headers, mounts }));
      return servers.at(-1).url;
    });
    await Promise.all(servers.map(({ close }) => close()));
  },
  /** Everything that the console says. */
  said: async ({ page }, use) => {
    const said = [];
    page.on('console', (message) => { if (!message.location().url.endsWith('/favicon.ico')) said.push(message.text()); });
    page.on('pageerror', (error) => { said.push(String(error)); });
    await use(said);
  },
});

export { expect };

/** What is asked of the pages of the demo, besides what axe looks for unasked. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, in one go: there are no frames here, and its other way opens a second page each time. */
export async function faults(page, tags = null) {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  return (await (tags === null ? axe : axe.withTags(tags)).analyze()).violations;
}

export const element = (page) => page.locator('makegood-returns');

/** Waits until the element is in a state, in its property and for CSS. */
export async function inState(page, state, host = element(page)) {
  await expect.poll(() => host.evaluate((found) => found.state)).toBe(state);
  expect(await host.evaluate((found, name) => found.matches(`:state(${name})`), state)).toBe(true);
}

/** Holds a file back until it is let go, by the function that it gives. */
export async function held(page, file) {
  let letGo;
  const free = new Promise((go) => { letGo = go; });
  await page.route(file, async (route) => {
    await free;
    // A page that has gone on does not wait for it any more.
    await route.fallback().catch(() => {});
  });
  return letGo;
}

/** Opens all that an element has folded. */
export const unfold = (host) => host.evaluate(({ shadowRoot }) => {
  for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
});

/** Chooses an answer and goes on. */
export async function answer(page, label) {
  await element(page).getByRole('radio', { name: label }).check();
  await element(page).getByRole('button', { name: /^(Continue|继续)$/ }).click();
}

/** The element that has the focus, also inside the shadow root. */
export const focused = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === null ? '' : (at.labels?.[0] ?? at).textContent.trim() || at.localName;
});
