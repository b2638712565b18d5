import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { check, MakegoodProblem, open } from '../../target/npm/makegood/index.node.js';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const policy = (law) => ({ ...read('tests/cases/policies/plain.json'), ...(law === undefined ? {} : { law }) });

test('the law of every place is the one that the crate finds, to the byte', async () => {
  for (const { country, region, law } of read('target/makegood/laws.json')) {
    const shop = await open(policy(), { country, ...(region === null ? {} : { region }) });
    const found = shop.law && { id: shop.law.id, version: shop.law.version, hash: shop.law.hash };
    assert.deepEqual(found, law, `${country}-${region}`);
  }
});

test('every law stands beside the policy of the demo', async () => {
  for (const { country, region } of read('target/makegood/laws.json')) {
    const shop = await open(read('www/storefront/policy.json'), { country, ...(region === null ? {} : { region }) });
    assert.equal(typeof shop.today(), 'string');
  }
});

test('without a country the only law that the policy names stands beside it', async () => {
  assert.equal((await open(policy(['cn']))).law.id, 'cn');
  assert.equal((await open(policy(['cn']), { country: 'JP' })).law.id, 'jp');
  assert.equal((await open(policy(['cn', 'jp']))).law, null);
  // The law of a union needs the country, for its holidays.
  assert.equal((await open(policy(['eu']))).law, null);
  assert.equal((await open(policy())).law, null);
  assert.deepEqual((await open(policy(['eu', 'gb']))).laws, ['eu', 'gb']);
});

test('a decision says which law it used, and grants what either grants', async () => {
  const shop = await open(policy(), { country: 'DE' });
  const facts = { purchased: '2026-03-01', delivered: '2026-03-03', channel: 'online', reason: 'change-of-mind' };
  const [item] = shop.decide({ today: '2026-03-17', items: [{ id: 'it', facts }] }).items;
  assert.equal(item.law.id, 'de');
  assert.equal(item.law.hash, shop.law.hash);
  const [refund] = item.remedies.filter(({ remedy }) => remedy === 'refund');
  assert.equal(refund.finding, 'yes');
  assert.equal(refund.offers[refund.beside.law.offer].by, 'law');
});

test('in the United Kingdom the shopper proves the fault for the 30 days, and the shop for repair and replacement', async () => {
  const shop = await open(policy(), { country: 'GB' });
  const facts = { purchased: '2026-03-01', delivered: '2026-03-03', channel: 'online', reason: 'defect', defectNoticed: '2026-03-10', cause: 'normal-use' };
  const [item] = shop.decide({ today: '2026-03-17', items: [{ id: 'it', facts }] }).items;
  const proof = (id) => item.remedies.flatMap(({ offers }) => offers).find(({ rule }) => rule === id)?.proof;
  assert.deepEqual(['short-term-reject', 'free-repair', 'free-replacement'].map(proof), ['shopper', 'shop', 'shop']);
});

test('nothing is the same in every currency; other amounts of a law in another one stay open', async () => {
  const refunds = async (country, told) => {
    const facts = { purchased: '2026-03-01', delivered: '2026-03-03', channel: 'online', reason: 'change-of-mind', usedBeyondChecking: false, price: '100.00', ...told };
    const [item] = (await open(policy(), { country })).decide({ today: '2026-03-10', items: [{ id: 'it', facts }] }).items;
    const { back } = item.remedies.find(({ remedy }) => remedy === 'refund').offers.find(({ by }) => by === 'law');
    return [back, item.ask.some(({ fact }) => fact === 'supplementaryDelivery')];
  };
  assert.equal((await open(policy())).currency, 'EUR');
  assert.deepEqual(await refunds('GB', {}), [{ least: '100.00', most: '100.00' }, false]);
  assert.deepEqual(await refunds('GB', { supplementaryDelivery: '7.00' }), [{ least: '93.00', most: '93.00' }, false]);
  assert.deepEqual(await refunds('GB', { supplementaryDelivery: '7.00' }), await refunds('FR', { supplementaryDelivery: '7.00' }));
  // California looks at 25 dollars.
  const facts = { purchased: '2026-03-01', channel: 'off-premises', reason: 'change-of-mind', price: '100.00' };
  const abroad = (await open(policy(), { country: 'US', region: 'CA' })).decide({ today: '2026-03-03', items: [{ id: 'it', facts }] }).items[0];
  assert.ok(abroad.steps.some(({ by, checks }) => by === 'law' && checks.some(({ finding, node }) => finding === 'maybe' && JSON.stringify(node ?? '').includes('"price"'))));
});

test('where goods were damaged on their way, the shopper is not asked what did it', async () => {
  for (const country of ['CN', 'DE', 'FR', 'GB', 'AU', 'JP']) {
    const shop = await open({ ...policy(), rules: [{ id: 'r', clause: '1', title: 'R', reasons: ['late'], grants: [{ remedy: 'refund', carriage: 'shop' }] }] }, { country });
    const facts = { purchased: '2026-03-01', delivered: '2026-03-03', channel: 'online', reason: 'damaged-in-transit' };
    const decided = (more) => shop.decide({ today: '2026-03-05', items: [{ id: 'it', facts: { ...facts, ...more } }] }).items[0];
    assert.ok(decided({}).ask.every(({ fact }) => fact !== 'cause'), country);
    assert.equal(decided({ cause: 'human-damage' }).finding, decided({ cause: 'normal-use' }).finding, country);
  }
});

test('what is wrong with the law is told', async () => {
  const wrong = await open(policy(), { country: 'Germany' }).catch((error) => error);
  assert.ok(wrong instanceof MakegoodProblem);
  assert.deepEqual(wrong.problems.map(({ code }) => code), ['facts.bad-country']);
  const number = await open(policy(), { country: 1 }).catch((error) => error);
  assert.deepEqual(number.problems?.map(({ code }) => code), ['facts.bad-country']);
  for (const buyer of [null, undefined, {}, { country: null }, { country: undefined, region: null }]) assert.equal((await open(policy(), buyer)).law, null);
  const shop = await open(policy(), { country: 'DE' });
  assert.throws(() => shop.decide({ today: '2026-03-17', items: [{ id: 'it', facts: { country: 'FR' } }] }), /facts\.other-country/);
  const [unknown, ...others] = await check(policy(['dee']));
  assert.deepEqual([unknown.code, unknown.pointer, others], ['policy.unknown-law', '/law/0', []]);
  const clashing = await check({ ...policy(['de', 'eu']), facts: { customMade: { type: 'text' } } });
  assert.ok(clashing.some(({ code, pointer }) => code === 'policy.other-fact' && pointer === '/facts/customMade'));
});

test('a law of one’s own stands beside the promise like any other', async () => {
  const shop = await open(policy(), { law: read('tests/cases/policies/statute.json') });
  assert.deepEqual([shop.law.id, shop.law.name, shop.law.notice], ['statute', 'Law', 'Information, not legal advice.']);
  const bad = await open(policy(), { law: { ...read('tests/cases/policies/statute.json'), rulez: [] } }).catch((error) => error);
  assert.deepEqual(bad.problems.map(({ code, pointer }) => [code, pointer]), [['policy.unknown-key', '/rulez']]);
});

test('a package that was copied without its law says which file is missing', async () => {
  const built = new URL('../../target/npm/makegood/', import.meta.url);
  const folder = await mkdtemp(join(tmpdir(), 'makegood-'));
  try {
    await cp(built, folder, { recursive: true, filter: (source) => !source.endsWith('/packs') });
    const { open: afresh } = await import(pathToFileURL(join(folder, 'index.node.js')).href);
    const error = await afresh(policy(), { country: 'JP' }).catch((failure) => failure);
    assert.equal(error.name, 'MakegoodLoadError');
    assert.equal(error.url, 'law/packs/jp.js');
    assert.match(error.message, /law\/packs\/jp\.js could not be loaded/);
    assert.equal((await afresh(policy())).law, null);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what a policy promises less than the law that it names is told by check, with its place and the article', async () => {
  const found = await check({ ...read('tests/cases/policies/lawful.json'), law: ['de'] });
  assert.ok(found.every(({ severity }) => severity === 'warning'));
  const silent = found.filter(({ code }) => code === 'policy.silent-on-law');
  assert.ok(silent.some(({ params }) => params.article.includes('2019/771') && params.remedies.includes('price-reduction')));
  // It repairs what has a fault, and says nothing of goods that are wrong in another way.
  const repair = silent.filter(({ params }) => params.remedies === '`repair`');
  assert.ok(repair.length > 0 && repair.every(({ params }) => params.reasons === '`not-as-described`, `wrong-item`, `missing-item` or `damaged-in-transit`'));
  const shorter = await check({ ...read('tests/cases/policies/lawful.json'), law: ['de'], rules: [
    { id: 'r', clause: '1', title: 'R', reasons: ['change-of-mind'], window: { from: 'delivered', length: '7 days' }, grants: [{ remedy: 'refund', carriage: 'shop' }] },
  ] });
  const [window] = shorter.filter(({ code }) => code === 'policy.shorter-than-law');
  assert.equal(window.pointer, '/rules/0/window');
  assert.match(window.params.article, /BGB § 355/);
});
