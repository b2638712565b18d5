import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { armTraps } from '../trap.mjs';

const built = new URL('../../target/npm/makegood/', import.meta.url);
const policyFile = fileURLToPath(new URL('../browser/pages/policy.json', import.meta.url));
const policyText = await readFile(policyFile, 'utf8');
const policy = () => JSON.parse(policyText);
const request = () => ({
  today: '2026-03-10',
  items: [{ id: 'a', facts: { purchased: '2026-03-05', delivered: '2026-03-07', reason: 'defect', price: '99.00' } }],
});
const endings = [];
after(() => Promise.all(endings.map((end) => end())));

/** The package as if it had just been installed: nothing is loaded yet. */
async function fresh({ change = (text) => text, engine = true, explain = engine } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'makegood-'));
  endings.push(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const script of (await readdir(built)).filter((file) => file.endsWith('.node.js'))) {
    await writeFile(join(folder, script), change(await readFile(new URL(script, built), 'utf8')));
  }
  const files = [...engine ? ['engine.wasm'] : [], ...explain ? ['explain.wasm'] : []];
  await Promise.all(files.map((file) => copyFile(new URL(file, built), join(folder, file))));
  if (engine) await cp(new URL('law', built), join(folder, 'law'), { recursive: true });
  return import(pathToFileURL(join(folder, 'index.node.js')).href);
}

/** Serves one answer after another, the last one for ever; counts the requests. */
async function serving(...answers) {
  const seen = { requests: 0, url: '' };
  const server = createServer(async (_, response) => {
    const answer = answers[Math.min(seen.requests, answers.length - 1)];
    seen.requests += 1;
    if (answer === 'break') return response.destroy();
    const { status = 200, type = 'application/wasm', body = await readFile(new URL('engine.wasm', built)) } = answer;
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  endings.push(() => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }));
  seen.url = `http://127.0.0.1:${server.address().port}/file`;
  return seen;
}

const html = { type: 'text/html', body: '<!doctype html><title>Shop</title>' };

/** Arms the traps for one test. */
function arming(context) {
  const armed = armTraps();
  context.after(armed.end);
  return armed;
}

async function thrown(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('opening a policy', () => {
  test('a path, a URL, an address, text, an object and a list all open', async () => {
    const { open } = await fresh();
    const { url } = await serving({ type: 'application/json', body: policyText });
    for (const given of [policyFile, pathToFileURL(policyFile), url, new URL(url), policyText, `\uFEFF\n${policyText}`, policy(), [policy()]]) {
      const shop = await open(given);
      assert.equal(shop.id, 'corner-shop');
      assert.equal(shop.decide(request()).items[0].finding, 'yes');
    }
  });

  test('a shop tells what a page needs', async () => {
    const { open, version } = await fresh();
    const shop = await open(policy());
    assert.deepEqual(shop.name, { en: 'Corner Shop', 'zh-CN': '街角小店' });
    assert.equal(shop.currency, 'CNY');
    assert.equal(shop.timeZone, 'Asia/Shanghai');
    assert.deepEqual(shop.languages, ['en', 'zh-CN']);
    assert.equal(shop.page, '/pages/written.html');
    assert.deepEqual(shop.reasons, ['change-of-mind', 'defect', 'wrong-item', 'damaged-in-transit']);
    assert.equal(shop.versions.length, 1);
    assert.match(shop.versions[0].hash, /^sha256:[0-9a-f]{64}$/);
    assert.equal(shop.decide(request()).engine, version);
  });

  test('today is the day in the shop’s time zone', async (context) => {
    const { open } = await fresh();
    const shop = await open(policy());
    context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 11, 31, 15, 59) });
    assert.equal(shop.today(), '2026-12-31');
    context.mock.timers.setTime(Date.UTC(2026, 11, 31, 16, 0));
    assert.equal(shop.today(), '2027-01-01');
  });

  test('text that is not JSON is a problem that names the place', async () => {
    const { open, MakegoodProblem } = await fresh();
    const places = {
      '{"makegood": 1,}': [1, 16],
      '{"makegood": x}': [1, 14],
      '{\n  "makegood": 1\n  "id": 2\n}': [3, 3],
      '{"a": [1, 2}': [1, 12],
      '{"a": 01}': [1, 7],
      '{"a": "open': [1, 7],
      '{"a": 1': [1, 8],
      '[1] 2': [1, 5],
      "{'a': 1}": [1, 2],
      '{"a": "\\x"}': [1, 7],
      '// note\n{}\n': [1, 1],
      '"': [1, 1],
    };
    for (const [text, [line, column]] of Object.entries(places)) {
      const error = await thrown(open(text));
      assert.ok(error instanceof MakegoodProblem, text);
      const [problem] = error.problems;
      assert.equal(problem.code, 'policy.not-json');
      assert.deepEqual(problem.params, { line: String(line), column: String(column) }, text);
      assert.equal(problem.message, `the policy is not valid JSON: line ${line}, column ${column}`);
      assert.equal(error.message, `policy.not-json: ${problem.message}; ${problem.help}`);
    }
  });

  test('the place is found wherever valid JSON is broken', async () => {
    const { open } = await fresh();
    const json = JSON.stringify({ a: [true, false, null, -1.5e+3, 'x\\"\u00e9'], b: {}, c: [], d: { e: [[]] } }, null, 1);
    for (let at = 0; at < json.length; at += 1) {
      for (const text of [json.slice(0, at), `${json.slice(0, at)}%${json.slice(at)}`, json.slice(0, at) + json.slice(at + 1)]) {
        let valid = true;
        try { JSON.parse(text); } catch { valid = false; }
        if (valid || !/^\s*[{[]/.test(text)) continue;
        const { problems: [{ params }] } = await thrown(open(text));
        const lines = text.split('\n');
        assert.ok(Number(params.line) <= lines.length && Number(params.column) <= lines[params.line - 1].length + 1, text);
      }
    }
  });

  test('nothing, and a page in place of a policy, are problems of their own', async () => {
    const { open } = await fresh();
    const { url } = await serving(html);
    assert.match((await thrown(open(''))).message, /the policy is empty/);
    assert.match((await thrown(open('<!doctype html>'))).message, /is a web page, not JSON/);
    const { problems: [problem] } = await thrown(open(url));
    assert.equal(problem.code, 'policy.not-json');
    assert.equal(problem.params.url, url);
  });

  test('a policy that cannot be had says why', async () => {
    const { open, MakegoodLoadError } = await fresh();
    const reasons = [
      ['policy-not-found', (await serving({ status: 404 })).url],
      ['policy-not-found', '/no/such/policy.json'],
      ['policy-network', (await serving({ status: 503 })).url],
      ['policy-network', (await serving('break')).url],
    ];
    for (const [reason, url] of reasons) {
      const error = await thrown(open(url));
      assert.ok(error instanceof MakegoodLoadError);
      assert.equal(error.reason, reason);
      assert.ok(error.url.endsWith(url) && error.help !== '');
    }
  });

  test('problems of the policy come together', async () => {
    const { open, MakegoodProblem } = await fresh();
    const bad = policy();
    bad.rules[0].window.length = '-1 days';
    bad.rules[1].graants = [];
    const error = await thrown(open(bad));
    assert.ok(error instanceof MakegoodProblem);
    assert.ok(error.problems.filter(({ severity }) => severity === 'error').length >= 2);
    for (const { code, pointer, message, help } of error.problems) {
      assert.match(code, /^policy\./);
      assert.match(pointer, /^\//);
      assert.ok(message !== '' && help !== '');
    }
  });
});

describe('checking a policy', () => {
  const read = (file) => JSON.parse(readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8'));
  const { cases } = read('problems/policy.json');
  const plain = () => read('policies/plain.json');
  const set = (document, pointer, value) => {
    const keys = pointer.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop();
    const inner = keys.reduce((outer, key) => outer[key], document);
    inner[last === '-' ? inner.length : last] = value;
  };

  test('a good policy gives an empty list', async () => {
    const { check } = await fresh();
    assert.deepEqual(await check(policy()), []);
    assert.deepEqual(await check(policyText), []);
  });

  test('warnings are told by check, and do not hinder opening', async () => {
    const { check, open } = await fresh();
    const spare = plain();
    spare.conditions.spare = { fact: 'member', is: true };
    assert.deepEqual((await check(spare)).map(({ code, severity }) => [code, severity]), [['policy.unused-condition', 'warning']]);
    assert.equal((await open(spare)).id, 'plain');
  });

  test('what check tells of a bad document is what the engine tells elsewhere, and open throws the same', async () => {
    const { check, open, MakegoodProblem } = await fresh();
    const changed = cases.filter(({ bad }) => bad.on === 'plain' && Object.keys(bad).join() === 'on,set');
    assert.ok(changed.length > 40);
    for (const { code, at, bad } of changed) {
      const document = plain();
      for (const [pointer, value] of Object.entries(bad.set)) set(document, pointer, value);
      const found = (await check(document)).map((problem) => [problem.code, problem.pointer]);
      assert.deepEqual(found, [[code, at]]);
      if (code === 'policy.unused-condition' || code === 'policy.missing-translation' || code === 'policy.dead-rule' || code === 'policy.unknown-law') continue;
      const error = await thrown(open(document));
      assert.ok(error instanceof MakegoodProblem, code);
      assert.deepEqual(error.problems.map((problem) => [problem.code, problem.pointer]), found);
    }
  });

  test('a key that stands twice is told, by check and by open, in text and behind an address', async () => {
    const { check, open } = await fresh();
    for (const [at, written, twice] of [['', '"id":"plain"', '"id":"plain","id":"plain"'], ['/rules/0', '"clause":"1"', '"clause":"1","cl\\u0061use":"2"']]) {
      const text = JSON.stringify(plain());
      assert.ok(text.includes(written));
      const bad = text.replace(written, twice);
      const found = await check(bad);
      assert.deepEqual(found.map(({ code, pointer }) => [code, pointer]), [['policy.duplicate-key', at]]);
      assert.deepEqual((await thrown(open(bad))).problems, found);
      const served = await serving({ body: bad });
      assert.deepEqual(await check(served.url), found);
    }
    const much = { ...plain(), id: 'colons: "a": { : } \\ ', version: '"":"' };
    assert.deepEqual(await check(JSON.stringify(much)), await check(much));
    assert.equal((await check(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))[0].code, 'policy.too-deep');
  });

  test('an unknown time zone is told', async () => {
    const { open } = await fresh();
    const nowhere = plain();
    nowhere.shop.timeZone = 'Europe/Atlantis';
    assert.equal((await thrown(open(nowhere))).problems[0].code, 'policy.unknown-time-zone');
  });

  const bad = () => ({ ...policy(), rulez: [] });

  test('without the engine that explains, a bad policy still fails, and says which file is missing', async () => {
    const { check, open, MakegoodLoadError } = await fresh({ explain: false });
    assert.equal((await open(policy())).id, 'corner-shop');
    const error = await thrown(open(bad()));
    assert.ok(error instanceof MakegoodLoadError);
    assert.match(error.message, /^the policy has problems, but explain\.wasm, which tells them, could not be loaded/);
    assert.match(error.cause.message, /explain\.wasm cannot be read/);
    assert.match((await thrown(check(bad()))).message, /explain\.wasm cannot be read/);
  });

  test('the engine that explains is loaded from where init says, once, and with one retry', async () => {
    const { check, init, open } = await fresh({ explain: false });
    const file = { body: await readFile(new URL('explain.wasm', built)) };
    const served = await serving({ status: 404 }, file);
    await init({ explain: served.url });
    await open(policy());
    assert.equal(served.requests, 0, 'a good policy does not need it');
    const [error, found] = await Promise.all([thrown(open(bad())), check(bad())]);
    assert.deepEqual(found.map(({ code }) => code), ['policy.unknown-key']);
    assert.deepEqual(error.problems, found);
    assert.equal(served.requests, 2);
  });

  test('its failures name their causes, and are forgotten', async () => {
    for (const [reason, failure] of [['not-found', { status: 404 }], ['network', 'break'], ['not-wasm', html]]) {
      const { init, open } = await fresh();
      const served = await serving(failure, failure, { body: await readFile(new URL('explain.wasm', built)) });
      await init({ explain: served.url });
      const error = await thrown(open(bad()));
      assert.equal(error.reason, reason);
      assert.equal(error.url, served.url);
      assert.equal((await thrown(open(bad()))).problems[0].code, 'policy.unknown-key', 'a later call tries again');
    }
  });

  test('an engine that stops over it is started afresh', async (context) => {
    const armed = arming(context);
    const { check } = await fresh();
    await check(policy());
    armed.compile = 1;
    assert.deepEqual((await check(bad())).map(({ code }) => code), ['policy.unknown-key']);
    armed.compile = 2;
    assert.match((await thrown(check(bad()))).message, /stopped twice in `compile`/);
    assert.deepEqual(await check(policy()), []);
  });
});

describe('loading the engine', () => {
  test('callers at the same time share one engine', async () => {
    const { init, open } = await fresh();
    const served = await serving({});
    await Promise.all([init({ url: served.url }), init({ url: served.url }), init(), open(policy()), open(policyText)]);
    assert.equal(served.requests, 1);
  });

  test('bytes and a module do as well', async () => {
    const bytes = await readFile(new URL('engine.wasm', built));
    for (const source of [{ bytes }, { bytes: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) }, { module: new WebAssembly.Module(bytes) }]) {
      const { init, open } = await fresh({ engine: false });
      await init(source);
      assert.equal((await open(policy())).id, 'corner-shop');
    }
  });

  test('one failure is mended by one retry', async () => {
    for (const failure of [{ status: 404 }, { status: 500 }, html, 'break']) {
      const { init } = await fresh();
      const served = await serving(failure, {});
      await init({ url: served.url });
      assert.equal(served.requests, 2);
    }
  });

  test('two failures name the cause, and are forgotten', async () => {
    const broken = (await readFile(new URL('engine.wasm', built))).subarray(0, 4000);
    const causes = [
      ['not-found', { status: 404, type: 'text/html', body: '<h1>Not found</h1>' }],
      ['network', { status: 502 }],
      ['network', 'break'],
      ['not-wasm', html],
      ['broken', { body: broken }],
      ['broken', { type: 'application/octet-stream', body: broken }],
    ];
    for (const [reason, failure] of causes) {
      const { init, open, MakegoodLoadError } = await fresh();
      const served = await serving(failure);
      const error = await thrown(init({ url: served.url }));
      assert.ok(error instanceof MakegoodLoadError);
      assert.equal(error.reason, reason);
      assert.equal(error.url, served.url);
      assert.equal(served.requests, 2);
      assert.equal((await open(policy())).id, 'corner-shop', 'a later call tries again');
    }
  });

  test('a wrong MIME type works in silence', async (context) => {
    const { init } = await fresh();
    const said = ['log', 'info', 'warn', 'error'].map((name) => context.mock.method(console, name));
    await init({ url: (await serving({ type: 'text/plain' })).url });
    assert.equal(said.reduce((sum, { mock }) => sum + mock.callCount(), 0), 0);
  });

  test('a missing file and a file of another version say so', async () => {
    const missing = await thrown((await fresh({ engine: false })).init());
    assert.equal(missing.reason, 'not-found');
    const { version } = await fresh();
    const other = await thrown((await fresh({ change: (text) => text.replaceAll(JSON.stringify(version), '"9.9.9"') })).init());
    assert.equal(other.reason, 'broken');
    assert.match(other.message, /9\.9\.9.*publish all files of one version together/);
  });

  test('every module can be imported where there is no page', async () => {
    const { exports } = JSON.parse(await readFile(new URL('package.json', built), 'utf8'));
    const files = Object.values(exports).map((target) => target.default ?? target).filter((file) => file.endsWith('.js'));
    assert.ok(files.length >= 5);
    const code = [...files, './index.node.js'].map((file) => `await import(${JSON.stringify(new URL(file, built).href)});`).join('\n');
    execFileSync(process.execPath, ['--input-type=module', '--eval', code]);
  });
});

describe('deciding', () => {
  test('problems of a request are thrown, and the shop goes on', async () => {
    const { open, MakegoodProblem } = await fresh();
    const shop = await open(policy());
    for (const delivered of ['', null, 20260307, '2026-02-30', '03/04/2026', '2026-03-07T10:00:00Z', '2026-03-01']) {
      const bad = request();
      bad.items[0].facts.delivered = delivered;
      assert.throws(() => shop.decide(bad), (error) => error instanceof MakegoodProblem
        && error.problems.every(({ code, pointer }) => code.startsWith('facts.') && typeof pointer === 'string'), String(delivered));
    }
    for (const nothing of [undefined, null, 1, 'text', [], {}, () => {}, Symbol('s'), 10n]) {
      assert.throws(() => shop.decide(nothing), MakegoodProblem);
    }
    assert.equal(shop.decide(request()).items[0].finding, 'yes');
  });

  test('an object that the caller changes later does not change the shop', async (context) => {
    const armed = arming(context);
    const { open } = await fresh();
    const mine = policy();
    const shop = await open(mine);
    mine.rules = [];
    armed.decide = 1;
    assert.equal(shop.decide(request()).items[0].finding, 'yes');
  });
});

describe('an engine that stops', () => {
  test('is started afresh 1,000 times without one wrong answer', async (context) => {
    const armed = arming(context);
    const { open } = await fresh();
    const shop = await open(policy());
    const right = shop.decide(request());
    let told = [];
    shop.addEventListener('restart', ({ detail }) => { told.push(detail); });
    for (let at = 1; at <= 1000; at += 1) {
      told = [];
      armed.decide = 1;
      assert.deepEqual(shop.decide(request()), right);
      assert.equal(told.length, 1);
      assert.equal(told[0].call, 'decide');
      assert.equal(told[0].restarts, at);
      assert.ok(told[0].error instanceof WebAssembly.RuntimeError);
    }
    assert.equal(armed.starts, 1001);
  });

  test('takes no other shop with it', async (context) => {
    const armed = arming(context);
    const { open } = await fresh();
    const other = policy();
    other.id = 'other-shop';
    other.rules = other.rules.slice(0, 1);
    const shops = [await open(policy()), await open(other), await open(policy())];
    const heard = [0, 0, 0];
    shops.forEach((shop, at) => shop.addEventListener('restart', () => { heard[at] += 1; }));
    armed.decide = 1;
    assert.deepEqual(shops.map((shop) => shop.decide(request()).items[0].finding), ['yes', 'no', 'yes']);
    armed.decide = 1;
    assert.deepEqual(shops.toReversed().map((shop) => shop.decide(request()).items[0].finding), ['yes', 'no', 'yes']);
    assert.deepEqual(heard, [1, 0, 1]);
  });

  test('twice in one call gives a clear error, and the next call works', async (context) => {
    const armed = arming(context);
    const { open } = await fresh();
    const shop = await open(policy());
    let told = 0;
    shop.addEventListener('restart', () => { told += 1; });
    armed.decide = 2;
    assert.throws(() => shop.decide(request()), (error) => /stopped twice in `decide`/.test(error.message)
      && error.cause instanceof WebAssembly.RuntimeError);
    assert.equal(told, 1);
    assert.equal(shop.decide(request()).items[0].finding, 'yes');
    armed.decide = 1;
    armed.compile = 1;
    assert.throws(() => shop.decide(request()), /stopped twice/);
    assert.equal(shop.decide(request()).items[0].finding, 'yes');
  });

  test('while it compiles is started afresh too', async (context) => {
    const armed = arming(context);
    const { open } = await fresh();
    const first = await open(policy());
    armed.compile = 1;
    const second = await open(policy());
    assert.deepEqual([first, second].map((shop) => shop.decide(request()).items[0].finding), ['yes', 'yes']);
    armed.compile = 2;
    assert.match((await thrown(open(policy()))).message, /stopped twice in `compile`/);
    assert.equal(first.decide(request()).items[0].finding, 'yes');
  });

  test('can be used from a listener that hears of it', async (context) => {
    const armed = arming(context);
    const { open } = await fresh();
    const shop = await open(policy());
    const findings = [];
    shop.addEventListener('restart', () => { findings.push(shop.decide(request()).items[0].finding); });
    armed.decide = 1;
    shop.decide(request());
    assert.deepEqual(findings, ['yes']);
  });

  test('a getter that calls the engine again, or throws, does no harm', async () => {
    const { open } = await fresh();
    const shop = await open(policy());
    const again = { get today() { return shop.decide(request()).today; }, items: request().items };
    assert.throws(() => shop.decide(again));
    const throwing = { get today() { throw new TypeError('mine'); }, items: [] };
    assert.throws(() => shop.decide(throwing));
    assert.equal(shop.decide(request()).items[0].finding, 'yes');
  });

  test('a full stack is survived', async () => {
    const { open } = await fresh();
    const shop = await open(policy());
    let room = true;
    const deeper = () => {
      try {
        deeper();
      } catch {
        // Some levels up there is room to start, but not to finish.
        if (room) {
          try { shop.decide(request()); room = false; } catch { /* still too deep */ }
        }
      }
    };
    deeper();
    assert.equal(shop.decide(request()).items[0].finding, 'yes');
  });
});
