import type { Compared, RepairOption } from '../../binding/quote.js';
import type { QuoteOptionWords } from '../quote.js';
import { inSentence, titlesOf } from './title.js';
import { lastDay, type QuoteVoice } from './voice.js';

interface Merit { phrase: string; gain: boolean }

/** What one gets and gives up against the first option, in plain words. */
export function tradeOff(voice: QuoteVoice, option: RepairOption, first: RepairOption, all: readonly RepairOption[]): QuoteOptionWords['tradeOff'] {
  const { against } = option;
  if (against === null) return null;
  const merits = [
    pays(voice, against.pays, against.by),
    warranty(voice, against.warranty, option.warranty, first.warranty),
    ready(voice, against.ready, option, first),
  ].filter((merit) => merit !== null);
  const gains = merits.filter(({ gain }) => gain).map(({ phrase }) => phrase);
  const losses = merits.filter(({ gain }) => !gain).map(({ phrase }) => phrase);
  const kind = gains.length > 0 && losses.length > 0 ? 'both' : gains.length > 0 ? 'gains' : losses.length > 0 ? 'losses' : 'same';
  const join = voice.tell('trade.join');
  const sentence = voice.tell(`trade.${kind}`, { first: nameOf(voice, first, all), gains: gains.join(join), losses: losses.join(join) });
  return { sentence, gains, losses };
}

/** The first option in a sentence; in quotes where its title is more than its grades. */
function nameOf(voice: QuoteVoice, first: RepairOption, all: readonly RepairOption[]): string {
  const alone = all.filter((other) => inSentence(voice, other, 'parts') === inSentence(voice, first, 'parts')).length === 1;
  return alone ? inSentence(voice, first, 'than') : voice.quote(titlesOf(voice, all)[all.indexOf(first)] ?? '');
}

function pays(voice: QuoteVoice, compared: Compared, by: string): Merit | null {
  if (compared === 'same') return null;
  return { phrase: voice.tell(`trade.${compared}`, { amount: voice.money(by) }), gain: compared === 'less' };
}

function warranty(voice: QuoteVoice, compared: Compared, own: RepairOption['warranty'], other: RepairOption['warranty']): Merit | null {
  if (compared === 'same') return null;
  return { phrase: warrantyPhrase(voice, compared, own, other), gain: compared === 'more' };
}

function warrantyPhrase(voice: QuoteVoice, compared: 'less' | 'more', own: RepairOption['warranty'], other: RepairOption['warranty']): string {
  if (own === null && other !== null) return voice.tell('trade.warranty-none', { other: voice.length(other.length) });
  if (own !== null && other === null) return voice.tell('trade.warranty-first', { length: voice.length(own.length) });
  if (own !== null && other !== null) {
    const continues = own.continues || other.continues;
    if (!continues && own.length !== other.length) {
      return voice.tell('trade.warranty', { length: voice.length(own.length), other: voice.length(other.length) });
    }
    if (own.until !== null && other.until !== null && own.until !== other.until) {
      return voice.tell('trade.warranty-until', { day: voice.day(own.until), other: voice.day(other.until) });
    }
  }
  return voice.tell(compared === 'more' ? 'trade.warranty-longer' : 'trade.warranty-shorter');
}

/** Less is sooner. */
function ready(voice: QuoteVoice, compared: Compared, own: RepairOption, first: RepairOption): Merit | null {
  if (compared === 'same') return null;
  const [day, other] = [lastDay(own.ready), lastDay(first.ready)];
  const gain = compared === 'less';
  if (day !== null && other !== null) return { phrase: voice.tell('trade.ready', { day: voice.day(day), other: voice.day(other) }), gain };
  if (day !== null) return { phrase: voice.tell('trade.ready-known', { day: voice.day(day) }), gain };
  return { phrase: voice.tell('trade.ready-unknown'), gain };
}
