// What is said of the files of a claim, in every language.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { checkFiles } from 'makegood/evidence';
import { evidenceProblem, evidenceWords, kindNames, languages, load, say, sizeName } from 'makegood/wording/evidence';
import { cases } from './evidence/cases.mjs';
import { jpeg, png, zip } from './evidence/files.mjs';

before(() => Promise.all(languages.map((language) => load(language))));

const gap = /undefined|null|NaN|\[object|[{}]|\b(?:headline|it|kind|taken|file|about|problem)\.[a-z]|(?:image|video|application|text)\/| {2}|\.\.|。。/;
const strings = (value) => typeof value === 'string' ? [value] : Object.entries(value).flatMap(([name, inner]) => ['code', 'severity', 'name'].includes(name) ? [] : strings(inner));

function whole(words, language) {
  for (const sentence of strings(words)) {
    assert.equal(sentence, sentence.trim());
    assert.notEqual(sentence, '');
    assert.doesNotMatch(sentence, gap, language);
  }
}

test('whatever is found is told in whole sentences', async () => {
  for (const [, bytes, name, type, rules] of cases) {
    const report = await checkFiles([new File([bytes], name, { type })], rules);
    for (const language of languages) {
      const words = evidenceWords(report, language);
      whole(words, language);
      assert.deepEqual(words.files[0].problems.map(({ code }) => code), report.files[0].problems.map(({ code }) => code));
    }
  }
});

describe('sentences', () => {
  const told = async (files, rules, language = 'en') => {
    const { headline, files: [first], problems } = evidenceWords(await checkFiles(files, rules), language);
    return [...(first?.problems ?? []), ...problems].map(({ message, help }) => `${message} ${help}`).concat(headline);
  };
  const photo = (options, name = 'a.jpg') => new File([jpeg(options)], name);
  const rows = [
    ['too large', [photo()], { maxBytes: 100 }, 'This photo is larger than 100 bytes. Choose a smaller one, or take it again with a lower resolution.'],
    ['a PDF that is none', [new File(['hello'], 'invoice.pdf')], {}, 'The name says PDF, but what is in the file is something else. Open it to see whether it is the right one. Then choose a photo or a PDF.'],
    ['not taken', [photo()], { types: ['pdf', 'video', 'image/png'] }, 'Files of the type JPEG cannot be handed in here. Choose a PDF, a video or a file of the type PNG instead.'],
    ['a document of Word', [new File([zip()], 'letter.DOCX')], {}, 'Files of the type DOCX cannot be handed in here. Choose a photo or a PDF instead.'],
    ['empty', [new File([], 'a.jpg')], {}, 'This file is empty. Choose it again, or choose another one.'],
    ['taken too early', [photo({ taken: '2026:11:01 10:00:00' })], { takenBetween: { from: '2026-11-20' } },
      'This photo is dated 1 November 2026, which is before 20 November 2026. Check that it is the right one. If only the clock of the camera was wrong, leave it.'],
    ['too many', [photo(), photo({ width: 9 }), photo({ width: 10 })], { maxFiles: 2 }, 'These are 3 files, and 2 can be handed in. Remove one of them.'],
    ['too few', [], { minFiles: 2 }, 'There is no file yet that can be handed in. 2 more are needed.'],
    ['one more', [photo()], { minFiles: 2 }, '1 file can be handed in so far. One more is needed.'],
    ['a bomb', [new File([png({ says: [65_535, 65_535] })], 'a.png')], {}, 'This photo has more pixels than we can open: 65,535 × 65,535. Choose it in a smaller size.'],
  ];
  for (const [name, files, rules, sentence] of rows) test(name, async () => assert.equal((await told(files, rules))[0], sentence));

  test('headlines', async () => {
    assert.deepEqual(await told([]), ['There are no files yet.']);
    assert.deepEqual(await told([photo()]), ['The file can be handed in.']);
    assert.equal((await told([photo(), new File([], 'b')])).at(-1), '1 of 2 files can be handed in.');
    assert.deepEqual(await told([photo(), photo({ width: 9 })], {}, 'zh-CN'), ['2 个文件都可以提交。']);
  });

  test('a duplicate is told by the name of the first, or by its number', async () => {
    for (const [name, expected] of [['שלום.jpg', 'This is the same as “\u2068שלום.jpg\u2069”.'], ['', 'This is the same as file 1.']]) {
      const { files } = evidenceWords(await checkFiles([photo({}, name), photo({}, 'b.jpg')]), 'en');
      assert.equal(files[1].problems[0].message, expected);
    }
  });

  test('what is known of a file', async () => {
    const report = await checkFiles([photo({ width: 4032, height: 3024, taken: '2026:11:27 10:00:00' }, '')]);
    const about = (language) => evidenceWords(report, language).files[0];
    assert.deepEqual([about('en').name, about('en').kind, about('en').about], ['File 1', 'Photo', 'JPEG, 1.2 kB, 4,032 × 3,024, taken on 27 November 2026']);
    assert.equal(about('de').about, 'JPEG, 1,2 kB, 4.032 × 3.024, aufgenommen am 27. November 2026');
    assert.equal(about('ja').kind, '写真');
  });
});

test('sizes are told in decimal units, and a limit never larger than it is', () => {
  const rows = [[0, '0 bytes'], [1, '1 byte'], [999, '999 bytes'], [1000, '1 kB'], [1_250_000, '1.3 MB'], [10_000_000, '10 MB'], [4 * 2 ** 30, '4.3 GB'], [Number.MAX_SAFE_INTEGER, '9 PB']];
  for (const [bytes, name] of rows) assert.equal(sizeName(bytes, 'en'), name);
  const problem = { code: 'evidence.too-large', severity: 'error', params: { size: 2 ** 24, limit: 10 * 2 ** 20 } };
  assert.equal(evidenceProblem(problem, 'en', { type: 'image/jpeg' }).message, 'This photo is larger than 10.4 MB.');
});

test('kinds are listed as the language does', () => {
  assert.equal(kindNames(['image', 'pdf'], 'en'), 'a photo or a PDF');
  assert.equal(kindNames(['image', 'application/pdf', 'video'], 'de-AT'), 'ein Foto, ein PDF oder ein Video');
  assert.equal(kindNames(['image/jpeg'], 'zh-TW'), 'JPEG 文件');
});

test('a language falls back, and a key that does not exist is shown', async () => {
  assert.equal(await load('fr'), 'en');
  assert.equal(say('headline.none', 'fr'), say('headline.none', 'en'));
  assert.equal(say('headline.nothing', 'en'), 'headline.nothing');
});
