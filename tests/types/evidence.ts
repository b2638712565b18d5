// What a page may write with the evidence of a claim. Compiled, never run.
import { checkFiles, safeName, typesOf, type EvidenceCode, type EvidenceReport, type EvidenceRules, type EvidenceType } from 'makegood/evidence';
import { evidenceProblem, evidenceWords, kindNames, load, sizeName, type EvidenceWords } from 'makegood/wording/evidence';

declare const input: HTMLInputElement;
declare const stop: AbortController;

const rules: EvidenceRules = { types: ['image', 'application/pdf'], maxBytes: 5_000_000, takenBetween: { from: '2026-11-20', until: null } };
const report: EvidenceReport = await checkFiles(input.files ?? [], rules, { signal: stop.signal, progress: (done, all) => console.log(done / all) });
await checkFiles([new Blob(['x'])]);
const type: EvidenceType | null | undefined = report.files[0]?.type;
const code: EvidenceCode | undefined = report.problems[0]?.code;
input.accept = typesOf(['image', 'pdf']).join();
console.log(type, code, safeName('a.jpg'), report.files[0]?.duplicateOf);

const language: string = await load(document.documentElement.lang);
const words: EvidenceWords = evidenceWords(report, language);
const help: string | undefined = words.files[0]?.problems[0]?.help;
for (const problem of report.problems) console.log(evidenceProblem(problem, language).message);
console.log(help, kindNames(['image', 'image/png'], language), sizeName(10_000_000, language));

// @ts-expect-error there is no such kind
await checkFiles([], { types: ['picture'] });
// @ts-expect-error a file is not text
await checkFiles(['a.jpg']);
// @ts-expect-error days are text
await checkFiles([], { takenBetween: { from: new Date() } });
