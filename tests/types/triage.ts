// What a merchant may write with a triage, its words and its element. Compiled, never run.
import { open, type Triage, type TriageRequest } from 'makegood/claim';
import { define, MakegoodTriage, type TriageEvent, type TriageState } from 'makegood/elements/triage';
import { heardName, languages, load, natureName, say, triageWords, type TriageStepWords } from 'makegood/wording/triage';

const shop = await open('/policy.json');
const request: TriageRequest = { today: shop.today(), facts: { symptom: 'dark', restartHelped: false }, model: 'one' };
const triage: Triage = shop.triage(request);
const next: string | undefined = triage.next[0];
const language: string = await load(languages[0] ?? 'en');
const { headline, kind, steps } = triageWords(triage, language);
const step: TriageStepWords | undefined = steps[0];
const shown: string[] = step === undefined ? [] : step.is === 'try' ? step.steps : [step.question];
const told: string[] = [headline, natureName('hardware', language), say('try.worked', language), ...triage.heard.map((heard) => heardName(heard, language).value)];

define();
const element = document.querySelector('makegood-triage') ?? new MakegoodTriage();
element.facts = { device: 'phone' };
element.addEventListener('makegood-triage', ({ detail: { repair, facts } }: TriageEvent) => {
  const quote = document.querySelector('makegood-quote');
  if (quote !== null) Object.assign(quote, { faults: repair, facts, tried: true });
});
const state: TriageState = element.state;

// @ts-expect-error A day is not a Date.
shop.triage({ today: new Date() });
// @ts-expect-error There is no such finding.
const wrong: Triage['finding'] = 'perhaps';
// @ts-expect-error The answer is read only.
element.triage = triage;

export { kind, next, shown, state, told, wrong };
