import type { FullShop as FullShopFace } from './makegood-full.js';
import { ClaimShop } from './claim-shop.js';
import type { Settlement, SettleRequest } from './settlement.js';
import { answered } from './shop.js';

/** A compiled policy that also settles orders. */
export class FullShop extends ClaimShop implements FullShopFace {
  settle(request: SettleRequest): Settlement {
    const { settlement } = answered(this.engine.run((calls) => calls.settle(this.current(calls), request), this));
    return this.given('settlement', request, settlement);
  }
}
