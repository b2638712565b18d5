import { readFileSync } from 'node:fs';

/** What the data cases are run again with: a kind of answer, the entry of the package, the call, what `law` stands for, and at least how many. */
export const kinds = [
  { kind: 'decision', entry: 'index', call: 'decide', beside: 'law', least: 150 },
  { kind: 'quote', entry: 'quote', call: 'quote', beside: 'law', least: 120 },
  { kind: 'claim', entry: 'claim', call: 'checkClaim', beside: 'country', least: 200 },
  { kind: 'triage', entry: 'claim', call: 'triage', beside: 'law', least: 60 },
  { kind: 'settlement', entry: 'settlement', call: 'settle', beside: 'country', least: 90 },
];

/** Every data case of a kind with what it comes to natively, as text. */
export const native = (kind) => JSON.parse(readFileSync(new URL(`../target/makegood/${kind}s.json`, import.meta.url), 'utf8'));

/** The names of the cases that come out in other bytes. It stands alone, so that it can also be run in a page. */
export async function differing({ address, kind, call, beside, cases }) {
  const { MakegoodProblem, open } = await import(address);
  const differing = [];
  for (const { name, policy, law, request, problems, [kind]: answer } of cases) {
    const found = { answer: null, problems: null };
    try {
      found.answer = JSON.stringify((await open(policy, law === null ? {} : { [beside]: law }))[call](request));
    } catch (error) {
      if (!(error instanceof MakegoodProblem)) throw error;
      found.problems = JSON.stringify(error.problems);
    }
    if (found.answer !== answer || found.problems !== problems) differing.push(name);
  }
  return differing;
}
