// What a merchant's own TypeScript sees of the package. Compiled, never run: each `@ts-expect-error` must be an error.
import {
  init, MakegoodLoadError, MakegoodProblem, check, open, version,
  type Decision, type Facts, type LoadCause, type Offer, type Problem, type Request, type RestartDetail, type Shop,
} from 'makegood';
import { define, MakegoodReturns, type DecisionEvent, type Order, type ReturnsState } from 'makegood/elements/returns';
import { define as defineQuote, MakegoodQuote, type ChooseEvent, type QuoteEvent, type QuoteState } from 'makegood/elements/quote';
import { languages, load, loadNames, named as calledName, pick, problem, say, words, type Words } from 'makegood/wording';

// ---- Opening ------------------------------------------------------------------------------------------------------

const shop: Shop = await open('/policy.json');
await open(new URL('https://shop.example/policy.json'));
await open([{ makegood: 1 }]);
await init();
await init({ url: '/assets/engine.wasm' });
await init({ explain: new URL('https://shop.example/explain.wasm') });
await init({ bytes: new Uint8Array(8) });
const named: string = version;

// @ts-expect-error a policy is an address, text or an object
await open(7);
// @ts-expect-error there is no such source
await init({ address: '/engine.wasm' });
// @ts-expect-error a shop comes from `open`
new Shop();
// @ts-expect-error a shop does not change
shop.currency = 'EUR';

// ---- Deciding -----------------------------------------------------------------------------------------------------

const request: Request = {
  today: shop.today(),
  facts: { purchased: '2026-11-01', delivered: { from: '2026-11-03', to: '2026-11-05' } },
  items: [{ id: 'a', quantity: 2, facts: { reason: 'defect', price: '299.00', boxKept: true } }],
};
const decision: Decision = shop.decide(request);
const [item] = decision.items;
// @ts-expect-error an order may have no items
item.finding;
const offers: Offer[] = item?.remedies.flatMap((remedy) => remedy.offers) ?? [];
for (const { until, back, remedy } of offers) {
  const least: string | null | undefined = until?.least;
  const amount: string | undefined = back?.least;
  const own: string = remedy;
  void [least, amount, own];
}
for (const step of item?.steps ?? []) {
  for (const check of step.checks) {
    if (check.part === 'window') void check.counted.map(({ last }) => last);
    // @ts-expect-error only a window is counted
    else void check.counted;
  }
}

// @ts-expect-error today is never guessed
shop.decide({ items: [] });
// @ts-expect-error money is a decimal string
const price: Facts = { price: 299 };
// @ts-expect-error there is no such reason
const reason: Facts = { reason: 'changed-my-mind' };
// @ts-expect-error null is not a fact; leave out what is not known
const unknown: Facts = { delivered: null };
// @ts-expect-error a Date is not a civil date
const moment: Facts = { purchased: new Date() };

const found: readonly Problem[] = await check('/policy.json');
void found;

// ---- What goes wrong ----------------------------------------------------------------------------------------------

shop.addEventListener('restart', (event) => {
  const { call, restarts }: RestartDetail = (event as CustomEvent<RestartDetail>).detail;
  void [call, restarts];
});

function told(error: unknown): string {
  if (error instanceof MakegoodProblem) {
    const problems: readonly Problem[] = error.problems;
    // @ts-expect-error problems are only read
    error.problems.push(problems[0]!);
    return problems.map((one) => `${one.code} ${one.pointer} ${problem(one, 'zh-CN').help}`).join();
  }
  if (error instanceof MakegoodLoadError) {
    const cause: LoadCause = error.reason;
    // @ts-expect-error there is no such cause
    if (error.reason === 'timeout') return '';
    return `${cause} ${error.url} ${error.help}`;
  }
  return String(error);
}

// ---- Words --------------------------------------------------------------------------------------------------------

const tag: string = await load(languages[0] ?? 'en');
await loadNames(tag, shop.law);
const called: string = calledName('delivered', tag) ?? 'delivered';
const sentences: Words = words(decision, tag, shop);
const headline: string | undefined = sentences.items[0]?.headline;
const retry: string = say('interface.retry', tag) + pick(shop.name, tag);
// @ts-expect-error words need a language
words(decision);

// ---- The element --------------------------------------------------------------------------------------------------

define();
define('shop-returns', customElements);
const element: MakegoodReturns = document.createElement('makegood-returns');
const order: Order = { facts: { purchased: '2026-11-01' }, items: [{ id: 'a', title: { en: 'Earphones' } }] };
element.order = order;
element.policy = { makegood: 1 };
element.today = null;
element.addEventListener('makegood-decision', (event: DecisionEvent) => {
  const best: string | undefined = event.detail.decision.items[0]?.finding;
  void best;
});
element.addEventListener('click', (event) => event.clientX);
const state: ReturnsState = element.state;
await element.refresh();

defineQuote('shop-repairs');
const repairs: MakegoodQuote = document.createElement('makegood-quote');
Object.assign(repairs, { order, item: 'a' });
repairs.faults = ['screen'];
repairs.facts = { delivered: '2026-11-03' };
repairs.addEventListener('makegood-quote', (event: QuoteEvent) => event.detail.quote.options.length);
repairs.addEventListener('makegood-choose', (event: ChooseEvent) => event.detail.option.total.most);
void (repairs.state satisfies QuoteState);
// @ts-expect-error there is no such fault
repairs.faults = [1];
// @ts-expect-error the state is only read
element.state = 'yes';
// @ts-expect-error an order has items
element.order = { facts: {} };

export { called, headline, moment, named, price, reason, retry, state, told, unknown };
