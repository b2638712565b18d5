// Price lists of spreadsheets: what is written is read back exactly, and what is wrong is told by row and column, all of it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { check, open } from 'makegood';
import { fromPriceList, toPriceList } from 'makegood/adapters/price-list';
import { books } from './price-list/generator.mjs';
import { random } from './random.mjs';

const text = (path) => readFile(new URL(path, import.meta.url), 'utf8');
const data = async (path) => JSON.parse(await text(path));
const base = await data('../cases/policies/repair.json');
const cases = await data('price-list/cases.json');

const policyOf = ({ currency = 'EUR', languages = ['en'], book = true }) => {
  const { repair, ...policy } = base;
  return { ...policy, shop: { ...base.shop, currency, languages }, ...(book ? { repair } : {}) };
};
const fileOf = ({ csv }) => (csv === null ? `id,kind,grade,price\n${'a,screen,original,1\n'.repeat(60_000)}` : Array.isArray(csv) ? `${csv.join('\n')}\n` : csv);
const brief = (problems) => problems.map(({ code, row, column }) => `${code.replace('price-list.', '')} ${row ?? '-'} ${column ?? '-'}`);

function wellSaid({ code, severity, list, row, column, value, message, help, params, translation: { 'zh-CN': chinese } }) {
  for (const sentence of [message, help, chinese.message, chinese.help]) {
    assert.ok(sentence.length > 2, sentence);
    assert.doesNotMatch(sentence, /\{\w|\n|undefined|null|\.$/, code);
  }
  assert.match(message + help, /^[^A-Z]/);
  assert.match(chinese.message + chinese.help, /\p{Script=Han}/u);
  assert.match(severity, /^(error|warning)$/);
  assert.ok(list === null || ['models', 'parts', 'labour'].includes(list));
  assert.ok(row === null ? column === null : row >= 1);
  assert.ok(value.length <= 60);
  for (const param of Object.values(params)) assert.equal(typeof param, 'string');
}

describe('reading', () => {
  for (const good of cases.good) {
    test(good.name, async () => {
      const policy = policyOf(good);
      const { policy: changed, repair, problems } = fromPriceList({ [good.list]: fileOf(good) }, policy);
      assert.deepEqual(brief(problems), good.warnings ?? []);
      assert.deepEqual(repair?.[good.list], good.rows);
      assert.deepEqual(changed, { ...policy, repair: { ...policy.repair, [good.list]: good.rows } });
      problems.forEach(wellSaid);
      if (good.help !== undefined) assert.equal(problems[0].help, good.help);
    });
  }

  for (const bad of cases.bad) {
    test(bad.name, () => {
      const { policy, repair, problems } = fromPriceList({ [bad.list]: fileOf(bad) }, policyOf(bad));
      assert.deepEqual([policy, repair], [null, null]);
      assert.deepEqual(brief(problems), bad.problems);
      problems.forEach(wellSaid);
      if (bad.help !== undefined) assert.equal(problems.at(-1).help, bad.help);
    });
  }

  test('there are many examples, and every code has one', async () => {
    const all = [...cases.good, ...cases.bad];
    assert.ok(all.length > 80);
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
    const source = await text('../../www/adapters/price-list/report.ts');
    const codes = [...source.matchAll(/^ {2}'([\w-]+)': \{/gm)].map(([, code]) => code);
    assert.ok(codes.length > 30);
    const told = new Set(all.flatMap(({ problems, warnings }) => problems ?? warnings ?? []).map((one) => one.split(' ')[0]));
    assert.deepEqual(codes.filter((code) => !told.has(code)), []);
  });

  test('parts may name the models of the list beside them, also those with something wrong', () => {
    const lists = { models: 'id,title,icon\nnine,Nine,phone\nten,Ten,tent\n', parts: 'id,kind,models,grade,price\na,screen,nine;ten,original,1\nb,screen,one,original,1\n' };
    assert.deepEqual(brief(fromPriceList(lists, base).problems), ['unknown-icon 3 icon', 'unknown-model 3 models']);
    assert.deepEqual(brief(fromPriceList({ ...lists, models: '' }, base).problems), ['empty-file - -'], 'models that cannot be read are not missed');
  });

  test('a list that is not given stays as it is', () => {
    assert.deepEqual(fromPriceList({}, base), { policy: base, repair: base.repair, problems: [] });
    const { repair } = fromPriceList({ labour: 'operation,price\nopen,1\n' }, base);
    assert.deepEqual(repair, { ...base.repair, labour: [{ operation: 'open', price: '1' }] });
  });

  test('what is not text is a mistake of the caller', () => {
    for (const wrong of [7, null, ['id'], {}]) assert.throws(() => fromPriceList({ parts: wrong }, base), TypeError);
    for (const wrong of [undefined, null, 'id,price']) assert.throws(() => fromPriceList(wrong, base), { name: 'TypeError', message: /the lists are an object/ });
  });
});

describe('writing', () => {
  test('the demo shop, and back', async () => {
    const policy = await data('../../www/storefront/policy.json');
    const lists = toPriceList(policy);
    const lines = lists.parts.split('\r\n');
    assert.equal(lines[0], '\uFEFFid,kind,models,grade,title zh-CN,title en,price,holds,warranty,stock,leadTime');
    assert.equal(lines[1], 'one-screen,screen,aurora-one; aurora-one-128,original,原装屏幕,Original screen,595.00,,6 months,,');
    assert.equal(lines.length, policy.at(-1).repair.parts.length + 2);
    assert.deepEqual(fromPriceList(lists, policy), { policy, repair: policy.at(-1).repair, problems: [] });
  });

  test('what a spreadsheet could take for a formula is text', () => {
    for (const title of ['=HYPERLINK("https://evil.example")', '+1', '-1', '@sum', '\t=1', '\r=1', '＝1', "'=1", "''@"]) {
      const policy = { ...base, repair: { ...base.repair, parts: [{ id: 'a', kind: 'screen', grade: 'used', title, price: '1' }] } };
      const { parts } = toPriceList(policy);
      const cell = parts.split('\r\n')[1].replaceAll('""', '"').split('used,')[1];
      assert.match(cell, /^"'/, JSON.stringify(title));
      assert.deepEqual(fromPriceList({ parts }, policy).repair, policy.repair);
    }
  });

  test('a book without rows has headers to fill in', () => {
    const { models: _, parts: __, labour: ___, ...repair } = base.repair;
    const { models, parts, labour } = toPriceList({ ...base, shop: { ...base.shop, languages: ['en', 'de'] }, repair });
    assert.deepEqual([models, parts, labour], [
      '\uFEFFid,title en,title de,icon,replacement\r\n',
      '\uFEFFid,kind,models,grade,title en,title de,price,holds,warranty,stock,leadTime\r\n',
      '\uFEFFoperation,models,price,minutes,takes\r\n',
    ]);
  });

  test('what is no policy has no rows', () => {
    for (const odd of [null, undefined, 7, 'policy', [], [null], {}, { repair: 7 }, { repair: { models: [], parts: {}, labour: [null, 7] } }, { shop: { languages: 7 }, repair: { parts: [{ title: 7, models: 7, price: {} }] } }]) {
      for (const list of Object.values(toPriceList(odd))) assert.match(list, /^\uFEFF(id|operation),/);
    }
  });
});

describe('properties', () => {
  const generated = books({ seed: 20261127, count: 400, base });

  test('a book that is written is read back exactly', async () => {
    let rows = 0;
    for (const policy of generated) {
      const lists = toPriceList(policy);
      const { policy: back, problems } = fromPriceList(lists, policy);
      assert.deepEqual(problems.filter(({ code }) => code !== 'price-list.other-language'), [], JSON.stringify(policy));
      assert.deepEqual(back, policy);
      assert.deepEqual(toPriceList(back), lists);
      rows += [policy].flat().at(-1).repair.parts?.length ?? 0;
    }
    assert.ok(rows > 1000, String(rows));
    for (const policy of generated.slice(0, 40)) assert.deepEqual((await check(policy)).filter(({ severity }) => severity === 'error'), []);
  });

  test('separated otherwise it says the same', () => {
    for (const policy of generated.slice(0, 100)) {
      const { parts } = toPriceList(policy);
      for (const delimiter of [';', '\t', '|']) {
        // Every cell in quotation marks, as some programs write them.
        const cells = parts.slice(1).matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g);
        const other = [...cells].map(([, cell, end]) => `${cell.startsWith('"') ? cell : `"${cell}"`}${end === ',' ? delimiter : '\n'}`).join('');
        const { policy: back } = fromPriceList({ parts: other }, policy);
        assert.deepEqual(back, policy);
      }
    }
  });

  test('what is accepted opens, and damage is told, never thrown', async () => {
    const { below, pick } = random(7);
    let accepted = 0;
    for (let round = 0; round < 1500; round += 1) {
      const policy = pick(generated);
      const lists = toPriceList(policy);
      const list = pick(['models', 'parts', 'labour']);
      const at = below(lists[list].length);
      const damaged = lists[list].slice(0, at) + pick(['', '"', ',', ';', '\n', '\r', '-', '0', "'", '元', '\u0000', '\uFFFD', '__proto__']) + lists[list].slice(at + below(3));
      const { policy: back, problems } = fromPriceList({ ...lists, [list]: damaged }, policy);
      assert.equal(back === null, problems.some(({ severity }) => severity === 'error'));
      problems.forEach(wellSaid);
      if (back === null) continue;
      accepted += 1;
      if (accepted % 10 === 0) await open(back);
    }
    assert.ok(accepted > 200, String(accepted));
  });
});
