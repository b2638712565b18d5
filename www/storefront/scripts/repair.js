// The repair page: when the shopper comes from an order, what the order says of the device goes into the quote.
import { fromShopify } from '/makegood/adapters/shopify.js';

const quote = document.querySelector('makegood-quote');
const triage = document.querySelector('makegood-triage');
const day = document.querySelector('#demo-day');
const known = document.querySelector('[data-known]');
const asked = new URLSearchParams(location.search);

/** What the law asks of each product type: which goods they are. */
const kinds = Object.fromEntries(Object.entries({
  Headphones: 'headphones', Phones: 'smartphone', Software: 'software', Accessories: 'accessory', Laptops: 'laptop',
}).map(([type, goodsKind]) => [type, { goodsKind }]));

if (/^\d{4}-\d\d-\d\d$/.test(asked.get('day') ?? '')) day.value = asked.get('day');
for (const element of [quote, triage]) {
  element.setAttribute('today', day.value);
  if (asked.has('model')) element.setAttribute('model', asked.get('model'));
}
const orderNumber = /^\d{4}$/.test(asked.get('order') ?? '') && asked.has('item') ? asked.get('order') : null;
if (orderNumber !== null) await bought(orderNumber, asked.get('item'));

day.closest('[hidden]').hidden = false;
day.addEventListener('change', () => {
  if (day.value !== '' && day.validity.valid) for (const element of [quote, triage]) element.setAttribute('today', day.value);
});

/** What a device is called in the price book, where there is one of its kind only. */
const only = { headphones: 'halo', laptop: 'aurora-book-14' };
const own = orderNumber === null ? JSON.parse(document.querySelector('#facts').textContent) : {};

// What the questions came to is filled in below; what was tried already is not asked for again.
triage.addEventListener('makegood-triage', ({ detail: { triage: { finding }, repair, facts } }) => {
  if (finding === 'solved' || finding === 'refer') return;
  const model = quote.getAttribute('model') ?? only[facts.device] ?? null;
  Object.assign(quote, { model, faults: repair ?? 'other', facts: { ...own, ...facts }, tried: true });
});

// Who comes from an order can go on to the claim, with what was said here.
const send = document.querySelector('[data-send]');
quote.addEventListener('makegood-choose', ({ detail: { quote: { model, faults: [fault] } } }) => {
  if (orderNumber === null) return;
  send.hidden = false;
  const about = { order: orderNumber, item: asked.get('item'), model: model.id, reason: 'defect', ...(fault ? { fault: fault.id } : {}) };
  send.querySelector('a').href = `${send.dataset.send}?${new URLSearchParams(about)}`;
});

/** Tells the quote when and how the device was bought. */
async function bought(number, id) {
  const [order, products, events] = await Promise.all([
    json(`/orders/${number}.json`), json('/orders/products.json'), json(`/orders/${number}-events.json`),
  ]);
  const { request, buyer } = fromShopify(order, products, { timeZone: 'Asia/Shanghai', events, memberTag: 'aurora-club', facts: kinds });
  Object.assign(quote, buyer, { order: request, item: id, facts: null });
  known.textContent = known.dataset.known.replace('{order}', order.name);
}

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
