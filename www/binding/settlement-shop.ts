import type { SettlementShop as SettlementShopFace } from './makegood-settlement.js';
import type { Settlement, SettleRequest } from './settlement.js';
import { answered, Shop } from './shop.js';

/** A compiled policy that also settles orders. */
export class SettlementShop extends Shop implements SettlementShopFace {
  settle(request: SettleRequest): Settlement {
    return answered(this.engine.run((calls) => calls.settle(this.current(calls), request), this)).settlement;
  }
}
