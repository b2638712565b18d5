/**
 * Repair quotes: what a repair would cost, options side by side, to the cent.
 *
 * Amounts are decimal strings in the shop's currency, days are civil dates in its time zone, and `null` means "there is none".
 */
import type { Amount, AmountRange, Carriage, CivilDate, Facts, Finding, ItemDecision, Period, PolicyUsed, Text } from './makegood.js';

// ---- What can be asked for ------------------------------------------------------------------------------------------

/** The newest price book, as a page needs it to ask. */
export interface PriceBook {
  models: { id: string; title: Text; icon: string | null; faults: string[] }[];
  faults: { id: string; title: Text; help: Text | null; icon: string | null }[];
  /** The usual way first. */
  ways: { id: string; title: Text; place: Text | null }[];
  /** What shoppers can choose: express. `ways` is `null` where it goes with all of them. */
  surcharges: { id: string; title: Text; ways: string[] | null }[];
  /** Whether a code takes something off. */
  coupons: boolean;
}

export interface QuoteRequest {
  /** Today's date in the shop's time zone; see `shop.today()`. */
  today: CivilDate;
  /** What is known of the device and its purchase. */
  facts?: Facts;
  /** A model of the price book. */
  model: string;
  /** What is wrong. Empty, or a fault without parts and labour: it must be looked at. */
  faults: {
    /** A fault of the price book. */
    id: string;
    /** What holds for this fault, such as its `cause`; wins over the facts of the device. */
    facts?: Facts;
  }[];
  wish?: {
    /** How the device comes to the shop; the first way of the book if left out. */
    way?: string;
    /** What is chosen on top. */
    surcharges?: string[];
    /** A code that takes something off; spaces around it and small letters do not matter. */
    coupon?: string;
  };
}

// ---- The answer -------------------------------------------------------------------------------------------------------

/** `most` is `null` where holidays are not known that far. */
export interface DayRange { least: CivilDate; most: CivilDate | null }
export interface Named { id: string; title: Text | null }

export interface Quote {
  /** Version of the engine that quoted. */
  engine: string;
  today: CivilDate;
  /** ISO 4217 code of every amount. */
  currency: string;
  /** The version that holds the price book: the one in force today. */
  policy: PolicyUsed;
  repairer: { name: Text; address: Text | null; phone: string | null; email: string | null; contact: Text | null };
  model: Named;
  way: (Named & { place: Text | null }) | null;
  faults: FaultQuote[];
  /** The best parts first; at most six. Empty if everything must be looked at. */
  options: RepairOption[];
  /** How many more there are that another one beats in everything. */
  beaten: number;
  /** How many more there are beyond the six. */
  more: number;
  /** What must be looked at before it can be quoted. */
  inspection: Inspection | null;
  /** The last day on which the quote holds. */
  validUntil: CivilDate | null;
  /** By how much of a hundred the bill may be above the quote without asking again: `"0"`. */
  overrun: string;
  /** A device to use meanwhile. */
  loan: { title: Text | null; price: Amount } | null;
  /** Until when the device is under a free repair for defects, as far as is certain; `until` is `null` without a limit. */
  cover: { until: CivilDate | null } | null;
}

export interface FaultQuote extends Named {
  /** Whether a promise or the law pays for mending it. */
  covered: Finding;
  /** By what. */
  by: CoveredBy | null;
  /** The facts that settle who pays, such as `cause`; see `decision.ask` for the questions. */
  needs: string[];
  /** What to try first, step by step. */
  selfHelp: Text[];
  /** What the shopper may have for it, with every step. */
  decision: ItemDecision;
}

export interface CoveredBy { rule: string; by: 'shop' | 'law'; clause: string; title: Text; carriage: Carriage }

export interface RepairOption {
  /** Its parts joined by `+`, or `labour` if there are none. */
  id: string;
  /** The grades of its parts, the best first, each once. */
  grades: Grade[];
  /** Everything that is done, each with who pays. */
  lines: QuoteLine[];
  /** What is taken off what the shopper pays, one after the other. */
  discounts: { id: string; title: Text | null; percent: string | null; amount: AmountRange; finding: Finding }[];
  /** One for each rate. */
  tax: { rate: string; included: boolean; amount: AmountRange }[];
  /** What the shopper pays: lines less discounts, plus the tax that is not included. */
  total: AmountRange;
  /** The most that the bill may come to without asking again. */
  limit: Amount;
  /** What `total.most` is for; the amounts add up to it, the thousandths to 1000. */
  shares: { of: 'parts' | 'labour' | 'carriage' | 'surcharges' | 'tax'; amount: Amount; thousandths: number }[];
  /** The shortest warranty of its parts. */
  warranty: RepairWarranty | null;
  /** `total.most` for each month of the shortest warranty; 30 days are a month. */
  perMonth: Amount | null;
  /** When it is ready, if accepted today. */
  ready: DayRange | null;
  /** When it is back with the shopper, if it travels. */
  back: DayRange | null;
  /** How it compares with the first option. */
  against: { pays: Compared; by: Amount; warranty: Compared; ready: Compared } | null;
  /** Whether it is worth it beside a replacement: up to `limit`, which is `share` percent of it. */
  worth: { replacement: Amount; share: string; limit: Amount; finding: Finding } | null;
}

export type Grade = 'original' | 'original-refurbished' | 'compatible' | 'used';
export type Compared = 'less' | 'same' | 'more';

export interface QuoteLine extends Named {
  charge: 'part' | 'labour' | 'diagnosis' | 'carriage-there' | 'carriage-back' | 'surcharge' | 'fee';
  /** The faults that it mends. */
  mends: string[];
  /** Its price by itself. */
  price: Amount;
  /** What the shopper pays of it. */
  pays: AmountRange;
  payer: 'shopper' | 'shop' | 'open';
  /** Why the shopper pays less than the price. */
  because: 'covered' | 'same-visit' | 'accepted' | 'free-from' | null;
  /** The rule by which the shop pays. */
  by: CoveredBy | null;
  part: {
    kind: Named;
    grade: Grade;
    /** What the price holds. */
    holds: ('part' | 'labour' | 'carriage' | 'handling')[];
    inStock: boolean;
    leadTime: Period | null;
    warranty: RepairWarranty | null;
  } | null;
  /** Minutes of work at the bench. */
  minutes: number | null;
}

export interface RepairWarranty {
  /** How long by itself. */
  length: Period;
  /** From the day on which the device is ready. */
  from: CivilDate | null;
  /** The last day: that of the device's own cover if that is later. */
  until: CivilDate | null;
  /** Whether the device's own cover lasts longer, and goes on. */
  continues: boolean;
}

export interface Inspection {
  /** The faults that nothing in the book mends; empty if none was named. */
  faults: Named[];
  /** What finding the cause costs. */
  price: Amount;
  /** What the shopper pays of it. */
  pays: AmountRange;
  /** Whether it costs nothing when the quote that follows is accepted. */
  waived: boolean;
  ready: DayRange | null;
}
