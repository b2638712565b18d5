// Last days by the rules of the policy page, counted with Temporal and walked day by day. What is not known is tried in every way
// that it can be. Knows nothing of the engine.
import { Temporal } from 'temporal-polyfill';

const LAST = Temporal.PlainDate.from('9999-12-31');
/** The most days by which a fact makes a window longer. */
const MOST_DAYS = 36_525;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What must have happened before. */
const BEFORE = { dispatched: 'purchased', delivered: 'dispatched', defectNoticed: 'delivered', exchanged: 'delivered', returnReceived: 'delivered', asked: 'purchased' };
/** The history of a purchase is complete: what it does not tell has not happened. */
const HISTORY = { exchanged: NaN, daysInRepair: '0' };

const known = new Map();

/** A day with its weekday and the day after it, each looked up once. */
function day(date) {
  const text = date.toString();
  if (!known.has(text)) {
    let next;
    known.set(text, {
      date, text, weekday: WEEKDAYS[date.dayOfWeek - 1],
      get next() { return next ??= day(within(date.add({ days: 1 }))); },
    });
  }
  return known.get(text);
}

/** Counting beyond the last day of the calendar stays on it. */
const within = (date) => (Temporal.PlainDate.compare(date, LAST) > 0 ? LAST : date);

/** Days whose holidays are not known are worked, if they can be, in the soonest reading, and not worked in the latest. */
const worked = ({ restDays, holidays, workdays, covers, soonest }, { weekday, text }) => (covers.from <= text && text <= covers.until
  ? workdays.has(text) || !(restDays.has(weekday) || holidays.has(text))
  : soonest && !(restDays.has(weekday) && workdays.size === 0));

/** Nothing is known to be worked after this day. */
const isBeyond = ({ covers, soonest }, { text }) => !soonest && text > covers.until;

/** The day on which a length ends that begins with an event. */
export function end(calendar, event, length, countsEventDay) {
  const [, count, unit] = /^(\d+) (.+?)s?$/.exec(length);
  const first = Temporal.PlainDate.from(event);
  if (unit === 'working day') {
    let at = day(first);
    let left = Number(count) - (countsEventDay && worked(calendar, at) ? 1 : 0);
    while (left > 0 && at.next !== at) {
      at = at.next;
      if (isBeyond(calendar, at)) return Infinity;
      left -= worked(calendar, at) ? 1 : 0;
    }
    return left > 0 && isBeyond(calendar, at) ? Infinity : at.text;
  }
  const later = first.add({ [`${unit}s`]: Number(count) }, { overflow: 'constrain' });
  const tooShort = (unit === 'month' || unit === 'year') && later.day < first.day;
  return within(countsEventDay && !tooShort ? later.subtract({ days: 1 }) : later).toString();
}

function rolled(calendar, last) {
  let at = day(Temporal.PlainDate.from(last));
  while (!worked(calendar, at) && at.next !== at) {
    at = at.next;
    if (isBeyond(calendar, at)) return Infinity;
  }
  return !worked(calendar, at) && isBeyond(calendar, at) ? Infinity : at.text;
}

/** The calendar of a policy as it is taken at the soonest, and at the latest if that can make a difference. */
export function calendars(policy) {
  const { restDays = [], holidays = [], workdays = [], covers } = policy.calendar ?? {};
  const calendar = {
    restDays: new Set(restDays), holidays: new Set(holidays), workdays: new Set(workdays),
    covers: { from: covers?.from ?? '', until: covers?.until ?? 'z' },
  };
  return (covers ? [true, false] : [true]).map((soonest) => ({ ...calendar, soonest }));
}

/** The facts of one item, each with everything that it can be. A day that may be any is `-Infinity` or `Infinity`. */
export class Item {
  constructor(policy, today, facts) {
    Object.assign(this, { policy, today, facts, tried: new Map(), calendars: calendars(policy) });
  }

  /** Everything that a fact can be. */
  values(fact) {
    if (!this.tried.has(fact)) this.tried.set(fact, this.#values(fact));
    return this.tried.get(fact);
  }

  #values(fact) {
    const declared = this.policy.facts[fact];
    const stated = this.facts[fact] ?? (fact === 'asked' ? this.today : declared ? declared.unlessTold : HISTORY[fact]);
    if (declared?.type === 'bool') return stated === undefined ? [true, false] : [stated];
    if (declared?.type === 'number' || fact === 'daysInRepair') return stated === undefined ? [0, Infinity] : [wholeDays(stated)];
    if (stated === false || Number.isNaN(stated)) return [null];
    if (typeof stated === 'string') return [stated];
    const { from = -Infinity, to = Infinity } = stated ?? {};
    const before = fact in BEFORE ? this.values(BEFORE[fact])[0] : -Infinity;
    return between(latest([from, before]), to);
  }

  /** What a window comes to for every way in which the facts can be; none where no event starts the clock. */
  ways(window) {
    const entries = [window.from].flat().map((event) => (typeof event === 'string' ? { event } : event));
    const longer = window.extends ?? [];
    const facts = [...entries, ...longer].flatMap((entry) => [entry.event ?? entry.days, this.test(entry.if)?.fact]).filter(Boolean);
    return combinations([...new Set(facts)].map((fact) => [fact, this.values(fact)])).flatMap((at) => {
      const holds = ({ if: condition }) => {
        const test = this.test(condition);
        return !test || at[test.fact] === test.is;
      };
      const events = entries.filter(holds).map(({ event }) => at[event]).filter((event) => event !== null);
      return events.length === 0 ? [null]
        : this.calendars.map((calendar) => this.counted(calendar, window, latest(events), longer.filter(holds), at));
    });
  }

  counted(calendar, window, event, longer, at) {
    if (typeof event === 'number') return { event, ends: event, last: event };
    let ends = end(calendar, event, window.length, window.countsEventDay);
    for (const { length, days, afterRolling } of longer) {
      if (afterRolling && ends !== Infinity) ends = rolled(calendar, ends);
      if (at[days] === Infinity || ends === Infinity) return { event, ends: Infinity, last: Infinity };
      ends = length ? end(calendar, ends, length, false) : within(Temporal.PlainDate.from(ends).add({ days: at[days] })).toString();
    }
    return { event, ends, last: window.rolls === 'next-working-day' && ends !== Infinity ? rolled(calendar, ends) : ends };
  }

  /** The only test in a condition, whatever name or opposite it stands under. */
  test(condition) {
    if (!condition) return null;
    if (condition.condition) return this.test(this.policy.conditions[condition.condition]);
    if (condition.not) {
      const { fact, is } = this.test(condition.not);
      return { fact, is: !is };
    }
    return condition;
  }

  /** Whether a window is open on each of some days, and until when at least and at most. */
  held(window, days) {
    const ways = this.ways(window);
    const open = ways.flatMap((way) => days.map((day) => way !== null && !before(way.last, day)));
    const lasts = ways.map((way) => way?.last ?? -Infinity).sort((one, other) => (before(one, other) ? -1 : 1));
    const told = (last) => (typeof last === 'number' ? null : last);
    return {
      ways,
      finding: open.every(Boolean) ? 'yes' : open.some(Boolean) ? 'maybe' : 'no',
      least: told(lasts[0]),
      most: told(lasts.at(-1)),
    };
  }

  /** It is asked until today, and not before the purchase. */
  window(window) {
    return this.held(window, this.#untilToday('asked'));
  }

  /** A fault was noticed until today, and not before the goods were there. */
  shows(window) {
    return this.held(window, this.#untilToday('defectNoticed'));
  }

  #untilToday(fact) {
    return this.values(fact).map((day) => (before(this.today, day) ? this.today : day));
  }
}

/** Part of a day does not count, and less than none is none. */
const wholeDays = (number) => Math.min(Math.max(Math.trunc(Number(number)), 0), MOST_DAYS);

function between(from, to) {
  if (typeof from === 'number' || typeof to === 'number') return [from, to];
  const days = [from];
  while (days.at(-1) < to) days.push(day(Temporal.PlainDate.from(days.at(-1))).next.text);
  return days;
}

/** Days in one form compare as text. */
export function before(one, other) {
  if (typeof one === 'number') return one === -Infinity && other !== -Infinity;
  return typeof other === 'number' ? other === Infinity : one < other;
}

export const latest = (days) => days.reduce((one, other) => (before(one, other) ? other : one));

function combinations([first, ...others]) {
  if (!first) return [{}];
  const [fact, values] = first;
  return combinations(others).flatMap((rest) => values.map((value) => ({ ...rest, [fact]: value })));
}
