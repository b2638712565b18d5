import { latin } from '../bytes.js';
import type { EvidenceType } from '../evidence.js';
import type { Reader } from '../reader.js';
import { film, heif } from './boxes.js';
import { gif } from './gif.js';
import type { Header } from './header.js';
import { jpeg } from './jpeg.js';
import { png } from './png.js';
import { webp } from './webp.js';

type Format = (reader: Reader, tail: Uint8Array) => Promise<Header>;

const plain: Header = { width: null, height: null, exif: null, ends: true };

const formats: { readonly [type in EvidenceType]?: Format } = {
  'image/jpeg': jpeg, 'image/png': png, 'image/gif': gif, 'image/webp': webp,
  'image/heic': heif, 'image/heif': heif, 'image/avif': heif,
  'video/mp4': film, 'video/quicktime': film, 'video/3gpp': film,
  'application/pdf': async (_, tail) => ({ ...plain, ends: latin(tail).includes('%%EOF') }),
  'application/zip': async (_, tail) => ({ ...plain, ends: latin(tail).includes('PK\x05\x06') }),
};

export const hasDimensions = (type: EvidenceType): boolean => type in formats && type.startsWith('image/');

/** What a file of a type says of itself. */
export async function headerOf(type: EvidenceType, reader: Reader, tail: Uint8Array): Promise<Header> {
  return await formats[type]?.(reader, tail) ?? plain;
}
