// Return policies of other formats: what is written is exactly what the policy grants, and what is read is exactly what is written.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { check, open } from 'makegood';
import { fromOnlineReturnPolicy, toOnlineReturnPolicy } from 'makegood/adapters/google-merchant';
import { fromMerchantReturnPolicy, toMerchantReturnPolicy } from 'makegood/adapters/schema-org';
import { policies } from './interchange/generator.mjs';
import { typed } from './interchange/typed.mjs';

const data = async (path) => JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
const shop = { name: 'Examples', timeZone: 'Europe/Berlin', currency: 'EUR', languages: ['en', 'zh-CN'] };
const formats = {
  schemaOrg: {
    code: 'schema-org',
    write(policy, options) {
      const { jsonLd: written, unsaid } = toMerchantReturnPolicy(policy, options);
      return { written, unsaid };
    },
    read: fromMerchantReturnPolicy,
  },
  googleMerchant: {
    code: 'google-merchant',
    write(policy, options) {
      const { returnPolicy: written, unsaid } = toOnlineReturnPolicy(policy, options);
      return { written, unsaid };
    },
    read: fromOnlineReturnPolicy,
  },
};

function documentOf({ document = {}, rules }) {
  const named = rules.map((rule, index) => ({ id: `rule-${index + 1}`, clause: String(index + 1), title: `Rule ${index + 1}`, ...rule }));
  return { makegood: 1, id: 'examples', version: '1', shop, ...document, rules: named };
}

/** Code and place of each, short. */
const brief = (notes, code) => notes.map((note) => `${note.code.replace(`${code}.`, '')} ${note.pointer}`);

function wellSaid({ en, 'zh-CN': zh }) {
  for (const sentence of [en, zh]) {
    assert.ok(sentence.length > 2, sentence);
    assert.doesNotMatch(sentence, /\{\w|\n|undefined|null/);
  }
  assert.match(zh, /\p{Script=Han}/u);
}

describe('export', async () => {
  for (const example of await data('interchange/policies.json')) {
    test(example.name, async () => {
      const policy = documentOf(example);
      assert.deepEqual((await check(policy)).filter(({ severity }) => severity === 'error'), []);
      for (const [name, { code, write }] of Object.entries(formats)) {
        const { written, unsaid } = write(policy);
        const { '@context': _, '@type': __, ...said } = written ?? {};
        assert.deepEqual(written === null ? null : said, example[name], name);
        const expected = example.unsaid[name] ?? [];
        const country = said.applicableCountry ?? said.countries;
        assert.deepEqual(brief(unsaid, code), country === undefined ? ['country ', ...expected] : expected, name);
        unsaid.forEach(({ text }) => wellSaid(text));
      }
    });
  }

  const simple = documentOf({ rules: [{ grants: [{ remedy: 'refund', carriage: 'shop' }] }] });

  test('the demo shop, all of whose rules have conditions, says little and lists the rest', async () => {
    const policy = await data('../../www/storefront/policy.json');
    const { jsonLd, unsaid } = toMerchantReturnPolicy(policy, { countries: ['CN'], site: 'https://aurora.example' });
    const types = await readFile(new URL('../types/interchange.ts', import.meta.url), 'utf8');
    assert.deepEqual(jsonLd, JSON.parse(types.match(/ demo: .*? = (\{.*?^\});/ms)[1]));
    const rules = new Set(unsaid.map(({ pointer }) => /rules\/(\d+)/.exec(pointer)?.[1]));
    assert.ok(policy.at(-1).rules.every((_, index) => rules.has(String(index))));
    assert.equal(toOnlineReturnPolicy(policy).returnPolicy, null);
  });

  test('a page of the shop needs the site to be an address', () => {
    const policy = { ...simple, shop: { ...shop, page: '/returns' } };
    assert.equal(toMerchantReturnPolicy(policy, { site: 'https://shop.example' }).jsonLd.merchantReturnLink, 'https://shop.example/returns');
    assert.equal(toOnlineReturnPolicy({ ...simple, shop: { ...shop, page: 'https://shop.example/r' } }).returnPolicy.returnPolicyUri, 'https://shop.example/r');
    for (const site of [undefined, 'shop.example', 'javascript:0']) {
      const { jsonLd, unsaid } = toMerchantReturnPolicy(policy, { countries: ['DE'], ...(site === undefined ? {} : { site }) });
      assert.equal('merchantReturnLink' in jsonLd, false);
      assert.deepEqual(brief(unsaid, 'schema-org'), ['page /shop/page']);
    }
  });

  test('of several versions the one in force is written, and the others are listed', () => {
    const later = { ...simple, version: '2', from: '2026-11-01', rules: [{ ...simple.rules[0], window: { from: 'delivered', length: '9 days' } }] };
    const days = (options) => toMerchantReturnPolicy([later, simple], { countries: ['DE'], ...options });
    assert.equal(days({}).jsonLd.merchantReturnDays, 9);
    assert.deepEqual(brief(days({}).unsaid, 'schema-org'), ['version /1', 'from /0/from']);
    assert.equal(days({ purchased: '2026-10-31' }).jsonLd.merchantReturnDays, undefined);
    assert.deepEqual(brief(days({ purchased: '2026-11-01' }).unsaid, 'schema-org'), ['version /1']);
  });

  test('a key that is not known is never passed over', () => {
    const rule = simple.rules[0];
    for (const [place, changed] of [
      ['/rules/0/later', { ...rule, later: 1 }],
      ['/rules/0/window/later', { ...rule, window: { from: 'delivered', length: '9 days', later: 1 } }],
      ['/rules/0/grants/0/later', { ...rule, grants: [{ ...rule.grants[0], later: 1 }] }],
      ['/rules/0/grants/0/fees/0/later', { ...rule, grants: [{ ...rule.grants[0], fees: [{ id: 'a', percent: '1', later: 1 }] }] }],
    ]) {
      const { jsonLd, unsaid } = toMerchantReturnPolicy({ ...simple, rules: [changed] }, { countries: ['DE'] });
      assert.match(jsonLd.returnPolicyCategory, /Unspecified$/);
      assert.deepEqual(brief(unsaid, 'schema-org'), [`term ${place}`]);
    }
  });

  test('what is not a policy says nothing', () => {
    for (const odd of [null, undefined, 7, 'policy', [], [null], {}, { rules: 7 }, { rules: [null, [], { grants: 7 }, { reasons: [], grants: [] }] }]) {
      assert.match(toMerchantReturnPolicy(odd).jsonLd.returnPolicyCategory, /Unspecified$/);
      const { returnPolicy, unsaid } = toOnlineReturnPolicy(odd);
      assert.equal(returnPolicy, null);
      assert.ok(brief(unsaid, 'google-merchant').some((one) => one.startsWith('unread ')), JSON.stringify(odd));
    }
  });
});

describe('import', async () => {
  for (const [name, { good, forms, problems }] of Object.entries(await data('interchange/imports.json'))) {
    const { code, read } = formats[name];
    const changed = ({ with: more = {}, without = [] }) => (
      Object.fromEntries(Object.entries({ ...good, ...more }).filter(([key]) => !without.includes(key)))
    );

    for (const form of forms) {
      test(`${name}: ${form.name}`, async () => {
        const { policy, notes, problems } = read(changed(form), shop);
        assert.deepEqual(problems, []);
        assert.deepEqual(await check(policy), []);
        for (const [key, value] of Object.entries(form.rule ?? {})) assert.deepEqual(policy.rules[0][key], value);
        assert.deepEqual(brief(notes, code), form.notes);
        notes.forEach(({ text }) => wellSaid(text));
      });
    }

    for (const wrong of problems) {
      test(`${name}: ${wrong.problems.join(', ')}`, () => {
        const given = 'whole' in wrong ? wrong.bad : changed(wrong);
        const before = JSON.stringify(given);
        const { policy, problems } = read(given, shop);
        assert.equal(policy, null);
        const told = wrong.problems[0].startsWith('missing-key ') && wrong.problems.length > 3
          ? problems.map((one) => `missing-key ${one.params.key}`) : brief(problems, code);
        assert.deepEqual(told, wrong.problems);
        for (const { severity, message, help, translation: { 'zh-CN': chinese } } of problems) {
          assert.equal(severity, 'error');
          wellSaid({ en: message, 'zh-CN': chinese.message });
          wellSaid({ en: help, 'zh-CN': chinese.help });
          assert.match(message + help, /^[^A-Z]/);
        }
        assert.equal(JSON.stringify(given), before);
      });
    }
  }

  test('a policy is found in a graph, an organization, a product and an offer', () => {
    const inner = { '@type': 'MerchantReturnPolicy', returnPolicyCategory: 'MerchantReturnUnlimitedWindow', returnFees: 'Free' };
    for (const [pointer, page] of [
      ['', inner], ['/0', [inner]], ['/@graph/1', { '@graph': [{}, inner] }],
      ['/hasMerchantReturnPolicy', { '@type': 'Organization', hasMerchantReturnPolicy: inner }],
      ['/offers/0/hasMerchantReturnPolicy', { '@type': 'Product', offers: [{ hasMerchantReturnPolicy: inner }] }],
    ]) assert.equal(fromMerchantReturnPolicy(page, shop).problems[0].pointer, `${pointer}/returnFees`);
  });

  test('the shop keeps its name, its page and its words', async () => {
    const { good } = (await data('interchange/imports.json')).schemaOrg;
    const own = { ...shop, id: 'mine', version: '7', page: '/terms', rounding: 'half-up', title: { en: 'Our return', 'zh-CN': '本店退货' } };
    const { policy } = fromMerchantReturnPolicy({ ...good, merchantReturnLink: 'https://shop.example/returns' }, own);
    assert.deepEqual(await check(policy), []);
    assert.deepEqual([policy.id, policy.version, policy.shop.page, policy.rules[0].title], ['mine', '7', '/terms', own.title]);
    assert.equal(fromMerchantReturnPolicy({ ...good, merchantReturnLink: 'https://shop.example/returns' }, { ...shop, page: null }).policy.shop.page, 'https://shop.example/returns');
    const german = fromMerchantReturnPolicy(good, { ...shop, languages: ['de', 'en-GB'] });
    assert.deepEqual(german.policy.rules[0].title, { 'en-GB': '30-day return' });
    assert.deepEqual(brief(german.notes, 'schema-org'), ['title ']);
    await open(german.policy);
  });

  test('a shop without currency or languages is a mistake of the caller', () => {
    for (const wrong of [undefined, null, {}, { ...shop, currency: undefined }, { ...shop, languages: [] }]) {
      for (const { read } of Object.values(formats)) assert.throws(() => read({}, wrong), { name: 'TypeError', message: /needs the `currency`/ });
    }
  });

  test('options that are none, or countries that are no list, are a mistake of the caller', () => {
    for (const wrong of [null, 'DE', { countries: 'DE' }, { countries: 5 }]) {
      for (const { write } of Object.values(formats)) assert.throws(() => write({}, wrong), { name: 'TypeError', message: /its `countries` are a list/ });
    }
  });
});

describe('properties', () => {
  const generated = policies({ seed: 20261122, count: 400, shop });

  test('what both can say survives writing, reading and writing again', async () => {
    const said = { schemaOrg: 0, googleMerchant: 0 };
    for (const policy of generated) {
      await open(policy);
      for (const [name, { write, read }] of Object.entries(formats)) {
        const { written } = write(policy, { countries: ['DE'] });
        if (written === null || /Unspecified|NotPermitted|NO_RETURNS/.test(JSON.stringify(written))) continue;
        said[name] += 1;
        const { policy: back, problems } = read(JSON.parse(JSON.stringify(written)), shop);
        assert.deepEqual(problems, [], JSON.stringify(policy));
        assert.deepEqual(await check(back), []);
        assert.deepEqual(write(back).written, written, JSON.stringify(policy));
      }
    }
    assert.ok(said.schemaOrg > 80 && said.googleMerchant > 80, JSON.stringify(said));
  });

  test('what is written is what the engine grants, to the last day and the last coin', async () => {
    let asked = 0;
    for (const policy of generated) {
      const decider = await open(policy);
      const options = { countries: ['DE'] };
      const claims = [...saidBySchemaOrg(toMerchantReturnPolicy(policy, options).jsonLd), ...saidByGoogle(toOnlineReturnPolicy(policy, options).returnPolicy)];
      for (const { reason, country, days, purchased = '2026-03-01', ...terms } of claims) {
        asked += 1;
        const delivered = new Date(purchased);
        const last = new Date(delivered.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        const facts = { purchased, delivered: purchased, reason, country, price: '10000.00', itemCondition: 'new' };
        const [item] = decider.decide({ today: last, items: [{ id: 'a', facts }] }).items;
        for (const remedy of terms.remedies) {
          const { offers } = item.remedies.find((one) => one.remedy === remedy);
          assert.ok(offers.some(({ finding, until, carriage, cost }) => (
            finding === 'yes' && until?.least === last && until.most === last && (carriage === 'none' ? 'shop' : carriage) === terms.carriage && Number(cost.least) === terms.cost
          )), `${reason}, ${remedy}, ${last}: ${JSON.stringify(policy)}`);
        }
      }
    }
    assert.ok(asked > 300, String(asked));
  });

  test('what is written has the types of schema.org', async () => {
    const documents = [...generated, ...(await data('interchange/policies.json')).map(documentOf), await data('../../www/storefront/policy.json')];
    await typed(documents.map((policy) => toMerchantReturnPolicy(policy, { countries: ['DE'], site: 'https://shop.example' }).jsonLd));
  });

  test('odd JSON is told, never thrown', async () => {
    const odd = [null, true, 0, -1, 1e21, '', 'x', [], [[]], {}, { toString: 1, valueOf: 1 }, { '@id': {} }, { __proto__: null, constructor: 1 }, '9'.repeat(40), '2026-02-30'];
    const seeds = [(await data('interchange/imports.json')).schemaOrg.good, (await data('interchange/imports.json')).googleMerchant.good, ...generated.slice(0, 20)];
    const everywhere = function* (value, put) {
      for (const one of odd) yield put(one);
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        yield* everywhere(value[key], (inner) => put(Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner }));
      }
    };
    for (const seed of seeds) {
      for (const value of everywhere(seed, (whole) => whole)) {
        for (const { write, read } of Object.values(formats)) {
          write(value);
          const { policy, problems } = read(value, shop);
          assert.equal(policy === null, problems.length > 0);
          if (policy !== null) await open(policy);
        }
      }
    }
    let deep = {};
    for (let level = 0; level < 50_000; level += 1) deep = { all: [deep], '@graph': deep };
    for (const { write, read } of Object.values(formats)) {
      read(deep, shop);
      write(documentOf({ rules: [{ if: deep, grants: [{ remedy: 'refund', carriage: 'shop' }] }] }));
    }
    const doubling = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`c${index}`, { all: [{ condition: `c${index + 1}` }, { condition: `c${index + 1}` }] }]));
    toMerchantReturnPolicy(documentOf({ document: { conditions: { ...doubling, loop: { condition: 'loop' } } }, rules: [{ if: { all: [{ condition: 'loop' }, { condition: 'c0' }] }, grants: [{ remedy: 'refund', carriage: 'shop' }] }] }));
  });
});

/** What JSON-LD promises, for each reason that it speaks of; one unit of 10,000.00. */
function saidBySchemaOrg({ merchantReturnDays: days, applicableCountry: [country], refundType, restockingFee, ...jsonLd }) {
  if (days === undefined) return [];
  const remedies = [refundType].flat().map((type) => ({ FullRefund: 'refund', ExchangeRefund: 'exchange', StoreCreditRefund: 'store-credit' })[type.split('/').at(-1)]);
  const claim = (reason, prefix) => {
    const fees = [jsonLd[`${prefix}Fees`]].flat().map((fee) => fee.split('/').at(-1));
    const cost = Number(restockingFee?.value ?? (restockingFee ?? 0) * 100) + Number(jsonLd[`${prefix}ShippingFeesAmount`]?.value ?? 0);
    return { reason, country, days, remedies, carriage: fees.includes('ReturnFeesCustomerResponsibility') ? 'shopper' : 'shop', cost: Number(cost.toFixed(2)) };
  };
  return [['change-of-mind', 'customerRemorseReturn'], ['defect', 'itemDefectReturn'], ['wrong-item', 'return']].flatMap(([reason, own]) => {
    const prefix = `${own}Fees` in jsonLd ? own : 'return';
    return `${prefix}Fees` in jsonLd ? [claim(reason, prefix)] : [];
  });
}

/** What a return policy of Google promises, also in its seasons. */
function saidByGoogle(said) {
  if (said?.policy.days === undefined) return [];
  const { policy, restockingFee, returnShippingFee, acceptExchange, acceptDefectiveOnly, countries: [country], seasonalOverrides = [] } = said;
  const micros = Number(restockingFee?.fixedFee?.amountMicros ?? (restockingFee?.microPercent ?? 0) * 100) + Number(returnShippingFee.fixedFee?.amountMicros ?? 0);
  const claim = {
    reason: acceptDefectiveOnly ? 'defect' : 'change-of-mind', country, days: Number(policy.days), remedies: acceptExchange ? ['refund', 'exchange'] : ['refund'],
    carriage: returnShippingFee.type === 'FIXED' ? 'shop' : 'shopper', cost: Number((micros / 1e6).toFixed(2)),
  };
  const day = ({ year, month, day }) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  return [claim, ...seasonalOverrides.flatMap(({ startDate, endDate, returnDays }) => [startDate, endDate].map((date) => ({ ...claim, days: returnDays, purchased: day(date) })))];
}

describe('codes', async () => {
  const source = async (file) => (await readFile(new URL(`../../www/adapters/interchange/${file}.ts`, import.meta.url), 'utf8'));
  const codes = (text) => [...text.matchAll(/^ {2}'([\w-]+)': \{/gm)].map(([, code]) => code);
  const cases = JSON.stringify([await data('interchange/policies.json'), await data('interchange/imports.json')]) + await readFile(new URL(import.meta.url), 'utf8');

  test('each has an example', async () => {
    const all = [...codes(await source('unsaid')), ...codes(await source('report'))];
    assert.ok(all.length > 45);
    assert.deepEqual(all.filter((code) => !new RegExp(`["'\`]${code} `).test(cases)), []);
  });
});
