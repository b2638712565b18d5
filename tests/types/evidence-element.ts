// What a page may write with the element of evidence. Compiled, never run.
import { define, MakegoodEvidence, type EvidenceEvent, type EvidenceState } from 'makegood/elements/evidence';

define();
define('shop-evidence', customElements);
const element = document.querySelector('makegood-evidence')!;
element.rules = { types: ['image'], maxFiles: 3 };
element.rules = '#rules';
element.required = true;
await element.add([new File(['x'], 'a.jpg')]);
element.clear();
const state: EvidenceState = element.state;
element.addEventListener('makegood-evidence', (event: EvidenceEvent) => console.log(event.detail.report.ok, event.detail.files.length, state));
console.log(MakegoodEvidence.version, MakegoodEvidence.formAssociated, element.validity.valid, element.files.at(0)?.name, element.report?.problems);

// @ts-expect-error the state is told, not set
element.state = 'ok';
// @ts-expect-error there is no such rule
element.rules = { maxSize: 3 };
