import type { CivilDate, Deadline, ItemDecision, WindowCheck } from '../binding/makegood.js';
import { declared } from './fact.js';
import { deadline } from './limit.js';
import type { Voice } from './voice.js';

const events = [
  'purchased', 'dispatched', 'delivered', 'defectNoticed', 'asked', 'exchanged', 'inRepairSince', 'returnReceived',
];

/** How the time was counted and whether it is still open; of a fault, whether it has shown in it. */
export function windowSentence(voice: Voice, item: ItemDecision, check: WindowCheck, today: CivilDate): string {
  const { part, until: { least, most }, finding } = check;
  const length = lengthName(voice, check.length);
  const event = eventName(voice, item, check.from);
  const counted = check.counted[0];
  if (counted && least !== null && least === most && finding !== 'maybe') {
    const count = voice.say('check.window.count', {
      length, event, day: voice.day(counted.event), counts: check.countsEventDay ? 'yes' : 'no', extended: check.extended ? 'yes' : 'no',
    });
    const told = voice.say(`check.${part}.${finding}`, { count, last: voice.day(counted.last) });
    if (counted.ends === counted.last) return told;
    return voice.together(told, voice.say('check.window.rolled', { ends: voice.day(counted.ends) }));
  }
  if (finding === 'no' && most !== null) return voice.say(`check.${part}.over`, { length, event, most: voice.day(most) });
  if (finding === 'no') return voice.say('check.window.not-begun', { length, event });
  return voice.say(`check.${part}.open`, { length, event, deadline: deadline(voice, check.until, today) });
}

/** Until when the goods must be sent or the money be back; while that is not certain, within how long. */
export function dueSentence(voice: Voice, item: ItemDecision, { due, from, length, until: { least, most } }: Deadline): string {
  if (least !== null && least === most) return voice.say(`due.${due}.by`, { day: voice.day(least) });
  return voice.say(`due.${due}.within`, { length: lengthName(voice, length), event: eventName(voice, item, from) });
}

/** "delivery", or "the later of delivery and the exchange"; a declared day is told by its question or by its name. */
function eventName(voice: Voice, item: ItemDecision, from: readonly string[]): string {
  const names = [...new Set(from.map((event) => {
    if (events.includes(event)) return voice.say(`event.${event}`);
    const ask = declared(item, event)?.ask ?? null;
    const name = voice.named(event);
    if (ask !== null) return voice.say('event.answered', { question: voice.quote(ask) });
    return name === null ? voice.say('event.own') : voice.say('event.named', { name });
  }))];
  return names.length === 1 ? names.join() : voice.say('event.later', { events: voice.list(names) });
}

/** "7 days", as the policy writes it, in the language. */
export function lengthName(voice: Voice, length: string): string {
  const [, n = '', working, unit = ''] = /^(\d+) (working )?(day|week|month|year)s?$/.exec(length) ?? [];
  return voice.say(`length.${working ? 'working-' : ''}${unit}`, { n: Number(n) });
}
