// Policies of every shape, the same for the same seed.
import { random } from '../random.mjs';

/** @returns {object[]} policy documents that `open` accepts */
export function policies({ seed, count, shop }) {
  const { below, pick, chance } = random(seed);
  const maybe = (percent, value) => (chance(percent) ? value() : {});

  const fee = () => pick([
    [], [], [], [{ id: 'handling', percent: pick(['10', '12.5', '0.125']) }], [{ id: 'handling', amount: pick(['5', '4.90', '0.05 EUR']) }],
    [{ id: 'return-shipping', amount: '3.95' }], [{ id: 'return-shipping', amount: '3.95' }, { id: 'handling', percent: '5' }],
    [{ id: 'opened', if: { fact: 'opened', is: true }, percent: '10' }], [{ id: 'work', quoted: true }],
  ]);
  const condition = () => pick([
    { fact: 'country', is: 'DE' }, { fact: 'country', in: ['DE', 'AT'] }, { fact: 'itemCondition', is: 'new' }, { fact: 'itemCondition', in: ['new', 'used'] },
    { all: [{ fact: 'country', is: 'DE' }, { fact: 'itemCondition', is: 'new' }] }, { fact: 'member', is: true }, { fact: 'tags', has: 'bulky' },
    { fact: 'purchased', from: '2026-11-01', until: '2026-12-24' }, { fact: 'purchased', from: '2026-06-01', until: '2026-06-30' }, { condition: 'whole' }, { not: { condition: 'whole' } },
  ]);
  const window = () => ({
    from: pick(['delivered', 'delivered', 'delivered', 'purchased']),
    length: pick(['7 days', '14 days', '30 days', '2 weeks', '60 days', '1 day', '1 month', '10 working days']),
    ...maybe(10, () => ({ rolls: 'next-working-day' })),
    ...maybe(10, () => ({ countsEventDay: true, length: '15 days' })),
  });
  const reasons = () => pick([
    {}, {}, { reasons: ['change-of-mind'] }, { reasons: ['change-of-mind'] }, { reasons: ['defect'] }, { reasons: ['change-of-mind', 'defect'] },
    { reasons: ['not-as-described', 'wrong-item', 'missing-item', 'damaged-in-transit', 'late'] }, { reasons: ['wrong-item', 'not-received'] },
  ]);
  const rule = (index, alike) => ({
    id: `rule-${index + 1}`, clause: String(index + 1), title: pick(['Return', { en: 'Winter', 'zh-CN': '冬季' }]),
    ...reasons(),
    ...maybe(30, () => ({ if: condition() })),
    ...maybe(8, () => ({ unless: [{ id: 'sale', if: { fact: 'tags', has: 'final-sale' } }] })),
    ...maybe(5, () => ({ goodwill: true })),
    ...(below(100) < 60 ? alike : maybe(85, () => ({ window: window() }))),
    grants: [...new Set(Array.from({ length: 1 + below(3) }, () => pick(['refund', 'refund', 'exchange', 'store-credit', 'repair'])))].map((remedy) => ({
      remedy, carriage: pick(['shop', 'shop', 'shopper', 'shopper', 'none']), ...maybe(30, () => ({ fees: fee() })),
    })),
  });

  return Array.from({ length: count }, (_, number) => {
    const alike = { window: { from: 'delivered', length: pick(['14 days', '30 days', '2 weeks']) } };
    return {
      makegood: 1, id: 'generated', version: String(number + 1),
      shop: { ...shop, ...maybe(30, () => ({ page: 'https://shop.example/returns' })) },
      ...maybe(30, () => ({ calendar: { restDays: ['sat', 'sun'] } })),
      facts: { itemCondition: { type: 'enum', ask: 'In which condition is it?', values: { new: 'As new', used: 'Used' } } },
      conditions: { whole: { fact: 'accessoriesComplete', is: true } },
      rules: Array.from({ length: 1 + below(4) }, (_, index) => rule(index, alike)),
    };
  });
}
