import { MakegoodProblem } from '../../binding/errors.js';
import type { CivilDate, Decision, Facts, FactValue, Item, MakegoodProblem as Problem } from '../../binding/makegood.js';
import type { FullShop } from '../../binding/makegood-full.js';
import type { Settlement } from '../../binding/settlement.js';
import { pick } from '../../wording/index.js';
import { settlementWords } from '../../wording/settlement/index.js';
import type { SettlementWords } from '../../wording/settlement.js';
import type { QuestionWords } from '../../wording/wording.js';
import type { OrderItem, PaidOrder } from '../settlement-element.js';

/** How many units of which items go back. */
export type GoingBack = ReadonlyMap<string, number>;

/** What the shopper answered, by fact; `null` stands for "I am not sure". */
export type Answers = ReadonlyMap<string, FactValue | null>;

/** A question with its answer. */
export interface Answered { question: QuestionWords; answer: FactValue | null }

/** How far the talk with the shopper has come. */
export interface Settling {
  settlement: Settlement;
  words: SettlementWords;
  answered: Answered[];
  /** The next question; `null` when nothing is left to ask. */
  question: QuestionWords | null;
  /** Why the answer to `question` cannot be, if it was refused. */
  refused: Problem | null;
}

/** What a talk is about. */
export interface Subject { shop: FullShop; order: PaidOrder; back: GoingBack; today: CivilDate; language: string }

/** How many units of an item can still go back. */
export function left({ quantity = 1, returned = 0 }: OrderItem): number {
  return Math.max(0, quantity - returned);
}

/** What the page calls an item. */
export function nameOf({ id, title }: OrderItem, language: string): string {
  return title === undefined ? id : pick(title, language);
}

/**
 * Settles with the answers there are, and stops at the first question without one (or that the shopper wants to `revisit`). The engine says at
 * each step what would settle it, so an answer that does not matter any more is simply not reached.
 */
export function settling(subject: Subject, answers: Answers, revisit: string | null = null): Settling {
  const answered: Answered[] = [];
  const facts: Facts = {};
  let at = settled(subject, facts);
  for (;;) {
    const question = nextQuestion(at.words, answered);
    const answer = question === null ? undefined : answers.get(question.fact);
    if (question === null || answer === undefined || question.fact === revisit) return { ...at, answered, question, refused: null };
    if (answer !== null) {
      facts[question.fact] = answer;
      try {
        at = settled(subject, facts);
      } catch (error) {
        if (!(error instanceof MakegoodProblem)) throw error;
        return { ...at, answered, question, refused: error };
      }
    }
    answered.push({ question, answer });
  }
}

/** The reason frames everything else, so it comes first; then the engine's order. */
function nextQuestion({ questions }: SettlementWords, answered: Answered[]): QuestionWords | null {
  const open = questions.filter(({ fact }) => !answered.some(({ question }) => question.fact === fact));
  return open.find(({ fact }) => fact === 'reason') ?? open[0] ?? null;
}

function settled({ shop, order, back, today, language }: Subject, told: Facts): { settlement: Settlement; words: SettlementWords } {
  const facts: Facts = { ...order.facts, ...told };
  // An answer is about what goes back, whatever the order says of an item.
  const items: Item[] = order.items.map(({ title: _, ...item }) => back.has(item.id) ? { ...item, facts: { ...item.facts, ...told } } : item);
  const settlement = shop.settle({
    today, facts, items, order: order.order, back: [...back].map(([item, units]) => ({ item, units })),
  });
  const decision: Decision = shop.decide({ today, facts, items: items.filter(({ id }) => back.has(id)) });
  const titles = { ...order.titles, ...Object.fromEntries(order.items.map((item) => [item.id, nameOf(item, language)])) };
  return { settlement, words: settlementWords(settlement, language, { titles, decision }) };
}
