// The repair page: when the shopper comes from an order, what the order says of the device goes into the quote.
import { fromShopify } from '/makegood/adapters/shopify.js';

const quote = document.querySelector('makegood-quote');
const day = document.querySelector('#demo-day');
const known = document.querySelector('[data-known]');
const asked = new URLSearchParams(location.search);

/** What the law asks of each product type: which goods they are. */
const kinds = Object.fromEntries(Object.entries({
  Headphones: 'headphones', Phones: 'smartphone', Software: 'software', Accessories: 'accessory', Laptops: 'laptop',
}).map(([type, goodsKind]) => [type, { goodsKind }]));

if (/^\d{4}-\d\d-\d\d$/.test(asked.get('day') ?? '')) day.value = asked.get('day');
quote.setAttribute('today', day.value);
if (asked.has('model')) quote.setAttribute('model', asked.get('model'));
if (/^\d{4}$/.test(asked.get('order') ?? '') && asked.has('item')) await bought(asked.get('order'), asked.get('item'));

day.closest('[hidden]').hidden = false;
day.addEventListener('change', () => {
  if (day.value !== '' && day.validity.valid) quote.setAttribute('today', day.value);
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
