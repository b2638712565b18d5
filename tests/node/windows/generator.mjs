// Policies full of windows, and purchases around them, the same for the same seed.
import { Temporal } from 'temporal-polyfill';
import { random } from '../random.mjs';

const FIRST = Temporal.PlainDate.from('1900-01-01');
const LAST = Temporal.PlainDate.from('9999-12-31');
const BOOLS = ['a', 'b', 'c', 'd', 'e', 'f'];
const EVENTS = ['purchased', 'dispatched', 'delivered', 'installed', 'confirmed', 'informed', 'asked', 'exchanged', 'returnReceived'];
const NUMBERS = ['daysInRepair', 'waiting', 'unheard'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** @returns {{ policy: object, request: object }[]} */
export function windows({ seed, count, rules, items }) {
  const { below, pick, chance } = random(seed);
  const maybe = (percent, value) => (chance(percent) ? value() : {});
  const some = (all, most) => {
    const left = [...all];
    return Array.from({ length: Math.min(below(most + 1), all.length) }, () => left.splice(below(left.length), 1)[0]);
  };
  const day = (date, days) => {
    const to = date.add({ days });
    if (Temporal.PlainDate.compare(to, FIRST) < 0) return FIRST.toString();
    return (Temporal.PlainDate.compare(to, LAST) > 0 ? LAST : to).toString();
  };

  /** Today: any day of some decades, the end of a month, around a leap day, an end of a century or of the calendar. */
  const today = () => {
    const year = 2000 + below(60);
    return pick([
      () => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: below(365) }),
      () => Temporal.PlainDate.from({ year, month: 1 + below(12), day: 1 }).add({ days: below(5) - 2 }),
      () => Temporal.PlainDate.from({ year: 2000 + 4 * below(15), month: 3, day: 1 }).add({ days: below(5) - 2 }),
      () => Temporal.PlainDate.from({ year: pick([2000, 2100, 2400]), month: 3, day: 1 }).add({ days: below(60) - 30 }),
      () => FIRST.add({ days: below(90) }),
      () => LAST.subtract({ days: below(60) }),
      () => LAST.subtract({ days: below(800) }),
    ])();
  };

  const length = () => pick([
    () => `${1 + below(60)} days`, () => '1 day', () => `${1 + below(9)} weeks`, () => `${1 + below(25)} working days`, () => '1 working day',
    () => `${1 + below(30)} months`, () => '1 month', () => `${1 + below(5)} years`, () => '1 year',
    () => pick(['36525 days', '5217 weeks', '1200 months', '100 years', `${100 + below(400)} working days`, '366 days', '48 months']),
  ])();

  /** Each test of a window is on a fact of its own, so that every way in which they come out is possible. */
  const condition = (facts) => {
    const fact = facts.pop();
    return pick([{ fact, is: true }, { fact, is: false }, { not: { fact, is: true } }, { condition: `with-${fact}` }]);
  };
  const deadline = (facts = some(BOOLS, BOOLS.length)) => {
    const event = (name) => (facts.length > 0 && chance(40) ? { event: name, if: condition(facts) } : name);
    const events = some(EVENTS, 3);
    return {
      from: events.length < 2 || chance(40) ? pick(EVENTS) : events.map(event),
      length: length(), ...maybe(30, () => ({ countsEventDay: true })), ...maybe(40, () => ({ rolls: 'next-working-day' })),
    };
  };
  const window = () => {
    const facts = some(BOOLS, BOOLS.length);
    const numbers = some(NUMBERS, 2);
    const extension = () => ({
      ...numbers.length > 0 && chance(60) ? { days: numbers.pop() } : { length: length(), ...maybe(30, () => ({ afterRolling: true })) },
      ...facts.length > 0 && chance(50) ? { if: condition(facts) } : {},
    });
    return { ...deadline(facts), ...maybe(40, () => ({ extends: Array.from({ length: 1 + below(3) }, extension) })) };
  };

  const calendar = (at) => {
    const near = (most) => Array.from({ length: below(most) }, () => day(at, below(260) - 60));
    const break_ = below(200);
    const [holidays, workdays] = [near(12), near(12)];
    if (chance(40)) holidays.push(...Array.from({ length: 2 + below(9) }, (_, after) => day(at, break_ + after)));
    if (chance(40)) workdays.push(...some(holidays, 3));
    const distinct = (days) => [...new Set(days)];
    return {
      ...maybe(35, () => {
        const from = -below(400);
        return { covers: pick([{ from: day(at, from), until: day(at, from + below(700)) }, { from: day(at, from) }, { until: day(at, below(200) - 100) }]) };
      }),
      restDays: chance(70) ? ['sat', 'sun'] : some(WEEKDAYS, pick([1, 3, 6])), holidays: distinct(holidays), workdays: distinct(workdays),
    };
  };

  const policy = (at, version) => ({
    makegood: 1, id: 'windows', version,
    shop: { name: 'Windows', timeZone: 'UTC', currency: 'EUR', languages: ['en'] },
    ...maybe(90, () => ({ calendar: calendar(at) })),
    facts: {
      ...Object.fromEntries(BOOLS.map((name) => [name, { type: 'bool', ...maybe(30, () => ({ unlessTold: chance(50) })) }])),
      installed: { type: 'date' }, confirmed: { type: 'date', unlessTold: false }, informed: { type: 'date', unlessTold: day(at, -below(30)) },
      waiting: { type: 'number' }, unheard: { type: 'number', unlessTold: pick(['0', '3', '12.5']) },
    },
    conditions: Object.fromEntries(BOOLS.map((fact) => [`with-${fact}`, chance(50) ? { fact, is: true } : { not: { fact, is: true } }])),
    rules: Array.from({ length: rules }, (_, index) => ({
      id: `rule-${index}`, clause: '1', title: 'A rule',
      window: window(), ...maybe(60, () => ({ shows: window() })),
      grants: [{
        remedy: 'refund', carriage: 'shop',
        ...maybe(80, () => ({ sendBy: deadline() })), ...maybe(80, () => ({ refundBy: deadline() })),
      }],
    })),
  });

  /** The days of a purchase, in their order; of some little is known. */
  const facts = (at) => {
    const sketchy = chance(30);
    const length = pick([5, 30, 30, 200, 1500]);
    const told = {};
    let back = below(length);
    for (const name of ['purchased', 'dispatched', 'delivered']) {
      told[name] = day(at, -back);
      back -= below(Math.min(back, 9) + 1);
    }
    const since = () => day(at, -below(back + 1));
    if (chance(70)) told.defectNoticed = since();
    if (chance(40)) told.exchanged = since();
    if (chance(60)) told.returnReceived = since();
    if (chance(30)) told.asked = since();
    for (const name of ['installed', 'confirmed', 'informed']) if (name === 'installed' || chance(60)) told[name] = day(at, below(60) - 40);
    for (const name of BOOLS) if (!sketchy || chance(60)) told[name] = chance(50);
    for (const name of NUMBERS) {
      if (!sketchy && name === 'waiting' || chance(50)) told[name] = pick(['0', '1', String(below(90)), '20.9', '-3', '0.999', '36525', '99999']);
    }
    if (sketchy) {
      for (const name of Object.keys(told).filter((name) => EVENTS.includes(name))) {
        const range = { from: told[name], to: day(Temporal.PlainDate.from(told[name]), below(4)) };
        const less = pick([undefined, range, { from: range.from }, { to: range.to }, told[name], told[name]]);
        if (less === undefined) delete told[name];
        else if (name !== 'purchased') told[name] = less;
      }
    }
    return told;
  };

  return Array.from({ length: count }, (_, number) => {
    const at = today();
    const all = Array.from({ length: items }, (_, index) => ({ id: String(index), facts: facts(at) }));
    return { policy: policy(at, String(number + 1)), request: { today: at.toString(), items: all } };
  });
}
