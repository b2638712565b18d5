import type { QuoteLine } from '../../binding/quote.js';
import type { QuoteLineWords } from '../quote.js';
import { isZero } from './amount.js';
import type { QuoteVoice } from './voice.js';

export function lineWords(voice: QuoteVoice, line: QuoteLine): QuoteLineWords {
  const { id, charge, mends, price, pays, payer, by } = line;
  const faults = voice.subject.faults.map((fault) => fault.id);
  const because = reason(voice, line);
  // Where nothing is to be paid either way, that says more than who might have paid.
  const settled = payer === 'open' && nothing(line) && because !== null;
  return {
    id,
    charge,
    title: title(voice, line),
    details: details(voice, line),
    price: voice.money(price),
    pays: voice.amounts(pays),
    reduced: pays.least !== price || pays.most !== price,
    payer,
    paidBy: settled ? because : voice.payer(payer, by, mends.length > 0 ? mends : faults),
    because: settled ? null : because,
    mends: faults.length > 1 && mends.length > 0 ? voice.tell('line.mends', { faults: voice.faults(mends) }) : null,
  };
}

/** Why it is less than the price, where that is not that somebody else pays. */
function reason(voice: QuoteVoice, line: QuoteLine): string | null {
  const { because } = line;
  return because === null || because === 'covered' ? null : voice.tell(`because.${because}`, { pays: nothing(line) ? 'free' : 'other' });
}

function nothing({ pays }: QuoteLine): boolean {
  return isZero(pays.most) && isZero(pays.least);
}

/** The line's own title, or what it is for. */
function title(voice: QuoteVoice, { charge, id, title: own, part, mends }: QuoteLine): string {
  if (charge === 'fee') {
    const faults = voice.faults(mends.length > 0 ? mends : [id]);
    return faults === '' ? voice.name({ id, title: own }, 'line.surcharge') : voice.tell('line.fee', { title: faults });
  }
  if (charge.startsWith('carriage')) return voice.tell(`line.${charge}`);
  return voice.name({ id, title: own ?? part?.kind.title ?? null }, `line.${charge}`);
}

/** What else is to be known of a line, in short phrases. */
function details(voice: QuoteVoice, { charge, part, minutes }: QuoteLine): string[] {
  if (charge.startsWith('carriage')) return voice.subject.way?.title ? [voice.text(voice.subject.way.title)] : [];
  if (part === null) return minutes === null ? [] : [voice.tell('detail.minutes', { n: minutes })];
  const told = [voice.tell(`grade.${part.grade}.name`), stock(voice, part)];
  if (part.holds.some((one) => one !== 'part')) {
    told.push(voice.tell('detail.holds', { things: voice.list(part.holds.map((one) => voice.tell(`holds.${one}`))) }));
  }
  if (part.warranty !== null) told.push(voice.tell('detail.warranty', { length: voice.length(part.warranty.length) }));
  return told;
}

function stock(voice: QuoteVoice, { inStock, leadTime }: NonNullable<QuoteLine['part']>): string {
  if (inStock) return voice.tell('detail.in-stock');
  return leadTime === null ? voice.tell('detail.unknown') : voice.tell('detail.comes', { length: voice.length(leadTime) });
}
