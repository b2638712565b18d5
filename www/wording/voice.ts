import type { Amount, AmountRange, CivilDate, Text } from '../binding/makegood.js';
import { localeOf, nearest, spoken, type Language, type Params } from './catalogue.js';
import { nameOf } from './names.js';
import { pick } from './text.js';

export { spoken, type Params };

/** How one language speaks: its sentences, its dates, and its amounts in the decision's currency. */
export class Voice {
  readonly #catalogue: Language;
  readonly #locale: string;
  readonly #day: Intl.DateTimeFormat;

  constructor(readonly language: string, readonly currency: string, readonly shop: Text | null) {
    this.#catalogue = nearest(language);
    this.#locale = localeOf(language, this.#catalogue);
    this.#day = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'long', timeZone: 'UTC' });
  }

  say(key: string, params: Params = {}): string {
    return spoken(this.#catalogue, key, params);
  }

  text(text: Text): string {
    return pick(text, this.language);
  }

  quote(text: Text): string {
    return this.say('text.quote', { text: this.text(text) });
  }

  /** What a fact of the law is called, where that is known. */
  named(fact: string): string | null {
    return nameOf(this.#catalogue, fact);
  }

  shopName(): string {
    return this.shop === null ? this.say('text.shop') : this.text(this.shop);
  }

  day(civil: CivilDate): string {
    return this.#day.format(new Date(civil));
  }

  money(amount: Amount): string {
    return this.#number(amount, { style: 'currency', currency: this.currency });
  }

  moneyRange({ least, most }: AmountRange): string {
    return least === most ? this.money(least) : this.say('text.range', { least: this.money(least), most: this.money(most) });
  }

  percent(decimal: string): string {
    return this.#number(decimal, { style: 'unit', unit: 'percent' });
  }

  number(decimal: string): string {
    return this.#number(decimal, {});
  }

  country(code: string): string {
    return new Intl.DisplayNames(this.#locale, { type: 'region' }).of(code) ?? code;
  }

  list(items: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return new Intl.ListFormat(this.#locale, { type }).format(items);
  }

  /** Several sentences, one after the other. */
  together(...sentences: string[]): string {
    return sentences.join(this.say('text.between'));
  }

  /** A decimal string with exactly the digits that it has: nothing is rounded here. */
  #number(decimal: string, options: Intl.NumberFormatOptions): string {
    const digits = decimal.split('.')[1]?.length ?? 0;
    const format = new Intl.NumberFormat(this.#locale, { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits });
    return format.format(decimal as Intl.StringNumericLiteral);
  }
}

/** Upper case for a phrase that begins a sentence. */
export function beginning(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
