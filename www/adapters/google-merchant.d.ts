import type { ExportOptions, Imported, ImportShop, Note } from './interchange.js';

export type { ExportOptions, Imported, ImportProblem, ImportShop, Note, Sentence } from './interchange.js';

/** An amount in millionths of the currency's unit, as text. */
export interface Price { amountMicros: string; currencyCode: string }
export interface CalendarDay { year: number; month: number; day: number }

/** The part of the Merchant API's `OnlineReturnPolicy` that is written. */
export interface OnlineReturnPolicy {
  countries?: string[];
  policy: { type: 'NUMBER_OF_DAYS_AFTER_DELIVERY'; days: string } | { type: 'LIFETIME_RETURNS' } | { type: 'NO_RETURNS' };
  seasonalOverrides?: { label: string; startDate: CalendarDay; endDate: CalendarDay; returnDays: number }[];
  /** Percent of the price in millionths: 15,000,000 is 15 %. */
  restockingFee?: { fixedFee: Price } | { microPercent: number };
  returnMethods?: 'BY_MAIL'[];
  itemConditions?: ('NEW' | 'USED')[];
  returnShippingFee?: { type: 'FIXED'; fixedFee: Price } | { type: 'CUSTOMER_PAYING_ACTUAL_FEE' };
  returnPolicyUri?: string;
  acceptDefectiveOnly?: boolean;
  acceptExchange?: true;
}

/**
 * Writes a policy for Google Merchant Center. Only what can be said exactly is written; the rest is in `unsaid`, in the order of
 * the policy. `returnPolicy` is `null` if not even a window can be said.
 */
export function toOnlineReturnPolicy(policy: unknown, options?: ExportOptions): { returnPolicy: OnlineReturnPolicy | null; unsaid: Note[] };

/**
 * Makes a policy document out of an `OnlineReturnPolicy`. What a policy document would have to promise differently is a problem, and
 * then there is no policy. A `label` becomes a test on the tags of the goods.
 *
 * @throws {TypeError} if the shop has no currency or no languages. Nothing in the return policy throws.
 */
export function fromOnlineReturnPolicy(returnPolicy: unknown, shop: ImportShop): Imported;
