import type { Quote, QuoteLine, RepairOption } from '../../binding/quote.js';
import type { QuoteOptionWords, WarrantyWords } from '../quote.js';
import { beginning } from '../voice.js';
import { isZero } from './amount.js';
import { lineWords } from './line.js';
import { titlesOf } from './title.js';
import { tradeOff } from './trade-off.js';
import type { QuoteVoice } from './voice.js';

export function optionsWords(voice: QuoteVoice): QuoteOptionWords[] {
  const { options } = voice.subject;
  const titles = titlesOf(voice, options);
  const [first] = options;
  return options.map((option, index) => ({
    ...optionWords(voice, option, titles[index] ?? ''),
    tradeOff: first === undefined || option === first ? null : tradeOff(voice, option, first, options),
  }));
}

function optionWords(voice: QuoteVoice, option: RepairOption, title: string): Omit<QuoteOptionWords, 'tradeOff'> {
  const { id, grades, lines, total, limit, shares, perMonth, ready, back } = option;
  const discounts = discountWords(voice, option);
  const tax = taxWords(voice, option);
  const [grade] = grades;
  return {
    id,
    title,
    about: grades.length === 1 && grade !== undefined ? voice.tell(`grade.${grade}.about`) : null,
    total: voice.price(total),
    free: isZero(total.most) && isZero(total.least),
    lines: lines.map((line) => lineWords(voice, line)),
    discounts,
    tax,
    sums: [
      ...discounts.map(({ title, amount, note }) => ({
        label: note === null ? title : voice.say('money.perhaps', { fee: title }), amount, kind: 'discount' as const,
      })),
      ...tax.filter(({ included }) => !included).map(({ label, amount }) => ({ label: beginning(label), amount, kind: 'tax' as const })),
      { label: voice.tell('money.total'), amount: voice.amounts(total), kind: 'total' as const },
      ...tax.filter(({ included }) => included).map(({ label, amount }) => ({ label, amount, kind: 'included-tax' as const })),
    ],
    limit: isZero(limit) ? voice.tell('money.no-bill') : voice.tell('money.limit', { amount: voice.money(limit) }),
    shares: shares.map(({ of, amount, thousandths }) => ({
      label: voice.tell(`share.${of}`), amount: voice.money(amount), percent: voice.percent(percent(thousandths)), thousandths,
    })),
    warranty: warrantyWords(voice, option),
    perMonth: perMonth === null ? null : voice.tell('money.per-month', { amount: voice.money(perMonth) }),
    ready: voice.days('ready', ready),
    back: voice.days('back', back),
    stock: stock(voice, lines),
    worth: worthWords(voice, option),
  };
}

function discountWords(voice: QuoteVoice, { discounts }: RepairOption): QuoteOptionWords['discounts'] {
  return discounts.map(({ id, title, percent, amount, finding }) => {
    const name = voice.name({ id, title }, 'money.discount');
    return {
      id,
      title: percent === null ? name : voice.tell('money.discount-percent', { title: name, percent: voice.percent(percent) }),
      amount: voice.minus(amount),
      note: finding === 'maybe' ? voice.tell('money.perhaps') : null,
    };
  });
}

function taxWords(voice: QuoteVoice, { tax }: RepairOption): QuoteOptionWords['tax'] {
  return tax.map(({ rate, included, amount }) => ({
    label: voice.tell(`money.${included ? 'included' : 'added'}`, { percent: voice.share(rate) }),
    amount: voice.amounts(amount),
    included,
  }));
}

/** `667` thousandths are 66.7 of a hundred. */
function percent(thousandths: number): string {
  const digits = String(thousandths).padStart(2, '0');
  return `${digits.slice(0, -1)}.${digits.slice(-1)}`.replace(/\.0$/, '');
}

function warrantyWords(voice: QuoteVoice, { warranty, lines }: RepairOption): WarrantyWords | null {
  if (warranty === null) return null;
  const { from, until, continues } = warranty;
  const lengths = new Set(lines.flatMap(({ part }) => part === null ? [] : [part.warranty?.length ?? null]));
  const own = voice.length(warranty.length);
  const length = lengths.size > 1 ? voice.tell('warranty.least', { length: own }) : own;
  const kind = from === null ? 'ready' : until === null || continues ? 'from' : 'span';
  const told = voice.tell(`warranty.${kind}`, {
    length, from: from === null ? '' : voice.day(from), until: until === null ? '' : voice.day(until),
  });
  return {
    length,
    sentence: beginning(told),
    continues: !continues ? null
      : until === null ? voice.tell('warranty.continues.open')
      : voice.tell('warranty.continues.until', { day: voice.day(until) }),
    day: until,
  };
}

/** Which parts are there, and which have to come first. */
function stock(voice: QuoteVoice, lines: readonly QuoteLine[]): string | null {
  const parts = lines.flatMap(({ id, title, part }) => part === null ? [] : [{ id, title: title ?? part.kind.title, part }]);
  if (parts.length === 0) return null;
  const missing = parts.filter(({ part }) => !part.inStock);
  if (missing.length === 0) return voice.tell('stock.all', { n: parts.length });
  return voice.together(...missing.map(({ id, title, part: { leadTime } }) => {
    const part = voice.name({ id, title }, 'line.part');
    return leadTime === null ? voice.tell('stock.unknown', { part }) : voice.tell('stock.comes', { part, length: voice.length(leadTime) });
  }));
}

function worthWords(voice: QuoteVoice, { worth, total }: RepairOption): QuoteOptionWords['worth'] {
  if (worth === null) return null;
  const [replacement, limit] = [voice.money(worth.replacement), voice.money(worth.limit)];
  return {
    finding: worth.finding,
    sentence: voice.tell(`worth.${worth.finding}`, { replacement, limit, share: voice.percent(worth.share) }),
    figures: [
      { label: voice.tell('worth.repair'), amount: voice.amounts(total) },
      { label: voice.tell('worth.limit'), amount: limit },
      { label: voice.tell('worth.replacement'), amount: replacement },
    ],
  };
}

/** An option of a quote. @throws {RangeError} if there is none of that name. */
export function optionOf({ options }: Quote, id: string): RepairOption {
  const found = options.find((option) => option.id === id);
  if (found === undefined) throw new RangeError(`the quote has no option ${id}`);
  return found;
}
