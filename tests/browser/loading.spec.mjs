import { answer, element, expect, held, inState, strictest, test } from './shop-page.mjs';

test('the strictest page shows an answer, and the console stays empty', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await expect(element(page).locator('.verdict')).toHaveCSS('display', 'flex');
  expect(said).toEqual([]);
});

test('nothing is fetched before the element is near the viewport, and only our own files then', async ({ page, strict }) => {
  const asked = [];
  page.on('request', (request) => { asked.push(request.url().replace(strict, '/')); });
  await page.goto(`${strict}pages/far.html`);
  await page.waitForTimeout(300);
  expect(asked.filter((url) => url !== '/favicon.ico')).toEqual(['/pages/far.html', '/makegood/makegood.js']);
  await element(page).scrollIntoViewIfNeeded();
  await inState(page, 'asking');
  expect(asked).toContain('/makegood/engine.wasm');
  for (const url of asked) expect(url).toMatch(/^\/(makegood|pages|favicon)/);
});

test('an element that is still far away is empty, for CSS as well', async ({ page, strict }) => {
  await page.goto(`${strict}pages/far.html`);
  await page.evaluate(async () => { (await import('/makegood/elements/returns.js')).define(); });
  await inState(page, 'empty');
});

test('the engine that explains is loaded for a bad policy only', async ({ page, strict }) => {
  const asked = [];
  page.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'asking');
  expect(asked.filter((path) => path.includes('explain'))).toEqual([]);
  await page.route('**/policy.json', (route) => route.fulfill({ body: '{ "makegood": 1 }' }));
  await page.reload();
  await inState(page, 'problem');
  expect(asked).toContain('/makegood/explain.wasm');
});

test('an element that is added later is found', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/far.html`);
  await page.evaluate(() => {
    const wrapper = document.createElement('div');
    wrapper.append(document.querySelector('makegood-returns'));
    document.querySelector('main').prepend(wrapper);
  });
  await inState(page, 'asking');
  expect(said).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page’s own content is there', async ({ page, strict }) => {
    await page.goto(`${strict}pages/order.html`);
    await expect(page.getByRole('link', { name: 'Our written policy' })).toBeVisible();
  });
});

test('the script twice on one page does no harm', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/twice.html`);
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await page.waitForLoadState('networkidle');
  expect(said).toEqual([]);
});

test('two versions on one page give one warning', async ({ page, strict, said }) => {
  const version = await otherVersion(page, strict);
  await page.goto(`${strict}pages/twice.html`);
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(new RegExp(`version ${version} is on this page already, so version 9\\.9\\.9 is left out`));
});

test('an element that is defined twice gives one warning, and only if the versions differ', async ({ page, lax, said }) => {
  const version = await otherVersion(page, lax);
  await page.goto(`${lax}pages/bare.html`);
  await page.evaluate(async () => {
    const [one, other] = await Promise.all([import('/makegood/elements/returns.js'), import('/other/elements/returns.js')]);
    one.define();
    one.define();
    other.define();
    other.define();
  });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(new RegExp(`already defined by version ${version}, so version 9\\.9\\.9 is left out`));
});

/** Makes the second copy of the package one of version 9.9.9; returns the version of the first. */
async function otherVersion(page, url) {
  const { version } = await (await page.request.get(`${url}makegood/package.json`)).json();
  await page.route('**/other/**/*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(version, '9.9.9') });
  });
  return version;
}

/** What goes wrong, what the developer is told, and how often the file was asked for. */
const failures = {
  'the engine is missing': {
    route: ['**/engine.wasm', { status: 404, body: 'Not found' }], state: 'failed', told: /\(not-found\).*answered 404.*publish engine\.wasm beside the script/, asked: 2,
  },
  'a page comes in place of the engine': {
    route: ['**/engine.wasm', { contentType: 'text/html', body: '<!doctype html><title>Shop</title>' }], state: 'failed', told: /\(not-wasm\).*an HTML page, not WebAssembly/, asked: 2,
  },
  'the engine that explains a bad policy is missing': {
    route: ['**/explain.wasm', { status: 404, body: 'Not found' }], policy: '{ "makegood": 1 }', state: 'failed',
    told: /\(not-found\): the policy has problems, but explain\.wasm.*publish explain\.wasm beside the script/, asked: 2,
  },
  'the loader of that engine is missing': {
    route: ['**/explain.js', { status: 404, body: 'Not found' }], policy: '{ "makegood": 1 }', state: 'failed',
    told: /\(network\): the policy has problems.*publish all files/, asked: 1,
  },
  'the engine is half a file': {
    route: ['**/engine.wasm', { contentType: 'application/wasm', body: Buffer.from('\0asm\x01\0\0\0\x01\x7f', 'latin1') }], state: 'failed', told: /\(broken\)/, asked: 2,
  },
  'the policy is missing': {
    route: ['**/policy.json', { status: 404, body: 'Not found' }], state: 'failed', told: /\(policy-not-found\).*answered 404.*check the address of the policy/, asked: 1,
  },
  'a page comes in place of the policy': {
    route: ['**/policy.json', { contentType: 'text/html', body: '<!doctype html>' }], state: 'problem', told: /policy\.not-json.*web page/, asked: 1,
  },
  'the policy is not JSON': {
    route: ['**/policy.json', { body: '{ "makegood": 1, }' }], state: 'problem', told: /policy\.not-json.*line 1, column 18/, asked: 1,
  },
  'the sentences are missing': {
    route: ['**/en*.js', { status: 404 }], state: 'failed', told: /failed:/, asked: 1,
  },
};

for (const [what, { route: [file, answerWith], policy, state, told, asked }] of Object.entries(failures)) {
  test(`when ${what}, the page’s content stays, the developer is told, and a retry works`, async ({ page, strict, said }) => {
    let requests = 0;
    await page.route(file, (route) => {
      requests += 1;
      return route.fulfill(answerWith);
    });
    if (policy !== undefined) await page.route('**/policy.json', (route) => route.fulfill({ body: policy }));
    await page.goto(`${strict}pages/order.html`);
    await inState(page, state);
    const host = element(page);
    await expect(page.getByRole('link', { name: 'Our written policy' })).toBeVisible();
    await expect(host.getByRole('status')).toBeVisible();
    await expect(host.getByRole('status')).toHaveText(/(The answer could not be loaded|We cannot give an answer here)/);
    const ours = said.filter((line) => line.startsWith('makegood: '));
    expect(ours).toHaveLength(1);
    expect(ours[0].replaceAll('\n', ' ')).toMatch(told);
    expect(requests).toBe(asked);
    await page.unrouteAll();
    if (what === 'the sentences are missing') return; // A browser remembers that a module failed.
    await host.getByRole('button', { name: 'Try again' }).click();
    await inState(page, 'asking');
  });
}

const policies = {
  "script-src lacks 'wasm-unsafe-eval'": [strictest.replace(" 'wasm-unsafe-eval'", ''), /\(csp\).*add `'wasm-unsafe-eval'` to its `script-src`/],
  'connect-src is missing': [strictest.replace("connect-src 'self'; ", ''), /\(csp|policy-network\).*in its `connect-src`/],
};

for (const [what, [csp, told]] of Object.entries(policies)) {
  test(`when ${what}, the page’s content stays and the developer is told`, async ({ page, serving, said }) => {
    await page.goto(`${await serving(csp)}pages/order.html`);
    await inState(page, 'failed');
    await expect(page.getByRole('link', { name: 'Our written policy' })).toBeVisible();
    expect(said.filter((line) => line.startsWith('makegood: ')).join('')).toMatch(told);
  });
}

test('an engine of another origin needs CORS, and says so', async ({ page, lax, serving }) => {
  const closed = await serving(null);
  const open = await serving(null, { 'Access-Control-Allow-Origin': '*' });
  const loaded = (engine) => page.evaluate(async (url) => {
    const { init } = await import('/makegood/index.js');
    return init({ url }).then(() => 'loaded', ({ reason, message }) => `${reason}: ${message}`);
  }, `${engine}makegood/engine.wasm`);
  await page.goto(`${lax}pages/bare.html`);
  expect(await loaded(closed)).toMatch(/^cors: .*Access-Control-Allow-Origin/);
  expect(await loaded('http://127.0.0.1:9/')).toMatch(/^network: /);
  expect(await loaded(open)).toBe('loaded');
});

test('an engine with a wrong MIME type works in silence', async ({ page, strict, said }) => {
  await page.route('**/engine.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'asking');
  expect(said).toEqual([]);
});

test('an element that is moved or removed while it loads does no harm', async ({ page, strict, said }) => {
  const release = await held(page, '**/policy.json');
  await page.goto(`${strict}pages/order.html`);
  await inState(page, 'loading');
  await page.evaluate(() => {
    const host = document.querySelector('makegood-returns');
    const copy = host.cloneNode(true);
    document.querySelector('main').append(copy);
    document.querySelector('h1').before(host);
    copy.remove();
    globalThis.removed = copy;
  });
  release();
  await inState(page, 'asking');
  expect(await page.evaluate(() => removed.state)).not.toBe('asking');
  await page.evaluate(() => document.querySelector('main').append(removed));
  await expect.poll(() => page.evaluate(() => removed.state)).toBe('asking');
  expect(said).toEqual([]);
});

test('a page that draws itself anew gets its answer again', async ({ page, strict, said }) => {
  await page.goto(`${strict}pages/order.html`);
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await page.evaluate(() => {
    const host = document.querySelector('makegood-returns');
    host.replaceWith(host.cloneNode(true));
  });
  await inState(page, 'asking');
  await answer(page, 'It has a fault');
  await inState(page, 'yes');
  await page.evaluate(() => { const host = document.querySelector('makegood-returns'); host.parentNode.append(host); });
  await inState(page, 'yes');
  expect(said).toEqual([]);
});
