/**
 * Receipts: an answer with everything that anyone who has the policy needs to work it out again.
 */
import type { Claim, ClaimAnswer, ClaimDraft } from './claim.js';
import type { Decision, Problem, Request } from './makegood.js';
import type { Quote, QuoteRequest } from './quote.js';
import type { Settlement, SettleRequest } from './settlement.js';

/** What a receipt can be for. */
export type ReceiptAnswer = Decision | Quote | Claim | Settlement;

/** A plain object, to be kept or sent as JSON. Changing anything in it changes its hash. */
export type Receipt = {
  /** The format. */
  makegood: 1;
  /** Version of the engine that answered. */
  engine: string;
  /** The name of the policy. */
  shop: string;
  /** `sha256:` and the SHA-256 of everything else in canonical JSON (RFC 8785), in lower-case hex. */
  hash: string;
} & (
  | { asked: 'decision'; request: Request; answer: Decision }
  | { asked: 'quote'; request: QuoteRequest; answer: Quote }
  | { asked: 'claim'; request: ClaimDraft; answer: ClaimAnswer }
  | { asked: 'settlement'; request: SettleRequest; answer: Settlement }
);

export interface Verdict {
  /** Whether nothing was changed, and the same request gives the same answer here. */
  holds: boolean;
  /** What differs, the most serious first; at most 100. */
  differences: ReceiptDifference[];
}

export interface ReceiptDifference {
  /**
   * `changed`: after it was made. `other-shop`: another policy. `other-engine`: another version of the engine.
   * `other-policy`: a version of the policy or of the law that is not published here. `request`: it cannot be read, see
   * `problems`. `other-answer`: the request gives another answer.
   */
  kind: 'changed' | 'other-shop' | 'other-engine' | 'other-policy' | 'request' | 'other-answer';
  /** Where in the receipt (JSON Pointer, RFC 6901). */
  pointer: string;
  /** What the receipt says, and what it should say; `null` where there is nothing. */
  told: unknown;
  found: unknown;
  problems: Problem[];
}
