import type { AmountRange, Text } from '../../binding/makegood.js';
import type { QuoteLine, RepairOption } from '../../binding/quote.js';
import type { FormRow, FormSection, FormTable, QuoteForm, QuoteOptionWords, QuoteWords } from '../quote.js';
import { isZero } from './amount.js';
import { lineWords } from './line.js';
import { optionOf } from './option.js';
import type { QuoteVoice } from './voice.js';
import { wordsOf } from './words.js';

/** What a form is written of: an option, or that the device is looked at. */
interface Subject { voice: QuoteVoice; words: QuoteWords; option: RepairOption | null; told: QuoteOptionWords | null }

export function formOf(voice: QuoteVoice, id: string | null, kind: QuoteForm['kind']): QuoteForm {
  const words = wordsOf(voice);
  const option = id === null ? null : optionOf(voice.subject, id);
  const told = words.options.find((one) => one.id === id) ?? null;
  const subject: Subject = { voice, words, option, told };
  const european = kind === 'european';
  return {
    kind,
    title: voice.tell(`form.${kind}`),
    intro: european ? voice.tell('form.european-intro') : told === null ? words.headline : voice.tell('form.row', { label: told.title, value: told.total }),
    sections: european ? europeanSections(subject) : quoteSections(subject),
    table: told === null ? null : table(voice, told),
    footer: footer(voice),
  };
}

// ---- The quote ---------------------------------------------------------------------------------------------------------

function quoteSections(subject: Subject): FormSection[] {
  const { voice, words, told } = subject;
  const { loan } = voice.subject;
  const { inspection } = words;
  const days = [told?.ready, told?.back, told === null ? inspection?.ready : null].flatMap((day) => day ? [day.sentence] : []);
  return [
    { heading: voice.tell('form.repairer'), rows: repairer(voice) },
    {
      heading: voice.tell('form.service'),
      rows: [
        row(voice, 'device', words.device),
        row(voice, 'faults', ...faults(subject)),
        row(voice, 'repair', told?.title ?? voice.tell('form.inspection')),
        row(voice, 'pays', ...payers(subject)),
        ...inspection === null ? [] : [row(voice, 'look', ...inspection.faults, inspection.sentence)],
      ],
    },
    {
      heading: voice.tell('form.days'),
      rows: [
        row(voice, 'time', ...days, ...days.length > 0 ? [words.accepted] : [voice.tell('form.unknown')]),
        row(voice, 'warranty', ...warranty(subject)),
        row(voice, 'cover', words.cover),
        row(voice, 'way', words.way),
        row(voice, 'loan', loan === null ? null : voice.tell('form.with-cost', { title: loaned(voice), cost: loanCost(voice) })),
      ],
    },
    {
      heading: voice.tell('form.terms'),
      rows: [
        row(voice, 'validity', until(voice)),
        row(voice, 'price', told === null ? inspection?.sentence ?? null : told.total, told?.limit ?? null),
        row(voice, 'more-quote', told?.tradeOff?.sentence ?? null, told?.worth?.sentence ?? null),
      ],
    },
  ];
}

// ---- The European Repair Information Form ------------------------------------------------------------------------------

/** The fields of Directive (EU) 2024/1799, annex I, in its order. */
function europeanSections(subject: Subject): FormSection[] {
  const { voice, words, option, told } = subject;
  const { loan } = voice.subject;
  const extra = (option?.lines ?? []).filter(isAncillary);
  return [
    { heading: voice.tell('form.repairer-european'), rows: repairer(voice) },
    {
      heading: voice.tell('form.service-european'),
      rows: [
        row(voice, 'good', words.device),
        row(voice, 'defect', ...faults(subject)),
        row(voice, 'repair-suggested', ...suggested(subject)),
        row(voice, 'price-european', ...price(subject)),
        { label: voice.tell('form.time-european'), values: time(subject) },
        row(voice, 'loan-european', loan === null ? null : loaned(voice)),
        row(voice, 'loan-cost', loan === null ? null : loanCost(voice)),
        { label: voice.tell('form.place'), values: [words.way ?? voice.tell('form.unknown')] },
        row(voice, 'ancillary', ...extra.map((line) => lineWords(voice, line).title)),
        row(voice, 'ancillary-cost', ...extra.map((line) => pair(voice, lineWords(voice, line).title, cost(voice, line.pays)))),
        { label: voice.tell('form.validity-european'), values: [until(voice) ?? voice.tell('form.unknown')] },
        row(voice, 'more', ...told === null ? [] : warrantyTold(told), words.cover, ...payers(subject)),
      ],
    },
  ];
}

/** Removal, installation and transport are services beside the repair; so is what is added for coming quickly. */
function isAncillary({ charge }: QuoteLine): boolean {
  return charge === 'carriage-there' || charge === 'carriage-back' || charge === 'surcharge';
}

function suggested({ voice, told }: Subject): string[] {
  if (told === null) return [voice.tell('form.inspection')];
  const done = told.lines.filter(({ charge }) => charge === 'part' || charge === 'labour' || charge === 'diagnosis');
  return [told.title, ...done.map(({ title }) => title)];
}

function price({ voice, words, option, told }: Subject): string[] {
  if (told === null || option === null) return [words.inspection?.sentence ?? words.headline];
  const certain = option.total.least === option.total.most;
  const most = voice.tell('form.at-most', { amount: voice.money(option.limit) });
  return [told.total, ...certain ? [] : [voice.tell('form.method')], most, ...told.tax.map(({ label, amount }) => pair(voice, label, amount))];
}

function time({ voice, words, told }: Subject): string[] {
  const days = told === null ? [words.inspection?.ready] : [told.ready, told.back];
  const sentences = days.flatMap((day) => day ? [day.sentence] : []);
  return sentences.length === 0 ? [voice.tell('form.unknown')] : [...sentences, words.accepted];
}

// ---- Both --------------------------------------------------------------------------------------------------------------

function repairer(voice: QuoteVoice): FormRow[] {
  const { name, address, phone, email, contact } = voice.subject.repairer;
  const text = (one: Text | null): string | null => one === null ? null : voice.text(one);
  return [
    row(voice, 'name', text(name)),
    { label: voice.tell('form.address'), values: [text(address) ?? voice.tell('form.unknown')] },
    row(voice, 'phone', phone),
    row(voice, 'email', email),
    row(voice, 'contact', text(contact)),
  ];
}

function faults({ voice, words }: Subject): string[] {
  return words.faults.length === 0 ? [voice.tell('form.unknown')] : words.faults.map(({ title }) => title);
}

/** Who pays for mending each fault. */
function payers({ voice, words }: Subject): string[] {
  return words.faults.map(({ title, payer }) => words.faults.length === 1 ? payer : pair(voice, title, payer));
}

function warranty({ voice, told }: Subject): (string | null)[] {
  if (told === null) return [];
  return told.warranty === null ? [voice.tell('warranty.none')] : warrantyTold(told);
}

function warrantyTold({ warranty }: QuoteOptionWords): string[] {
  return warranty === null ? [] : [warranty.sentence, ...warranty.continues === null ? [] : [warranty.continues]];
}

function table(voice: QuoteVoice, { lines, sums }: QuoteOptionWords): FormTable {
  return {
    caption: voice.tell('form.caption'),
    head: [voice.tell('form.what'), voice.tell('form.price-column'), voice.tell('form.pays-column')],
    rows: lines.map(({ title, details, price, pays, payer, paidBy, because, mends }) => ({
      what: title,
      notes: [...details, mends, payer === 'shopper' ? null : paidBy, because].filter((note) => note !== null),
      price,
      pays,
    })),
    foot: sums.map(({ label, amount, kind }) => ({ label, amount, strong: kind === 'total' })),
  };
}

function footer(voice: QuoteVoice): string[] {
  const { policy, engine, today } = voice.subject;
  return [
    voice.say('policy.used', { id: policy.id, version: policy.version, hash: policy.hash.replace('sha256:', '').slice(0, 8) }),
    policy.hash,
    voice.tell('form.engine', { engine: `Makegood ${engine}`, day: voice.day(today) }),
  ];
}

/** "Until 17 December 2026" */
function until(voice: QuoteVoice): string | null {
  const { validUntil } = voice.subject;
  return validUntil === null ? null : voice.say('deadline.exact', { least: voice.day(validUntil) });
}

function loaned(voice: QuoteVoice): string {
  const title = voice.subject.loan?.title ?? null;
  return title === null ? voice.tell('quote.loan') : voice.text(title);
}

function loanCost(voice: QuoteVoice): string {
  const price = voice.subject.loan?.price ?? '0';
  return cost(voice, { least: price, most: price });
}

function cost(voice: QuoteVoice, range: AmountRange): string {
  return isZero(range.least) && isZero(range.most) ? voice.tell('form.free') : voice.amounts(range);
}

export function pair(voice: QuoteVoice, label: string, value: string): string {
  return voice.tell('form.row', { label, value });
}

/** A row with what there is of its values; "None" if there is nothing. */
function row(voice: QuoteVoice, label: string, ...values: (string | null)[]): FormRow {
  const told = values.filter((value) => value !== null && value !== '') as string[];
  return { label: voice.tell(`form.${label}`), values: told.length === 0 ? [voice.tell('form.none')] : told };
}
