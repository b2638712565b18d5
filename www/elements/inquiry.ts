import type { CivilDate, Decision, Facts, Item, Shop } from '../binding/makegood.js';
import { words } from '../wording/index.js';
import type { ItemWords, QuestionWords } from '../wording/wording.js';
import type { Order, OrderItem } from './elements.js';
import { factsOf, nextQuestion, walk, type Answers, type Walked } from './walk.js';

/** How far the talk with the shopper has come. */
export interface Inquiry extends Walked<QuestionWords> {
  decision: Decision;
  /** The decision in sentences, with all answers so far. */
  item: ItemWords;
}

/** What a talk is about. */
export interface Subject { shop: Shop; order: Order; item: OrderItem; today: CivilDate; language: string }

/** Decides with the answers there are; see `walk`. */
export function inquire(subject: Subject, answers: Answers, revisit: string | null = null): Inquiry {
  return walk({
    at: (answered) => decided(subject, factsOf(answered)),
    next: ({ item: { questions } }, answered) => nextQuestion(questions, answered),
    key: ({ fact }) => fact,
  }, answers, revisit);
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
