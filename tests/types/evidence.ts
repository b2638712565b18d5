// What a page may write with the evidence of a claim. Compiled, never run.
import { checkFiles, safeName, typesOf, type EvidenceCode, type EvidenceReport, type EvidenceRules, type EvidenceType } from 'makegood/evidence';

declare const input: HTMLInputElement;
declare const stop: AbortController;

const rules: EvidenceRules = { types: ['image', 'application/pdf'], maxBytes: 5_000_000, takenBetween: { from: '2026-11-20', until: null } };
const report: EvidenceReport = await checkFiles(input.files ?? [], rules, { signal: stop.signal, progress: (done, all) => console.log(done / all) });
await checkFiles([new Blob(['x'])]);
const type: EvidenceType | null | undefined = report.files[0]?.type;
const code: EvidenceCode | undefined = report.problems[0]?.code;
input.accept = typesOf(['image', 'pdf']).join();
console.log(type, code, safeName('a.jpg'), report.files[0]?.duplicateOf);

// @ts-expect-error there is no such kind
await checkFiles([], { types: ['picture'] });
// @ts-expect-error a file is not text
await checkFiles(['a.jpg']);
// @ts-expect-error days are text
await checkFiles([], { takenBetween: { from: new Date() } });
