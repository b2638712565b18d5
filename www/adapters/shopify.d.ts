import type { Buyer, CivilDate, Facts, Item, Shop } from '../binding/makegood.js';
import type { SettleOrder } from '../binding/settlement.js';

/** How a Shopify order becomes a request. */
export interface ShopifyOptions {
  /** The shop whose time zone decides on which civil day something happened; or give `timeZone`. */
  shop?: Pick<Shop, 'timeZone'>;
  /** IANA name of the shop's time zone; wins over `shop`. */
  timeZone?: string;
  /** Put into the request; it also bounds a delivery that is known to have happened but not when. */
  today?: CivilDate;
  /** Fulfilment events (`fulfillment_events/create`, or the REST list), when they are not inside the order's fulfilments. */
  events?: unknown;
  /** The order's transactions (the REST list), when they are not inside the order; without them it is known only of a plainly paid order what was paid. */
  transactions?: unknown;
  /** The policy's category for a product type: `{ "Mobile Phones": "phones" }`. Other types are matched as `mobile-phones`. */
  categories?: { [productType: string]: string };
  /** Further facts of a product type, such as what a law asks of the shop: `{ "Phones": { "goodsKind": "phone" } }`. */
  facts?: { [productType: string]: Facts };
  /** Facts that a product tag stands for: `{ "custom-made": { "customMade": true } }`; also `gift-card`, and `digital` for what is not shipped. */
  tags?: { [productTag: string]: Facts };
  /** The customer tag that marks a member. Without it, membership stays unknown. */
  memberTag?: string;
}

/** Something in the payload that could not be used; the fact it would have given stays unknown. */
export interface Note {
  /** JSON Pointer into `{ order, products, events }`. */
  pointer: string;
  sentence: string;
}

/** A request without its day, unless the options name one. */
export interface OrderRequest { today?: CivilDate; facts: Facts; items: Item[] }

/** All that `settle` takes but the day and what goes back; also the `order` of `<makegood-settlement>`. */
export interface PaidOrder {
  facts: Facts;
  /**
   * The items as in the request, at the price of one unit before discounts. Where that cannot be told apart (tax on top, units that were
   * taken off the order), at the price after them, as in the request.
   */
  items: Item[];
  /** Discounts as the shop shared them over its lines, carriage, payments and what of them went back. Shopify tells no thresholds and no gifts. */
  order: SettleOrder;
  /** What the shop calls its discounts, by their `id`. */
  titles: { [id: string]: string };
}

export interface FromShopify<R extends OrderRequest = OrderRequest> {
  /**
   * One item per order line, named by the line's id. A line whose units differ (parcels that came on different days, a discount
   * that does not divide evenly) gives several, named `line/fulfilment`, `line/unfulfilled` or `line/price`.
   */
  request: R;
  /** Where the goods went, for `open(policy, buyer)`: the law there stands beside the promise. */
  buyer: Pick<Buyer, 'country' | 'region'>;
  notes: Note[];
  /** What the order paid; `null` where the payload does not tell, or does not add up. */
  order: PaidOrder | null;
  /** Why there is no `order`, or what it does not say. */
  untold: Note[];
}

/**
 * Reads a Shopify order (webhook or REST, any API version) into what `shop.decide` takes.
 *
 * Nothing in a payload makes it throw: what is missing or unreadable is left out, so that the decision says `maybe`, and is noted.
 * Order lines carry neither product type nor product tags, so give the products too (`products/…` webhooks or the REST list).
 *
 * ```js
 * const { request, buyer } = fromShopify(order, products, { timeZone: 'Asia/Shanghai' });
 * const shop = await open('/policy.json', buyer);
 * const decision = shop.decide({ today: shop.today(), ...request });
 * ```
 *
 * @throws {TypeError} if neither `shop` nor `timeZone` names a time zone that exists.
 */
export function fromShopify(order: unknown, products: unknown, options: ShopifyOptions & { today: CivilDate }): FromShopify<OrderRequest & { today: CivilDate }>;
export function fromShopify(order: unknown, products: unknown, options: ShopifyOptions): FromShopify;
