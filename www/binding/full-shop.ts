import type { About, Engine } from './engine.js';
import { MakegoodProblem } from './errors.js';
import { parsed } from './json.js';
import type { FullShop as FullShopFace } from './makegood-full.js';
import type { Decision, Problem, Request } from './makegood.js';
import type { PriceBook, Quote, QuoteRequest } from './quote.js';
import type { Receipt, Verdict } from './receipt.js';
import type { Settlement, SettleRequest } from './settlement.js';
import { type Handle, Shop } from './shop.js';

/** What an answer was the answer to. */
interface Given { asked: Receipt['asked']; request: string }

/** A compiled policy with its price book. */
export class FullShop extends Shop implements FullShopFace {
  readonly book: PriceBook | null;
  readonly #given = new WeakMap<Decision | Quote | Settlement, Given>();

  constructor(engine: Engine, handle: Handle, document: string, about: About) {
    super(engine, handle, document, about);
    this.book = about.book ?? null;
  }

  override decide(request: Request): Decision {
    const decision = super.decide(request);
    this.#given.set(decision, { asked: 'decision', request: JSON.stringify(request) });
    return decision;
  }

  quote(request: QuoteRequest): Quote {
    const { quote } = answered(this.engine.run((calls) => calls.quote(this.current(calls), request), this));
    this.#given.set(quote, { asked: 'quote', request: JSON.stringify(request) });
    return quote;
  }

  settle(request: SettleRequest): Settlement {
    const { settlement } = answered(this.engine.run((calls) => calls.settle(this.current(calls), request), this));
    this.#given.set(settlement, { asked: 'settlement', request: JSON.stringify(request) });
    return settlement;
  }

  receipt(answer: Decision | Quote | Settlement): Receipt {
    const given = this.#given.get(answer);
    if (given === undefined) throw new TypeError('a receipt is for an answer that this shop gave; hand over the object itself');
    const request: unknown = JSON.parse(given.request);
    return answered(this.engine.run((calls) => calls.receipt(this.current(calls), given.asked, request), this)).receipt;
  }

  verify(receipt: Receipt | string | object): Verdict {
    const told = typeof receipt === 'string' ? parsed(receipt, 'facts') : receipt;
    return answered(this.engine.run((calls) => calls.verify(this.current(calls), told), this)).verdict;
  }
}

function answered<A extends object>(answer: A | { problems: Problem[] }): A {
  if ('problems' in answer) throw new MakegoodProblem(answer.problems);
  return answer;
}
