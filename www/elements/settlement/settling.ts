import type { CivilDate, Decision, Facts, Item } from '../../binding/makegood.js';
import type { SettlementShop } from '../../binding/makegood-settlement.js';
import type { Settlement } from '../../binding/settlement.js';
import { pick } from '../../wording/index.js';
import { settlementWords } from '../../wording/settlement/index.js';
import type { SettlementWords } from '../../wording/settlement.js';
import type { QuestionWords } from '../../wording/wording.js';
import type { OrderItem, PaidOrder } from '../settlement-element.js';
import { factsOf, nextQuestion, walk, type Answers, type Walked } from '../walk.js';

/** How many units of which items go back. */
export type GoingBack = ReadonlyMap<string, number>;

/** How far the talk with the shopper has come. */
export interface Settling extends Walked<QuestionWords> {
  settlement: Settlement;
  words: SettlementWords;
}

/** What a talk is about. */
export interface Subject { shop: SettlementShop; order: PaidOrder; back: GoingBack; today: CivilDate; language: string }

/** How many units of an item can still go back. */
export function left({ quantity = 1, returned = 0 }: OrderItem): number {
  return Math.max(0, quantity - returned);
}

/** What the page calls an item. */
export function nameOf({ id, title }: OrderItem, language: string): string {
  return title === undefined ? id : pick(title, language);
}

/** Settles with the answers there are; see `walk`. */
export function settling(subject: Subject, answers: Answers, revisit: string | null = null): Settling {
  return walk({
    at: (answered) => settled(subject, factsOf(answered)),
    next: ({ words: { questions } }, answered) => nextQuestion(questions, answered),
    key: ({ fact }) => fact,
  }, answers, revisit);
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
