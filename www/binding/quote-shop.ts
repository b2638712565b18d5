import type { About, Engine } from './engine.js';
import { parsed } from './json.js';
import type { QuoteShop as QuoteShopFace } from './makegood-quote.js';
import type { Decision, Request } from './makegood.js';
import type { PriceBook, Quote, QuoteRequest } from './quote.js';
import type { Receipt, ReceiptAnswer, Verdict } from './receipt.js';
import { answered, type Handle, Shop } from './shop.js';

/** What an answer was the answer to. */
interface Given { asked: Receipt['asked']; request: string }

/** A compiled policy with its price book. */
export class QuoteShop extends Shop implements QuoteShopFace {
  readonly book: PriceBook | null;
  readonly #given = new WeakMap<ReceiptAnswer, Given>();

  constructor(engine: Engine, handle: Handle, document: string, about: About) {
    super(engine, handle, document, about);
    this.book = about.book ?? null;
  }

  override decide(request: Request): Decision {
    return this.given('decision', request, super.decide(request));
  }

  quote(request: QuoteRequest): Quote {
    const { quote } = answered(this.engine.run((calls) => calls.quote(this.current(calls), request), this));
    return this.given('quote', request, quote);
  }

  receipt(answer: ReceiptAnswer): Receipt {
    const given = this.#given.get(answer);
    if (given === undefined) throw new TypeError('a receipt is for an answer that this shop gave; hand over the object itself');
    const request: unknown = JSON.parse(given.request);
    return answered(this.engine.run((calls) => calls.receipt(this.current(calls), given.asked, request), this)).receipt;
  }

  verify(receipt: Receipt | string | object): Verdict {
    const told = typeof receipt === 'string' ? parsed(receipt, 'facts') : receipt;
    return answered(this.engine.run((calls) => calls.verify(this.current(calls), told), this)).verdict;
  }

  /** Remembers what an answer was the answer to. */
  protected given<A extends ReceiptAnswer>(asked: Receipt['asked'], request: object, answer: A): A {
    this.#given.set(answer, { asked, request: JSON.stringify(request) });
    return answer;
  }
}
