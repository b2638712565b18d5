import { MakegoodProblem } from '../binding/index.js';
import type { CivilDate, Decision, Facts, FactValue, Item, MakegoodProblem as Problem, Shop } from '../binding/makegood.js';
import { words } from '../wording/index.js';
import type { ItemWords, QuestionWords } from '../wording/wording.js';
import type { Order, OrderItem } from './elements.js';

/** What the shopper answered, by fact; `null` stands for "I am not sure". */
export type Answers = ReadonlyMap<string, FactValue | null>;

/** A question with its answer. */
export interface Answered { question: QuestionWords; answer: FactValue | null }

/** How far the talk with the shopper has come. */
export interface Inquiry {
  decision: Decision;
  /** The decision in sentences, with all answers so far. */
  item: ItemWords;
  answered: Answered[];
  /** The next question; `null` when nothing is left to ask. */
  question: QuestionWords | null;
  /** Why the answer to `question` cannot be, if it was refused. */
  refused: Problem | null;
}

/** What a talk is about. */
export interface Subject { shop: Shop; order: Order; item: OrderItem; today: CivilDate; language: string }

/**
 * Goes through the questions in the order in which they come up, takes the answers there are, and stops at the first that is
 * missing (or that the shopper wants to `revisit`). The engine decides at each step what is worth asking, so an answer that
 * does not matter any more is simply not reached.
 */
export function inquire(subject: Subject, answers: Answers, revisit: string | null = null): Inquiry {
  const answered: Answered[] = [];
  const facts: Facts = {};
  let at = decided(subject, facts);
  for (;;) {
    const question = nextQuestion(at.item, answered);
    const answer = question === null ? undefined : answers.get(question.fact);
    if (question === null || answer === undefined || question.fact === revisit) {
      return { ...at, answered, question, refused: null };
    }
    if (answer !== null) {
      facts[question.fact] = answer;
      try {
        at = decided(subject, facts);
      } catch (error) {
        if (!(error instanceof MakegoodProblem)) throw error;
        return { ...at, answered, question, refused: error };
      }
    }
    answered.push({ question, answer });
  }
}

/** The reason frames everything else, so it comes first; then the engine's order: what settles most. */
function nextQuestion({ questions }: ItemWords, answered: Answered[]): QuestionWords | null {
  const open = questions.filter(({ fact }) => !answered.some(({ question }) => question.fact === fact));
  return open.find(({ fact }) => fact === 'reason') ?? open[0] ?? null;
}

function decided({ shop, order, item, today, language }: Subject, facts: Facts): { decision: Decision; item: ItemWords } {
  const { title: _, ...asked } = item;
  const whole: Item = { ...asked, facts: { ...asked.facts, ...facts } };
  const decision = shop.decide({ today, ...(order.facts === undefined ? {} : { facts: order.facts }), items: [whole] });
  const [worded] = words(decision, language, shop).items;
  if (worded === undefined) throw new Error('the decision has no item');
  return { decision, item: worded };
}

/** What a purchase of today would bring: once without a reason, once with a fault. */
export interface Outlook { decision: Decision; item: ItemWords }

export function outlook(subject: Omit<Subject, 'order' | 'item'>, product: Facts): { return: Outlook; fault: Outlook | null } {
  const { purchased: _, reason: __, ...facts } = product ?? {};
  const ask = (reason: 'change-of-mind' | 'defect'): Outlook => decided({
    ...subject,
    order: { items: [], facts: { purchased: subject.today, reason } },
    item: { id: 'product', facts },
  }, {});
  return { return: ask('change-of-mind'), fault: subject.shop.reasons.includes('defect') ? ask('defect') : null };
}
