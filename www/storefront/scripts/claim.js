// The claim page: the shop's own record of the order goes into the form, and what the form hands over goes to the shop's server.
const section = document.querySelector('.claim');
const claim = document.querySelector('makegood-claim');
const about = document.querySelector('[data-about-item]');
const outcome = document.querySelector('[data-outcome]');
const asked = new URLSearchParams(location.search);
const number = asked.get('order') ?? '';
const item = asked.get('item') ?? '';

for (const tongue of document.querySelectorAll('.tongue')) tongue.search = location.search;
if (/^\d{4}$/.test(number)) {
  const order = await json(`/api/orders/${number}`).catch((error) => console.error(error));
  if (order) await begin(order);
  else about.textContent = section.dataset.unopened;
}

/** Opens the form for an item of the order. */
async function begin({ name, country, region, today, facts, items: recorded }) {
  // The record has the names of one language only.
  const titles = JSON.parse(document.querySelector('#titles')?.textContent ?? '{}');
  const items = recorded.map((line) => ({ ...line, title: titles[line.id] ?? line.title }));
  const bought = items.find(({ id }) => id === item);
  if (bought === undefined) return;
  about.textContent = section.dataset.about.replace('{title}', bought.title).replace('{order}', name);
  document.querySelector('[data-back]').href = document.querySelector('[data-back]').pathname.replace('order.html', number === '1042' ? 'order.html' : `order-${number}.html`);
  const known = ['model', 'fault', 'reason', 'cause'].filter((field) => asked.has(field)).map((field) => [field, asked.get(field)]);
  Object.assign(claim, {
    country: country ?? null, region: region ?? null, today, item,
    order: { id: name, facts, items },
    fields: { order: name, ...Object.fromEntries(known) },
    hidden: false,
  });
}

claim.addEventListener('makegood-claim', (event) => {
  // The server has the last word on whether it was received.
  event.preventDefault();
  void send(event.detail);
});

async function send({ receipt, files }) {
  say(section.dataset.sending);
  claim.disabled = true;
  const form = new FormData();
  form.append('receipt', JSON.stringify(receipt));
  for (const file of files) form.append('file', file);
  try {
    const response = await fetch('/api/claims', { method: 'POST', body: form, headers: { 'Accept-Language': document.documentElement.lang } });
    const answer = await response.json();
    if (response.ok) received(answer);
    else say(answer.title, answer.detail);
  } catch {
    say(section.dataset.lost);
  } finally {
    claim.disabled = false;
  }
}

function received({ number, link }) {
  claim.received();
  const way = document.createElement('a');
  way.href = link;
  way.textContent = section.dataset.link;
  say(section.dataset.number.replace('{number}', number), way);
}

/** The first line stands out; it is read out, and the focus goes there. */
function say(title, more) {
  const line = (content, name) => {
    const p = document.createElement('p');
    p.className = name;
    p.append(content);
    return p;
  };
  outcome.replaceChildren(line(title, 'title'), ...(more ? [line(more, '')] : []));
  outcome.focus();
}

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
