// What a merchant may write with claims. Compiled, never run.
import {
  MakegoodProblem, open,
  type Claim, type ClaimChoice, type ClaimDraft, type ClaimField, type ClaimFieldType, type ClaimShop, type EvidenceEntry, type EvidenceNeed,
  type Read, type Receipt, type StandardField, type Tidied,
} from 'makegood/claim';
import { open as openFull, type FullShop } from 'makegood/full';

const shop: ClaimShop = await open('/policy.json', { country: 'DE' });
const full: FullShop = await openFull('/policy.json');
const also: ClaimShop = full;

const photo: EvidenceEntry = { for: 'photos', name: 'a.jpg', type: 'image/jpeg', bytes: 1000, sha256: 'a'.repeat(64), taken: null };
const phone: Read = { typed: '030 23125000', read: '+493023125000' };
const draft: ClaimDraft = {
  today: shop.today(),
  language: 'de',
  facts: { purchased: '2026-11-02' },
  item: { id: 'line-1', quantity: 2, returned: 1 },
  fields: { order: 'D-1042', gift: true, cause: null, phone },
  evidence: [photo],
  disputed: false,
};
const claim: Claim = shop.checkClaim(draft);
const { next, complete, done, of, tidied, quote, law } = claim;
const field: ClaimField | undefined = claim.fields.find(({ id }) => id === next);
const need: EvidenceNeed | undefined = claim.evidence.find(({ id, given, least }) => id === next && given < least);
const choices: ClaimChoice[] = field?.values ?? [];
const below: string[] = choices.filter(({ under }) => under === 'display').map(({ value }) => value);
const type: ClaimFieldType | undefined = field?.type;
const changes: [string, string][] = tidied.map((one: Tidied) => [one.from, one.to]);
const standard: StandardField = 'imei';
const receipt: Receipt = shop.receipt(claim);
if (receipt.asked === 'claim') receipt.answer.wish?.remedy.length;
const holds: boolean = shop.verify(receipt).holds;
const total: string | undefined = quote?.options[0]?.total.most;
const thrown = (error: unknown): string[] => (error instanceof MakegoodProblem ? error.problems.map(({ code }) => code) : []);

// @ts-expect-error today is never guessed
shop.checkClaim({ fields: {} });
// @ts-expect-error what is typed is text, true, false or null
shop.checkClaim({ today: '2026-11-24', fields: { uses: 12 } });
// @ts-expect-error a file has a hash
shop.checkClaim({ today: '2026-11-24', evidence: [{ for: 'photos', name: 'a', type: 'image/jpeg', bytes: 1 }] });
// @ts-expect-error there is no such standard field
const wrong: StandardField = 'colour';
// @ts-expect-error a claim does not say when it was sent
claim.sent;

export { also, below, changes, complete, done, holds, law, need, of, standard, thrown, total, type, wrong };
