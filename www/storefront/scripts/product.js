// The product page: adds the shop's delivery estimate to what the page says of the product, for "if you buy today".
const zone = 'Asia/Shanghai';
const returns = document.querySelector('makegood-returns');
const arrival = document.querySelector('[data-arrival]');

const day = 24 * 60 * 60 * 1000;
const [from, to] = [2, 4].map((days) => new Date(Date.now() + days * day));
const civil = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const spoken = new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, month: 'long', day: 'numeric', weekday: 'short' });

arrival.textContent = `${arrival.dataset.arrival} ${spoken.formatRange(from, to)}`;
const product = JSON.parse(document.querySelector('#product').textContent);
returns.product = { ...product, delivered: { from: civil.format(from), to: civil.format(to) } };
