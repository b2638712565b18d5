// The product page: adds the shop's delivery estimate to what the page says of the product, for "if you buy today".
const zone = 'Asia/Shanghai';
const returns = document.querySelector('makegood-returns');
const arrival = document.querySelector('[data-arrival]');

const day = 24 * 60 * 60 * 1000;
const [from, to] = [2, 4].map((days) => new Date(Date.now() + days * day));
const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const spoken = new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, month: 'long', day: 'numeric', weekday: 'short' });

arrival.textContent = `${arrival.dataset.arrival} ${spoken.formatRange(from, to)}`;
const product = JSON.parse(document.querySelector('#product').textContent);
returns.product = { ...product, delivered: { from: civil(from), to: civil(to) } };

/** The day in the shop's time zone; no language writes it so in every browser. */
function civil(instant) {
  const { year, month, day } = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}
