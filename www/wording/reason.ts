import type { Check, Citation, CivilDate, Finding, ItemDecision, Step } from '../binding/makegood.js';
import { daysName } from './fact.js';
import { open } from './headline.js';
import { byNearness, forAnotherCase, forAnotherReason } from './nearness.js';
import { nodeSentences, oneOf, type Sentence } from './node.js';
import { leading } from './offer.js';
import type { Voice } from './voice.js';
import { windowSentence } from './window.js';
import type { ReasonWords } from './wording.js';

/**
 * Every rule with everything that was checked: the rules that come nearest first, and in each what failed first. What the law has
 * for other cases is left out; a law has many.
 */
export function reasons(voice: Voice, item: ItemDecision, today: CivilDate): ReasonWords[] {
  const steps = byNearness(item.steps).filter((step) => step.by === 'shop' || !forAnotherCase(step));
  const decisive = decisiveOf(item, steps);
  return steps.map((step) => ({ ...reasonWords(voice, item, step, today), decisive: decisive.includes(step) }));
}

/** The rules of the offers that are told; where nothing is offered, that which comes nearest of each side. */
function decisiveOf(item: ItemDecision, steps: readonly Step[]): Step[] {
  const told = open(item).flatMap(leading);
  if (told.length > 0) return steps.filter(({ by, rule }) => told.some((offer) => offer.by === by && offer.rule === rule));
  const nearest = (['shop', 'law'] as const).flatMap((side) => steps.find(({ by }) => by === side) ?? []);
  const forThis = nearest.filter((step) => !forAnotherReason(step));
  return forThis.length > 0 ? forThis : nearest;
}

function reasonWords(voice: Voice, item: ItemDecision, step: Step, today: CivilDate): Omit<ReasonWords, 'decisive'> {
  const sentences = step.checks.flatMap((check) => checkSentences(voice, item, check, today));
  if (sentences.length === 0) sentences.push({ finding: step.finding, sentence: voice.say('check.always') });
  return {
    rule: step.rule,
    clause: step.clause,
    title: voice.text(step.title),
    finding: step.finding,
    text: step.text === null ? null : voice.text(step.text),
    by: step.by,
    cites: citations(voice, step.cites),
    sentences: withoutRepeats(voice, sentences).sort((one, other) => urgency[one.finding] - urgency[other.finding]),
  };
}

/** Several conditions of a rule can come to the same sentence; what stands before a group is told with each. */
function withoutRepeats(voice: Voice, sentences: Sentence[]): Sentence[] {
  const headings = [oneOf(voice, 'no'), oneOf(voice, 'maybe')];
  return sentences.filter(({ finding, sentence }, index) => headings.includes(sentence)
    || sentences.findIndex((one) => one.finding === finding && one.sentence === sentence) === index);
}

/** Where a rule comes from, and how sure that is. */
export function citations(voice: Voice, cites: readonly Citation[]): ReasonWords['cites'] {
  return cites.map(({ article, sure, source }) => ({ sentence: voice.say(`cite.${sure}`, { article }), source }));
}

const urgency: { readonly [finding in Finding]: number } = { no: 0, maybe: 1, yes: 2 };

/** More than these reasons at once nobody reads. */
const MOST = 3;

/** Why it is a no: what the rule that comes nearest misses; nothing when no rule is for the shopper's reason. */
export function because(voice: Voice, item: ItemDecision, today: CivilDate): string | null {
  const nearest = byNearness(item.steps)[0];
  if (!nearest || forAnotherReason(nearest)) return null;
  const missed = reasonWords(voice, item, nearest, today).sentences
    .filter(({ finding, sentence }) => finding === 'no' && sentence !== oneOf(voice, 'no'))
    .map(({ sentence }) => sentence);
  return missed.length === 0 ? null : voice.together(...missed.slice(0, MOST));
}

function checkSentences(voice: Voice, item: ItemDecision, check: Check, today: CivilDate): Sentence[] {
  const { finding } = check;
  switch (check.part) {
    case 'reasons': {
      const wants = voice.list(check.wants.map((reason) => voice.say(`reason.${reason}`)), 'disjunction');
      if (check.wants.length === 0) return [{ finding, sentence: voice.say('check.reasons.any') }];
      const read = check.read === null ? wants : voice.say(`reason.${check.read}`);
      return [{ finding, sentence: voice.say(`check.reasons.${finding}`, { wants, read }) }];
    }
    case 'if': return nodeSentences(voice, item, check.node);
    case 'unless': {
      if (check.because === null) return nodeSentences(voice, item, check.node, true);
      const why = voice.text(check.because);
      return [{ finding, sentence: finding === 'no' ? why : voice.say(`check.unless.${finding}`, { because: why }) }];
    }
    case 'in-force': {
      const span = daysName(voice, check.from ?? undefined, check.until ?? undefined);
      return [{ finding, sentence: voice.say(`check.in-force.${finding}`, { span }) }];
    }
    default: return [{ finding, sentence: windowSentence(voice, item, check, today) }];
  }
}
