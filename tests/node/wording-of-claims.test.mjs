// What is said of a claim, in every language.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { open } from 'makegood/claim';
import { readPhone } from 'makegood/phone';
import { claimReasons, claimWords, languages, load, say } from 'makegood/wording/claim';
import { random } from './random.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const catalogue = JSON.parse(read('www/wording/catalogue/claim/en.json'));
const policy = JSON.parse(read('tests/browser/pages/claims.json'));
const today = '2026-11-27';
const bought = { purchased: '2026-11-01', delivered: '2026-11-03', price: '600.00' };
let shop;

before(async () => {
  shop = await open(policy);
  await Promise.all(languages.map((language) => load(language)));
});

const check = (fields, { facts = bought, language = 'en', ...more } = {}) => shop.checkClaim({ today, language, facts, fields, ...more });
const told = (fields, more, language = 'en') => claimWords(check(fields, { language, ...more }), language, { shop });

/** Values for programs, not for people. */
const silent = ['id', 'type', 'code', 'severity', 'field', 'need', 'file', 'finding', 'remedy', 'icon', 'under', 'kind', 'rule', 'by', 'change', 'source', 'policy'];
function sentences(value) {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(sentences);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => silent.includes(name) || (name === 'value' && 'badge' in value) ? [] : sentences(inner));
}

/** Gaps, values that only programs should see, and keys of the catalogue. */
const gap = /undefined|\bnull\b|NaN|\[object|[{}]|\b[a-z]+[A-Z]\w*|\b(?:field|need|part|missing|problem|tidied|progress|wish|quote|summary|draft|send|page|question|fact|headline|reason|cause|event)\.[a-z]|\b(?:change-of-mind|normal-use|human-damage|screen-broken)\b|\bclaim\.[a-z]| {2}|\.\.(?!\.)|。。|、、/;

function whole(words, about, typed = []) {
  for (const sentence of sentences(words)) {
    assert.equal(sentence, sentence.trim(), about);
    assert.notEqual(sentence, '', about);
    // What the shopper typed may look like anything.
    assert.doesNotMatch(typed.reduce((rest, one) => one === '' ? rest : rest.replaceAll(one, '…'), sentence), gap, about);
  }
}

const codes = [...read('src/domain/codes.rs').matchAll(/^\s+\w+ (Error|Warning) "claim\.([^"]+)"/gm)].map(([, , code]) => code);

test('every code of a claim says what is wrong and how to mend it, and none is left over', () => {
  assert.ok(codes.length > 20);
  const { unknown, ...known } = catalogue.problem;
  assert.deepEqual(Object.keys(known).sort(), codes.filter((code) => code !== 'missing').sort());
  for (const language of languages) {
    const { problem } = JSON.parse(read(`www/wording/catalogue/claim/${language}.json`));
    for (const { message, help } of Object.values(problem)) for (const sentence of [message, help]) assert.match(sentence, /[.。]\}*$/, `${sentence} in ${language}`);
  }
});

test('every standard field has a label, a help and a sentence for when it is missing; all evidence a title and a help', () => {
  const declared = read('www/binding/claim.d.ts').match(/type StandardField =([^;]+);/)[1];
  const fields = [...declared.matchAll(/'(\w+)'/g)].map(([, field]) => field);
  assert.ok(fields.length > 10);
  for (const field of fields) for (const language of languages) {
    for (const key of [`field.${field}.label`, `field.${field}.help`, `missing.${field}`]) assert.notEqual(say(key, language, { imei: 'IMEI' }), key, language);
  }
  for (const need of ['photos', 'proof']) for (const part of ['title', 'help']) assert.ok(catalogue.need[need][part]);
});

describe('what is wrong', () => {
  const rows = [
    ['missing.order', {}, 'order', 'Enter your order number.', null],
    ['missing.remedy', {}, 'remedy', 'Choose what you would like.', null],
    ['too-long', { order: 'x'.repeat(300) }, 'order', '“⁨Order number⁩” has more than 200 characters.', 'Shorten it a little; the most important things are enough.'],
    ['bad-email', { email: 'a at b' }, 'email', 'Something is missing in the e-mail address.', 'It has a name, an @ and where it is, like this: name@example.com.'],
    ['bad-phone', { phone: readPhone('12', 'DE') }, 'phone', 'This telephone number is not complete, or has a digit too many.', 'Compare it digit by digit. From another country, begin with + and its code.'],
    ['imei-check-digit', { reason: 'defect', model: 'one', imei: '356938035643808' }, 'imei', 'One of the digits of the IMEI number is not right.', 'Compare it digit by digit: dial *#06# on the phone to see it.'],
    ['bad-imei', { reason: 'defect', model: 'one', imei: '35693803' }, 'imei', 'The IMEI number has 15 digits.', 'Dial *#06# on the phone to see it.'],
    ['other-shape', { reason: 'defect', model: 'book', serial: 'A1' }, 'serial', '“⁨Serial number⁩” looks different from what we expect.', 'It is two letters and eight digits. Compare it character by character.'],
    ['vague-fault', { reason: 'defect', fault: 'screen' }, 'fault', '“⁨What is wrong with it?⁩” can be said more exactly.', 'Choose what comes closest below it.'],
    ['remedy-closed', { reason: 'defect', remedy: 'refund' }, 'remedy', 'By the shop’s policy, this is not open in your case: Refund.', 'Choose something else, or say that you see it differently. You can send the claim either way.'],
    ['in-future', { reason: 'defect', defectNoticed: '2026-12-24' }, 'defectNoticed', '“⁨When did you first notice the fault?⁩” is a day that is still to come.', 'Check the year and the month.'],
    ['before-event', { reason: 'defect', defectNoticed: '2026-10-01' }, 'defectNoticed', '“⁨When did you first notice the fault?⁩” is before the purchase (1 November 2026).', 'Check both days.'],
    ['unknown-value', { colour: 'pink' }, 'colour', '“⁨Colour⁩”: this cannot be chosen here.', 'Choose one of the answers that are shown.'],
    ['differs', { purchased: '2026-11-02' }, 'purchased', '“⁨Day of purchase⁩”: the shop’s record says ⁨1 November 2026⁩.', 'If yours is right, leave it; the shop will look at it.'],
  ];
  for (const [name, fields, field, message, help] of rows) {
    test(name, () => {
      const problems = told(fields).problems.filter((one) => one.field === field);
      assert.deepEqual(problems.map((one) => [one.message, one.help]), [[message, help]]);
    });
  }

  test('a day that could be two', () => {
    const [problem] = told({ reason: 'defect', defectNoticed: '11/12/2025' }, { facts: {} }).problems.filter(({ field }) => field === 'defectNoticed');
    assert.equal(problem.code, 'claim.unclear-date');
    assert.match(problem.message, /could be 1[12] (?:December|November) 2025 or 1[12] (?:December|November) 2025\.$/);
  });

  test('files', () => {
    const file = { for: 'photos', name: 'a.jpg', type: 'image/jpeg', bytes: 100, sha256: '0'.repeat(64), taken: '2026-11-04' };
    const of = (evidence, fields = { reason: 'defect', defectNoticed: '2026-11-10' }) => told(fields, { evidence }).problems
      .filter(({ code }) => !code.startsWith('claim.missing')).map(({ need, file, message, help }) => [need ?? file, message, help]);
    assert.deepEqual(of([]), [['photos', 'There is no file yet for “⁨Photos⁩”.', 'Add one more.']]);
    assert.deepEqual(of([file]), [[0, '“⁨a.jpg⁩” was taken on 4 November 2026, before the fault can have shown (10 November 2026).', 'Check that it is the right one. If only the clock of the camera was wrong, leave it.']]);
    const fine = { ...file, taken: null };
    assert.deepEqual(of([fine, fine]), [[1, '“⁨a.jpg⁩” is there twice.', 'It counts once. You can remove one of them.']]);
    const kinds = of([{ ...fine, type: 'application/pdf' }, { ...fine, sha256: '1'.repeat(64), bytes: 2 ** 21 }]);
    assert.deepEqual(kinds.map(([at, message]) => [at, message]), [
      ['photos', 'There is no file yet for “⁨Photos⁩”.'], [0, '“⁨a.jpg⁩” is of a kind that cannot be sent here: PDF.'], [1, '“⁨a.jpg⁩” is larger than 1 MB.'],
    ].sort((one, other) => kinds.findIndex(([at]) => at === one[0]) - kinds.findIndex(([at]) => at === other[0])));
    const many = of(Array.from({ length: 5 }, (_, index) => ({ ...fine, sha256: String(index).repeat(64) })));
    assert.deepEqual(many, [['photos', 'There are more files for “⁨Photos⁩” than can be sent.', 'Keep 3 of them.']]);
  });

  test('a code that is not known yet is told all the same', () => {
    const claim = check({});
    claim.problems = [{ code: 'claim.something-new', severity: 'error', pointer: '/fields/order', message: '', help: '', params: {} }];
    assert.equal(claimWords(claim, 'en').problems[0].message, '“⁨Order number⁩” needs another look.');
  });
});

describe('what was changed', () => {
  const rows = [
    [{ order: ' 10\u200b42 ' }, 'We wrote it as ⁨1042⁩.'],
    [{ phone: readPhone('030 23125 123', 'DE') }, 'We wrote it with the code of its country: ⁨+493023125123⁩.'],
    [{ reason: 'defect', model: 'book', serial: 'ab12345678' }, 'We wrote it as ⁨AB12345678⁩.'],
    [{ reason: 'defect', defectNoticed: '20.11.2026' }, 'We read it as 20 November 2026.'],
    [{ reason: 'defect', fault: 'cracked', happened: `  ${'It fell. '.repeat(30)}` }, 'We took out spaces and characters that nobody can see.'],
  ];
  for (const [fields, sentence] of rows) test(sentence, () => assert.deepEqual(told(fields).tidied.map((one) => one.sentence), [sentence]));
});

test('how far it is, and what is best filled in next', () => {
  const start = told({});
  assert.equal(start.progress, '0 of 4 done, 4 left.');
  assert.match(start.next, /^Next: /);
  const whole = { order: '1042', reason: 'change-of-mind', remedy: 'refund', email: 'a@example.com', boxKept: true };
  const early = { facts: { ...bought, purchased: '2026-11-20', delivered: '2026-11-22' } };
  const done = told(whole, early);
  assert.equal(done.progress, 'All 4 done. It can be sent.');
  assert.equal(done.next, null);
  assert.equal(told({ ...whole, phone: readPhone('1', 'DE') }, early).progress, 'All is there; one thing needs another look.');
});

describe('what is wished', () => {
  test('open', () => {
    const { wish } = told({ reason: 'defect', cause: 'normal-use', remedy: 'repair' });
    assert.equal(wish.headline, 'You can have this repaired free of charge until 3 November 2027.');
    assert.deepEqual([wish.title, wish.badge, wish.because, wish.also, wish.ways, wish.differently], ['Repair', 'This is open to you.', null, [], [], null]);
    assert.deepEqual(wish.reasons.map(({ rule }) => rule), ['free-repair']);
  });

  test('closed: why, what else is open, and that it can be seen differently', () => {
    const { wish } = told({ reason: 'defect', cause: 'normal-use', boxKept: true, remedy: 'refund' });
    assert.equal(wish.headline, 'The time to send this back for a refund ended on 17 November 2026.');
    assert.match(wish.because, /^The time is over: it ran 14 days from delivery/);
    assert.deepEqual(wish.also, ['You can have this repaired free of charge until 3 November 2027.']);
    assert.deepEqual(wish.differently.label, 'I see it differently');
    assert.equal(wish.disputed, null);
  });

  test('closed and disputed', () => {
    const { wish, problems } = told({ reason: 'defect', cause: 'normal-use', boxKept: true, remedy: 'refund' }, { disputed: true });
    assert.equal(wish.disputed, 'You see it differently. A person at the shop looks at it.');
    assert.deepEqual(problems.filter(({ field }) => field === 'remedy').map(({ severity, message }) => [severity, message]), [['warning', 'You see it differently: Refund.']]);
  });

  test('still open', () => {
    const { wish } = told({ reason: 'defect', remedy: 'repair' });
    assert.equal(wish.badge, 'This is still open.');
    assert.equal(wish.headline, 'You may be able to have this repaired free of charge until 3 November 2027. One answer is still missing.');
  });

  test('never nothing after a no: there is a way out', () => {
    const { wish } = told({ reason: 'change-of-mind', remedy: 'repair' });
    assert.equal(wish.finding, 'no');
    assert.ok(wish.also.length + wish.ways.length > 0);
  });
});

test('what a repair would cost', () => {
  const { quote } = told({ reason: 'defect', model: 'one', fault: 'cracked', cause: 'human-damage' });
  assert.equal(quote.headline, 'From €250.00, ready by 27 November 2026');
  assert.deepEqual(quote.options, [{ title: 'Original part', total: '€400.00' }, { title: 'Compatible part', total: '€250.00' }]);
});

test('choices are told by the words of the policy, of the questions and of the remedies', () => {
  const { fields } = told({ reason: 'defect', model: 'one' }, { facts: { purchased: '2026-11-20', delivered: '2026-11-22' } });
  const labels = (id) => fields.find((field) => field.id === id).values.map(({ label }) => label);
  assert.deepEqual(labels('reason').slice(0, 2), ['I changed my mind', 'It has a fault']);
  assert.deepEqual(labels('model'), ['One phone', 'Book laptop']);
  assert.deepEqual(labels('remedy').slice(0, 2), ['Refund', 'Repair']);
  assert.deepEqual(labels('boxKept'), ['Yes', 'No']);
  assert.equal(fields.find(({ id }) => id === 'boxKept').label, 'Do you still have the box?');
  assert.deepEqual(labels('fault').slice(0, 3), ['The screen', 'The glass', 'It has cracks']);
  assert.equal(fields.find(({ id }) => id === 'model').value, 'One phone');
});

test('the reasons of the whole, with the version of the policy', () => {
  const { reasons, policy: used, law } = claimReasons(check({ reason: 'defect' }), 'en', { shop });
  assert.deepEqual(reasons.map(({ rule }) => rule).sort(), ['fourteen-days', 'free-repair']);
  assert.match(used, /^Policy corner-claims, version 2026-01-01 \([0-9a-f]{8}\)$/);
  assert.equal(law, null);
});

test('whatever is entered, it is told in whole sentences, in every language', () => {
  const chosen = random(5);
  const texts = ['', '1042', '  a  b ', '😀😀', '\u202eabc', '\0', '２０２６－１１－１０', '10.11.2026', '11/12/2026', '31.2.2026', 'x'.repeat(6000), 'a@b.de', '356938035643809', 'DE89370400440532013000', '‮שלום'];
  const values = {
    reason: ['defect', 'change-of-mind', 'late', 'pink'], model: ['one', 'book', 'pink'], fault: ['screen', 'glass', 'cracked', 'dark', 'battery', 'other', 'pink'],
    cause: ['normal-use', 'liquid', null], remedy: ['refund', 'repair', 'exchange'], colour: ['black', 'pink'], boxKept: [true, false, null],
  };
  const fields = ['order', 'purchased', 'delivered', 'defectNoticed', 'imei', 'serial', 'happened', 'name', 'email', 'address', 'account'];
  for (let round = 0; round < 800; round += 1) {
    const entered = Object.fromEntries([
      ...fields.filter(() => chosen.chance(60)).map((field) => [field, chosen.pick(texts)]),
      ...Object.entries(values).filter(() => chosen.chance(75)).map(([field, all]) => [field, chosen.pick(all)]),
      ...chosen.chance(50) ? [['phone', readPhone(chosen.pick(texts).slice(0, 100), 'DE')]] : [],
    ]);
    const language = chosen.pick(languages);
    const facts = chosen.pick([bought, {}, { purchased: '2026-11-25' }]);
    const claim = check(entered, { facts, language, disputed: chosen.chance(30) });
    const words = claimWords(claim, language, { shop });
    const typed = Object.values(entered).flatMap((value) => typeof value === 'string' ? [value, value.trim()] : value?.typed ? [value.typed] : []).filter((value) => /[a-z{}]|\s{2}/.test(value) && !/^(?:one|book|defect|late|other|dark)$/.test(value));
    whole(words, `round ${round} in ${language}`, typed);
    assert.deepEqual([words.fields.length, words.problems.length, words.tidied.length], [claim.fields.length, claim.problems.length, claim.tidied.length]);
    for (const [index, field] of words.fields.entries()) {
      assert.equal(field.id, claim.fields[index].id);
      if (claim.fields[index].type === 'enum' || claim.fields[index].type === 'bool') assert.equal(new Set(field.values.map(({ label }) => label)).size, field.values.length);
    }
  }
});

test('no sentence of claims is left over', () => {
  const source = ['www/wording/claim/', 'www/elements/claim/', 'www/elements/'].flatMap((folder) => readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((file) => file.endsWith('.ts')).map((file) => read(folder + file))).join('\n');
  const groups = [...source.matchAll(/[`']([a-z.-]+?)\.\$\{/g)].map(([, group]) => group);
  const keys = (node, path = []) => Object.entries(node).flatMap(([name, value]) => typeof value === 'string' ? [[...path, name].join('.')] : keys(value, [...path, name]));
  for (const key of keys(catalogue)) {
    const used = source.includes(`'${key}'`) || groups.some((group) => key.startsWith(`${group}.`)) || source.includes(`${key.split('.').at(-1)}'`) && /\.(done|open|none|wrong|yes|no|maybe)$/.test(key);
    assert.ok(used, `nothing tells ${key}`);
  }
});

test('a language falls back, and a key that does not exist is shown', async () => {
  assert.equal(await load('fr'), 'en');
  assert.equal(say('send.submit', 'fr'), say('send.submit', 'en'));
  assert.equal(say('send.nothing', 'en'), 'send.nothing');
});
