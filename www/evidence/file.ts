import { contentOf } from './content.js';
import type { EvidenceCode, EvidenceFile, EvidenceProblem, FileReport } from './evidence.js';
import { takenOf } from './exif.js';
import { hasDimensions, headerOf } from './formats/index.js';
import { safeName } from './name.js';
import { isThere, piece, readerOf, Unreadable } from './reader.js';
import type { Rules } from './rules.js';
import { alike, headLength, officeOf, promised, shown, tailLength, typeOf } from './type.js';

const severities: { readonly [code in EvidenceCode]?: EvidenceProblem['severity'] } = {
  'evidence.duplicate': 'warning', 'evidence.taken-before': 'warning', 'evidence.taken-after': 'warning', 'evidence.named-otherwise': 'note',
};
const order = ['error', 'warning', 'note'];

export function problem(code: EvidenceCode, params: EvidenceProblem['params'] = {}): EvidenceProblem {
  return { code, severity: severities[code] ?? 'error', params };
}

export const failed = ({ problems }: { problems: readonly EvidenceProblem[] }): boolean => problems.some(({ severity }) => severity === 'error');

/** What is told of a file before it is opened. */
export function unopened(file: EvidenceFile): FileReport {
  // Asked once: a browser looks it up on the disk each time.
  const { size } = file;
  const declared = (typeof file.type === 'string' ? file.type.slice(0, 256) : '').split(';', 1)[0]!.trim().toLowerCase();
  return {
    name: safeName(typeof file.name === 'string' ? file.name : ''),
    size: Number.isSafeInteger(size) && size >= 0 ? size : 0,
    type: null,
    declaredType: /^[\w.+-]+\/[\w.+-]+$/.test(declared) ? declared : null,
    width: null, height: null, taken: null, sha256: null, preview: false, duplicateOf: null, problems: [],
  };
}

/** Looks into one file. Only an abort and our own faults are thrown. */
export async function looked(file: EvidenceFile, rules: Rules, signal: AbortSignal | undefined, breathe: () => Promise<void>): Promise<FileReport> {
  const report = unopened(file);
  try {
    await look(report, file, rules, signal, breathe);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    report.problems = [problem('evidence.unreadable')];
    report.sha256 = null;
  }
  report.preview = report.type !== null && shown.includes(report.type) && !failed(report);
  return sorted(report);
}

export function sorted(report: FileReport): FileReport {
  report.problems.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  return report;
}

async function look(report: FileReport, file: EvidenceFile, rules: Rules, signal: AbortSignal | undefined, breathe: () => Promise<void>): Promise<void> {
  const add = (code: EvidenceCode, params: EvidenceProblem['params'] = {}): void => { report.problems.push(problem(code, params)); };
  const { size } = report;
  if (size === 0) return add(file.size === 0 && await isThere(file, signal) ? 'evidence.empty' : 'evidence.unreadable');

  const head = await piece(file, 0, Math.min(size, headLength), signal);
  const tail = size <= headLength ? head.subarray(-tailLength) : await piece(file, size - tailLength, tailLength, signal);
  const { type, two } = typeOf(head, tail);
  report.type = type;
  const named = promised(report.name, report.declaredType);
  const taken = type !== null && rules.types.includes(type);
  const document = type === 'application/zip' ? officeOf(report.name) : null;
  const office = document === null ? {} : { document };
  if (size > rules.maxBytes) add('evidence.too-large', { size, limit: rules.maxBytes });
  if (type === null && named !== null) add('evidence.not-that-type', { named, taken: rules.kinds.join(' ') });
  else if (type === null) add('evidence.unknown-type', { taken: rules.kinds.join(' ') });
  else if (!taken) add('evidence.type-not-taken', { type, taken: rules.kinds.join(' '), ...office });
  else if (named !== null && !alike(named, type)) add('evidence.named-otherwise', { named, type });
  if (two) add('evidence.two-types');
  if (size > rules.maxBytes) return;

  const header = type === null ? { width: null, height: null, exif: null, ends: true } : await headerOf(type, readerOf(file, size, head, signal), tail);
  const { width, height, exif } = header;
  report.taken = exif === null ? null : takenOf(exif);
  const content = await contentOf(file, size, head, header, signal, breathe);
  report.sha256 = content.sha256;
  if (width !== null && height !== null) [report.width, report.height] = [width, height];
  if (!taken) return;

  if (!content.ends) add('evidence.incomplete');
  if (width !== null && height !== null) {
    const pixels = width * height;
    if (pixels < rules.minPixels) add('evidence.too-few-pixels', { width, height, pixels, limit: rules.minPixels });
    if (pixels > rules.maxPixels) add('evidence.too-many-pixels', { width, height, pixels, limit: rules.maxPixels });
  } else if (content.ends && hasDimensions(type)) {
    add('evidence.damaged');
  }
  const { taken: day } = report;
  if (day !== null && rules.from !== null && day < rules.from) add('evidence.taken-before', { day, limit: rules.from });
  if (day !== null && rules.until !== null && day > rules.until) add('evidence.taken-after', { day, limit: rules.until });
}
