import type { ClaimShop as ClaimShopFace } from './makegood-claim.js';
import { QuoteShop } from './quote-shop.js';

/** A compiled policy with its claim form. */
export class ClaimShop extends QuoteShop implements ClaimShopFace {
}
