import type { Amount, AmountRange, CivilDate } from '../../binding/makegood.js';
import type { CoveredBy, DayRange, Named, Quote } from '../../binding/quote.js';
import { nearest, type Language } from '../catalogue.js';
import { factName } from '../fact.js';
import { spoken, Voice, type Params } from '../voice.js';
import { lengthName } from '../window.js';
import type { DayWords } from '../quote.js';
import { isZero, sorted } from './amount.js';

/** How one language speaks of a quote: its own sentences beside the shared ones. */
export class QuoteVoice extends Voice {
  readonly #catalogue: Language;

  constructor(readonly subject: Quote, language: string) {
    super(language, subject.currency, subject.repairer.name);
    this.#catalogue = nearest(language);
  }

  /** A sentence of the quotes' own catalogue. */
  tell(key: string, params: Params = {}): string {
    return spoken(this.#catalogue, key, params, 'quote');
  }

  /** "Free", "€150.00", "€0.00 to €150.00" */
  price(range: AmountRange): string {
    const { least, most } = sorted(range);
    return isZero(most) && isZero(least) ? this.tell('money.free') : this.moneyRange({ least, most });
  }

  /** The amounts as they are, the smaller one first. */
  amounts(range: AmountRange): string {
    return this.moneyRange(sorted(range));
  }

  /** What is taken off. */
  minus(range: AmountRange): string {
    const { least, most } = sorted(range);
    const negative = (amount: Amount): Amount => isZero(amount) ? amount : `-${amount}`;
    return this.moneyRange({ least: negative(least), most: negative(most) });
  }

  /** "13 %" of the fraction `0.13` */
  share(fraction: string): string {
    return this.percent(shifted(fraction));
  }

  /** "3 months" */
  length(period: string): string {
    return lengthName(this, period).trim();
  }

  name({ title }: Named, fallback: string): string {
    return title === null ? this.tell(fallback) : this.text(title);
  }

  /** The titles of faults. */
  faults(ids: readonly string[]): string {
    const titles = this.subject.faults.filter(({ id }) => ids.includes(id)).map((fault) => this.faultName(fault));
    return this.list([...new Set(titles)]);
  }

  faultName({ title }: Named): string {
    return title === null ? this.tell('fault.unnamed') : this.text(title);
  }

  /** The facts that settle who pays for some of the faults. */
  needs(faults: readonly string[]): string {
    const names = this.subject.faults
      .filter(({ id, covered }) => faults.includes(id) && covered === 'maybe')
      .flatMap(({ needs, decision }) => needs.map((fact) => factName(this, decision, fact)));
    return this.list([...new Set(names)]);
  }

  /** "The shop pays: Free repair for a year (clause 3.1)" */
  payer(payer: 'shopper' | 'shop' | 'open', by: CoveredBy | null, faults: readonly string[]): string {
    if (payer === 'shopper') return this.tell('payer.shopper');
    const params = by === null ? {} : { title: this.text(by.title), clause: by.clause };
    if (payer === 'shop') return this.tell(`payer.${by?.by ?? 'shop-anyhow'}`, params);
    const open = this.tell(`payer.open.${by?.by ?? 'other'}`, params);
    const facts = this.needs(faults);
    return facts === '' ? open : this.tell('payer.facts', { payer: open, facts });
  }

  days(what: 'ready' | 'back' | 'looked', range: DayRange | null): DayWords | null {
    if (range === null) return null;
    const { least, most } = range;
    const kind = most === null ? 'earliest' : least === most ? 'exact' : 'between';
    const params = { least: this.day(least), most: most === null ? '' : this.day(most) };
    return {
      sentence: this.tell(`day.${what}.${kind}`, params),
      short: this.tell(`day.short.${kind}`, params),
      day: most ?? least,
    };
  }
}

/** The last day of a range, where it is known. */
export function lastDay(range: DayRange | null): CivilDate | null {
  return range?.most ?? null;
}

/** `0.13` is 13 of a hundred, `0.075` is 7.5: the point moves, no digit changes. */
function shifted(fraction: string): string {
  const [whole = '', digits = ''] = fraction.split('.');
  const padded = digits.padEnd(2, '0');
  const percent = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2).replace(/0+$/, '');
  return rest === '' ? percent : `${percent}.${rest}`;
}
