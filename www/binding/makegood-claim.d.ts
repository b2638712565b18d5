/**
 * Claims: what `makegood/quote` has, and the way from what is wrong to a form that is complete.
 */
import type { Buyer } from './makegood.js';
import type { QuoteShop } from './makegood-quote.js';

export type * from './makegood-quote.js';
export { check, init, MakegoodLoadError, MakegoodProblem, version } from './makegood.js';

/** A shop that also takes claims. */
export interface ClaimShop extends QuoteShop {
}

/**
 * Opens a policy as `open` of `makegood` does.
 *
 * @throws {MakegoodProblem} if the policy has errors.
 * @throws {MakegoodLoadError} if a file cannot be loaded.
 */
export function open(policy: string | URL | object, buyer?: Buyer): Promise<ClaimShop>;
