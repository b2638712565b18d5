// When a device is ready and back, and until when its parts are under warranty.
import { before, end, latest } from '../windows/oracle.mjs';
import { truth } from './worlds.mjs';

/** The days of a visit that is agreed on today. */
export class Days {
  constructor(visit) {
    const { request, way, book, operations, calendars } = visit;
    Object.assign(this, { visit, today: request.today });
    const takes = operations.length > 0 ? operations.map((operation) => visit.labour(operation).takes ?? book.takes) : [book.takes];
    const sooner = surcharges(visit).filter(({ finding }) => finding === 'yes').map(({ takes }) => takes).filter(Boolean);
    this.readings = calendars.map((calendar) => {
      const after = (day, length) => (day === Infinity || !length ? day : end(calendar, day, length));
      const there = after(this.today, way?.there?.takes);
      return {
        after,
        there,
        ready: (parts) => {
          const start = latest([there, ...parts.map((part) => this.#comes(after, part))]);
          const ends = takes.map((length) => [after(start, length), ...sooner.map((length) => after(start, length))].reduce(soonest));
          return latest([start, ...ends]);
        },
      };
    });
    const { takes: finding } = book.diagnosis ?? {};
    this.inspected = finding ? this.#range(({ after, there }) => after(there, finding)) : null;
  }

  /** Nobody knows when a part comes that is not in stock and has no lead time. */
  #comes(after, { stock, leadTime }) {
    if (stock !== 0) return this.today;
    return leadTime ? after(this.today, leadTime) : Infinity;
  }

  #range(day) {
    const [least, most] = [this.readings[0], this.readings.at(-1)].map(day);
    return { least, most: most === Infinity ? null : most };
  }

  of({ parts }) {
    const { back } = this.visit.way ?? {};
    const known = parts.every(({ stock, leadTime }) => stock !== 0 || leadTime);
    const warranties = parts.map((part) => part.warranty ?? this.visit.book.warranty ?? null);
    const ends = warranties.map((length) => (length ? this.#end(this.today, length) : this.today));
    const shortest = ends.reduce((one, other) => (before(other, one) ? other : one), ends[0] ?? this.today);
    return {
      ready: known ? this.#range(({ ready }) => ready(parts)) : null,
      back: known && back ? this.#range(({ after, ready }) => after(ready(parts), back.takes)) : null,
      /** Until when the shortest warranty lasts if it begins today; today if there is none. */
      lasts: shortest,
      length: warranties[ends.indexOf(shortest)] ?? null,
    };
  }

  #end(day, length) {
    return this.readings[0].after(day, length);
  }

  /** A warranty from the day on which the device is ready, or the device's own if that lasts longer. */
  warranty(length, ready) {
    if (!length) return null;
    const { cover } = this.visit;
    const from = ready?.least ?? null;
    const own = from && this.#end(from, length);
    const continues = cover !== null && (cover.until === null || (own !== null && before(own, cover.until)));
    return { length, from, until: continues ? cover.until : own, continues };
  }
}

/** The surcharges that a visit has or may have. */
export function surcharges({ policy, book, way, wish, facts }) {
  return (book.surcharges ?? []).map((surcharge) => ({ ...surcharge, finding: truth(policy, surcharge.if, facts) }))
    .filter(({ id, ways, chosen, finding }) => finding !== 'no' && (!ways || ways.includes(way?.id)) && (!chosen || wish.surcharges?.includes(id)));
}

/** How many days a length has for a price by the month, where 30 days are a month and 12 months a year. */
export function lengthInDays(length) {
  const [, count, unit] = /^(\d+) (.+?)s?$/.exec(length);
  return Number(count) * { day: 1, 'working day': 1, week: 7, month: 30, year: 360 }[unit];
}

const soonest = (one, other) => (before(other, one) ? other : one);
