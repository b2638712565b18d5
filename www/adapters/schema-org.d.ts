import type { ExportOptions, Imported, ImportShop, Note } from './interchange.js';

export type { ExportOptions, Imported, ImportProblem, ImportShop, Note, Sentence } from './interchange.js';

type Term<Names extends string> = `https://schema.org/${Names}`;
type OneOrMore<T> = T | T[];

export type ReturnFees = OneOrMore<Term<'FreeReturn' | 'RestockingFees' | 'ReturnFeesCustomerResponsibility' | 'ReturnShippingFees'>>;

/** An amount without loss: its value is a decimal string. */
export interface MonetaryAmount { '@type': 'MonetaryAmount'; value: string; currency: string }

/** The part of schema.org's `MerchantReturnPolicy` that is written. */
export interface MerchantReturnPolicy {
  '@context': 'https://schema.org';
  '@type': 'MerchantReturnPolicy';
  applicableCountry?: string[];
  returnPolicyCategory: Term<'MerchantReturnFiniteReturnWindow' | 'MerchantReturnNotPermitted' | 'MerchantReturnUnlimitedWindow' | 'MerchantReturnUnspecified'>;
  merchantReturnDays?: number;
  itemCondition?: Term<'DamagedCondition' | 'NewCondition' | 'RefurbishedCondition' | 'UsedCondition'>[];
  returnMethod?: Term<'KeepProduct' | 'ReturnByMail'>;
  refundType?: OneOrMore<Term<'ExchangeRefund' | 'FullRefund' | 'StoreCreditRefund'>>;
  returnFees?: ReturnFees;
  returnShippingFeesAmount?: MonetaryAmount;
  customerRemorseReturnFees?: ReturnFees;
  customerRemorseReturnShippingFeesAmount?: MonetaryAmount;
  itemDefectReturnFees?: ReturnFees;
  itemDefectReturnShippingFeesAmount?: MonetaryAmount;
  /** A fixed amount, or percent of the price as a decimal string. */
  restockingFee?: MonetaryAmount | `${number}`;
  merchantReturnLink?: string;
}

/**
 * Writes a policy as JSON-LD for a page of the shop. Only what can be said exactly is written; the rest is in `unsaid`, in the
 * order of the policy. Give a document, or the list of its versions, that `open` accepts.
 *
 * ```js
 * const { jsonLd, unsaid } = toMerchantReturnPolicy(policy, { countries: ['DE'], site: 'https://shop.example' });
 * ```
 */
export function toMerchantReturnPolicy(policy: unknown, options?: ExportOptions): { jsonLd: MerchantReturnPolicy; unsaid: Note[] };

/**
 * Makes a policy document out of a `MerchantReturnPolicy`, which may stand in a graph, or in an organization, product or offer.
 * What a policy document would have to promise differently is a problem, and then there is no policy.
 *
 * @throws {TypeError} if the shop has no currency or no languages. Nothing in the JSON-LD throws.
 */
export function fromMerchantReturnPolicy(jsonLd: unknown, shop: ImportShop): Imported;
