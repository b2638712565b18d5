// Files of a claim: what they are by their bytes, and what is wrong with them. Whatever is in a file, nothing throws and nothing hangs.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { checkFiles, safeName, typesOf } from 'makegood/evidence';
import { aMinute, ends } from './ends.mjs';
import { cases } from './evidence/cases.mjs';
import { gif, heic, jpeg, mp4, pdf, png, webp } from './evidence/files.mjs';
import { random } from './random.mjs';

const fileOf = (bytes, name = 'a.jpg', type = '') => new File([bytes], name, { type });
const short = ({ code }) => code.replace('evidence.', '');
const brief = ({ type, width, height, taken, problems }) =>
  `${type ?? '-'} ${width === null ? '-' : `${width}x${height}`} ${taken ?? '-'} ${problems.map(short).join(' ') || '-'}`;
const codes = ({ problems }) => problems.map(short);
const check = async (files, rules, options) => {
  const report = await checkFiles(files, rules, options);
  wellFormed(report, Array.from(files).length);
  return report;
};

const declarations = await readFile(new URL('../../www/evidence/evidence.d.ts', import.meta.url), 'utf8');
const union = (name) => [...new RegExp(`export type ${name} =([^;]+);`).exec(declarations)[1].matchAll(/^ {2}\|.*$/gm)].flatMap(([line]) => [...line.matchAll(/'([^']+)'/g)].map(([, value]) => value));
const allCodes = union('EvidenceCode');
const allTypes = union('EvidenceType');

function wellFormed({ ok, files, problems, ...more }, count) {
  assert.deepEqual(more, {});
  assert.equal(files.length, count);
  const told = [...problems, ...files.flatMap((file) => file.problems)];
  assert.equal(ok, told.every(({ severity }) => severity !== 'error'));
  for (const { code, severity, params, ...rest } of told) {
    assert.deepEqual(rest, {});
    assert.ok(allCodes.includes(code), code);
    assert.match(severity, /^(error|warning|note)$/);
    for (const param of Object.values(params)) assert.ok(typeof param === 'string' || Number.isFinite(param));
  }
  files.forEach((file, index) => {
    assert.deepEqual(Object.keys(file).sort(), ['declaredType', 'duplicateOf', 'height', 'name', 'preview', 'problems', 'sha256', 'size', 'taken', 'type', 'width']);
    assert.ok(file.type === null || allTypes.includes(file.type));
    assert.ok(Number.isSafeInteger(file.size) && file.size >= 0);
    assert.ok(file.taken === null || /^\d{4}-\d\d-\d\d$/.test(file.taken));
    assert.ok(file.sha256 === null || /^[0-9a-f]{64}$/.test(file.sha256));
    assert.ok(file.duplicateOf === null || file.duplicateOf < index);
    assert.equal(file.width === null, file.height === null);
    assert.ok(file.width === null || (file.width > 0 && file.height > 0));
    assert.ok([...file.name].length <= 80);
    const severities = file.problems.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
    assert.deepEqual(severities, severities.toSorted());
    if (file.preview) assert.ok(file.type.startsWith('image/') && !severities.includes(0));
  });
}

describe('one file', () => {
  for (const [name, bytes, called, type, rules, expected] of cases) {
    test(name, async () => {
      const { files: [report] } = await check([fileOf(bytes, called, type)], rules);
      assert.equal(brief(report), expected);
      if (report.sha256 !== null) assert.equal(report.sha256, createHash('sha256').update(bytes).digest('hex'));
    });
  }

  test('there are many examples, and every type and every code of a file has one', () => {
    assert.ok(cases.length > 100);
    assert.equal(new Set(cases.map(([name]) => name)).size, cases.length);
    const told = new Set(cases.flatMap((row) => row.at(-1).split(' ').slice(3)));
    const elsewhere = ['unreadable', 'over-limit', 'duplicate', 'too-many', 'too-few', 'too-large-together'];
    assert.deepEqual(allCodes.map((code) => code.replace('evidence.', '')).filter((code) => !told.has(code) && !elsewhere.includes(code)), []);
    const types = new Set(cases.map((row) => row.at(-1).split(' ')[0]));
    assert.deepEqual(allTypes.filter((type) => !types.has(type) && type !== 'image/bmp'), []);
  });

  test('what an image element shows is told, and HEIC is not among it', async () => {
    const { files } = await check([fileOf(jpeg()), fileOf(png(), 'a.png'), fileOf(heic(), 'a.heic'), fileOf(pdf(), 'a.pdf'), fileOf(png({ says: [65_535, 65_535] }))]);
    assert.deepEqual(files.map(({ preview }) => preview), [true, true, false, false, false]);
  });

  test('the parameters say what is needed for a sentence', async () => {
    const { files } = await check([fileOf(png(), 'a.jpg'), fileOf(jpeg({ width: 10, height: 10 })), fileOf(Buffer.alloc(11), 'b')], { maxBytes: 10_000, minPixels: 50 });
    assert.deepEqual(files.map(({ problems }) => problems), [
      [{ code: 'evidence.too-few-pixels', severity: 'error', params: { width: 2, height: 2, pixels: 4, limit: 50 } },
        { code: 'evidence.named-otherwise', severity: 'note', params: { named: 'image/jpeg', type: 'image/png' } }],
      [],
      [{ code: 'evidence.unknown-type', severity: 'error', params: { taken: 'image pdf' } }],
    ]);
  });

  test('a Blob without a name is a file, too', async () => {
    const { files: [report] } = await check([new Blob([jpeg()])]);
    assert.equal(report.name, '');
    assert.equal(report.declaredType, null);
  });

  test('the declared type has no parameters', async () => {
    const of = async (type) => (await check([{ ...fake(4), type }])).files[0].declaredType;
    assert.equal(await of('Image/JPEG; q=1'), 'image/jpeg');
    assert.equal(await of('nonsense'), null);
    assert.equal(await of('a/b<script>'), null);
    assert.equal(await of(undefined), null);
  });
});

describe('names', () => {
  const names = [
    ['photo.jpg', 'photo.jpg'],
    ['照片 1.jpg', '照片 1.jpg'],
    ['👩‍👩‍👧 ❤️.heic', '👩‍👩‍👧 ❤️.heic'],
    ['می\u200cخواهم.jpg', 'می\u200cخواهم.jpg'],
    ['C:\\fakepath\\a.jpg', 'a.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['a\0b.jpg', 'ab.jpg'],
    ['a\r\n\tb.jpg', 'a b.jpg'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['\u2066a\u2069\u200f\u200b\ufeff.jpg', 'a.jpg'],
    ['a\ud800b.jpg', 'ab.jpg'],
    ['e\u0301.jpg', 'é.jpg'],
    [`z${'\u0335'.repeat(500)}.jpg`, 'z\u0335\u0335\u0335.jpg'],
    ['<img src=x onerror=alert(1)>.jpg', '<img src=x onerror=alert(1)>.jpg'],
    ['folder/', ''],
    ['', ''],
    ['\0\u202e', ''],
  ];
  for (const [given, shown] of names) test(JSON.stringify(given).slice(0, 60), () => assert.equal(safeName(given), shown));

  test('a name of a megabyte keeps its beginning and its ending', () => {
    for (const letter of ['a', '😀', 'a/', '\u0301', '\u202e']) {
      const name = ends(() => safeName(`${letter.repeat(2 ** 20 / letter.length)}last.jpg`));
      assert.match(name, /last\.jpg$/);
      assert.ok([...name].length <= 80);
    }
  });
});

describe('all files', () => {
  test('the same content is found whatever it is called', async () => {
    const { ok, files } = await check([fileOf(jpeg(), 'one.jpg'), fileOf(png(), 'two.png'), fileOf(jpeg(), 'three.jpg'), fileOf(jpeg(), 'four.jpg')]);
    assert.deepEqual(files.map(({ duplicateOf }) => duplicateOf), [null, null, 0, 0]);
    assert.deepEqual(files[2].problems, [{ code: 'evidence.duplicate', severity: 'warning', params: { name: 'one.jpg', n: 1 } }]);
    assert.equal(ok, true);
  });

  test('too few: what has an error or is there twice does not count', async () => {
    const { ok, problems } = await check([fileOf(jpeg()), fileOf(jpeg()), fileOf('')], { minFiles: 2 });
    assert.equal(ok, false);
    assert.deepEqual(problems, [{ code: 'evidence.too-few', severity: 'error', params: { n: 1, limit: 2 } }]);
  });

  test('too many: those that come after are not opened', async () => {
    const files = [fileOf(jpeg()), fileOf(png(), 'a.png'), { name: 'c.jpg', size: 5, type: '', slice() { assert.fail('opened'); } }];
    const { problems, files: reports } = await check(files, { maxFiles: 2 });
    assert.deepEqual(problems, [{ code: 'evidence.too-many', severity: 'error', params: { n: 3, limit: 2 } }]);
    assert.deepEqual(reports.map(codes), [[], [], ['over-limit']]);
  });

  test('too large together', async () => {
    const { problems } = await check([fileOf(jpeg()), fileOf(png(), 'a.png')], { maxTotalBytes: 200 });
    assert.deepEqual(problems.map(short), ['too-large-together']);
  });

  test('no files are fine, unless there must be some', async () => {
    assert.deepEqual(await check([]), { ok: true, files: [], problems: [] });
    assert.deepEqual(codes(await check([], { minFiles: 1 })), ['too-few']);
  });

  test('any list will do', async () => {
    const list = { length: 1, 0: fileOf(jpeg()) };
    assert.equal((await check(list)).files.length, 1);
    assert.equal((await checkFiles(new Set([fileOf(jpeg())]))).files.length, 1);
  });

  test('what is given stays as it is, and the same files give the same report', async () => {
    const rules = Object.freeze({ types: Object.freeze(['image']), maxFiles: 100 });
    const files = Object.freeze(cases.slice(0, 40).map(([, bytes, name, type]) => fileOf(bytes, name, type)));
    assert.deepEqual(await check(files, rules), await check(files, rules));
  });
});

/** What has a size and can be sliced, and counts what is read of it. */
function fake(size, bytes = jpeg()) {
  const file = {
    size, name: 'huge.jpg', type: 'image/jpeg', read: 0, open: 0, most: 0,
    slice(from, until) {
      const length = until - from;
      return {
        async arrayBuffer() {
          file.read += length;
          file.open += length;
          file.most = Math.max(file.most, file.open);
          await null;
          file.open -= length;
          const piece = new Uint8Array(length);
          piece.set(bytes.subarray(from, until));
          return piece.buffer;
        },
      };
    },
  };
  return file;
}

describe('limits', () => {
  test('a file of 4 GB is told by 8 KB of it', async () => {
    for (const bytes of [jpeg(), png(), heic(), mp4(), pdf(), Buffer.from('nothing')]) {
      const file = fake(4 * 2 ** 30, bytes);
      const { files: [report] } = await check([file]);
      assert.ok(codes(report).includes('too-large'));
      assert.ok(file.read <= 8192, `${file.read}`);
      assert.equal(report.sha256, null);
    }
  });

  test('also a large file is in memory in pieces only', async () => {
    const files = Array.from({ length: 8 }, () => fake(20_000_000));
    const { files: reports } = await check(files, { maxBytes: 20_000_000 });
    assert.ok(reports.every(({ sha256 }) => sha256 !== null));
    for (const file of files) {
      assert.ok(file.most <= 128 * 1024, `${file.most}`);
      assert.ok(file.read < 20_000_000 + 64 * 1024);
    }
  });

  test('headers that lead on and on come to an end', aMinute, async () => {
    const endless = [
      Buffer.concat([Buffer.from([0xff, 0xd8]), ...Array.from({ length: 600_000 }, () => Buffer.from([0xff, 0xe0, 0, 2]))]),
      Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(3_000_000, 0xff)]),
      Buffer.concat([png().subarray(0, 33), ...Array.from({ length: 200_000 }, () => Buffer.from([0, 0, 0, 0, 97, 97, 97, 97, 0, 0, 0, 0]))]),
      Buffer.concat([heic().subarray(0, 28), ...Array.from({ length: 200_000 }, () => Buffer.from([0, 0, 0, 8, 102, 114, 101, 101]))]),
      Buffer.from(`<!--${' <!--'.repeat(600_000)}`),
      Buffer.from('<? '.repeat(200_000)), Buffer.from(' '.repeat(500_000)), Buffer.from('<!doctype svg['.repeat(40_000)),
    ];
    for (const bytes of endless) {
      const { files: [{ problems }] } = await check([fileOf(bytes)]);
      assert.ok(problems.length > 0);
    }
  });

  test('10,000 files leave the page time in between', async (context) => {
    const files = Array.from({ length: 10_000 }, (_, index) => fileOf(jpeg({ width: index + 1 }), `${index}.jpg`));
    // By this clock each file takes a millisecond, on every machine.
    let clock = 0;
    context.mock.method(performance, 'now', () => clock);
    let inOneGo = 0;
    let most = 0;
    const timer = setInterval(() => { inOneGo = 0; });
    const progress = () => {
      clock += 1;
      inOneGo += 1;
      most = Math.max(most, inOneGo);
    };
    for (const maxFiles of [10, 10_000]) {
      const { files: reports } = await check(files, { maxFiles }, { progress });
      assert.equal(reports.filter(({ sha256 }) => sha256 !== null).length, maxFiles);
    }
    clearInterval(timer);
    // Four files are open at a time, and each waits after 8 ms.
    assert.ok(most <= 32, `${most} files`);
  });

  test('it is small', async () => {
    const folder = new URL('../../target/npm/makegood/', import.meta.url);
    const parts = new Map();
    const load = async (name) => {
      if (parts.has(name)) return;
      parts.set(name, await readFile(new URL(name, folder), 'utf8'));
      for (const [, next] of parts.get(name).matchAll(/(?:from|import)"\.\/([^"]+)"/g)) await load(next);
    };
    await load('evidence.js');
    const sum = [...parts.values()].reduce((bytes, part) => bytes + brotliCompressSync(part).length, 0);
    assert.ok(sum > 5000 && sum < 9000, `${sum}`);
  });
});

describe('files that cannot be read', () => {
  const failing = (error, after = 0) => {
    let reads = 0;
    return { size: 500_000, name: 'gone.jpg', type: '', slice: (from, until) => ({ arrayBuffer: async () => {
      reads += 1;
      if (reads > after) throw error;
      const bytes = Buffer.alloc(until - from);
      jpeg().copy(bytes, 0, from);
      return new Uint8Array(bytes).buffer;
    } }) };
  };

  test('one that vanishes, at whichever piece, does not stop the others', async () => {
    for (const error of [new DOMException('gone', 'NotFoundError'), new DOMException('changed', 'NotReadableError'), new Error('x'), undefined, 'text']) {
      for (const after of [0, 1, 2, 4]) {
        const { files } = await check([failing(error, after), fileOf(jpeg())]);
        assert.deepEqual(files.map(codes), [['unreadable'], []]);
        assert.equal(files[0].sha256, null);
      }
    }
  });

  test('one whose slices throw, are shorter or are none', async () => {
    for (const slice of [() => { throw new Error('x'); }, () => ({}), () => new Blob([]), () => new Blob([Buffer.alloc(9999)]), () => null]) {
      assert.deepEqual((await check([{ size: 100, name: 'a', type: '', slice }])).files.map(codes), [['unreadable']]);
    }
  });

  test('one that is gone and says that it is empty', async () => {
    const gone = { size: 0, name: 'gone.jpg', type: 'image/jpeg', slice: () => new Blob([]), arrayBuffer: async () => { throw new DOMException('gone', 'NotFoundError'); } };
    assert.deepEqual((await check([gone, new File([], 'empty.jpg')])).files.map(codes), [['unreadable'], ['empty']]);
  });

  test('one that has no size', async () => {
    for (const size of [NaN, -1, Infinity, 1.5]) assert.deepEqual((await check([{ ...fake(1), size }])).files.map(codes), [['unreadable']]);
  });
});

describe('stopping', () => {
  test('a signal stops the reading, with its reason', async () => {
    const reason = new Error('enough');
    await assert.rejects(checkFiles([fileOf(jpeg())], {}, { signal: AbortSignal.abort(reason) }), reason);
    const stop = new AbortController();
    const files = Array.from({ length: 1000 }, () => fake(1_000_000));
    await assert.rejects(checkFiles(files, { maxFiles: 1000 }, { signal: stop.signal, progress: (done) => { if (done === 10) stop.abort(reason); } }), reason);
    assert.ok(files.filter(({ read }) => read > 0).length < 50);
  });

  test('a file that never comes does not keep it', async () => {
    const stop = new AbortController();
    const never = { size: 10, name: 'cloud.jpg', type: '', slice: () => ({ arrayBuffer: () => new Promise(() => {}) }) };
    setTimeout(() => stop.abort(), 20);
    await assert.rejects(checkFiles([never], {}, { signal: stop.signal }), { name: 'AbortError' });
  });

  test('progress counts every file once', async () => {
    const seen = [];
    await check([fileOf(jpeg()), fileOf(''), fileOf(png())], { maxFiles: 2 }, { progress: (done, all) => seen.push([done, all]) });
    assert.deepEqual(seen, [[1, 3], [2, 3], [3, 3]]);
  });
});

describe('rules', () => {
  const bad = [
    [null, /object/], [{ type: ['image'] }, /`type` is not a rule/], [{ types: [] }, /at least one/], [{ types: 'image' }, /list/], [{ types: ['picture'] }, /`picture`/],
    [{ types: ['constructor'] }, /`constructor`/], [{ maxBytes: -1 }, /`maxBytes`/], [{ maxBytes: '10' }, /`maxBytes`/], [{ maxFiles: 1.5 }, /`maxFiles`/],
    [{ minFiles: 11 }, /`minFiles`.*`maxFiles`/], [{ minPixels: 10, maxPixels: 9 }, /`minPixels`/], [{ takenBetween: { from: '2026-02-30' } }, /`2026-02-30`/],
    [{ takenBetween: { from: new Date() } }, /no day/], [{ takenBetween: { from: '2026-02-02', until: '2026-02-01' } }, /`from`/],
  ];
  for (const [rules, message] of bad) {
    test(JSON.stringify(rules), async () => {
      await assert.rejects(checkFiles([], rules), (error) => error instanceof TypeError && message.test(error.message));
    });
  }

  test('what is not a file is not checked', async () => {
    for (const files of [[null], ['a.jpg'], [{}], [undefined], [42]]) await assert.rejects(checkFiles(files), TypeError);
  });

  test('kinds are made of types', () => {
    assert.deepEqual(typesOf(['pdf', 'application/pdf', 'image/png']), ['application/pdf', 'image/png']);
    assert.equal(typesOf(['image']).length, 7);
  });
});

describe('any bytes', () => {
  const seeds = [jpeg({ taken: '2026:11:27 10:00:00' }), png({ taken: '2026:11:27 10:00:00' }), gif(), webp.lossless(), webp.extended({ taken: '2026:11:27 10:00:00' }),
    heic({ taken: '2026:11:27 10:00:00' }), heic({ iloc: 2, infe: 3, taken: '2026:11:27 10:00:00' }), heic({ brands: ['avif'] }), mp4(), pdf(), ...cases.slice(-30).map(([, bytes]) => Buffer.from(bytes))];

  test('5,000 files that are cut and changed at random', aMinute, async () => {
    const { below, pick, chance } = random(20261127);
    let good = 0;
    for (let batch = 0; batch < 50; batch += 1) {
      const files = Array.from({ length: 100 }, () => {
        let bytes = Buffer.from(pick(seeds));
        if (chance(50)) bytes = bytes.subarray(0, below(bytes.length + 1));
        for (let flips = below(6); flips > 0 && bytes.length > 0; flips -= 1) bytes[below(bytes.length)] ^= 1 << below(8);
        if (chance(20)) for (let at = below(bytes.length + 1), until = Math.min(at + 4, bytes.length); at < until; at += 1) bytes[at] = pick([0, 255, 127, 128]);
        if (chance(10)) bytes = Buffer.concat([bytes, Buffer.from(pick(seeds))]);
        return fileOf(bytes, pick(['a.jpg', 'b.pdf', 'c.heic', '', 'd']), pick(['', 'image/jpeg', 'application/pdf']));
      });
      const report = await check(files, { types: ['image', 'pdf', 'video'], maxFiles: 100, takenBetween: { from: '2026-01-01', until: '2026-12-31' } });
      good += report.files.filter(({ problems }) => problems.length === 0).length;
    }
    assert.ok(good > 100 && good < 4500, `${good}`);
  });

  test('an image that is cut anywhere is never taken for a whole one', async () => {
    for (const whole of [jpeg(), png(), webp.lossless(), heic(), pdf({ end: '%%EOF' }), gif()]) {
      const files = Array.from({ length: whole.length - 1 }, (_, length) => fileOf(whole.subarray(0, length + 1), 'a'));
      const { files: reports } = await check(files, { maxFiles: 10_000 });
      reports.forEach((report, index) => assert.ok(report.problems.some(({ severity }) => severity === 'error'), `${report.type} of ${index + 1} bytes`));
    }
  });
});
