/**
 * Everything of `makegood`, quotes of repairs, and receipts; its engine is larger, for the pages that need it.
 */
import type { Buyer, Shop } from './makegood.js';
import type { PriceBook, Quote, QuoteRequest } from './quote.js';
import type { Receipt, ReceiptAnswer, Verdict } from './receipt.js';

export type * from './makegood.js';
export type * from './quote.js';
export type * from './receipt.js';
export { check, init, MakegoodLoadError, MakegoodProblem, version } from './makegood.js';

/** A shop that also quotes repairs, and stands by its answers. */
export interface QuoteShop extends Shop {
  /** The newest price book, as a page needs it to ask; `null` if the policy has none. */
  readonly book: PriceBook | null;
  /** @throws {MakegoodProblem} if the request has problems. */
  quote(request: QuoteRequest): Quote;
  /**
   * The receipt of an answer that this shop gave.
   *
   * @throws {TypeError} if this shop did not give it.
   */
  receipt(answer: ReceiptAnswer): Receipt;
  /**
   * Works the answer of a receipt out again. Where the law stands beside the policy, open the shop with the same law.
   *
   * @param receipt the object, or its JSON text.
   * @throws {MakegoodProblem} if it cannot be read.
   */
  verify(receipt: Receipt | string | object): Verdict;
}

/**
 * Opens a policy as `open` of `makegood` does.
 *
 * @throws {MakegoodProblem} if the policy has errors.
 * @throws {MakegoodLoadError} if a file cannot be loaded.
 */
export function open(policy: string | URL | object, buyer?: Buyer): Promise<QuoteShop>;
