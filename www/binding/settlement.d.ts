/**
 * Settlements: what comes back for goods of an order, to the cent, line by line and onto which means of payment.
 *
 * Amounts are decimal strings in the shop's currency, days are civil dates in its time zone, and `null` means "there is none".
 */
import type { Amount, AmountRange, CivilDate, Facts, Finding, Item, PolicyUsed } from './makegood.js';

// ---- What is asked ----------------------------------------------------------------------------------------------------

export interface SettleRequest {
  /** Today's date in the shop's time zone; see `shop.today()`. */
  today: CivilDate;
  /** What holds for the whole order. */
  facts?: Facts;
  /** Every item of the order, each with its `price`: that of one unit before anything was taken off. */
  items: Item[];
  /** What the order paid. */
  order: SettleOrder;
  /** Which units go back, each item once and all for the same remedy. */
  back: SettleBack[];
}

export interface SettleBack {
  /** The `id` of the item. */
  item: string;
  /** How many units; all that are left when left out. */
  units?: number;
  /** For which remedy, `refund` when left out. */
  remedy?: 'refund' | 'store-credit';
  /** By which rule; by the one that gives most when left out. */
  rule?: string;
  /** By a promise of the shop, or by the law. */
  by?: 'shop' | 'law';
}

/** What an order paid, and for what beside its items. */
export interface SettleOrder {
  /** Paid for sending the goods; nothing when left out. */
  carriage?: Amount;
  /** What the cheapest delivery on offer cost, if a dearer one was chosen: more than that does not come back. */
  standardCarriage?: Amount;
  /** Carriage that is free from some amount of goods, and what it costs below. */
  freeCarriage?: { from: Amount; instead: Amount };
  /** Taken off the prices of items, one after the other. */
  discounts?: OrderDiscount[];
  /** Items that were bought together for one price. */
  bundles?: { id: string; items: string[]; price: Amount }[];
  /** Items that came as gifts. */
  gifts?: OrderGift[];
  /** What was paid with: together what the order came to. */
  payments: OrderPayment[];
  /** What earlier settlements took or gave back of the rest of the order; as the same terms would have it when left out. */
  rest?: SettledRest[];
  /** What earlier settlements left owed; nothing when left out. */
  owed?: Amount | null;
}

export type OrderDiscount = {
  id: string;
  amount: Amount;
  /** The items that it is taken off; all when left out. */
  on?: string[];
} & ({
  /** A lower price. */
  kind: 'promotion';
  /** The amount of those items that it is there from. */
  needs?: Amount;
} | {
  /** Something that is paid with instead of money. */
  kind: 'coupon' | 'voucher';
  /** How much of it came back already; the part of what went back when left out. */
  refunded?: Amount;
});

export interface OrderGift {
  /** The `id` of the item. */
  item: string;
  /** What one unit is worth, if that was told beforehand; otherwise nothing is taken for it. */
  value?: Amount;
  /** The items that it came with; all others when left out. */
  with?: string[];
  /** The amount of those items that it is there from. */
  spendFrom?: Amount;
}

export interface OrderPayment {
  id: string;
  /** What the shop calls it: card, wallet. */
  method?: string | null;
  /** Whether it is money; it is when left out. */
  means?: 'money' | 'voucher';
  amount: Amount;
  /** How much of it went back already; nothing when left out. */
  refunded?: Amount;
}

// ---- The answer -------------------------------------------------------------------------------------------------------

export interface Settlement {
  /** Version of the engine that settled. */
  engine: string;
  today: CivilDate;
  /** ISO 4217 code of every amount. */
  currency: string;
  remedy: 'refund' | 'store-credit';
  /** Whether anything may go back for it. */
  finding: Finding;
  /** The facts that settle what is open. */
  needs: string[];
  /** What neither policy nor law says: keys of `settles`, as the policy writes them. */
  open: string[];
  /** What comes back. */
  refund: AmountRange;
  /** One for each entry of `back`, in its order. */
  items: SettledItem[];
  /** How the least comes about. */
  least: Breakdown;
  /** How the most comes about; the same while nothing is open. */
  most: Breakdown;
}

/** Units that go back, and by which right. */
export interface SettledItem {
  item: string;
  units: number;
  /** The version of the policy; `null` while the day of purchase is not known and matters. */
  policy: PolicyUsed | null;
  /** The law beside it. */
  law: PolicyUsed | null;
  /** Whether they may go back. */
  finding: Finding;
  /** By which right; `null` if by none, and for a gift, which may always go back. */
  right: SettledRight | null;
}

/** A rule, and who grants it. */
export interface SettledRight { rule: string; by: 'shop' | 'law'; clause: string }

/** One way in which it can come out. */
export interface Breakdown {
  /** What they give back less what they take is the refund. */
  lines: SettledLine[];
  /** Together the refund. */
  onto: SettledOnto[];
  /** What of the rest of the order has been taken or given back so far: `order.rest` of the next request. */
  rest: SettledRest[];
  /** What stays owed, to be taken from what comes back later for the same order: `order.owed` of the next request. */
  owed: Amount | null;
}

/** What goods that go back can change about the rest of the order. */
export type RestCode = 'bundle-broken' | 'promotion-lost' | 'gift-kept' | 'carriage' | 'free-carriage-lost';

/**
 * `price`: of the units, before anything was taken off. `bundle-share`, `promotion-share`: their part of it. `bundle-broken`,
 * `promotion-lost`: what it took off goods that are kept, and that are no whole bundle any more, or no longer meet its threshold.
 * `gift-kept`: a gift is kept while its goods are not. `carriage`: what the order paid for it. `free-carriage-lost`: what is kept no longer
 * earns it. `fee`: of the offer. `owed-before`: what earlier settlements left owed. `stays-owed`: what is taken beyond what comes back;
 * nothing is asked of the shopper. `went-back`: already, to the means of payment. `paid`: all that was, at most, while a price is not told.
 */
export type LineCode =
  | RestCode | 'price' | 'bundle-share' | 'promotion-share' | 'fee' | 'owed-before' | 'stays-owed' | 'went-back' | 'paid';

export interface SettledLine {
  code: LineCode;
  /** It comes back, or is taken from what does. */
  effect: 'back' | 'taken';
  amount: Amount;
  /** The item. */
  item: string | null;
  units: number | null;
  /** The fee, the discount or the bundle. */
  of: string | null;
  /** The right by which it is there. */
  right: SettledRight | null;
}

/** What comes back onto one means of payment. */
export interface SettledOnto {
  /** The payment, or the coupon or voucher. */
  id: string;
  method: string | null;
  /** `open`: nothing says whether it is money or a voucher. */
  as: 'money' | 'voucher' | 'store-credit' | 'open';
  amount: Amount;
}

export interface SettledRest {
  code: RestCode;
  /** The promotion, the bundle, or the item that was a gift. */
  of: string | null;
  amount: Amount;
}
