import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { before, test } from 'node:test';
import { parse } from '@messageformat/parser';
import { languages, load, problem, say } from '../../target/npm/makegood/wording.js';
import { load as loadClaims } from '../../target/npm/makegood/wording/claim.js';
import { load as loadEvidence, say as sayOfEvidence } from '../../target/npm/makegood/wording/evidence.js';
import { load as loadQuotes, say as sayOfQuotes } from '../../target/npm/makegood/wording/quote.js';
import { load as loadSettlements, say as sayOfSettlements } from '../../target/npm/makegood/wording/settlement.js';
import { load as loadTriages, say as sayOfTriages } from '../../target/npm/makegood/wording/triage.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const catalogue = (name) => JSON.parse(read(`www/wording/catalogue/${name}.json`));
const face = read('www/binding/makegood.d.ts');
const faceOfQuotes = read('www/binding/quote.d.ts');

before(() => Promise.all(languages.flatMap((language) => [load(language), loadQuotes(language), loadSettlements(language), loadTriages(language), loadClaims(language), loadEvidence(language)])));

/** What shoppers read: the catalogues of pages about returns, about quotes, about settlements, about triages and about claims, and that of the files of a claim. */
const catalogues = {
  sentences: catalogue,
  quotes: (language) => catalogue(`quote/${language}`),
  settlements: (language) => catalogue(`settlement/${language}`),
  claims: (language) => catalogue(`claim/${language}`),
  triages: (language) => catalogue(`triage/${language}`),
  evidence: (language) => catalogue(`evidence/${language}`),
};

/** Every message of a catalogue, by its key. */
function messages(node, path = []) {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? [[[...path, name].join('.'), value]] : messages(value, [...path, name]));
}

/** The names of everything that is filled into a message. */
function parameters(message) {
  const names = (tokens) => tokens.flatMap((token) => [
    ...token.arg === undefined ? [] : [token.arg],
    ...(token.cases ?? []).flatMap(({ tokens }) => names(tokens)),
  ]);
  return new Set(names(parse(message, { strict: true })));
}

/** The strings of a union type of the public declarations. */
function union(name) {
  const [, body] = new RegExp(`export type ${name} =([^;]+);`).exec(face);
  return [...body.matchAll(/'([^']+)'/g)].map(([, value]) => value);
}

/** The names of the facts that every policy has. */
function builtInFacts() {
  const [, body] = /export interface Facts \{([^]+?)\n\}/.exec(face);
  return [...body.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
}

/** A message without the names that are filled in and without the words of its syntax. */
function withoutSyntax(message) {
  return message.replaceAll(/\{\w+, (select|plural),|\b(free|paid|none|other|yes|no|one|photo|video)\{|\{\w+\}/g, '');
}

function tells(key) {
  for (const language of languages) assert.notEqual(say(key, language), key, `${language} has no ${key}`);
}

for (const [name, catalogue] of Object.entries(catalogues)) {
  test(`${name}: all catalogues have the same keys`, () => {
    const [first, ...others] = languages.map((language) => messages(catalogue(language)).map(([key]) => key).sort());
    for (const keys of others) assert.deepEqual(keys, first);
  });

  test(`${name}: a message takes the same parameters in every language`, () => {
    const english = new Map(messages(catalogue('en')));
    for (const language of languages) {
      for (const [key, message] of messages(catalogue(language))) {
        assert.deepEqual(parameters(message), parameters(english.get(key)), `${key} in ${language}`);
      }
    }
  });

  test(`${name}: no message is empty but what joins others, and none is left in English`, () => {
    for (const language of languages) {
      for (const [key, message] of messages(catalogue(language))) {
        if (key !== 'text.between') assert.notEqual(message.trim(), '', `${key} in ${language}`);
      }
    }
    for (const [key, message] of messages(catalogue('zh-CN'))) {
      const plain = withoutSyntax(message);
      assert.doesNotMatch(plain, /[a-z]/i, `${key} in zh-CN`);
      if (!key.startsWith('text.')) assert.doesNotMatch(plain, /[,;:!?]/, `${key} in zh-CN has half-width punctuation`);
    }
  });

  test(`${name}: German and Japanese sentences are written as their readers write`, () => {
    const english = new Map(messages(catalogue('en')));
    // Names that are filled in, and words that both languages spell alike.
    const alike = (key, message) => !/[a-zäöü]{3}/i.test(message.replace(/\{\w+\}/g, '')) || key === 'text.quote' || ['Original', 'Video'].includes(message);
    for (const language of ['de', 'ja']) {
      for (const [key, message] of messages(catalogue(language))) {
        if (message === english.get(key)) assert.ok(alike(key, message), `${key} in ${language} is in English`);
        assert.doesNotMatch(message, / {2}|"/, `${key} in ${language}`);
      }
    }
    for (const [key, message] of messages(catalogue('ja'))) {
      const plain = withoutSyntax(message);
      assert.doesNotMatch(plain, /[a-z]/i, `${key} in ja`);
      if (!key.startsWith('text.')) assert.doesNotMatch(plain, /[,.;:!?]/, `${key} in ja has half-width punctuation`);
    }
  });
}

test('every reason can be chosen and told', () => {
  for (const reason of union('Reason')) [`reason.${reason}`, `question.reason.${reason}`].forEach(tells);
});

test('every cause can be chosen and told', () => {
  for (const cause of union('Cause')) [`cause.${cause}`, `question.cause.${cause}`].forEach(tells);
});

test('every remedy has a name and a verb', () => {
  for (const remedy of [...union('Remedy'), 'own']) [`remedy.${remedy}`, `do.${remedy}`].forEach(tells);
});

test('every finding has a label', () => {
  for (const finding of union('Finding')) tells(`interface.${finding}`);
});

test('every fact has a name', () => {
  const facts = builtInFacts();
  assert.ok(facts.includes('delivered') && facts.includes('usedBeyondChecking'));
  for (const fact of [...facts, 'own']) tells(`fact.${fact}`);
});

test('everything that shoppers are asked has a question and a help', () => {
  for (const fact of ['reason', 'cause', 'opened', 'accessoriesComplete', 'usedBeyondChecking', 'defectNoticed']) {
    [`question.${fact}.ask`, `question.${fact}.help`].forEach(tells);
  }
});

test('every event, unit of time, payer and channel has a word', () => {
  for (const event of ['purchased', 'dispatched', 'delivered', 'defectNoticed', 'asked', 'exchanged', 'inRepairSince', 'returnReceived', 'own', 'later']) tells(`event.${event}`);
  for (const unit of ['day', 'working-day', 'week', 'month', 'year']) assert.match(say(`length.${unit}`, 'en', { n: 2 }), /^2 .+s$/);
  for (const payer of ['shop', 'shopper', 'none', 'open']) tells(`offer.carriage.${payer}`);
  for (const channel of ['online', 'store', 'off-premises']) tells(`channel.${channel}`);
});

test('every check, deadline, citation and proof has a sentence', () => {
  for (const part of ['window', 'shows']) for (const end of ['yes', 'no', 'open', 'over']) tells(`check.${part}.${end}`);
  for (const finding of union('Finding')) tells(`check.in-force.${finding}`);
  for (const due of ['send', 'refund']) for (const told of ['by', 'within']) tells(`due.${due}.${told}`);
  for (const sure of ['text', 'excerpt', 'unverified']) assert.match(say(`cite.${sure}`, 'zh-CN', { article: 'art. 1' }), /^art\. 1/);
  for (const side of ['shop', 'shopper', 'open']) tells(`offer.proof.${side}`);
  for (const side of ['shop', 'shopper']) tells(`offer.chooses.${side}`);
  for (const who of ['shop', 'delivery-note', 'judgement']) [`pending.${who}`, `headline.maybe.${who}`].forEach(tells);
});

test('the elements find every sentence that they ask for, and no sentence of the interface is left over', () => {
  const folder = new URL('../../www/elements/', import.meta.url);
  const source = readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  for (const [key] of source.matchAll(/\binterface\.[a-z-]+/g)) tells(key);
  const findings = union('Finding');
  for (const name of Object.keys(catalogue('en').interface)) {
    assert.ok(source.includes(`interface.${name}`) || source.includes(`'${name}'`) || findings.includes(name), `nothing shows interface.${name}`);
  }
});

test('every grade, charge, payer, reason, share and comparison of a quote has a sentence', () => {
  const unionOf = (pattern) => {
    const [, body] = pattern.exec(faceOfQuotes) ?? assert.fail(`${pattern}`);
    return [...body.matchAll(/'([^']+)'/g)].map(([, value]) => value);
  };
  const field = (name) => unionOf(new RegExp(`^ +(?:shares: \\{ )?${name}: \\(?((?:'[\\w-]+' \\| )*'[\\w-]+'|[^;]*null)`, 'm'));
  const keys = [
    ...unionOf(/type Grade = ([^;]+);/).flatMap((grade) => ['name', 'parts', 'than', 'about'].map((form) => `grade.${grade}.${form}`)),
    ...field('charge').map((charge) => `line.${charge}`),
    ...field('because').filter((because) => because !== 'covered').map((because) => `because.${because}`),
    ...field('holds').map((held) => `holds.${held}`),
    ...field('of').map((of) => `share.${of}`),
    ...union('Finding').map((finding) => `worth.${finding}`),
    ...['shop', 'law'].flatMap((by) => [`payer.${by}`, `payer.open.${by}`, `headline.free.${by}`]),
    ...['ready', 'back', 'looked', 'short'].flatMap((what) => ['exact', 'between', 'earliest'].map((kind) => `day.${what}.${kind}`)),
  ];
  assert.equal(keys.length, 16 + 7 + 3 + 4 + 5 + 3 + 6 + 12);
  for (const key of keys) for (const language of languages) assert.notEqual(sayOfQuotes(key, language, { least: '1', most: '2' }), key, `${language} has no ${key}`);
});

test('every line, right, means and open matter of a settlement has a sentence', () => {
  const face = read('www/binding/settlement.d.ts');
  const names = (pattern) => [...(pattern.exec(face) ?? assert.fail(`${pattern}`))[1].matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const rest = names(/type RestCode = ([^;]+);/);
  const matters = [...read('src/policy/settles.rs').matchAll(/Self::\w+ => \("(\w+)", "/g)].map(([, matter]) => matter);
  const keys = [
    ...[...rest, ...names(/type LineCode =\s+([^;]+);/)].map((code) => `line.${code}.title`),
    ...['bundle-broken', 'promotion-lost', 'gift-kept', 'free-carriage-lost'].flatMap((code) => [`line.${code}.back`, `line.${code}.taken`]),
    ...['price', 'carriage', 'stays-owed', 'paid'].map((code) => `line.${code}.back`),
    ...['bundle-share', 'promotion-share', 'fee', 'owed-before', 'went-back'].map((code) => `line.${code}.taken`),
    ...names(/ as: ([^;]+);/).map((form) => `onto.${form}`),
    ...matters.map((matter) => `open.${matter}`),
    ...['yes', 'maybe'].flatMap((finding) => ['shop', 'law', 'other'].map((by) => `item.${finding}.${by}`)),
    'by.shop', 'by.law',
  ];
  assert.equal(keys.length, 13 + 8 + 4 + 5 + 4 + 8 + 6 + 2);
  for (const key of keys) for (const language of languages) assert.notEqual(sayOfSettlements(key, language, { item: 'x' }), key, `${language} has no ${key}`);
});

test('no sentence of settlements is left over', () => {
  const folders = ['../../www/wording/settlement/', '../../www/elements/', '../../www/elements/settlement/'].map((folder) => new URL(folder, import.meta.url));
  const source = folders.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(new URL(file, folder), 'utf8'))).join('\n');
  const groups = [...source.matchAll(/[`']([a-z.-]+?)\.\$\{/g)].map(([, group]) => group);
  for (const [key] of messages(catalogue('settlement/en'))) {
    assert.ok(source.includes(`'${key}'`) || groups.some((group) => key.startsWith(`${group}.`)), `nothing tells ${key}`);
  }
});

test('every finding and nature of a triage has a sentence, and no sentence of triages is left over', () => {
  const face = read('www/binding/triage.d.ts');
  const names = (pattern) => [...(pattern.exec(face) ?? assert.fail(`${pattern}`))[1].matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const keys = [
    ...names(/ {2}finding: ([^;]*'none');/).map((finding) => `because.${finding}`), ...['open', 'none'].map((finding) => `headline.${finding}`),
    ...names(/type TriageNature = ([^;]+);/).map((nature) => `nature.${nature}`),
  ];
  assert.equal(keys.length, 5 + 2 + 3);
  for (const key of keys) for (const language of languages) assert.notEqual(sayOfTriages(key, language), key, `${language} has no ${key}`);
  const folders = ['../../www/wording/triage/', '../../www/elements/', '../../www/elements/triage/'].map((folder) => new URL(folder, import.meta.url));
  const source = folders.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(new URL(file, folder), 'utf8'))).join('\n');
  for (const [key] of messages(catalogue('triage/en'))) {
    assert.ok(source.includes(`'${key}'`) || keys.includes(key) || /^page\.(loading|failed|problem)$/.test(key), `nothing tells ${key}`);
  }
});

test('no sentence of quotes is left over', () => {
  const folder = new URL('../../www/wording/quote/', import.meta.url);
  const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  // What is put together from a key and a name is held by its group.
  const groups = [...source.matchAll(/[`']([a-z.-]+?)\.\$\{/g)].map(([, group]) => group);
  for (const [key] of messages(catalogue('quote/en'))) {
    const used = source.includes(`'${key}'`) || groups.some((group) => key.startsWith(`${group}.`)) || /^(page|element)\./.test(key);
    const last = key.split('.').at(-1);
    if (key.startsWith('form.')) assert.ok(source.includes(`'${key}'`) || source.includes(`'${last}'`), `nothing tells ${key}`);
    else assert.ok(used, `nothing tells ${key}`);
  }
});

test('every code of evidence has a sentence and says what to do, and none is left over', () => {
  const declarations = read('www/evidence/evidence.d.ts');
  const [, body] = /export type EvidenceCode =([^;]+);/.exec(declarations);
  const codes = [...body.matchAll(/'evidence\.([^']+)'/g)].map(([, code]) => code);
  assert.ok(codes.length > 15);
  assert.deepEqual(Object.keys(catalogue('evidence/en').problem).sort(), codes.toSorted());
  for (const language of languages) {
    for (const code of codes) {
      const { message, help } = catalogue(`evidence/${language}`).problem[code];
      for (const sentence of [message, help]) assert.match(sentence, /[.。]\}*$/, `${code} in ${language}`);
      assert.notEqual(sayOfEvidence(`problem.${code}.message`, language, { n: 1, limit: 2 }), `problem.${code}.message`);
    }
  }
  const folder = new URL('../../www/wording/evidence/', import.meta.url);
  const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  for (const [key] of messages(catalogue('evidence/en'))) {
    const group = key.split('.')[0];
    assert.ok(source.includes(`'${key}'`) || source.includes(`\`${group}.$`) || /^(element)\./.test(key), `nothing tells ${key}`);
  }
});

test('plurals follow the language', () => {
  assert.equal(say('length.day', 'en', { n: 1 }), '1 day');
  assert.equal(say('units.some', 'en', { left: 1, bought: 3 }), '1 of 3 has not gone back yet');
  assert.equal(say('units.all', 'zh-CN', { bought: 3 }), '共 3 件');
});

test('a language falls back to the nearest catalogue', async () => {
  for (const [asked, used] of [['zh-TW', 'zh-CN'], ['zh_Hant_HK', 'zh-CN'], ['ZH', 'zh-CN'], ['en-US', 'en'], ['de-AT', 'de'], ['DE', 'de'], ['ja-JP', 'ja'], ['fr', 'en'], ['', 'en'], ['zha', 'en'], ['jav', 'en']]) {
    assert.equal(await load(asked), used);
    assert.equal(say('interface.retry', asked), say('interface.retry', used));
  }
});

test('a key that does not exist is shown, not hidden', () => {
  for (const key of ['interface.nothing', 'interface', 'interface.retry.more']) assert.equal(say(key, 'en'), key);
});

// ---- problems ----

const codes = [...read('src/domain/codes.rs').matchAll(/^\s+\w+ (?:Error|Warning) "([^"]+)" "((?:[^"\\]|\\.)*)" help "((?:[^"\\]|\\.)*)";/gm)]
  .map(([, code, message, help]) => ({ code, message, help }));
const placeholders = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test('before its translations are loaded a problem is told in English', () => {
  const given = { code: 'facts.empty', severity: 'error', pointer: '/items', message: 'there is no item', help: 'name at least one item', params: {} };
  assert.deepEqual(problem(given, 'zh-CN'), { message: given.message, help: given.help });
});

test('every code of a problem is translated, with the same parameters, and no other is', async () => {
  const translated = catalogue('problems.zh-CN');
  delete translated.phrase;
  assert.ok(codes.length > 50);
  const keys = messages(translated).map(([key]) => key).sort();
  assert.deepEqual(keys, codes.flatMap(({ code }) => [`${code}.help`, `${code}.message`]).sort());
  for (const { code, message, help } of codes) {
    const [area, name] = code.split('.');
    assert.deepEqual(placeholders(translated[area][name].message), placeholders(message), code);
    assert.deepEqual(placeholders(translated[area][name].help), placeholders(help), code);
  }
  await load('zh-CN', 'problems');
  for (const { code, message, help } of codes) {
    const params = Object.fromEntries(placeholders(message + help).map((name) => [name, '`x`']));
    const told = problem({ code, severity: 'error', pointer: '', message, help, params }, 'zh-CN');
    for (const sentence of [told.message, told.help]) assert.doesNotMatch(sentence, /undefined|[{}]/, code);
    assert.match(told.message, /\p{Script=Han}/u, code);
    assert.deepEqual(problem({ code, severity: 'error', pointer: '', message, help, params }, 'en'), { message, help });
  }
});

test('phrases inside a problem are translated too, the names in them are not', async () => {
  await load('zh-CN', 'problems');
  const told = (code, params) => problem({ code, severity: 'error', pointer: '', message: '', help: '', params }, 'zh-CN');
  assert.deepEqual(told('policy.unknown-key', { key: 'wndow', suggestion: 'did you mean `window`?' }),
    { message: '这里不认识键 `wndow`', help: '您是不是想写 `window`？' });
  assert.deepEqual(told('policy.unknown-value', { value: 'x', allowed: '`a`, `b` or `c`', suggestion: 'choose one of them' }),
    { message: '`x` 不在可选值 `a`、`b`或`c` 之中', help: '从中选择一个' });
  assert.equal(told('policy.unknown-key', { key: 'x', suggestion: 'take it out; known here: `a` or `b`' }).help, '去掉它；这里可用的有：`a`或`b`');
  assert.deepEqual(told('facts.wrong-type', { expected: 'a text', found: 'a list' }), { message: '应为文本，实际是列表', help: '改为文本' });
});
