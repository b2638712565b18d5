// What a merchant may write with the adapters for return policies of other formats. Compiled, never run.
import { open } from 'makegood';
import { fromOnlineReturnPolicy, toOnlineReturnPolicy, type OnlineReturnPolicy } from 'makegood/adapters/google-merchant';
import { fromMerchantReturnPolicy, toMerchantReturnPolicy, type ImportProblem, type Note } from 'makegood/adapters/schema-org';
import type { MerchantReturnPolicy, WithContext } from 'schema-dts';

declare const policy: unknown;

const { jsonLd, unsaid } = toMerchantReturnPolicy(policy, { countries: ['DE'], site: 'https://shop.example', purchased: '2026-11-22' });
const inTheVocabulary: WithContext<MerchantReturnPolicy> = jsonLd;
const first: Note | undefined = unsaid[0];
const sentence: string | undefined = first?.text['zh-CN'];

/** What is written of the demo shop's policy; a test holds it against the adapter. */
export const demo: WithContext<MerchantReturnPolicy> = {
  "@context": "https://schema.org",
  "@type": "MerchantReturnPolicy",
  "applicableCountry": ["CN"],
  "returnPolicyCategory": "https://schema.org/MerchantReturnUnspecified",
  "merchantReturnLink": "https://aurora.example/policy.html"
};

const shop = await open('/policy.json');
const { policy: read, problems } = fromMerchantReturnPolicy(policy, shop);
if (read !== null) await open(read);
const told: ImportProblem | undefined = problems[0];
const help: string | undefined = told?.translation['zh-CN'].help;

const { returnPolicy } = toOnlineReturnPolicy(policy);
const forGoogle: OnlineReturnPolicy | null = returnPolicy;
fromOnlineReturnPolicy(returnPolicy, { name: 'Lamp Shop', timeZone: 'Europe/Berlin', currency: 'EUR', languages: ['de'], title: 'Rückgabe' });

// @ts-expect-error there may be no policy for Google
returnPolicy.policy;
// @ts-expect-error a policy that has problems is not there
await open(fromOnlineReturnPolicy(policy, shop).policy);
// @ts-expect-error an import needs to know the shop
fromMerchantReturnPolicy(policy);
// @ts-expect-error a country is text
toMerchantReturnPolicy(policy, { countries: [49] });

export { forGoogle, help, inTheVocabulary, sentence };
