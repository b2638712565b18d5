// The order page: turns the shop's Shopify order into what the after-sales element asks for, as a merchant's own page would.
import { fromShopify } from '/makegood/adapters/shopify.js';
import { options } from './options.mjs';

const list = document.querySelector('[data-order]');
const returns = document.querySelector('makegood-returns');
const settlement = document.querySelector('makegood-settlement');
const aftersales = document.querySelector('#aftersales');
const day = document.querySelector('#demo-day');

/** What Shopify does not tell of an order: from which amount a promotion is there, and what carriage costs below which. */
const terms = { promotions: { SINGLES: '1500.00' }, freeCarriage: { from: '99.00', instead: '12.00' } };

const number = list.dataset.order;
const [order, products, events, transactions] = await Promise.all([
  json(`/orders/${number}.json`), json('/orders/products.json'), json(`/orders/${number}-events.json`), json(`/orders/${number}-transactions.json`),
]);

const lines = [...list.querySelectorAll('[data-line]')];
const titles = new Map(lines.map((line) => [line.dataset.line, line.querySelector('h3').textContent.trim()]));

const { request, buyer, notes, order: paid, untold } = fromShopify(order, products, { ...options, events, transactions });
const unknown = [...notes, ...untold];
if (unknown.length > 0) console.info(`order ${number}: what the payload does not tell`, unknown);
Object.assign(returns, buyer);
returns.order = { ...request, items: request.items.map(titled) };
// Where the payload does not tell what was paid, the element keeps its own words.
if (paid !== null) Object.assign(settlement, buyer, { order: { ...paid, items: paid.items.map(titled), order: onTerms(paid) } });

for (const line of lines) offerHelp(line);

day.closest('[hidden]').hidden = false;
day.addEventListener('change', () => {
  if (day.value === '' || !day.validity.valid) return;
  for (const element of [returns, settlement]) element.setAttribute('today', day.value);
});

/** An item by the name that the page gives its line. */
function titled(item) {
  return { ...item, title: titles.get(item.id) ?? item.id };
}

/** What was paid, with the terms of it. */
function onTerms({ order, titles }) {
  const { discounts = [] } = order;
  return {
    ...order,
    ...order.carriage === undefined ? { freeCarriage: terms.freeCarriage } : {},
    discounts: discounts.map((discount) => {
      const needs = terms.promotions[titles[discount.id]];
      return needs === undefined ? discount : { ...discount, needs };
    }),
  };
}

/** A button on a line that opens the questions for it. */
function offerHelp(line) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet slim';
  button.textContent = list.dataset.ask;
  button.setAttribute('aria-describedby', line.querySelector('h3').id);
  button.addEventListener('click', () => {
    for (const other of lines) other.classList.toggle('chosen', other === line);
    returns.setAttribute('item', line.dataset.line);
    settlement.setAttribute('back', line.dataset.line);
    aftersales.focus();
  });
  line.querySelector('.ask').append(button);
  if (line.dataset.model) line.querySelector('.ask').append(pricesOf(line));
  line.querySelector('.ask').append(claimOf(line));
}

/** A link to the claim form for a line. */
function claimOf(line) {
  const link = document.createElement('a');
  const { line: item, model } = line.dataset;
  link.className = 'button quiet slim';
  link.textContent = list.dataset.claims;
  link.href = `${list.dataset.claim}?${new URLSearchParams({ order: number, item, ...(model ? { model } : {}) })}`;
  link.setAttribute('aria-describedby', line.querySelector('h3').id);
  return link;
}

/** A link to what repairs of a line's device cost, which takes along what the order says. */
function pricesOf(line) {
  const link = document.createElement('a');
  const about = () => new URLSearchParams({ order: number, item: line.dataset.line, model: line.dataset.model, day: day.value });
  link.className = 'button quiet slim';
  link.textContent = list.dataset.prices;
  link.href = `${list.dataset.repair}?${about()}`;
  link.setAttribute('aria-describedby', line.querySelector('h3').id);
  day.addEventListener('change', () => { link.href = `${list.dataset.repair}?${about()}`; });
  return link;
}

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
