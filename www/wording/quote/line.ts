import type { QuoteLine } from '../../binding/quote.js';
import type { QuoteLineWords } from '../quote.js';
import { isZero } from './amount.js';
import type { QuoteVoice } from './voice.js';

export function lineWords(voice: QuoteVoice, line: QuoteLine): QuoteLineWords {
  const { id, charge, mends, price, pays, payer, by, because } = line;
  return {
    id,
    charge,
    title: title(voice, line),
    details: details(voice, line),
    price: voice.money(price),
    pays: voice.amounts(pays),
    reduced: pays.least !== price || pays.most !== price,
    payer,
    paidBy: voice.payer(payer, by, mends),
    because: because === null || because === 'covered' ? null
      : voice.tell(`because.${because}`, { pays: isZero(pays.most) && isZero(pays.least) ? 'free' : 'other' }),
    mends: voice.subject.faults.length > 1 && mends.length > 0 ? voice.tell('line.mends', { faults: voice.faults(mends) }) : null,
  };
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
