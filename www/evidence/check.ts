import type { EvidenceFile, EvidenceOptions, EvidenceProblem, EvidenceReport, EvidenceRules, FileReport } from './evidence.js';
import { failed, looked, problem, sorted, unopened } from './file.js';
import { breather } from './reader.js';
import { rulesOf, type Rules } from './rules.js';

/** How many files are open at the same time. */
const lanes = 4;

/** What was found in files under the same rules, so that a list that changes is not read anew. */
export type Memory = WeakMap<EvidenceFile, FileReport>;

export async function checked(
  files: Iterable<EvidenceFile> | ArrayLike<EvidenceFile>, rules: EvidenceRules, { signal, progress }: EvidenceOptions, memory: Memory,
): Promise<EvidenceReport> {
  const told = rulesOf(rules);
  const given: EvidenceFile[] = Array.from(files);
  for (const file of given) if (typeof file?.slice !== 'function' || typeof file.size !== 'number') throw new TypeError('evidence is a list of files');
  const breathe = breather();
  const reports = new Array<FileReport>(given.length);
  const seen = async (file: EvidenceFile): Promise<FileReport> => {
    const found = memory.get(file) ?? await looked(file, told, signal, breathe);
    memory.set(file, found);
    return { ...found, problems: [...found.problems] };
  };
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < given.length; index = next++) {
      signal?.throwIfAborted();
      const file = given[index]!;
      const opened = index < told.maxFiles;
      reports[index] = opened ? await seen(file) : { ...unopened(file), problems: [problem('evidence.over-limit', { limit: told.maxFiles })] };
      done += 1;
      progress?.(done, given.length);
      await breathe();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  signal?.throwIfAborted();
  markDuplicates(reports);
  const problems = together(reports, told);
  return { ok: problems.length === 0 && !reports.some(failed), files: reports, problems };
}

/** Says of each file whether an earlier one has the same content. */
function markDuplicates(reports: readonly FileReport[]): void {
  const seen = new Map<string, number>();
  reports.forEach((report, index) => {
    if (report.sha256 === null) return;
    const first = seen.get(report.sha256);
    if (first === undefined) return void seen.set(report.sha256, index);
    report.duplicateOf = first;
    report.problems.push(problem('evidence.duplicate', { name: reports[first]!.name, n: first + 1 }));
    sorted(report);
  });
}

function together(reports: readonly FileReport[], { maxFiles, minFiles, maxTotalBytes }: Rules): EvidenceProblem[] {
  const problems: EvidenceProblem[] = [];
  const size = reports.reduce((sum, report) => sum + report.size, 0);
  const good = reports.filter((report) => report.duplicateOf === null && !failed(report)).length;
  if (reports.length > maxFiles) problems.push(problem('evidence.too-many', { n: reports.length, limit: maxFiles }));
  if (good < minFiles) problems.push(problem('evidence.too-few', { n: good, limit: minFiles }));
  if (size > maxTotalBytes) problems.push(problem('evidence.too-large-together', { size, limit: maxTotalBytes }));
  return problems;
}
