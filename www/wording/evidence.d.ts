/** The files of a claim in sentences. Everything is text, ready to be shown. */
import type { EvidenceCode, EvidenceKind, EvidenceProblem, EvidenceReport, FileReport } from '../evidence/evidence.js';

export interface EvidenceWords {
  /** "All 3 files can be handed in.", "2 of 3 files can be handed in.", "There are no files yet."; what is there twice counts once. */
  headline: string;
  /** One per file of the report, in its order. */
  files: FileWords[];
  /** What is wrong with all of them together. */
  problems: EvidenceProblemWords[];
}

export interface FileWords {
  /** As in the report, or "File 2" if it has no name. */
  name: string;
  /** "Photo", "PDF", "Video", "File" */
  kind: string;
  /** "JPEG, 2.3 MB, 4,032 × 3,024, taken on 27 November 2026": what is known of it. */
  about: string;
  problems: EvidenceProblemWords[];
}

export interface EvidenceProblemWords {
  code: EvidenceCode;
  severity: EvidenceProblem['severity'];
  /** "This photo is larger than 10 MB." */
  message: string;
  /** "Choose a smaller one, or take it again with a lower resolution." */
  help: string;
}

/** Loads a language. Everything else here needs it. Unknown languages fall back as in `makegood/wording`. Returns the tag used. */
export function load(language: string): Promise<string>;

/** The languages that have a catalogue. */
export const languages: readonly string[];

/** A report in sentences of a language that was loaded. */
export function evidenceWords(report: EvidenceReport, language: string): EvidenceWords;

/** A problem in sentences; of which file it is, where it is of one. */
export function evidenceProblem(problem: EvidenceProblem, language: string, file?: Pick<FileReport, 'type'>): EvidenceProblemWords;

/** What is taken: "a photo or a PDF". */
export function kindNames(kinds: readonly EvidenceKind[], language: string): string;

/** "2.3 MB" */
export function sizeName(bytes: number, language: string): string;

/** A single sentence of the catalogue by its key. */
export function say(key: string, language: string, params?: Record<string, string | number>): string;
