/**
 * Everything of `makegood`, and quotes of repairs; its engine is larger, for the pages that need it.
 */
import type { Buyer, Shop } from './makegood.js';
import type { PriceBook, Quote, QuoteRequest } from './quote.js';

export type * from './makegood.js';
export type * from './quote.js';
export { check, init, MakegoodLoadError, MakegoodProblem, version } from './makegood.js';

/** A shop that also quotes repairs. */
export interface FullShop extends Shop {
  /** The newest price book, as a page needs it to ask; `null` if the policy has none. */
  readonly book: PriceBook | null;
  /** @throws {MakegoodProblem} if the request has problems. */
  quote(request: QuoteRequest): Quote;
}

/**
 * Opens a policy as `open` of `makegood` does.
 *
 * @throws {MakegoodProblem} if the policy has errors.
 * @throws {MakegoodLoadError} if a file cannot be loaded.
 */
export function open(policy: string | URL | object, buyer?: Buyer): Promise<FullShop>;
