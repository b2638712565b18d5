import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('fixtures/quotes/', import.meta.url);

/** Quotes that stand for what shoppers meet, by their names. */
export const quotes = Object.fromEntries(readdirSync(folder).sort()
  .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]));

const amount = (minor) => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
const day = (number) => new Date(Date.UTC(2026, 10, 17 + number)).toISOString().slice(0, 10);
const text = (name) => ({ en: `The ${name}`, de: `Das ${name}` });

/** A quote with anything that its type allows, so with more gaps than the engine ever leaves. */
export function randomQuote({ below, pick, chance }) {
  const maybe = (make, percent = 70) => chance(percent) ? make() : null;
  const some = (most, make) => Array.from({ length: below(most + 1) }, (_, index) => make(index));
  const money = () => amount(pick([0, 0, below(100), below(100_000)]));
  const range = () => chance(60) ? ((one) => ({ least: one, most: one }))(money()) : { least: money(), most: money() };
  const days = () => ({ least: day(below(9)), most: maybe(() => day(9 + below(9))) });
  const period = () => `${1 + below(24)} ${pick(['days', 'working days', 'weeks', 'months', 'years'])}`;
  const by = () => ({ rule: 'rule', by: pick(['shop', 'law']), clause: '4.1', title: text('promise'), carriage: 'shop' });
  const warranty = () => ({ length: period(), from: maybe(() => day(3)), until: maybe(() => day(90 + below(300))), continues: chance(30) });
  const asked = ['cause', 'delivered', 'member', 'seriousFault'];
  const faults = some(3, (index) => {
    const covered = pick(['yes', 'no', 'maybe']);
    return {
      id: `fault-${index}`, title: maybe(() => text(`fault ${index}`)), covered, by: covered === 'no' ? null : maybe(by),
      needs: covered === 'maybe' ? asked.filter(() => chance(40)) : [], selfHelp: some(2, () => text('step')),
      decision: {
        id: `fault-${index}`, policy: null, law: null, units: { bought: 1, returned: 0, left: 1 }, price: null, finding: covered,
        declared: { seriousFault: { type: 'bool', ask: text('question'), values: null } }, remedies: [], whatIf: [], steps: [],
        ask: [
          { fact: 'cause', type: 'enum', values: [{ value: 'liquid', label: null }], ask: null, help: null, settledBy: 'shopper', decides: [] },
          { fact: 'delivered', type: 'date', values: null, ask: null, help: null, settledBy: 'delivery-note', decides: [] },
          { fact: 'member', type: 'bool', values: null, ask: null, help: null, settledBy: 'shop', decides: [] },
          { fact: 'seriousFault', type: 'bool', values: null, ask: text('question'), help: maybe(() => text('help')), settledBy: 'shopper', decides: [] },
        ],
      },
    };
  });
  const mends = () => faults.filter(() => chance(60)).map(({ id }) => id);
  const part = (index) => ({
    kind: { id: `kind-${index}`, title: maybe(() => text(`kind ${index}`)) }, grade: pick(['original', 'original-refurbished', 'compatible', 'used']),
    holds: pick([['part'], ['part', 'labour'], ['part', 'carriage', 'handling']]), inStock: chance(50), leadTime: maybe(period), warranty: maybe(warranty),
  });
  const line = (index) => {
    const charge = pick(['part', 'part', 'labour', 'diagnosis', 'carriage-there', 'carriage-back', 'surcharge', 'fee']);
    const payer = pick(['shopper', 'shop', 'open']);
    return {
      id: charge === 'fee' ? 'fault-0' : `line-${index}`, title: maybe(() => text(`line ${index}`)), charge, mends: mends(), price: money(), pays: range(), payer,
      because: pick(['covered', 'same-visit', 'accepted', 'free-from', null]), by: payer === 'shopper' ? null : maybe(by),
      part: charge === 'part' ? part(index) : null, minutes: charge === 'labour' ? maybe(() => 1 + below(90)) : null,
    };
  };
  const option = (index) => {
    const lines = some(5, line);
    const compared = () => pick(['less', 'same', 'more']);
    return {
      id: `option-${index}`, grades: [...new Set(lines.flatMap((one) => one.part === null ? [] : [one.part.grade]))], lines,
      discounts: some(2, (number) => ({ id: `discount-${number}`, title: maybe(() => text('discount')), percent: maybe(() => pick(['10', '7.5'])), amount: range(), finding: pick(['yes', 'maybe']) })),
      tax: some(2, () => ({ rate: pick(['0.13', '0.19', '0.075', '0.1', '1']), included: chance(50), amount: range() })),
      total: range(), limit: money(), shares: some(4, () => ({ of: pick(['parts', 'labour', 'carriage', 'surcharges', 'tax']), amount: money(), thousandths: pick([0, 5, 250, 667, 1000]) })),
      warranty: maybe(warranty), perMonth: maybe(money), ready: maybe(days), back: maybe(days, 40),
      against: index === 0 ? null : maybe(() => ({ pays: compared(), by: money(), warranty: compared(), ready: compared() })),
      worth: maybe(() => ({ replacement: money(), share: '60', limit: money(), finding: pick(['yes', 'no', 'maybe']) })),
    };
  };
  return {
    engine: '0.1.0', today: day(0), currency: 'EUR', policy: { id: 'random-shop', version: '2026-11-01', hash: `sha256:${'ab'.repeat(32)}` },
    repairer: { name: text('repairer'), address: maybe(() => text('street; 7, back\\yard\nfirst floor')), phone: maybe(() => '+49 30 5550100'), email: maybe(() => 'repair@shop.example'), contact: maybe(() => text('chat')) },
    model: { id: 'model', title: maybe(() => text('model')) },
    way: maybe(() => ({ id: 'way', title: maybe(() => text('way')), place: maybe(() => text('place, with; all\nof it')) })),
    faults, options: some(4, option), beaten: below(3), more: below(3),
    inspection: maybe(() => ({ faults: faults.filter(() => chance(50)).map(({ id, title }) => ({ id, title })), price: money(), pays: range(), waived: chance(50), ready: maybe(days) }), 40),
    validUntil: maybe(() => day(30)), overrun: '0', loan: maybe(() => ({ title: maybe(() => text('phone')), price: money() })), cover: maybe(() => ({ until: maybe(() => day(200)) })),
  };
}
