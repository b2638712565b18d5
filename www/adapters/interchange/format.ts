/** What one of the formats can say. */
export interface Format {
  code: 'schema-org' | 'google-merchant';
  name: string;
  /** Remedies that a return can have. */
  remedies: readonly string[];
  /** Remedies of which a return must have one. */
  leading: readonly string[];
  /** Conditions of goods that can be accepted. */
  wares: readonly string[];
  /** Whether terms can differ by reason. */
  tellsReasons: boolean;
  /** Whether it can say that goods are accepted only if they are faulty. */
  tellsDefectsOnly: boolean;
  /** Whether goods can stay with the shopper. */
  tellsKept: boolean;
  /** Whether orders of a season can have a window of their own. */
  tellsSeasons: boolean;
  /** Whether a day is 24 hours, and not a day of the calendar. */
  countsHours: boolean;
  /** Whether an amount or a percentage can be written without loss. */
  fits(decimal: string): boolean;
}

/** The remedies that are returns: the shopper gives goods up for something else. */
export const returns = ['refund', 'exchange', 'store-credit'];

/** The remedies for which the shopper gives nothing up; one of a shop's own may be either. */
export const noReturns = ['repair', 'replace-part', 'price-reduction', 'loan-device', 'extend-warranty', 'compensation'];

/** Reasons that someone can have who holds the goods, beside a change of mind and a defect. */
export const otherReasons = ['not-as-described', 'wrong-item', 'missing-item', 'damaged-in-transit', 'late'];
export const reasonsInHand = ['change-of-mind', 'defect', ...otherReasons];

/** The fact of a shop's own that says in which condition goods come back. */
export const wareFact = 'itemCondition';
export const wares = ['new', 'used', 'refurbished', 'damaged'] as const;

/** A fee under this name is for the way back; every other fee is for restocking. */
export const shippingFee = 'return-shipping';

/** The longest window in days. */
export const longest = 36525;

export type Restocking = { percent: string } | { amount: string };

/** What the way back costs the shopper. */
export interface Terms { carriage: 'shop' | 'shopper'; shipping: string | null }

/** What is the same whatever the reason is. */
export interface Frame {
  /** Days after delivery; `null` without a limit. */
  days: number | null;
  /** Nothing is sent back. */
  kept: boolean;
  restocking: Restocking | null;
  /** `null`: everywhere. */
  countries: readonly string[] | null;
  /** `null`: in any condition. */
  wares: readonly string[] | null;
}

export function frameOf({ days, kept, restocking, countries, wares }: Frame): Frame {
  return { days, kept, restocking, countries, wares };
}

export interface Season { from: string; until: string; label: string; days: number }

/** A return as both formats see it: one frame, with terms by reason; `null` where nothing is said of a reason. */
export interface Return extends Frame {
  remedies: readonly string[];
  remorse: Terms | null;
  defect: Terms | null;
  others: Terms | null;
  seasons: readonly Season[];
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
