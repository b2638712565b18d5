// What a merchant may write with `makegood/adapters/shopify`, and what the compiler refuses.
import type { Request, Shop } from 'makegood';
import { fromShopify, type Note } from 'makegood/adapters/shopify';

declare const shop: Shop;
declare const payload: unknown;

const ready: Request = fromShopify(payload, payload, { shop, today: shop.today() }).request;
shop.decide(ready);

const mapped = fromShopify(payload, [], {
  timeZone: 'Asia/Shanghai', events: payload, categories: { 'Mobile Phones': 'phones' }, memberTag: 'club',
});
const notes: readonly Note[] = mapped.notes;
shop.decide({ ...mapped.request, today: '2026-11-22' });

// @ts-expect-error without a day there is no request yet
const unready: Request = mapped.request;
// @ts-expect-error the options say in which zone a day is a day
fromShopify(payload, []);
// @ts-expect-error a date is written as text
fromShopify(payload, [], { shop, today: new Date() });
// @ts-expect-error misspelt
fromShopify(payload, [], { timezone: 'Asia/Shanghai' });

export { notes, unready };
