// What a merchant may write with settlements and their words. Compiled, never run.
import { open, type FullShop, type Receipt, type Settlement, type SettleRequest } from 'makegood/full';
import { open as openSettlement, type SettlementShop } from 'makegood/settlement';
import { define, MakegoodSettlement, type PaidOrder, type SettlementEvent, type SettlementState } from 'makegood/elements/settlement';
import { languages, load, say, settlementWords, type SettlementWords } from 'makegood/wording/settlement';

const shop: FullShop = await open('/policy.json', { country: 'DE' });
const request: SettleRequest = {
  today: shop.today(),
  facts: { purchased: '2026-11-01', delivered: '2026-11-03', reason: 'change-of-mind' },
  items: [{ id: 'pot', facts: { price: '600.00' } }, { id: 'cup', quantity: 2, facts: { price: '250.00' } }],
  order: {
    carriage: '4.90', standardCarriage: '4.90',
    discounts: [
      { id: 'autumn', kind: 'promotion', amount: '200.00', needs: '1000.00' },
      { id: 'welcome', kind: 'coupon', amount: '10.00', on: ['cup'], refunded: '0.00' },
    ],
    gifts: [{ item: 'pot', value: '5.00', with: ['cup'] }],
    payments: [{ id: 'card', method: 'Visa', amount: '894.90' }],
  },
  back: [{ item: 'cup', units: 1, by: 'law' }],
};
const settlement: Settlement = shop.settle(request);
const { lines, onto, rest, owed } = settlement.least;
const again: SettleRequest = { ...request, order: { ...request.order, rest, owed } };
const least: string = settlement.refund.least;
const receipt: Receipt = shop.receipt(settlement);
if (receipt.asked === 'settlement') receipt.answer.refund.most.length;

// @ts-expect-error only a coupon or voucher comes back
const promotion: SettleRequest['order']['discounts'] = [{ id: 'autumn', kind: 'promotion', amount: '1.00', refunded: '1.00' }];
// @ts-expect-error an order says what was paid
const unpaid: SettleRequest['order'] = { carriage: '1.00' };
// @ts-expect-error money is no number
const number: SettleRequest['order'] = { carriage: 1, payments: [] };

const language: string = await load(languages[0] ?? 'en');
const words: SettlementWords = settlementWords(settlement, language, { titles: { cup: 'Cup' }, decision: shop.decide(request) });
const told: string[] = [words.headline, ...words.least.lines.map(({ title, because, by, amount }) => `${title} ${because} ${by ?? ''} ${amount}`), say('total', language)];

const order: PaidOrder = { items: [{ id: 'cup', title: { en: 'Cup' }, facts: { price: '250.00' } }], order: request.order, titles: { autumn: 'Autumn' } };
const element: MakegoodSettlement = document.createElement('makegood-settlement');
element.order = order;
element.back = ['cup'];
const state: SettlementState = element.state;
element.addEventListener('makegood-settlement', (event: SettlementEvent) => event.detail.settlement.refund.least);
define();
// @ts-expect-error an order of this element says what was paid
element.order = { items: [{ id: 'cup' }] };

export { again, least, lines, number, onto, promotion, state, told, unpaid };

const only: SettlementShop = await openSettlement('/policy.json');
const refund: string = only.settle(request).refund.least;
export { refund };
