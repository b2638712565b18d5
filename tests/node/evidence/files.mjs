// Small files of every type, built from bytes: valid, so that a browser shows what it can show.
import { deflateSync } from 'node:zlib';

const text = (string) => Buffer.from(string, 'latin1');
const u16 = (value, order = 'big') => { const bytes = Buffer.alloc(2); order === 'big' ? bytes.writeUInt16BE(value) : bytes.writeUInt16LE(value); return bytes; };
const u24 = (value) => Buffer.from([value & 255, (value >> 8) & 255, value >> 16]);
const u32 = (value, order = 'big') => { const bytes = Buffer.alloc(4); order === 'big' ? bytes.writeUInt32BE(value) : bytes.writeUInt32LE(value); return bytes; };
const join = (...parts) => Buffer.concat(parts.map((part) => typeof part === 'string' ? text(part) : Buffer.from(part)));

/** EXIF data that tells when a photo was taken: `2026:11:27 10:00:00`. */
export function exif({ taken = '2026:11:27 10:00:00', order = 'big', tag = 0x9003, folder = 26, count, type = 2, from } = {}) {
  const value = join(taken, '\0');
  const short = (number) => u16(number, order);
  const long = (number) => u32(number, order);
  return join(
    order === 'big' ? 'MM' : 'II', short(42), long(8),
    short(1), short(0x8769), short(4), long(1), long(folder), long(0),
    short(1), short(tag), short(type), long(count ?? value.length), long(from ?? 44), long(0),
    value,
  );
}

/** A grey picture. `before` are segments in front of it, `end` what closes it, `after` what phones put behind. */
export function jpeg({ width = 8, height = 8, taken, before = [], frame = 0xc0, end = '\xff\xd9', after = '' } = {}) {
  const segment = (marker, ...parts) => { const body = join(...parts); return join([0xff, marker], u16(body.length + 2), body); };
  const blocks = Math.min(Math.ceil(width / 8) * Math.ceil(height / 8), 4096);
  const bits = Buffer.alloc(Math.ceil(blocks / 4));
  if (blocks % 4 !== 0) bits[bits.length - 1] = 0xff >> (blocks % 4) * 2;
  const codes = [1, ...Array(15).fill(0), 0];
  return join(
    '\xff\xd8',
    ...taken === undefined ? [] : [segment(0xe1, 'Exif\0\0', typeof taken === 'string' ? exif({ taken }) : taken)],
    ...before.map(([marker, body]) => segment(marker, body)),
    segment(0xdb, [0], Buffer.alloc(64, 1)),
    segment(frame, [8], u16(height), u16(width), [1, 1, 0x11, 0]),
    segment(0xc4, [0], codes), segment(0xc4, [0x10], codes),
    segment(0xda, [1, 1, 0, 0, 63, 0]), bits, end, after,
  );
}

const table = Array.from({ length: 256 }, (_, index) => { let value = index; for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1; return value >>> 0; });
const crc = (bytes) => (~bytes.reduce((value, byte) => table[(value ^ byte) & 255] ^ (value >>> 8), -1)) >>> 0;

/** `says` are the width and height that the header claims. */
export function png({ width = 2, height = 2, says = [width, height], taken, end = true, text: note, chunks = [] } = {}) {
  const chunk = (type, ...parts) => { const body = join(type, ...parts); return join(u32(body.length - 4), body, u32(crc(body))); };
  return join(
    '\x89PNG\r\n\x1a\n', chunk('IHDR', u32(says[0]), u32(says[1]), [8, 0, 0, 0, 0]),
    ...note === undefined ? [] : [chunk('tEXt', 'Comment\0', note)],
    ...chunks.map(([type, body]) => chunk(type, body)),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    ...taken === undefined ? [] : [chunk('eXIf', exif({ taken }))],
    ...end ? [chunk('IEND')] : [],
  );
}

export const gif = ({ width = 1, height = 1, end = ';', version = '89a' } = {}) =>
  join(`GIF${version}`, u16(width, 'little'), u16(height, 'little'), [0x80, 0, 0, 0, 0, 0, 255, 255, 255], ',', [0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0], end);

const riff = (...parts) => { const body = join('WEBP', ...parts); return join('RIFF', u32(body.length, 'little'), body); };
const inRiff = (type, body) => join(type, u32(body.length, 'little'), body, body.length % 2 ? [0] : []);

export const webp = {
  lossless: ({ width = 1, height = 1 } = {}) => riff(inRiff('VP8L', join([0x2f], u32((width - 1) | (height - 1) << 14 | 1 << 28, 'little'), [7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 7]))),
  lossy: ({ width = 640, height = 480 } = {}) => riff(inRiff('VP8 ', join([0x10, 0, 0], '\x9d\x01\x2a', u16(width, 'little'), u16(height, 'little'), Buffer.alloc(8)))),
  extended: ({ width = 4000, height = 3000, taken } = {}) => riff(
    inRiff('VP8X', join([taken === undefined ? 0 : 8, 0, 0, 0], u24(width - 1), u24(height - 1))),
    inRiff('VP8 ', Buffer.alloc(21, 1)),
    ...taken === undefined ? [] : [inRiff('EXIF', exif({ taken }))],
  ),
};

const box = (type, ...parts) => { const body = join(...parts); return join(u32(body.length + 8), type, body); };
const full = (type, version, ...parts) => box(type, [version, 0, 0, 0], ...parts);
export const ftyp = (major, ...brands) => box('ftyp', major, u32(0), ...brands);

/** What a phone writes: tiles, a thumbnail, the photo, and EXIF data as an item. */
export function heic({ brands = ['heic', 'mif1', 'heic'], sizes = [[512, 512], [4032, 3024], [320, 240]], taken, infe = 2, iloc = 1, cut = 0 } = {}) {
  const start = ftyp(...brands);
  const data = taken === undefined ? Buffer.alloc(32, 7) : join(u32(6), 'Exif\0\0', exif({ taken, order: 'little' }));
  const id = (value) => infe === 2 ? u16(value) : u32(value);
  const meta = (offset) => full('meta', 0,
    full('hdlr', 0, u32(0), 'pict', Buffer.alloc(12), '\0'),
    full('pitm', 0, u16(1)),
    full('iinf', 0, u16(2),
      full('infe', infe, id(1), u16(0), 'hvc1', '\0'),
      full('infe', infe, id(2), u16(0), taken === undefined ? 'hvc1' : 'Exif', '\0')),
    iloc === 1
      ? full('iloc', 1, [0x44, 0x00], u16(2), u16(1), u16(0), u16(0), u16(1), u32(offset), u32(4), u16(2), u16(0), u16(0), u16(1), u32(offset), u32(data.length))
      : iloc === 0
        ? full('iloc', 0, [0x44, 0x40], u16(1), u16(2), u16(0), u32(offset), u16(1), u32(0), u32(data.length))
        : full('iloc', 2, [0x88, 0x08], u32(1), u32(2), u16(0), u16(0), u16(1), u32(0), u32(0), u32(0), u32(offset), u32(0), u32(data.length)),
    box('iprp', box('ipco', ...sizes.map(([width, height]) => full('ispe', 0, u32(width), u32(height)))), full('ipma', 0, u32(0))));
  const offset = start.length + meta(0).length + 8;
  const whole = join(start, meta(offset), box('mdat', data));
  return whole.subarray(0, whole.length - cut);
}

export const mp4 = ({ brands = ['isom', 'isom', 'mp42'], cut = 0 } = {}) => {
  const whole = join(ftyp(...brands), box('moov', Buffer.alloc(40)), box('mdat', Buffer.alloc(200)));
  return whole.subarray(0, whole.length - cut);
};
export const bigBox = () => join(ftyp('isom', 'mp42'), box('moov', Buffer.alloc(8)), u32(1), 'mdat', u32(0), u32(16 + 24), Buffer.alloc(24));

export const pdf = ({ before = '', end = '%%EOF\n', pages = 1 } = {}) => join(before,
  `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count ${pages}/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n`, end);

export const zip = () => join('PK\x03\x04', Buffer.alloc(26), 'word/document.xml', 'PK\x05\x06', Buffer.alloc(18));
export const svg = (before = '') => join(before, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = (before = '') => join(before, '<!DOCTYPE html><title>x</title><script>alert(1)</script>');
export const webm = () => join('\x1a\x45\xdf\xa3', [0x9f, 0x42, 0x82, 0x84], 'webm', Buffer.alloc(40));
export { join, text };
