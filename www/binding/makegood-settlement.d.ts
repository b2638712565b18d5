/**
 * Settlements: what `makegood` has, and what comes back for goods of an order.
 */
import type { Buyer, Shop } from './makegood.js';
import type { Settlement, SettleRequest } from './settlement.js';

export type * from './makegood.js';
export type * from './settlement.js';
export { check, init, MakegoodLoadError, MakegoodProblem, version } from './makegood.js';

/** A shop that also settles what comes back. */
export interface SettlementShop extends Shop {
  /**
   * What comes back for goods of an order, to the cent.
   *
   * @throws {MakegoodProblem} if the request has problems.
   */
  settle(request: SettleRequest): Settlement;
}

/**
 * Opens a policy as `open` of `makegood` does.
 *
 * @throws {MakegoodProblem} if the policy has errors.
 * @throws {MakegoodLoadError} if a file cannot be loaded.
 */
export function open(policy: string | URL | object, buyer?: Buyer): Promise<SettlementShop>;
