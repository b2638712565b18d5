import type { About, Engine } from './engine.js';
import { MakegoodProblem } from './errors.js';
import type { FullShop as FullShopFace } from './makegood-full.js';
import type { PriceBook, Quote, QuoteRequest } from './quote.js';
import { type Handle, Shop } from './shop.js';

/** A compiled policy with its price book. */
export class FullShop extends Shop implements FullShopFace {
  readonly book: PriceBook | null;

  constructor(engine: Engine, handle: Handle, document: string, about: About) {
    super(engine, handle, document, about);
    this.book = about.book ?? null;
  }

  quote(request: QuoteRequest): Quote {
    const answer = this.engine.run((calls) => calls.quote(this.current(calls), request), this);
    if ('problems' in answer) throw new MakegoodProblem(answer.problems);
    return answer.quote;
  }
}
