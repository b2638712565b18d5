// The files of a claim as a browser gives them, under the strictest policy.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heic, jpeg, pdf, png, webp } from '../node/evidence/files.mjs';
import { expect, test } from './shop-page.mjs';

/** A page with a field for files and nothing else. */
async function open(page, url) {
  await page.goto(`${url}pages/bare.html`);
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true });
    document.querySelector('main').append(input);
  });
  return page.locator('input');
}

const check = (page, rules = {}) => page.evaluate(async (rules) => {
  const { checkFiles } = await import('/makegood/evidence.js');
  return checkFiles(document.querySelector('input').files, rules);
}, rules);

const brief = ({ type, declaredType, width, height, taken, preview, problems }) =>
  [type, declaredType, width === null ? null : `${width}x${height}`, taken, preview, ...problems.map(({ code }) => code)].join(' ');

test('files of a phone, through a field', async ({ page, strict, said }) => {
  const input = await open(page, strict);
  await input.setInputFiles([
    { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: jpeg({ width: 640, height: 480, taken: '2026:11:27 10:00:00' }) },
    { name: 'IMG_2.HEIC', mimeType: '', buffer: heic({ taken: '2026:11:26 10:00:00' }) },
    { name: 'Screenshot.png', mimeType: 'image/png', buffer: png() },
    { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: pdf() },
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dear shop') },
    { name: 'again.jpg', mimeType: 'image/jpeg', buffer: webp.lossless() },
    { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
  ]);
  const { ok, files } = await check(page);
  expect(ok).toBe(false);
  expect(files.map(brief)).toEqual([
    'image/jpeg image/jpeg 640x480 2026-11-27 true',
    expect.stringMatching(/^image\/heic (application\/octet-stream|image\/hei[cf])? ?4032x3024 2026-11-26 false$/),
    'image/png image/png 2x2  true',
    'application/pdf application/pdf   false',
    ' application/pdf   false evidence.not-that-type',
    'image/webp image/jpeg 1x1  true evidence.named-otherwise',
    ' image/jpeg   false evidence.empty',
  ]);
  expect(said).toEqual([]);
});

test('what is told to be shown is shown', async ({ page, lax }) => {
  const input = await open(page, lax);
  await input.setInputFiles([
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg({ width: 64, height: 48 }) },
    { name: 'b.png', mimeType: 'image/png', buffer: png({ width: 5, height: 3 }) },
    { name: 'c.webp', mimeType: 'image/webp', buffer: webp.lossless() },
  ]);
  const { files } = await check(page);
  const shown = await page.evaluate(() => Promise.all([...document.querySelector('input').files].map(async (file) => {
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  })));
  expect(files.map(({ width, height }) => [width, height])).toEqual(shown);
});

test('a file that vanishes or changes after it was chosen', async ({ page, strict, said }) => {
  const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  try {
    const paths = ['gone.jpg', 'changed.jpg', 'there.jpg'].map((name) => join(folder, name));
    await Promise.all(paths.map((path, index) => writeFile(path, jpeg({ width: 8 + index }))));
    const input = await open(page, strict);
    await input.setInputFiles(paths);
    await rm(paths[0]);
    await writeFile(paths[1], Buffer.alloc(9));
    const { files } = await check(page);
    expect(files.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['evidence.unreadable'], ['evidence.unreadable'], []]);
    expect(said.filter((line) => !/ERR_(FILE_NOT_FOUND|UPLOAD_FILE_CHANGED)/.test(line))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('10,000 files leave the page time to answer', async ({ page, strict, said }) => {
  await open(page, strict);
  const { most, count } = await page.evaluate(async (bytes) => {
    const { checkFiles } = await import('/makegood/evidence.js');
    const transfer = new DataTransfer();
    for (let index = 0; index < 10_000; index += 1) transfer.items.add(new File([new Uint8Array(bytes), `${index}`], `${index}.jpg`, { type: 'image/jpeg' }));
    const input = document.querySelector('input');
    input.files = transfer.files;
    // By this clock each file takes a millisecond, on every machine.
    let clock = performance.now();
    performance.now = () => clock;
    let over = false;
    let inOneGo = 0;
    let most = 0;
    const turn = () => {
      inOneGo = 0;
      if (!over) setTimeout(turn);
    };
    turn();
    const progress = () => {
      clock += 1;
      inOneGo += 1;
      most = Math.max(most, inOneGo);
    };
    const { files } = await checkFiles(input.files, { maxFiles: 10_000 }, { progress });
    over = true;
    return { most, count: new Set(files.map(({ sha256 }) => sha256)).size };
  }, [...jpeg()]);
  expect(count).toBe(10_000);
  // Half a frame of a slow screen, until the page gets its turn.
  expect(most).toBeLessThan(25);
  expect(said).toEqual([]);
});

test('of a file of 4 GB only what tells its type is read', async ({ page, strict }) => {
  await open(page, strict);
  const { report, read } = await page.evaluate(async () => {
    const { checkFiles } = await import('/makegood/evidence.js');
    const part = new Blob([new Uint8Array(2 ** 22)]);
    const file = new File(Array(1024).fill(part), 'film.mov');
    let read = 0;
    file.slice = (from, until) => {
      const piece = File.prototype.slice.call(file, from, until);
      read += piece.size;
      return piece;
    };
    file.arrayBuffer = () => { throw new Error('read as a whole'); };
    return { report: await checkFiles([file]), read };
  });
  expect(report.files[0].size).toBe(2 ** 32);
  expect(report.files[0].problems.map(({ code }) => code)).toEqual(['evidence.too-large', 'evidence.not-that-type']);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThanOrEqual(8192);
});
