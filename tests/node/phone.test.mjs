// Telephone numbers as people type them, against ranges that are set aside for fiction, and the plans of numbers where none are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readPhone } from 'makegood/phone';
import { ends } from './ends.mjs';
import { random } from './random.mjs';

const countries = JSON.parse(readFileSync(new URL('phone/numbers.json', import.meta.url), 'utf8'));

for (const [country, { good, bad, source }] of Object.entries(countries)) {
  describe(`${country}: ${source}`, () => {
    test('there are at least five of each', () => assert.ok(good.length >= 5 && bad.length >= 5));
    for (const [typed, read] of good) test(`${typed} is ${read}`, () => assert.deepEqual(readPhone(typed, country), { typed, read }));
    for (const typed of bad) test(`${typed} is none`, () => assert.deepEqual(readPhone(typed, country), { typed, read: null }));
  });
}

test('the countries are those that the package knows the law of, and more', () => {
  assert.deepEqual(Object.keys(countries).sort(), ['AU', 'BR', 'CA', 'CN', 'DE', 'GB', 'IN', 'JP', 'KR', 'US']);
});

test('what was read is read as itself, in every country', () => {
  for (const { good } of Object.values(countries)) {
    for (const [, read] of good) for (const country of [...Object.keys(countries), undefined]) assert.equal(readPhone(read, country).read, read);
  }
});

test('without a country only international numbers are read', () => {
  for (const country of [undefined, null, '', 'XX', 'Narnia']) {
    assert.equal(readPhone('+49 30 23125 123', country).read, '+493023125123');
    assert.equal(readPhone('0049 30 23125 123', country).read, '+493023125123');
    assert.equal(readPhone('030 23125 123', country).read, null);
  }
  assert.equal(readPhone('030 23125 123', 'de').read, '+493023125123');
});

test('marks that nobody sees do not matter', () => {
  assert.equal(readPhone('\u202a+44 20 7946 0958\u202c', 'GB').read, '+442079460958');
  assert.equal(readPhone('020\u200b7946\u00a00958', 'GB').read, '+442079460958');
});

test('whatever is typed, it is a number or none, and is soon read', () => {
  const chosen = random(11);
  const pieces = ['0', '00', '+', '1', '9', '555', ' ', '-', '(', ')', '/', '.', 'ext', 'x', ';', ',', '#', '*', '\0', '😀', '\u202e', '８', '٣', 'tel:', '\n'];
  for (let round = 0; round < 2000; round += 1) {
    const typed = Array.from({ length: chosen.below(20) }, () => chosen.pick(pieces)).join('');
    const { read } = readPhone(typed, chosen.pick(Object.keys(countries)));
    assert.ok(read === null || /^\+[1-9]\d{4,14}$/.test(read), `${JSON.stringify(typed)} gave ${read}`);
  }
  for (const piece of ['0', ' ', '+', '(', '😀', 'ext ']) assert.equal(ends(() => readPhone(piece.repeat(1_000_000), 'GB')).read, null);
});
