// Price books with everything that a price can hang on, and what shoppers ask of them, the same for the same seed.
import { Temporal } from 'temporal-polyfill';
import { random } from '../random.mjs';
import { Coins, GRADES } from './worlds.mjs';

const CURRENCIES = ['EUR', 'CNY', 'USD', 'JPY', 'KRW', 'KWD', 'BHD'];
const KINDS = ['battery', 'board', 'camera', 'screen'];
const OPERATIONS = ['clean', 'open', 'solder', 'test'];
const FAULTS = ['broken', 'cracked', 'dead', 'odd', 'weak'];
const MODELS = ['one', 'two'];
const WAYS = ['counter', 'post', 'visit'];
const SURCHARGES = ['express', 'glue', 'remote'];
const DISCOUNTS = ['bundle', 'club', 'code', 'spring'];
const CHARGES = ['parts', 'labour', 'diagnosis', 'carriage', 'surcharges'];
const BOOLS = ['a', 'b', 'c', 'member'];
const CAUSES = ['normal-use', 'human-damage', 'liquid', 'opened-by-others', 'force-majeure'];
const RATES = ['0', '0.05', '0.077', '0.1', '0.13', '0.19', '0.2', '0.25', '0.065'];

/** @returns {{ versions: object[], requests: object[] }[]} */
export function quotes({ seed, count, requests }) {
  const { below, pick, chance } = random(seed);
  const maybe = (percent, value) => (chance(percent) ? value() : {});
  const some = (all, least, most) => {
    const left = [...all];
    return Array.from({ length: least + below(Math.min(most, all.length) - least + 1) }, () => left.splice(below(left.length), 1)[0]);
  };
  const byName = (names, value) => Object.fromEntries(names.map((name) => [name, value(name)]));
  const list = (names, value) => names.map((id) => ({ id, ...value(id) }));
  const title = (name) => (chance(50) ? { title: `The ${name}` } : {});

  const percent = () => pick(['5', '10', '12.5', '20', '33.33', '50', '100', '0.5', String(below(100))]);
  const length = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  const period = () => pick([
    () => length(1 + below(20), 'day'), () => length(1 + below(8), 'working day'), () => length(1 + below(4), 'week'),
    () => length(1 + below(24), 'month'), () => length(1 + below(3), 'year'), () => '30 days', () => '3 months',
  ])();
  const takes = () => pick([() => length(1 + below(6), 'working day'), () => length(1 + below(6), 'working day'), () => length(1 + below(9), 'day'), () => '1 week'])();
  const condition = () => {
    const [one, other] = some(BOOLS, 2, 2).map((fact) => ({ fact, is: chance(70) }));
    return pick([one, one, { not: one }, { all: [one, other] }, { any: [one, other] }, { condition: 'club' }, { fact: 'cause', in: some(CAUSES, 1, 3) }]);
  };

  /** Few prices are many times the same, and many have half a coin as soon as they are shared. */
  const prices = ({ digits }) => (most) => pick([
    () => String(below(most)), () => String(10 * below(most / 10)), () => (below(most * 10 ** digits) / 10 ** digits).toFixed(digits),
    () => (digits === 0 ? String(5 * below(most / 5)) : `${below(most)}.${'5'.padStart(digits, '9')}`),
  ])();

  function book(amount) {
    const models = (percent) => maybe(percent, () => ({ models: some(MODELS, 1, 2) }));
    const kinds = some(KINDS, 1, 4);
    const operations = some(OPERATIONS, 1, 4);
    const ways = some(WAYS, 0, 3);
    const many = chance(15);
    const parts = kinds.flatMap((kind) => Array.from({ length: many ? 3 + below(9) : below(14) === 0 ? 0 : 1 + below(3) }, (_, index) => ({
      id: `${kind}-${index}`, kind, ...models(10), grade: pick(GRADES), ...title(kind), price: amount(900),
      ...maybe(20, () => ({ holds: some(['part', 'labour', 'carriage', 'handling'], 1, 3) })),
      ...maybe(60, () => ({ warranty: period() })), ...maybe(30, () => ({ stock: below(3) })), ...maybe(25, () => ({ leadTime: takes() })),
    })));
    const labour = operations.flatMap((operation) => {
      const row = () => ({ price: amount(pick([100, 300])), ...maybe(50, () => ({ minutes: 1 + below(90) })), ...maybe(40, () => ({ takes: takes() })) });
      const own = some(MODELS, 0, 2).filter(() => chance(60)).map((model) => ({ operation, models: [model], ...row() }));
      return chance(90) ? [{ operation, ...row() }, ...own] : own;
    });
    const share = () => (chance(50) ? { percent: percent() } : { amount: amount(120) });
    const journey = () => ({ price: amount(60), ...maybe(60, () => ({ freeFrom: amount(600) })), ...maybe(60, () => ({ takes: takes() })) });
    return {
      models: byName(MODELS, (name) => ({ title: name, ...maybe(60, () => ({ replacement: amount(2000) })) })),
      kinds: byName(kinds, (name) => ({ title: name, ...maybe(70, () => ({ labour: some(operations, 1, 2) })) })),
      faults: byName(FAULTS, (name) => ({
        title: name, ...models(15), ...maybe(80, () => ({ parts: some(kinds, 1, 2) })), ...maybe(40, () => ({ labour: some(operations, 1, 2) })),
        ...maybe(40, () => ({ facts: { cause: pick(CAUSES) } })), ...maybe(20, () => ({ selfHelp: ['Restart it.'] })),
      })),
      parts, operations: byName(operations, (name) => ({ title: name })), labour,
      ...maybe(70, () => ({ labourPer: pick(['visit', 'operation']) })),
      ...maybe(70, () => ({ takes: takes() })),
      ...maybe(60, () => ({ diagnosis: { price: amount(80), ...maybe(40, () => ({ waived: chance(80) })), ...maybe(50, () => ({ takes: takes() })) } })),
      ...ways.length > 0 ? { ways: byName(ways, (name) => ({ title: name, ...maybe(70, () => ({ there: journey() })), ...maybe(70, () => ({ back: journey() })) })) } : {},
      surcharges: list(some(SURCHARGES, 0, 3), (name) => ({
        title: name, ...share(), ...ways.length > 0 ? maybe(30, () => ({ ways: some(ways, 1, 2) })) : {}, ...maybe(50, () => ({ chosen: true })),
        ...maybe(40, () => ({ if: condition() })), ...maybe(40, () => ({ takes: takes() })),
      })),
      discounts: list(some(DISCOUNTS, 0, 4), (name) => ({
        title: name, ...share(), ...maybe(60, () => ({ off: some(CHARGES, 1, 5) })), ...maybe(40, () => ({ if: condition() })),
        ...maybe(25, () => ({ coupon: pick(['SPRING', ' Neu24 ']) })), ...maybe(15, () => ({ repairs: 2 })),
      })),
      ...maybe(80, () => ({
        tax: {
          rate: pick(RATES), ...maybe(50, () => ({ services: pick(RATES) })), included: chance(50),
          ...maybe(50, () => ({ countries: byName(some(['FR', 'JP', 'DE'], 1, 3), () => ({ rate: pick(RATES), ...maybe(50, () => ({ services: pick(RATES) })) })) })),
        },
      })),
      ...maybe(60, () => ({ warranty: period() })), ...maybe(40, () => ({ validFor: period() })), ...maybe(50, () => ({ overrun: percent() })),
      ...maybe(70, () => ({ worthUpTo: percent() })), ...maybe(20, () => ({ loan: { price: amount(50) } })),
    };
  }

  const rules = (amount) => Array.from({ length: 1 + below(3) }, (_, index) => ({
    id: `rule-${index}`, clause: String(index), title: `Rule ${index}`,
    ...maybe(80, () => ({ reasons: ['defect'] })),
    ...maybe(40, () => ({ if: condition() })),
    ...maybe(60, () => ({ unless: [{ id: 'people', if: { fact: 'cause', in: some(CAUSES, 1, 4) } }] })),
    ...maybe(60, () => ({ window: { from: 'delivered', length: pick(['6 months', '1 year', '2 years', '90 days']) } })),
    grants: some(['repair', 'replace-part', 'exchange'], 1, 2).map((remedy) => ({
      remedy, carriage: pick(['shop', 'shopper', 'none', 'open']),
      ...maybe(50, () => ({
        fees: list(some(['desk', 'wear', 'rest'], 1, 2), () => ({
          ...pick([() => ({ percent: percent() }), () => ({ amount: amount(40) }), () => ({ amount: amount(20) }), () => ({ quoted: true })])(),
          ...maybe(40, () => ({ if: condition() })),
        })),
      })),
    })),
  }));

  const day = (date, days) => date.add({ days }).toString();

  function calendar(today) {
    const near = (most) => [...new Set(Array.from({ length: below(most) }, () => day(today, below(40) - 5)))];
    const holidays = near(12);
    return {
      restDays: chance(80) ? ['sat', 'sun'] : ['fri'], holidays, workdays: chance(40) ? some(holidays, 0, 2) : near(3),
      ...maybe(15, () => ({ covers: { from: day(today, -60 - below(9)), until: day(today, below(40) - 3) } })),
    };
  }

  function request(book, today, versions) {
    const told = (percent) => Object.fromEntries(BOOLS.filter(() => chance(percent)).map((fact) => [fact, chance(50)]));
    const purchased = below(800);
    const facts = {
      ...told(60), ...maybe(versions > 1 ? 100 : 85, () => ({ purchased: day(today, -purchased) })), ...maybe(70, () => ({ delivered: day(today, -below(purchased + 1)) })),
      ...maybe(50, () => ({ cause: pick(CAUSES) })), ...maybe(60, () => ({ country: pick(['FR', 'JP', 'DE', 'US']) })),
      ...maybe(50, () => ({ price: String(below(900)) })), ...maybe(3, () => ({ reason: pick(['defect', 'not-as-described']) })),
    };
    if (!facts.purchased) delete facts.delivered;
    const ways = Object.keys(book.ways ?? {});
    return {
      today: today.toString(), facts, model: pick(MODELS),
      faults: some(FAULTS, chance(3) ? 0 : 1, pick([1, 1, 2, 3, 5])).map((id) => ({ id, ...maybe(30, () => ({ facts: { ...maybe(70, () => ({ cause: pick(CAUSES) })), ...told(20) } })) })),
      ...maybe(70, () => ({
        wish: {
          ...ways.length > 0 ? maybe(60, () => ({ way: pick(ways) })) : {},
          ...maybe(60, () => ({ surcharges: book.surcharges.map(({ id }) => id).filter(() => chance(60)) })),
          ...maybe(50, () => ({ coupon: pick(['spring', '  SPRING', 'neu24', 'NEU24 ', 'autumn']) })),
        },
      })),
    };
  }

  return Array.from({ length: count }, (_, number) => {
    const shop = { name: 'Quotes', timeZone: 'UTC', currency: pick(CURRENCIES), languages: ['en'], ...maybe(60, () => ({ rounding: pick(['half-up', 'half-even']) })) };
    const amount = prices(new Coins(shop));
    const today = Temporal.PlainDate.from({ year: 2020 + below(20), month: 1 + below(12), day: 28 }).add({ days: below(31) - 15 });
    const version = (name) => ({
      makegood: 1, id: 'quotes', version: name, shop, ...maybe(90, () => ({ calendar: calendar(today) })),
      facts: byName(['a', 'b', 'c'], (name) => ({ type: 'bool', ...name === 'c' ? { unlessTold: false } : {} })),
      conditions: { club: { any: [{ fact: 'member', is: true }, { fact: 'a', is: true }] } },
      rules: rules(amount), repair: book(amount),
    });
    const versions = [version('1'), ...chance(25) ? [{ ...version('2'), from: day(today, pick([0, -1, -200, -500, 1])) }] : []];
    const { repair } = versions.findLast(({ from = '' }) => from <= today.toString());
    return { versions, requests: Array.from({ length: requests }, () => request(repair, today, versions.length)) };
  });
}
