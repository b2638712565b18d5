import { random } from '../random.mjs';

const words = [
  'Screen', '屏幕', '=1+1', '+49', '-', '@home', "'", "''=x", "'tis", '"', 'a "b" c', ',', ';', '|', 'a\tb', '\tx', 'a\nb', 'a\r\nb', '\r', ' led ', '＝x', 'é', '𝒳', 'sep=;', '#N/A ',
];
const periods = ['1 day', '3 days', '2 working days', '01 weeks', '1 months', '12 months', '100 years'];
const amounts = ['0', '0.00', '59.90', '007.5', '12.30 CNY', '9999999999999.99'];

/** Policies with price books of every form that can be written. */
export function books({ seed, count, base }) {
  const { below, pick, chance } = random(seed);
  const some = (all) => all.filter(() => chance(50));
  const maybe = (percent, key, value) => (chance(percent) ? { [key]: value() } : {});
  const title = (form) => {
    const said = () => Array.from({ length: 1 + below(3) }, () => pick(words)).join('').replace(/^\s*$/, 'x');
    if (form === 'text' || (form === 'both' && chance(50))) return said();
    return Object.fromEntries(some(['en', 'zh-CN', 'ja']).concat('de').slice(0, 1 + below(3)).map((tag) => [tag, said()]));
  };
  return Array.from({ length: count }, () => {
    const form = pick(['text', 'each', 'both']);
    const names = Array.from({ length: 1 + below(6) }, (_, index) => pick([`m${index}`, `constructor-${index}`, `M-${index}-x`]));
    const models = Object.fromEntries(names.map((name) => [name, { title: title(form), ...maybe(50, 'icon', () => pick(['phone', 'watch'])), ...maybe(50, 'replacement', () => pick(amounts)) }]));
    const fit = () => maybe(60, 'models', () => { const some_ = some(names); return some_.length === 0 ? [names[0]] : some_; });
    const parts = Array.from({ length: below(8) }, (_, index) => ({
      id: `part-${index}`, kind: pick(['screen', 'battery']), ...fit(), grade: pick(['original', 'original-refurbished', 'compatible', 'used']),
      ...maybe(70, 'title', () => title(form)), price: pick(amounts), ...maybe(40, 'holds', () => [pick(['part', 'labour']), 'carriage']),
      ...maybe(50, 'warranty', () => pick(periods)), ...maybe(50, 'stock', () => below(4)), ...maybe(50, 'leadTime', () => pick(periods)),
    }));
    const labour = some(['open', 'clean', 'test']).flatMap((operation) => [
      { operation, price: pick(amounts), ...maybe(50, 'minutes', () => 1 + below(90)) },
      ...(chance(50) ? [{ operation, models: [pick(names)], price: pick(amounts), ...maybe(50, 'takes', () => pick(periods)) }] : []),
    ]);
    const repair = {
      models,
      faults: { all: { title: 'All', parts: ['screen', 'battery'] } },
      kinds: { screen: { title: 'Screen' }, battery: { title: 'Battery', labour: ['open'] } },
      ...(parts.length > 0 || chance(50) ? { parts } : {}),
      operations: { open: { title: 'Open' }, clean: { title: 'Clean' }, test: { title: 'Test' } },
      ...(labour.length > 0 || chance(50) ? { labour } : {}),
    };
    const shop = { ...base.shop, currency: 'CNY', languages: pick([['en'], ['zh-CN', 'en'], ['de', 'en', 'zh-CN']]) };
    return chance(50) ? { ...base, shop, repair } : [{ ...base, shop, version: '0' }, { ...base, shop, version: '1', from: '2026-01-01', repair }];
  });
}
