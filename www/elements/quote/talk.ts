import type { CivilDate, Facts } from '../../binding/makegood.js';
import type { QuoteShop } from '../../binding/makegood-quote.js';
import type { Quote, QuoteRequest } from '../../binding/quote.js';
import { quoteWords, say } from '../../wording/quote/index.js';
import type { QuoteQuestionWords, QuoteWords } from '../../wording/quote.js';
import { factsOf, walk, type Answered, type Answers, type Walked } from '../walk.js';

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

/** How far the talk with the shopper has come. */
export interface Talk extends Walked<QuoteQuestionWords> {
  quote: Quote;
  /** The quote in sentences, with all answers so far. */
  words: QuoteWords;
}

/** What a talk is about. */
export interface Subject { shop: QuoteShop; facts: Facts; today: CivilDate; language: string; picked: Picked }

/** The same fact may be asked of several faults. */
export function keyOf({ fault, fact }: QuoteQuestionWords): string {
  return `${fault ?? ''} ${fact}`;
}

/** Quotes with the answers there are; see `walk`. */
export function talk(subject: Subject, answers: Answers, revisit: string | null = null): Talk {
  return walk({
    at: (answered) => quoted(subject, answered),
    next: ({ quote, words }, answered) => {
      // While everything must be looked at first, no answer changes the price.
      const open = quote.options.length === 0 ? [] : [...dayOfReceipt(subject, quote), ...words.questions];
      return open.find((one) => !answered.some((given) => keyOf(given.question) === keyOf(one))) ?? null;
    },
    key: keyOf,
  }, answers, revisit);
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

function quoted(subject: Subject, answered: readonly Answered<QuoteQuestionWords>[]): { quote: Quote; words: QuoteWords } {
  const { shop, language } = subject;
  const quote = shop.quote(request(subject, answered));
  return { quote, words: quoteWords(quote, language) };
}

function request({ shop: { book }, facts, today, picked }: Subject, answered: readonly Answered<QuoteQuestionWords>[]): QuoteRequest {
  const told = (fault: string | null): Facts => factsOf(answered.filter(({ question }) => question.fault === fault));
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
