import { MakegoodProblem } from '../../binding/errors.js';
import type { CivilDate, Facts, FactValue, MakegoodProblem as Problem } from '../../binding/makegood.js';
import type { QuoteShop } from '../../binding/makegood-quote.js';
import type { Quote, QuoteRequest } from '../../binding/quote.js';
import { quoteWords, say } from '../../wording/quote/index.js';
import type { QuoteQuestionWords, QuoteWords } from '../../wording/quote.js';

/** What the shopper chose. */
export interface Picked {
  model: string | null;
  faults: string[];
  /** "Something else": nothing in the book, so it must be looked at. */
  other: boolean;
  way: string | null;
  surcharges: string[];
  coupon: string;
}

/** What the shopper answered, by question; `null` stands for "I am not sure". */
export type Answers = ReadonlyMap<string, FactValue | null>;

/** A question with its answer. */
export interface Answered { question: QuoteQuestionWords; answer: FactValue | null }

/** How far the talk with the shopper has come. */
export interface Talk {
  quote: Quote;
  /** The quote in sentences, with all answers so far. */
  words: QuoteWords;
  answered: Answered[];
  /** The next question; `null` when nothing is left to ask. */
  question: QuoteQuestionWords | null;
  /** Why the answer to `question` cannot be, if it was refused. */
  refused: Problem | null;
}

/** What a talk is about. */
export interface Subject { shop: QuoteShop; facts: Facts; today: CivilDate; language: string; picked: Picked }

/** The same fact may be asked of several faults. */
export function keyOf({ fault, fact }: QuoteQuestionWords): string {
  return `${fault ?? ''} ${fact}`;
}

/**
 * Quotes with the answers there are, and stops at the first question without one (or that the shopper wants to `revisit`). The engine
 * decides at each step what is worth asking, so an answer that does not matter any more is simply not reached.
 */
export function talk(subject: Subject, answers: Answers, revisit: string | null = null): Talk {
  const answered: Answered[] = [];
  let at = quoted(subject, answered);
  for (;;) {
    // While everything must be looked at first, no answer changes the price.
    const open = at.quote.options.length === 0 ? [] : [...dayOfReceipt(subject, at.quote), ...at.words.questions];
    const question = open.find((one) => !answered.some((given) => keyOf(given.question) === keyOf(one))) ?? null;
    const answer = question === null ? undefined : answers.get(keyOf(question));
    if (question === null || answer === undefined || keyOf(question) === revisit) return { ...at, answered, question, refused: null };
    answered.push({ question, answer });
    if (answer === null) continue;
    try {
      at = quoted(subject, answered);
    } catch (error) {
      if (!(error instanceof MakegoodProblem)) throw error;
      answered.pop();
      return { ...at, answered, question, refused: error };
    }
  }
}

/**
 * The day on which the shopper got the device, where the page does not tell it: the engine leaves it to the shop, but shoppers know it well
 * enough for a quote.
 */
function dayOfReceipt({ facts, language }: Subject, { faults }: Quote): QuoteQuestionWords[] {
  const wanted = faults.some(({ needs }) => needs.some((fact) => (fact === 'purchased' || fact === 'delivered') && facts[fact] === undefined));
  return wanted ? [{
    fault: null, about: null, fact: 'delivered', kind: 'date', answers: [],
    question: say('element.got', language), help: say('element.got-help', language),
  }] : [];
}

function quoted(subject: Subject, answered: Answered[]): { quote: Quote; words: QuoteWords } {
  const { shop, language } = subject;
  const quote = shop.quote(request(subject, answered));
  return { quote, words: quoteWords(quote, language) };
}

function request({ shop: { book }, facts, today, picked }: Subject, answered: Answered[]): QuoteRequest {
  const told = (fault: string | null): Facts => Object.fromEntries(answered
    .filter(({ question, answer }) => question.fault === fault && answer !== null)
    .map(({ question, answer }) => [question.fact, answer!]));
  const device = told(null);
  // Whoever tells the day of receipt says nothing better of the day of purchase.
  const bought = device.delivered === undefined ? {} : { purchased: device.delivered as CivilDate };
  const way = picked.way ?? book?.ways[0]?.id;
  const goes = (wanted: string) => book?.surcharges.some(({ id, ways }) => id === wanted && (ways === null || way === undefined || ways.includes(way)));
  const coupon = picked.coupon.trim();
  return {
    today,
    facts: { ...bought, ...facts, ...device },
    model: picked.model ?? '',
    faults: picked.faults.map((id) => ({ id, facts: told(id) })),
    wish: {
      ...(picked.way === null ? {} : { way: picked.way }),
      surcharges: picked.surcharges.filter(goes),
      ...(coupon === '' ? {} : { coupon }),
    },
  };
}
