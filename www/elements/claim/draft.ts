import type { ClaimDraft, EvidenceEntry, Read } from '../../binding/claim.js';
import type { CivilDate, Facts } from '../../binding/makegood.js';
import type { EvidenceReport, FileReport } from '../../evidence/evidence.js';
import type { Reader } from './dialling.js';

/** What the shopper entered, by field: text as typed, yes or no, `null` for "I am not sure". */
export type Entered = ReadonlyMap<string, string | boolean | null>;

/** The files of one need, with what was found in them. */
export interface Given { files: readonly File[]; report: EvidenceReport }

/** All that a draft is made of. */
export interface Subject {
  today: CivilDate;
  language: string;
  facts: Facts;
  item: ClaimDraft['item'] | null;
  entered: Entered;
  /** The fields that hold telephone numbers. */
  phones: ReadonlySet<string>;
  /** Reads a number; `null` while what reads them is on its way. */
  readPhone: Reader | null;
  /** By need. */
  evidence: ReadonlyMap<string, Given>;
  disputed: boolean;
}

export function draftOf({ today, language, facts, item, entered, phones, readPhone, evidence, disputed }: Subject): ClaimDraft {
  const fields = [...entered].flatMap(([id, value]): [string, string | boolean | null | Read][] => {
    if (value === '') return [];
    if (typeof value !== 'string' || !phones.has(id)) return [[id, value]];
    return readPhone === null ? [] : [[id, readPhone(value)]];
  });
  return {
    today, language, facts,
    ...(item ? { item } : {}),
    fields: Object.fromEntries(fields),
    evidence: [...evidence].flatMap(([need, { report }]) => report.files.filter(sound).map((file) => entry(need, file))),
    ...(disputed ? { disputed } : {}),
  };
}

/** The files themselves, in the order of `draft.evidence`. */
export function filesOf(evidence: ReadonlyMap<string, Given>): File[] {
  return [...evidence.values()].flatMap(({ files, report }) => files.filter((_, index) => report.files[index] !== undefined && sound(report.files[index])));
}

/** What can be sent: without an error, and once. What is wrong with the others stands beside them. */
function sound({ type, sha256, duplicateOf, problems }: FileReport): boolean {
  return type !== null && sha256 !== null && duplicateOf === null && !problems.some(({ severity }) => severity === 'error');
}

function entry(need: string, { name, type, size, sha256, taken }: FileReport): EvidenceEntry {
  return { for: need, name, type: type!, bytes: size, sha256: sha256!, taken };
}
