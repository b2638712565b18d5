/**
 * Makegood: may this go back, until when, on what terms, and why.
 *
 * Dates are civil dates (`YYYY-MM-DD`) in the shop's time zone, money is a decimal string in the shop's currency
 * (`"299.00"`, or `"299.00 CNY"` to state the currency), and `null` means "there is none".
 */

/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;
/** A decimal amount in the shop's currency, with all of its minor digits: `"299.00"`. */
export type Amount = string;
/** One text, or one per BCP 47 language tag. */
export type Text = string | { [language: string]: string };

/** What is certain: it is so, it is not so, or it depends on facts that are still missing. */
export type Finding = 'yes' | 'no' | 'maybe';

/** Why the shopper comes. */
export type Reason =
  | 'change-of-mind' | 'defect' | 'not-as-described' | 'wrong-item'
  | 'missing-item' | 'damaged-in-transit' | 'not-received' | 'late';

/** What a defect came from. Leave the fact out while it is not known. */
export type Cause = 'normal-use' | 'human-damage' | 'liquid' | 'opened-by-others' | 'force-majeure';

/** The remedies with fixed names; a policy may declare its own. */
export type Remedy =
  | 'refund' | 'exchange' | 'repair' | 'replace-part' | 'price-reduction'
  | 'store-credit' | 'loan-device' | 'extend-warranty' | 'compensation'
  | (string & {});

// ---- The request ------------------------------------------------------------------------------------------------

/** A day that is only known to lie between two days; either end may be left out. */
export interface DateRange { from?: CivilDate; to?: CivilDate }
export type FactValue = boolean | string | number | string[] | DateRange;

/** What is known. Leave out what is not known: an absent fact is asked for, never guessed. */
export interface Facts {
  purchased?: CivilDate;
  dispatched?: CivilDate | DateRange;
  delivered?: CivilDate | DateRange;
  defectNoticed?: CivilDate | DateRange;
  reason?: Reason;
  cause?: Cause;
  /** A category that the policy declares. */
  category?: string;
  tags?: string[];
  /** What was paid for one unit. */
  price?: Amount;
  member?: boolean;
  /** ISO 3166-1 alpha-2 country of the buyer. */
  country?: string;
  channel?: 'online' | 'store' | 'off-premises';
  opened?: boolean;
  accessoriesComplete?: boolean;
  usedBeyondChecking?: boolean;
  /** When the goods were back with the shop. */
  returnReceived?: CivilDate | DateRange;
  /** When the shopper asked; today if left out. */
  asked?: CivilDate | DateRange;
  /** When the last exchange was complete; left out, there was none. */
  exchanged?: CivilDate | DateRange;
  /** Since when the goods are in repair; left out, they are not. */
  inRepairSince?: CivilDate | DateRange;
  /** Repairs so far that did not help; none if left out. */
  repairs?: string | number;
  /** Exchanges so far; none if left out. */
  exchanges?: string | number;
  /** Whole days spent in repair so far; none if left out. */
  daysInRepair?: string | number;
  /** Facts that the policy declares. */
  [fact: string]: FactValue | undefined;
}

/** Units of one order line that share their facts. */
export interface Item {
  /** Unique in the request. */
  id: string;
  /** Units bought; 1 when left out. */
  quantity?: number;
  /** Units that already went back; 0 when left out. */
  returned?: number;
  /** What holds for this item; wins over the facts of the order. */
  facts?: Facts;
}

export interface Request {
  /** Today's date in the shop's time zone; see `shop.today()`. */
  today: CivilDate;
  /** What holds for the whole order. */
  facts?: Facts;
  items: Item[];
}

// ---- The decision -----------------------------------------------------------------------------------------------

export interface Decision {
  /** Version of the engine that decided. */
  engine: string;
  today: CivilDate;
  /** ISO 4217 code of every amount in the decision. */
  currency: string;
  /** One per item of the request, in its order. */
  items: ItemDecision[];
}

/** The version of the policy in force on the day of purchase. */
export interface PolicyUsed {
  id: string;
  version: string;
  /** `sha256:` and the SHA-256 of the document in canonical JSON (RFC 8785), in lower-case hex. */
  hash: string;
}

export interface ItemDecision {
  id: string;
  /** `null` while the purchase date is missing and the shop has published several versions. */
  policy: PolicyUsed | null;
  /** The law beside the promise; `null` if the shop was opened without one. */
  law: PolicyUsed | null;
  units: { bought: number; returned: number; left: number };
  /** What was paid for one unit; `null` while it is not known. */
  price: Amount | null;
  /** The shop's own words for those of its declared facts that `steps` and `whatIf` name. */
  declared: { [fact: string]: DeclaredFact };
  /** The best finding of all remedies. */
  finding: Finding;
  /** Every remedy that the policy knows, in the order in which its rules first grant it, then those of the law. */
  remedies: RemedyDecision[];
  /** Facts that would settle what is still `maybe`, also of the side that would be better; the one that settles most first. */
  ask: Question[];
  /** Every single changed fact that would open a remedy which is closed now. */
  whatIf: WhatIf[];
  /** Every rule of the policy, then of the law, with everything that was checked, also what failed. */
  steps: Step[];
}

export interface DeclaredFact {
  type: FactType;
  ask: Text | null;
  /** The possible values of an enum, else `null`. */
  values: { value: string; label: Text | null }[] | null;
}

export interface RemedyDecision {
  remedy: Remedy;
  /** The shop's name for a remedy of its own, else `null`. */
  title: Text | null;
  finding: Finding;
  /** Names of facts that are still needed; empty unless `finding` is `maybe`. */
  needs: string[];
  /** Best first: certain before possible, cheaper before dearer, later before earlier, promise before goodwill. */
  offers: Offer[];
  /** The shop's promise beside the law; `null` without a law, and where neither offers anything. */
  beside: Beside | null;
}

/** What the shop promises and what the law gives. */
export interface Beside {
  /** Whose best offer is better for the shopper; `same` where both come to the same. */
  better: 'shop' | 'law' | 'same';
  shop: Side;
  law: Side;
}

export interface Side {
  /** The place of its best offer in `offers`; `null` if it has none. */
  offer: number | null;
  /** In what it is better than the other side for certain: it is there at all, it is certain, it costs less, sending is free, there is more time. */
  ahead: ('granted' | 'certain' | 'cost' | 'carriage' | 'until')[];
}

export interface Offer {
  rule: string;
  /** Who grants it. */
  by: 'shop' | 'law';
  clause: string;
  title: Text;
  /** Granted beyond the shop's promise, out of kindness. */
  goodwill: boolean;
  remedy: Remedy;
  finding: 'yes' | 'maybe';
  needs: string[];
  /** `null`: no time limit. */
  until: Until | null;
  /** The last day on which a fault can show; `null` if the rule does not say. */
  shows: Until | null;
  /** Who pays for sending the goods; `none` when nothing is sent, `open` when nothing says so or it is not known yet. */
  carriage: Carriage;
  /** The facts that settle who pays for sending. */
  carriageNeeds: string[];
  /** Who chooses among the remedies of the rule; `null` if the rule does not say. */
  chooses: 'shopper' | 'shop' | null;
  /** Who must prove a fault; `open` while that depends on what is not known, `null` if the rule does not say. */
  proof: 'shop' | 'shopper' | 'open' | null;
  /** Fees that apply (`yes`) or may apply (`maybe`). */
  fees: OfferFee[];
  /** All fees together for one unit; `null` while it cannot be known. */
  cost: AmountRange | null;
  /** What comes back for one unit (refund and store-credit); `null` otherwise or while the price is not known. */
  back: AmountRange | null;
  /** Units that the offer holds for. */
  units: number;
  /** `cost` and `back` for all of these units. */
  total: { cost: AmountRange | null; back: AmountRange | null };
  /** Until when the goods must be sent, and the money be back. */
  deadlines: Deadline[];
}

/** A length of time: `"7 days"`, `"15 working days"`, `"12 months"`. */
export type Period = string;
export type Carriage = 'shop' | 'shopper' | 'none' | 'open';

/** Until when something must be done. */
export interface Deadline {
  due: 'send' | 'refund';
  /** The events that can start the clock; the latest that applies does. */
  from: string[];
  /** As the policy writes it: `"14 days"`. */
  length: string;
  until: Until;
}

/** The last day. `least` and `most` are equal once the event's day is known. */
export interface Until {
  /** Open until this day for certain; `null` while nothing is certain. */
  least: CivilDate | null;
  /** Closed after this day for certain; `null` while there is no such day. */
  most: CivilDate | null;
  /** The fact that settles it, `null` when no fact does. */
  settledBy: string | null;
  /** The days for which the calendar knows the holidays, if the last day depends on others; else `null`. */
  holidays: { from: CivilDate; until: CivilDate } | null;
}

export interface AmountRange { least: Amount; most: Amount }

export interface OfferFee {
  id: string;
  title: Text | null;
  finding: 'yes' | 'maybe';
  needs: string[];
  /** Percent of the price, a decimal string, or `null`. */
  percent: string | null;
  /** For one unit; `null` while the price is not known, or when it is quoted. */
  amount: Amount | null;
  /** The amount is told beforehand in a quote. */
  quoted: boolean;
  /** The amount is for a court, an authority or an expert to judge. */
  judged: boolean;
}

export type FactType = 'bool' | 'enum' | 'number' | 'money' | 'date' | 'tags' | 'category' | 'text';

export interface Question {
  fact: string;
  type: FactType;
  /** The possible answers of an enum, else `null`. */
  values: { value: string; label: Text | null }[] | null;
  /** The shop's own words for the question, else `null` (built-in facts: see `makegood/wording`). */
  ask: Text | null;
  help: Text | null;
  settledBy: 'shopper' | 'delivery-note' | 'shop' | 'judgement';
  /** The remedies that it helps to settle. */
  decides: Remedy[];
}

/** A fact and what it would have to be, in the policy's own test language. */
export interface Change {
  fact: string;
  is?: boolean | string;
  in?: string[]; notIn?: string[];
  /** First and last day, both included. */
  from?: CivilDate;
  until?: CivilDate;
  atLeast?: string; atMost?: string; moreThan?: string; lessThan?: string;
  has?: string; hasNot?: string;
}

export interface WhatIf {
  change: Change;
  /** Each remedy with the terms of its best offer. */
  opens: {
    remedy: Remedy; finding: 'yes' | 'maybe'; until: Until | null;
    cost: AmountRange | null; carriage: Carriage;
  }[];
}

export interface Step {
  rule: string;
  /** Who grants it. */
  by: 'shop' | 'law';
  clause: string;
  title: Text;
  /** The clause in the shop's own words, else `null`. */
  text: Text | null;
  goodwill: boolean;
  /** Where the rule comes from, and how sure that is. */
  cites: Citation[];
  /** JSON Pointer to the rule in its document; for the law, in its packs as they lie within each other. */
  pointer: string;
  finding: Finding;
  grants: Remedy[];
  /** Everything that was checked, in the order of the rule; each `finding` says whether the rule may go on. */
  checks: Check[];
}

export type Check =
  | { part: 'reasons'; pointer: string; finding: Finding; wants: Reason[]; read: Reason | null }
  | { part: 'if'; pointer: string; finding: Finding; node: Node }
  /** `finding` is `no` when the exception applies. */
  | { part: 'unless'; pointer: string; finding: Finding; id: string; because: Text | null; node: Node }
  /** For which days of purchase the rule holds. */
  | { part: 'in-force'; pointer: string; finding: Finding; from: CivilDate | null; until: CivilDate | null }
  | WindowCheck;

/** Until when, or, as `shows`, until when a fault must have shown. */
export interface WindowCheck {
  part: 'window' | 'shows';
  pointer: string;
  finding: Finding;
  /** The events that can start the clock; the latest that applies does. */
  from: string[];
  /** As the policy writes it: `"7 days"`. */
  length: string;
  countsEventDay: boolean;
  /** Whether something can make it longer. */
  extended: boolean;
  rolls: 'no' | 'next-working-day';
  until: Until;
  /** How each end was counted: the event's day, the day the length ends on with what makes it longer, and the last day after rolling. */
  counted: { event: CivilDate; ends: CivilDate; last: CivilDate }[];
}

/** Where a rule comes from. */
export interface Citation {
  /** The law and its article. */
  article: string;
  /** Whether the text of the article was read, an excerpt of it, or neither. */
  sure: 'text' | 'excerpt' | 'unverified';
  /** Where it can be read, else `null`. */
  source: string | null;
}

export type Node =
  | { op: 'test'; pointer: string; finding: Finding; fact: string; wants: Test; read: FactValue | null }
  | { op: 'all' | 'any' | 'not'; pointer: string; finding: Finding; of: Node[] }
  | { op: 'condition'; pointer: string; finding: Finding; name: string; of: Node[] };

/** A test as the policy writes it, without the fact's name; `until` is the last day of a window, if the policy names one there. */
export interface Test {
  is?: boolean | string; in?: string[];
  under?: string; has?: string;
  from?: CivilDate; until?: CivilDate;
  atLeast?: string; atMost?: string; moreThan?: string; lessThan?: string;
}

// ---- Problems ---------------------------------------------------------------------------------------------------

/** Something wrong in what the caller wrote: a policy or a request. */
export interface Problem {
  /** `policy.unknown-fact`, `facts.bad-date`, …; never renamed. */
  code: string;
  severity: 'error' | 'warning';
  /** JSON Pointer (RFC 6901) into the policy or the request. */
  pointer: string;
  /** What is wrong: one line, lower case. */
  message: string;
  /** What to do about it. */
  help: string;
  /** What the message speaks of, by name. */
  params: { [name: string]: string };
}

/** Thrown by `open` and `decide` when what was given has problems; nothing was decided. */
export class MakegoodProblem extends Error {
  readonly name: 'MakegoodProblem';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]);
}

/** Why the engine or the policy could not be had. */
export type LoadCause = 'not-found' | 'not-wasm' | 'csp' | 'cors' | 'network' | 'broken' | 'policy-not-found' | 'policy-network';

/** Thrown when the engine or the policy could not be loaded. `cause` keeps the browser's own error. */
export class MakegoodLoadError extends Error {
  readonly name: 'MakegoodLoadError';
  readonly reason: LoadCause;
  /** The address that was asked for. */
  readonly url: string;
  /** What to do about it. */
  readonly help: string;
  constructor(reason: LoadCause, url: string, message: string, help: string, cause?: unknown);
}

// ---- The shop ---------------------------------------------------------------------------------------------------

/** Told when the engine stopped unexpectedly and was restarted. */
export interface RestartDetail {
  /** What the engine was doing. */
  call: 'compile' | 'decide' | 'quote' | 'triage' | 'check_claim' | 'read_form' | 'mark_form' | 'settle' | 'receipt' | 'verify' | 'restart';
  error: unknown;
  /** How often the engine has been restarted on this page. */
  restarts: number;
}

/** A compiled policy. Dispatches `restart` (`CustomEvent<RestartDetail>`) after the engine was restarted. */
export interface Shop extends EventTarget {
  readonly id: string;
  readonly name: Text;
  readonly currency: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  /** Link to the written policy, else `null`. */
  readonly page: string | null;
  /** Every published version, oldest first. */
  readonly versions: readonly (PolicyUsed & { from: CivilDate | null })[];
  /** The reasons for which some rule grants something, in the fixed order. */
  readonly reasons: readonly Reason[];
  /** The law packs of where the shop sells, as the policy names them. */
  readonly laws: readonly string[];
  /** The law beside the promise; `null` if there is none for this buyer. */
  readonly law: LawUsed | null;
  /** Today's date in the shop's time zone. */
  today(): CivilDate;
  /** @throws {MakegoodProblem} if the request has problems. */
  decide(request: Request): Decision;
}

/**
 * Where the engine's WebAssembly comes from, and where the engine that explains is, should it be needed; by default the files
 * beside the script.
 */
export interface EngineSource {
  url?: string | URL; bytes?: BufferSource; module?: WebAssembly.Module;
  explain?: string | URL;
}

/** Where the buyer is, so that the law there stands beside the promise. */
export interface Buyer {
  /** ISO 3166-1 alpha-2 country: `"DE"`. Without it, the law is that of the policy's `law` if it names only one. */
  country?: string;
  /** The second half of an ISO 3166-2 code: `"BY"` of `DE-BY`. */
  region?: string;
  /** Law packs of one's own in place of those of the package: a document, or a list of those that lie within each other. */
  law?: object;
}

/** The law beside a promise. */
export interface LawUsed extends PolicyUsed {
  name: Text;
  /** Of which day it is, and that it is no legal advice. */
  notice: Text;
}

/**
 * Loads the engine once for all callers. A failed load is tried once more, then forgotten, so that a later call can try again.
 * `open` does this by itself; call it to start early or to name another address.
 */
export function init(source?: EngineSource): Promise<void>;

/**
 * Opens a policy: an address, a document, a list of documents (one per version), or JSON text. Where the buyer's country is
 * known, its law is loaded and stands beside the promise; for a country without a law pack `shop.law` is `null`.
 * @throws {MakegoodProblem} if the policy has problems that are errors, or if the country is no country code.
 * @throws {MakegoodLoadError} if the engine or the policy cannot be loaded.
 */
export function open(policy: string | URL | object, buyer?: Buyer): Promise<Shop>;

/**
 * Everything that is wrong with a policy, errors and warnings, for whoever writes it, also beside the law packs that it names; an
 * empty list if nothing is.
 * Loads the engine that explains, which no shopper's page needs.
 * @throws {MakegoodLoadError} if that engine or the policy cannot be loaded.
 */
export function check(policy: string | URL | object): Promise<readonly Problem[]>;

/** The version of the engine and of this package. */
export const version: string;
