/**
 * Claims: what a shopper fills in, and what it comes to.
 *
 * Amounts are decimal strings in the shop's currency, days are civil dates in its time zone, and `null` means "there is none".
 */
import type { EvidenceKind } from '../evidence/evidence.js';
import type { CivilDate, Decision, Facts, Finding, PolicyUsed, Problem, Remedy, Request, Text } from './makegood.js';
import type { Quote, QuoteRequest } from './quote.js';

// ---- What is filled in ----------------------------------------------------------------------------------------------

export interface ClaimDraft {
  /** Today's date in the shop's time zone; see `shop.today()`. */
  today: CivilDate;
  /** The language of the page, for days as they are typed: `de`, `en-GB`, `zh-CN`. */
  language?: string;
  /** What the page knows of the purchase. It is not asked for, and counts where something else was typed. */
  facts?: Facts;
  /** Which item of an order it is about; one unit, none of which went back, unless said. */
  item?: { id: string; quantity?: number; returned?: number };
  /** What the shopper entered, by field: a text as typed, true or false, `null` for "I am not sure". */
  fields?: { [field: string]: string | boolean | null | Read };
  /** The files, as `makegood/evidence` reports those without errors. */
  evidence?: EvidenceEntry[];
  /** "I see it differently": sent although what is wished is closed. */
  disputed?: boolean;
}

/** What a form of the page's own holds. A choice with the value `unsure` is `null`. */
export interface FormEntries {
  fields: NonNullable<ClaimDraft['fields']>;
  /** Files by evidence need. */
  files: { [need: string]: File[] };
}

/** A value that was read on the page, such as a telephone number by `makegood/phone`; `read: null` if it could not be read. */
export interface Read { typed: string; read: string | null }

export interface EvidenceEntry {
  /** What it is for: `photos`, `proof`. */
  for: string;
  name: string;
  /** Its true type, by its first bytes: `image/jpeg`. */
  type: string;
  bytes: number;
  /** 64 digits in lower-case hexadecimal. */
  sha256: string;
  /** The day on which the camera says that the photo was taken. */
  taken?: CivilDate | null;
}

// ---- What it comes to -----------------------------------------------------------------------------------------------

/** A claim as the engine answers it and as a receipt holds it. */
export interface ClaimAnswer {
  /** Version of the engine that checked. */
  engine: string;
  today: CivilDate;
  /** ISO 4217 code of every amount. */
  currency: string;
  /** The version that holds the form: the one in force today. */
  policy: PolicyUsed;
  /** The law beside it; `null` without one. */
  law: PolicyUsed | null;
  /** The fields that matter now, in the order of the form. */
  fields: ClaimField[];
  /** The photos and papers that matter now. */
  evidence: EvidenceNeed[];
  /**
   * What is wrong or missing (`error`) and what somebody should look at (`warning`), in the order of the form. `pointer` is
   * `/fields/imei`, `/evidence/0` for a file, or `/evidence` with the need in `params.need`.
   */
  problems: Problem[];
  /** What was changed in what was typed; to be shown. */
  tidied: Tidied[];
  /** How much of what is required is there and fine: `done` of `of`. */
  done: number;
  of: number;
  /** What is best filled in next, a field or an evidence need; `null` when nothing required is missing. */
  next: string | null;
  /** Nothing required is missing and nothing is wrong: it can be sent. */
  complete: boolean;
  /** What is wished, and whether it is open. */
  wish: { remedy: Remedy; finding: Finding } | null;
  disputed: boolean;
  /** Whether the policy lets a draft be kept on the device, if the shopper agrees. */
  keepsDraft: boolean;
  /** The requests for what the claim rests on; `quote` is `null` while model and fault are not known, or without a price book. */
  requests: { decision: Request; quote: QuoteRequest | null };
}

/** A claim. What it rests on is worked out when it is read, and is no part of the JSON. */
export interface Claim extends ClaimAnswer {
  /** What may be had for the item, with its steps: the answer to `requests.decision`. */
  readonly decision: Decision;
  /** What a repair would cost: the answer to `requests.quote`. */
  readonly quote: Quote | null;
}

export type ClaimFieldType =
  | 'text' | 'long-text' | 'number' | 'money' | 'bool' | 'enum' | 'date' | 'email' | 'phone' | 'imei' | 'account' | 'fault';

/** The fields that every form can have, besides facts. */
export type StandardField =
  | 'order' | 'model' | 'serial' | 'imei' | 'fault' | 'happened' | 'remedy' | 'name' | 'email' | 'phone' | 'address' | 'account';

export interface ClaimField {
  /** A standard field, a fact (`reason`, `purchased`, one of the policy's own), or a field of the policy's own. */
  id: string;
  type: ClaimFieldType;
  /** Every form can have it; its words are in `makegood/wording/claim`, unless the policy has its own in `label`. */
  standard: boolean;
  /** It is a fact of the policy; without `label` its words are those of the question in `makegood/wording`. */
  fact: boolean;
  label: Text | null;
  help: Text | null;
  /** What it could be, as the policy says. */
  example: string | null;
  /** What its text must look like, as the policy says. */
  means: Text | null;
  /** The claim is incomplete without it. */
  required: boolean;
  /** What can be chosen, else `null`. */
  values: ClaimChoice[] | null;
  /** What the claim holds; `null` while there is nothing, or something wrong. */
  value: string | boolean | null;
  /** `unsure`: the shopper says so, which is an answer. */
  state: 'empty' | 'unsure' | 'good' | 'wrong';
  /** The remedies that the answer helps to settle. */
  decides: Remedy[];
}

export interface ClaimChoice {
  value: string;
  label: Text | null;
  help: Text | null;
  icon: string | null;
  /** Of a fault: the kind that it belongs to. A value that others belong to is too vague to be chosen. */
  under: string | null;
  /** Of a remedy: whether it is open. */
  finding: Finding | null;
}

export interface EvidenceNeed {
  /** `photos`, `proof`, or one of the policy's own. */
  id: string;
  standard: boolean;
  title: Text | null;
  help: Text | null;
  required: boolean;
  /** What is taken, as rules of `makegood/evidence` say it. */
  kinds: EvidenceKind[];
  /** How many there must be where it is required. */
  least: number;
  most: number;
  maxBytes: number;
  /** How many fine ones are there. */
  given: number;
}

/** What was changed in what was typed; long texts are told by their beginning. */
export interface Tidied {
  field: string;
  from: string;
  to: string;
  /** `width`: full-width letters and digits. `invisible`: characters that nobody sees. `phone`: brought into the international form. */
  by: ('width' | 'invisible' | 'spaces' | 'case' | 'separators' | 'day' | 'phone')[];
}
