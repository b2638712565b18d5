import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { open } from '../../target/npm/makegood/index.node.js';
import { languages, load, loadNames, named, say, words } from '../../target/npm/makegood/wording.js';
import { gap, sentences } from './sentences.mjs';

const built = new URL('../../target/npm/makegood/law/', import.meta.url);
const source = new URL('../../src/law/', import.meta.url);
const json = (file) => JSON.parse(readFileSync(new URL(file, source), 'utf8'));
const brotli = (file) => brotliCompressSync(readFileSync(new URL(file, built))).length;

test('a pack is at most 6 KB in brotli', () => {
  const files = readdirSync(new URL('packs/', built));
  assert.ok(files.length > 10);
  for (const file of files) assert.ok(brotli(`packs/${file}`) <= 6_000, `${file}: ${brotli(`packs/${file}`)} bytes`);
});

describe('what the facts of laws are called', () => {
  const packs = new Map(readdirSync(new URL('packs/', source)).map((file) => [file.replace('.json', ''), json(`packs/${file}`)]));
  const names = new Map(languages.map((language) => [language, json(`names/${language}.json`)]));
  const unasked = ({ facts = {} }) => Object.keys(facts).filter((fact) => facts[fact].ask === undefined);
  const wanted = [...new Set([...packs.values()].flatMap(unasked))].sort();
  const around = ({ id, jurisdiction: { within } }) => [id, ...within === undefined ? [] : around(packs.get(within))];

  test('every fact that nobody is asked about has a name of its own in every language, and nothing else has', () => {
    for (const [language, all] of names) {
      assert.deepEqual(Object.keys(all).sort(), wanted, language);
      assert.equal(new Set(Object.values(all)).size, wanted.length, language);
      for (const [fact, name] of Object.entries(all)) {
        assert.match(name, /^\S.*[^\s.。?？]$/, `${language} ${fact}`);
        assert.doesNotMatch(name, gap, `${language} ${fact}`);
      }
    }
  });

  test('the names of a law are those of its pack and of the packs around it, in at most 1.4 KB', async () => {
    for (const [id, pack] of packs) {
      const facts = around(pack).flatMap((one) => Object.keys(packs.get(one).facts ?? {}));
      for (const [language, all] of names) {
        const { default: found } = await import(new URL(`names/${id}.${language}.js`, built));
        assert.deepEqual(found, Object.fromEntries(Object.entries(all).filter(([fact]) => facts.includes(fact))), `${id} ${language}`);
        assert.ok(brotli(`names/${id}.${language}.js`) <= 1_400, `${id} ${language}`);
      }
    }
  });

  test('an answer beside a law names what it depends on, once the names are loaded', async () => {
    const policy = {
      makegood: 1, id: 'shop', version: '1', shop: { name: 'Shop', timeZone: 'UTC', currency: 'EUR', languages: ['en'] },
      rules: [{ id: 'return', clause: '1', title: 'Return', window: { from: 'delivered', length: '30 days' }, grants: [{ remedy: 'refund', carriage: 'shopper' }] }],
    };
    const told = async (language, country, region, reason) => {
      const shop = await open(policy, { country, region });
      const facts = { purchased: '2026-11-01', delivered: '2026-11-10', defectNoticed: '2026-11-18', channel: 'online', reason };
      const decision = shop.decide({ today: '2026-11-20', items: [{ id: 'it', facts }] });
      return { shop, all: () => sentences(words(decision, language, shop)) };
    };
    const nameless = (language) => (sentence) => sentence.includes(say('fact.own', language));
    for (const language of languages) {
      await load(language);
      const { all } = await told(language, 'CN', undefined, 'defect');
      assert.ok(all().some(nameless(language)), `${language}: nothing is named before`);
      for (const { id, jurisdiction: { countries: [country], region } } of packs.values()) {
        for (const reason of ['change-of-mind', 'defect', 'late']) {
          const { shop, all } = await told(language, country, region, reason);
          assert.equal(shop.law.id, id);
          await loadNames(language, shop.law);
          assert.deepEqual(all().filter(nameless(language)), [], `${id} ${language} ${reason}`);
        }
      }
    }
    assert.equal(named('goodsKind', 'en'), 'the kind of goods it is under the law');
    assert.equal(named('delivered', 'zh-CN'), '签收日期');
    assert.equal(named('boxKept', 'en'), null);
    await loadNames('en', null);
    await loadNames('en', { id: 'a law of one’s own' });
  });

  test('what counts while nobody says otherwise is told as well', async () => {
    await load('en');
    const shop = await open({
      makegood: 1, id: 'shop', version: '1', shop: { name: 'Shop', timeZone: 'UTC', currency: 'CNY', languages: ['en'] },
      rules: [{ id: 'return', clause: '1', title: 'Return', grants: [{ remedy: 'refund', carriage: 'shopper' }] }],
    }, { country: 'CN' });
    await loadNames('en', shop.law);
    const about = (facts) => {
      const item = { id: 'it', facts: { purchased: '2026-11-01', delivered: '2026-11-10', reason: 'defect', cause: 'normal-use', goodsKind: 'phone', ...facts } };
      return words(shop.decide({ today: '2026-11-20', items: [item] }), 'en', shop).items[0].reasons.flatMap((reason) => reason.sentences);
    };
    const includes = (facts, finding, sentence) => assert.ok(about(facts).some((one) => one.finding === finding && one.sentence === sentence), sentence);
    includes({}, 'yes', 'Whether the fault is really there: yes.');
    includes({ defectConfirmed: false }, 'no', 'Whether the fault is really there: no.');
    includes({}, 'no', 'Whether a public authority found this product not up to standard: no.');
    includes({}, 'yes', 'The number of days it has now been at the repairer is at most 30.');
    includes({}, 'yes', 'Why the repair is not finished: not as the clause asks.');
    includes({}, 'no', 'As long as you do not say otherwise: “Do you refuse an exchange?” – no.');
    includes({ consumerRefusesExchange: true }, 'yes', '“Do you refuse an exchange?” – yes.');
    includes({ daysAtRepairer: '31', inRepairSince: '2026-11-11' }, 'yes', 'The number of days it has now been at the repairer is 31: more than 30.');
  });
});

describe('the promise beside the law', () => {
  /** What is told of a fault, beside the law of a country. */
  async function beside(country, currency, rule, remedy, facts = {}) {
    await load('en');
    const shop = await open({
      makegood: 1, id: 'shop', version: '1', shop: { name: 'Shop', timeZone: 'UTC', currency, languages: ['en'] },
      rules: [{ id: 'promise', clause: '1', title: 'Promise', reasons: ['defect'], grants: [{ remedy, carriage: 'shop' }], ...rule }],
    }, { country });
    const item = { id: 'it', facts: { purchased: '2026-11-10', delivered: '2026-11-12', reason: 'defect', cause: 'normal-use', channel: 'online', ...facts } };
    const told = words(shop.decide({ today: '2026-11-20', items: [item] }), 'en', shop).items[0].offers.find((offer) => offer.remedy === remedy);
    return { ...told.beside, side: (by) => told.beside.sides.find((one) => one.by === by) };
  }

  test('is not called the same while something is open by which one could be better', async () => {
    const { better, sentence } = await beside('JP', 'JPY', { window: { from: 'delivered', length: '3 years' } }, 'repair');
    assert.deepEqual([better, sentence], ['same', 'Which is better for you depends on what is still open.']);
  });

  test('ends on a day as well, and is not denied then', async () => {
    const { side } = await beside('FR', 'EUR', { window: { from: 'delivered', length: '5 days' } }, 'repair');
    assert.equal(side('shop').nothing, 'The shop’s promise ended on 17 November 2026.');
    const { side: other } = await beside('FR', 'EUR', { reasons: ['damaged-in-transit'], window: { from: 'delivered', length: '5 days' } }, 'repair');
    assert.equal(other('shop').nothing, 'The shop does not promise this.');
  });

  test('has no limit only where the shop says so; a law that names no day says no more than that', async () => {
    const { side } = await beside('GB', 'GBP', {}, 'repair');
    assert.deepEqual(['shop', 'law'].map((by) => side(by).offer.deadline), ['No time limit', 'No last day is named']);
    const { side: other } = await beside('FR', 'EUR', {}, 'repair');
    assert.equal(other('law').offer.deadline, 'For faults that show by 12 November 2028; no last day is named for asking');
  });
});
