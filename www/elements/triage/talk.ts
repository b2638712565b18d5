import type { ClaimShop } from '../../binding/makegood-claim.js';
import type { CivilDate, Facts } from '../../binding/makegood.js';
import type { Triage } from '../../binding/triage.js';
import { triageWords } from '../../wording/triage/index.js';
import type { TriageStepWords, TriageWords } from '../../wording/triage.js';
import { factsOf, walk, type Answers, type Walked } from '../walk.js';

/** How far the talk with the shopper has come. */
export interface Talk extends Walked<TriageStepWords> {
  triage: Triage;
  /** The triage in sentences, with all answers so far. */
  words: TriageWords;
}

/** What a talk is about. */
export interface Subject { shop: ClaimShop; facts: Facts; today: CivilDate; language: string; model: string | null }

/** Looks into it with the answers there are; see `walk`. A question and something to try are steps alike: the engine says which is next. */
export function talk({ shop, facts, today, language, model }: Subject, answers: Answers, revisit: string | null): Talk {
  return walk({
    at: (answered) => {
      const triage = shop.triage({ today, facts: { ...facts, ...factsOf(answered) }, ...(model === null ? {} : { model }) });
      return { triage, words: triageWords(triage, language) };
    },
    next: ({ words: { steps } }, answered) => steps.find(({ fact }) => !answered.some(({ question }) => question.fact === fact)) ?? null,
    key: ({ fact }) => fact,
  }, answers, revisit);
}
