// What a page may write with the form of a claim, its words, and telephone numbers. Compiled, never run.
import { open, type Claim, type ClaimDraft } from 'makegood/claim';
import { define, MakegoodClaim, type CheckedEvent, type ClaimEvent, type ClaimState } from 'makegood/elements/claim';
import { readPhone, type ReadNumber } from 'makegood/phone';
import { claimReasons, claimWords, languages, load, say, type ClaimFieldWords, type ClaimProblemWords, type ClaimWords, type WishWords } from 'makegood/wording/claim';

define();
define('shop-claim', customElements);
const element = document.querySelector('makegood-claim')!;
element.policy = '/policy.json';
element.order = { id: '1042', items: [{ id: 'phone', title: { en: 'Phone' } }] };
element.facts = { purchased: '2026-11-01' };
element.fields = { order: '1042', gift: true };
element.name = 'claim';
element.disabled = false;
element.received();
await element.refresh();
const state: ClaimState = element.state;
element.addEventListener('makegood-claim', (event: ClaimEvent) => {
  event.preventDefault();
  const { claim, draft, receipt, files } = event.detail;
  console.log(claim.complete, draft.fields?.['order'], receipt.hash, files[0]?.name, state);
});
element.addEventListener('makegood-checked', ({ detail }: CheckedEvent) => console.log(detail.claim.done, detail.claim.of));
console.log(MakegoodClaim.version, MakegoodClaim.formAssociated, element.validity.customError, element.reportValidity(), element.files.length, element.draft?.evidence);

const number: ReadNumber = readPhone('020 7946 0958', 'GB');
const draft: ClaimDraft = { today: '2026-11-27', fields: { phone: number, name: 'Ada', gift: null } };
const shop = await open('/policy.json');
const claim: Claim = shop.checkClaim(draft);
const language: string = await load(languages[0] ?? 'en');
const words: ClaimWords = claimWords(claim, language, { shop, draft });
const field: ClaimFieldWords | undefined = words.fields[0];
const problem: ClaimProblemWords | undefined = words.problems[0];
const wish: WishWords | null = words.wish;
console.log(field?.label, problem?.help, wish?.differently?.label, words.quote?.headline, claimReasons(claim, language).reasons[0]?.clause, say('send.submit', language));

// @ts-expect-error the state is told, not set
element.state = 'complete';
// @ts-expect-error a number is read from text
readPhone(12, 'DE');
// @ts-expect-error a claim is not a draft
claimWords(draft, language);
