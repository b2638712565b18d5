/**
 * Guided intake: from symptoms in plain words to what is wrong, by the policy's `triage`.
 *
 * Days are civil dates in the shop's time zone, and `null` means "there is none".
 */
import type { CivilDate, Facts, FactType, FactValue, PolicyUsed, Text } from './makegood.js';

export interface TriageRequest {
  /** Today's date in the shop's time zone; see `shop.today()`. */
  today: CivilDate;
  /** What is known, and of what was tried whether it helped. */
  facts?: Facts;
  /** A model of the price book, if it is known which device it is. */
  model?: string;
}

export interface Triage {
  /** Version of the engine that looked into it. */
  engine: string;
  today: CivilDate;
  /** The version that holds the triage: the one in force today. */
  policy: PolicyUsed;
  model: string | null;
  /**
   * `solved`: something that was tried has helped. `known`: it is known what is wrong. `refer`: it is known, and somebody else helps. `open`: it
   * can be several things. `none`: it is none of what the policy knows.
   */
  finding: 'solved' | 'known' | 'refer' | 'open' | 'none';
  /** What it can still be, in the order of the policy, of which the first that holds is the answer; only that one once it is known. */
  outcomes: TriageOutcome[];
  /** What makes sense to try now, what settles most first. */
  tries: TriageTry[];
  /** What to ask, what settles most first. */
  ask: TriageQuestion[];
  /** The facts of `tries` and `ask` that the shopper can tell, what settles most first. */
  next: string[];
  /** What is known and matters here, in the order of the policy's facts: to repeat the problem back. */
  heard: TriageHeard[];
  /** The fault that it came to, by its name in the price book or the claim form. */
  fault: string | null;
  /** The fault of the price book that it is mended as: for `shop.quote`. */
  repair: string | null;
  /** What a claim or a quote should know: what was heard and, once it is known, what follows, such as the `cause`. */
  facts: Facts;
}

export type TriageNature = 'hardware' | 'software' | 'human-damage';

export interface TriageOutcome {
  id: string;
  /** What is wrong, in plain words. */
  title: Text;
  /** The problem as the shopper would tell it. */
  problem: Text | null;
  /** What it means, and what comes next. */
  help: Text | null;
  icon: string | null;
  /** `null` where the policy leaves it open. */
  nature: TriageNature | null;
  finding: 'yes' | 'maybe';
  /** The facts that settle it. */
  needs: string[];
  fault: string | null;
  solved: boolean;
  /** Too difficult for here: who helps. */
  refer: Text | null;
}

export interface TriageTry {
  id: string;
  title: Text;
  help: Text | null;
  /** What to do, step by step. */
  steps: Text[];
  icon: string | null;
  /** The fact, yes or no, that says whether it helped. */
  fact: string;
  /** The outcomes that it helps to settle. */
  decides: string[];
}

export interface TriageQuestion {
  fact: string;
  type: FactType;
  /** The possible answers of an enum, else `null`. */
  values: { value: string; label: Text | null; icon: string | null }[] | null;
  ask: Text | null;
  help: Text | null;
  icon: string | null;
  settledBy: 'shopper' | 'delivery-note' | 'shop' | 'judgement';
  /** The outcomes that it helps to settle. */
  decides: string[];
}

export interface TriageHeard {
  fact: string;
  type: FactType;
  value: FactValue;
  /** The shop's question. */
  ask: Text | null;
  /** The shop's label for the value. */
  label: Text | null;
  /** What was tried, if it says whether that helped. */
  tried: Text | null;
}
