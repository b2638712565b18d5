import { random } from './random.mjs';

/** The matters of `settles`, the word that is harder on the shopper first. */
const matters = {
  gifts: ['back-or-value', 'keep'], promotion: ['recalculated', 'kept'], bundle: ['single-price', 'share'], outbound: ['kept', 'refunded'],
  outboundPart: ['kept', 'share'], freeCarriage: ['taken-back', 'kept'], voucher: ['as-voucher', 'as-money'], means: ['in-order', 'in-proportion'],
};

const digits = { EUR: 2, JPY: 0, KWD: 3 };

/** Coins of an amount, whatever its minor digits. */
export const coins = (amount) => BigInt(amount.replace('.', ''));

/** A policy that answers every matter by chance, and an order that adds up, of which some goes back. */
export function randomSettlement(seed) {
  const { below, chance, pick } = random(seed);
  const currency = pick(Object.keys(digits));
  const written = (amount) => {
    const text = String(amount).padStart(digits[currency] + 1, '0');
    return digits[currency] === 0 ? text : `${text.slice(0, -digits[currency])}.${text.slice(-digits[currency])}`;
  };
  const settles = Object.fromEntries(Object.entries(matters).filter(() => chance(85)).map(([matter, words]) => [matter, pick([...words, ...words, 'open'])]));
  const grant = {
    remedy: 'refund', carriage: pick(['shop', 'shopper']), settles,
    fees: chance(30) ? [{ id: 'opened', title: { en: 'Opened box', 'zh-CN': '开箱', de: 'Geöffnet', ja: '開封済み' }, percent: pick(['10', '33.3', '100']),
      ...(chance(50) ? { if: { fact: 'opened', is: true } } : {}) }] : [],
  };
  const policy = {
    makegood: 1, id: 'settles', version: '1',
    shop: { name: 'Settles', timeZone: 'UTC', currency, languages: ['en', 'zh-CN', 'de', 'ja'] },
    rules: [{ id: 'r', clause: '1.1', title: 'Returns', ...(chance(20) ? { if: { fact: 'accessoriesComplete', is: true } } : {}), grants: [grant] }],
  };

  const items = ['a', 'b', 'c', 'd'].slice(0, 1 + below(4)).map((id) => ({ id, quantity: 1 + below(3), price: 1 + below(40000) }));
  const order = { discounts: [] };
  let left = items.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const goods = left;
  if (items.length > 1 && chance(40)) {
    const single = items.slice(0, 2).reduce((sum, { quantity, price }) => sum + quantity * price, 0);
    const price = Math.min(Math.ceil(single * 0.8), single - 1);
    order.bundles = [{ id: 'set', items: ['a', 'b'], price: written(price) }];
    left -= single - price;
  }
  for (const kind of ['promotion', 'coupon', 'voucher'].filter(() => chance(50))) {
    const amount = Math.floor(left * below(50) / 100);
    order.discounts.push({ id: `${kind}-1`, kind, amount: written(amount), ...(kind === 'promotion' && chance(70) ? { needs: written(Math.floor(goods * below(101) / 100)) } : {}) });
    left -= amount;
  }
  const carriage = below(900);
  if (chance(30)) order.freeCarriage = { from: written(Math.floor(goods / 2)), instead: written(carriage) };
  else {
    order.carriage = written(carriage);
    if (chance(30)) order.standardCarriage = written(Math.floor(carriage / 2));
    left += carriage;
  }
  const listed = items.map(({ id, quantity, price }) => ({ id, quantity, facts: { price: written(price) } }));
  if (chance(25)) {
    listed.push({ id: 'gift', facts: { price: written(0) } });
    order.gifts = [{ item: 'gift', value: written(777), with: ['a'] }];
  }
  if (chance(5)) delete listed[0].facts.price;
  const first = Math.floor(left * below(101) / 100);
  order.payments = [
    { id: 'card', method: chance(50) ? 'Visa' : undefined, amount: written(first) },
    { id: 'wallet', ...(chance(20) ? { means: 'voucher' } : {}), amount: written(left - first) },
  ];
  if (chance(15)) order.owed = written(below(3000));
  const facts = { ...(chance(60) ? { opened: chance(50) } : {}), ...(chance(60) ? { accessoriesComplete: chance(80) } : {}) };
  const back = listed.filter(() => chance(60)).map(({ id, quantity = 1 }) => ({ item: id, units: 1 + below(quantity) }));
  if (back.length === 0) back.push({ item: 'a', units: 1 });
  return { policy, request: { today: '2026-06-10', facts, items: listed, order: JSON.parse(JSON.stringify(order)), back } };
}
