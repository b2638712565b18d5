/**
 * The files of a claim, checked on the device: what they really are, how large, how old, and which are there twice.
 *
 * Only pieces of a file are read, never more than 1 MB of all files at a time. Nothing is decoded and nothing leaves the page.
 */
import type { CivilDate } from '../binding/makegood.js';

/** A file that a shopper chose, dropped or pasted; in Node any `Blob`. What has no name is called ''. */
export type EvidenceFile = Blob & { readonly name?: string };

/**
 * What may be handed in: `image` is JPEG, PNG, GIF, WebP, HEIC, HEIF and AVIF, `pdf` is PDF, `video` is MP4, QuickTime, 3GP and WebM;
 * or a single type by its MIME name.
 */
export type EvidenceKind = 'image' | 'pdf' | 'video' | EvidenceType;

/** Every type that is told by the first bytes. SVG, HTML, TIFF, BMP and ZIP (DOCX, too) are in no group: who wants them names them. */
export type EvidenceType =
  | 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/heic' | 'image/heif' | 'image/avif'
  | 'image/tiff' | 'image/bmp' | 'image/svg+xml'
  | 'application/pdf' | 'application/zip' | 'text/html'
  | 'video/mp4' | 'video/quicktime' | 'video/3gpp' | 'video/webm';

export interface EvidenceRules {
  /** What is taken; images and PDF unless said. */
  types?: readonly EvidenceKind[];
  /** The largest file, in bytes; 10,000,000 unless said. A larger one is named, and no more of it is read than 8 KB. */
  maxBytes?: number;
  /** All files together, in bytes; no limit unless said. */
  maxTotalBytes?: number;
  /** How many files may be handed in; 10 unless said. Those that come after are not opened. */
  maxFiles?: number;
  /** How many must be; none unless said. What has an error and what is there twice does not count. */
  minFiles?: number;
  /** The least width times height of an image; no limit unless said. */
  minPixels?: number;
  /** The most; 250,000,000 unless said, which the largest cameras of phones keep. */
  maxPixels?: number;
  /** The days on which a photo can have been taken, both included: from the day of the fault until today. */
  takenBetween?: { from?: CivilDate | null; until?: CivilDate | null };
}

export interface EvidenceOptions {
  /** Stops the reading; `checkFiles` then rejects with the reason of the signal. */
  signal?: AbortSignal;
  /** Called after each file. */
  progress?: (done: number, all: number) => void;
}

export interface EvidenceReport {
  /** Whether all of it can be handed in as it is: no error in any file or in the whole. */
  ok: boolean;
  /** One per file, in the order given. */
  files: FileReport[];
  /** What is wrong with all of them together. */
  problems: EvidenceProblem[];
}

export interface FileReport {
  /** Safe to show: without folders, control and direction marks, at most 80 characters. Not safe to save under. */
  name: string;
  /** In bytes. */
  size: number;
  /** By its bytes; `null` if it is none that is known, or was not opened. */
  type: EvidenceType | null;
  /** What the browser says, which it has from the name: in lower case, without parameters; `null` if it says nothing. */
  declaredType: string | null;
  /** Of an image, as stored; a photo that is shown turned has them the other way round. `null` if not told. */
  width: number | null;
  height: number | null;
  /** The day on which the camera says that the photo was taken, in its own time; `null` if the file does not tell. */
  taken: CivilDate | null;
  /** In hexadecimal; `null` if the file is too large or could not be read. */
  sha256: string | null;
  /** Whether browsers show it in an `<img>`, and it is safe to do so: an image without errors of a type that they know. */
  preview: boolean;
  /** The place in `files` of the first file with the same content, or `null`. */
  duplicateOf: number | null;
  /** The gravest first. */
  problems: EvidenceProblem[];
}

export interface EvidenceProblem {
  code: EvidenceCode;
  /** A file with an error cannot be handed in. With a warning it can, but should be looked at. A note needs nothing to be done. */
  severity: 'error' | 'warning' | 'note';
  /** What the sentence speaks of: bytes, pixels, days, types. A list is joined by spaces. */
  params: { [name: string]: string | number };
}

export type EvidenceCode =
  /** There is nothing in the file. */
  | 'evidence.empty'
  /** It cannot be read: it was moved, changed, or is still in the cloud. */
  | 'evidence.unreadable'
  /** Larger than `maxBytes`. */
  | 'evidence.too-large'
  /** Its bytes are of no type that is known. */
  | 'evidence.unknown-type'
  /** Its bytes are not of the type that its name says, nor of any other that is known. */
  | 'evidence.not-that-type'
  /** Its type is known, and is not taken. */
  | 'evidence.type-not-taken'
  /** Two types at once, such as an image that is a PDF, too. */
  | 'evidence.two-types'
  /** The end is missing. */
  | 'evidence.incomplete'
  /** An image that does not say how large it is. */
  | 'evidence.damaged'
  | 'evidence.too-few-pixels'
  | 'evidence.too-many-pixels'
  /** Not opened, because `maxFiles` came before it. */
  | 'evidence.over-limit'
  /** The content of an earlier file. A warning. */
  | 'evidence.duplicate'
  /** Taken before or after `takenBetween`. A warning, because clocks of cameras are often wrong. */
  | 'evidence.taken-before'
  | 'evidence.taken-after'
  /** Another type than the name says, and one that is taken. A note. */
  | 'evidence.named-otherwise'
  /** Of the whole. */
  | 'evidence.too-many'
  | 'evidence.too-few'
  | 'evidence.too-large-together';

/**
 * Checks the files of a claim. Whatever is in a file, it becomes part of the report.
 *
 * @throws {TypeError} if the rules contradict themselves or are not rules, or if something else than files is given.
 */
export function checkFiles(
  files: Iterable<EvidenceFile> | ArrayLike<EvidenceFile>, rules?: EvidenceRules, options?: EvidenceOptions,
): Promise<EvidenceReport>;

/** The types that a list of kinds takes, for `<input accept>` and the like. */
export function typesOf(kinds: readonly EvidenceKind[]): EvidenceType[];

/** A name as it is in a report. */
export function safeName(name: string): string;
