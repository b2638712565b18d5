import type { CivilDate } from '../../binding/makegood.js';
import type { RepairOption } from '../../binding/quote.js';
import type { QuoteWords } from '../quote.js';
import { lastDay, type QuoteVoice } from './voice.js';

interface Entry { name: string; day: CivilDate; summary: string; about: string[] }

/** The days of an option, or of looking at the device, as an iCalendar file (RFC 5545). */
export function calendarOf(voice: QuoteVoice, words: QuoteWords, option: RepairOption | null): string {
  const stamp = `${dated(voice.subject.today)}T000000Z`;
  const lines = entries(voice, words, option).flatMap(({ name, day, summary, about }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uid(voice, name, option))}`,
    // There is no clock: the day of the quote, so that the same quote is the same file.
    `DTSTAMP:${stamp}`,
    // Without an end an event of a date takes that day.
    `DTSTART;VALUE=DATE:${dated(day)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(about.join('\n'))}`,
    ...place(voice),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Makegood//Repair quote//EN', 'CALSCALE:GREGORIAN', ...lines, 'END:VCALENDAR'];
  return `${file.map(folded).join('\r\n')}\r\n`;
}

function entries(voice: QuoteVoice, words: QuoteWords, option: RepairOption | null): Entry[] {
  const { inspection, validUntil } = voice.subject;
  const told = words.options.find(({ id }) => id === option?.id);
  const about = [
    told === undefined ? words.inspection?.sentence ?? words.headline : voice.tell('calendar.about', { option: told.title, total: told.total }),
    ...told?.back ? [told.back.sentence] : [],
    ...words.validity === null ? [] : [words.validity],
    words.policy,
  ];
  const summary = (what: string): string => voice.tell(`calendar.${what}`, { device: words.device });
  const [done, what] = option === null ? [inspection?.ready ?? null, 'looked'] : [option.ready, 'ready'];
  const day = lastDay(done) ?? done?.least ?? null;
  return [
    ...day === null ? [] : [{ name: what, day, summary: summary(what), about }],
    ...validUntil === null ? [] : [{ name: 'valid', day: validUntil, summary: summary('valid'), about }],
  ];
}

/** The same for the same question on the same day, so that a calendar takes a second download for the first. */
function uid({ subject: { policy, model, faults, today } }: QuoteVoice, name: string, option: RepairOption | null): string {
  return `${[name, today, model.id, ...faults.map(({ id }) => id), option?.id ?? 'inspection'].join('.')}@${policy.id}.makegood`;
}

function place(voice: QuoteVoice): string[] {
  const place = voice.subject.way?.place ?? null;
  return place === null ? [] : [`LOCATION:${escaped(voice.text(place))}`];
}

function dated(day: CivilDate): string {
  return day.replaceAll('-', '');
}

/** TEXT of RFC 5545, 3.3.11; other control characters must not be in it. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

const utf8 = new TextEncoder();

/** Lines of at most 75 octets, no character cut in two (RFC 5545, 3.1). */
function folded(line: string): string {
  let octets = 0;
  let out = '';
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
