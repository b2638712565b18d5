import type { About, Engine, EngineCalls } from './engine.js';
import { MakegoodProblem } from './errors.js';
import type { CivilDate, Decision, Problem, Request, Shop as ShopFace } from './makegood.js';

/** The engine's number for a compiled policy, good for one start of the engine. */
export interface Handle { shop: number; generation: number }

const forgotten = typeof FinalizationRegistry === 'undefined'
  ? null
  : new FinalizationRegistry<{ engine: Engine; handle: Handle }>(({ engine, handle }) => {
      engine.release(handle.shop, handle.generation);
    });

/** What is wrong with a policy, as far as this engine tells it. */
export function problemsOf(engine: Engine, policy: unknown, law: unknown): { problems: readonly Problem[]; laws: readonly string[] } {
  const { shop, about, problems } = engine.run((calls) => calls.compile(policy, law));
  if (shop !== null) engine.release(shop, engine.generation);
  return { problems, laws: about?.laws ?? [] };
}

/** What is made of a compiled policy. */
export type ShopClass<S> = new (engine: Engine, handle: Handle, document: string, about: About) => S;

/** Compiles a policy beside a law; `null` if it has errors. */
export function compiledShop<S>(Made: ShopClass<S>, engine: Engine, policy: unknown, law: unknown): S | null {
  const { shop, about } = engine.run((calls) => calls.compile(policy, law));
  if (shop === null || about === null) return null;
  // A copy as text: the caller may go on changing the object, and the engine may have to compile it again.
  return new Made(engine, { shop, generation: engine.generation }, JSON.stringify([policy, law]), about);
}

/** A compiled policy. It outlives restarts of the engine: it keeps its document and compiles it again when needed. */
export class Shop extends EventTarget implements ShopFace {
  readonly id: string;
  readonly name: ShopFace['name'];
  readonly currency: string;
  readonly timeZone: string;
  readonly languages: ShopFace['languages'];
  readonly page: string | null;
  readonly versions: ShopFace['versions'];
  readonly reasons: ShopFace['reasons'];
  readonly laws: ShopFace['laws'];
  readonly law: ShopFace['law'];
  protected readonly engine: Engine;
  readonly #handle: Handle;
  readonly #document: string;

  constructor(engine: Engine, handle: Handle, document: string, about: About) {
    super();
    this.engine = engine;
    this.#handle = handle;
    this.#document = document;
    this.id = about.id;
    this.name = about.name;
    this.currency = about.currency;
    this.timeZone = about.timeZone;
    this.languages = about.languages;
    this.page = about.page;
    this.versions = about.versions;
    this.reasons = about.reasons;
    this.laws = about.laws;
    this.law = about.law;
    forgotten?.register(this, { engine, handle });
  }

  today(): CivilDate {
    const parts = new Intl.DateTimeFormat('en', {
      calendar: 'iso8601', numberingSystem: 'latn', timeZone: this.timeZone, year: 'numeric', month: '2-digit', day: '2-digit',
    }).formatToParts(Date.now());
    const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  }

  decide(request: Request): Decision {
    return answered(this.engine.run((calls) => calls.decide(this.current(calls), request), this)).decision;
  }

  protected current(calls: Pick<EngineCalls, 'compile'>): number {
    if (this.#handle.generation !== this.engine.generation) {
      const [policy, law] = JSON.parse(this.#document) as [unknown, unknown];
      const { shop } = calls.compile(policy, law);
      if (shop === null) throw new Error('the policy does not compile any more');
      this.#handle.shop = shop;
      this.#handle.generation = this.engine.generation;
    }
    return this.#handle.shop;
  }
}

/** What the engine answered, unless it found problems. */
export function answered<A extends object>(answer: A | { problems: Problem[] }): A {
  if ('problems' in answer) throw new MakegoodProblem(answer.problems);
  return answer;
}
