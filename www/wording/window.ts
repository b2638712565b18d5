import type { Check, CivilDate } from '../binding/makegood.js';
import { deadline } from './limit.js';
import type { Voice } from './voice.js';

export type WindowCheck = Extract<Check, { part: 'window' }>;

const events = ['purchased', 'dispatched', 'delivered', 'defectNoticed'];

/** How the time was counted and whether it is still open. */
export function windowSentence(voice: Voice, check: WindowCheck, today: CivilDate): string {
  const { until: { least, most }, finding } = check;
  const length = lengthName(voice, check.length);
  const event = voice.say(`event.${events.includes(check.from) ? check.from : 'own'}`);
  const counted = check.counted[0];
  if (counted && least !== null && least === most && finding !== 'maybe') {
    const count = voice.say('check.window.count', {
      length, event, day: voice.day(counted.event), counts: check.countsEventDay ? 'yes' : 'no',
    });
    const told = voice.say(`check.window.${finding}`, { count, last: voice.day(counted.last) });
    if (counted.ends === counted.last) return told;
    return voice.together(told, voice.say('check.window.rolled', { ends: voice.day(counted.ends) }));
  }
  if (finding === 'no' && most !== null) return voice.say('check.window.over', { length, event, most: voice.day(most) });
  return voice.say('check.window.open', { length, event, deadline: deadline(voice, check.until, today) });
}

/** "7 days", as the policy writes it, in the language. */
function lengthName(voice: Voice, length: string): string {
  const [, n = '', working, unit = ''] = /^(\d+) (working )?(day|week|month|year)s?$/.exec(length) ?? [];
  return voice.say(`length.${working ? 'working-' : ''}${unit}`, { n: Number(n) });
}
