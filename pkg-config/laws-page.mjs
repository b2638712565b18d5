// The page of the laws, www/docs/laws.html, written from the packs themselves: what each grants and under which conditions, and
// what a shop tells it. Called by `cargo xtask laws`.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { documents } from './law.mjs';

const project = new URL('..', import.meta.url);

const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const code = (word) => `<code>${escaped(word)}</code>`;
const either = (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

/** The packs, each behind the one that it lies within. */
async function packs() {
  const all = (await documents(fileURLToPath(new URL('src/law/packs', project)))).map(([, pack]) => pack);
  const name = ({ jurisdiction }) => jurisdiction.name.en;
  const within = (id) => all.filter(({ jurisdiction }) => jurisdiction.within === id).sort((a, b) => name(a).localeCompare(name(b)));
  const behind = (pack) => [pack, ...within(pack.id).flatMap(behind)];
  return within(undefined).flatMap(behind);
}

/** What a condition asks, in words; in brackets where it stands among others. */
function condition(test, inner = false) {
  const group = (tests, word) => {
    const words = tests.map((one) => condition(one, true));
    const text = words.join(` ${word} `);
    return inner && words.length > 1 ? `(${text})` : text;
  };
  if (test.all !== undefined) return group(test.all, 'and');
  if (test.any !== undefined) return group(test.any, 'or');
  if (test.not !== undefined) return `not ${condition(test.not, true)}`;
  if (test.condition !== undefined) return `<var>${test.condition}</var>`;
  const fact = code(test.fact);
  if (test.is === true) return fact;
  if (test.is === false) return `not ${fact}`;
  const words = {
    is: (value) => `is ${code(value)}`,
    in: (values) => `is ${either(values.map(code))}`,
    atLeast: (value) => `is ${value} or more`,
    moreThan: (value) => `is more than ${value}`,
    atMost: (value) => `is ${value} or less`,
    lessThan: (value) => `is less than ${value}`,
    from: (day) => `is not before ${day}`,
    until: (end) => (typeof end === 'string' ? `is not after ${end}` : `is within ${window(end)}`),
  };
  const asked = Object.keys(test).filter((key) => key !== 'fact');
  return `${fact} ${asked.map((key) => words[key](test[key])).join(' and ')}`;
}

/** How long, from when, and how its last day is found. */
function window({ from, length, countsEventDay, extends: longer = [], rolls }) {
  const event = (one) => (typeof one === 'string' ? code(one) : `${code(one.event)} (if ${condition(one.if)})`);
  const start = Array.isArray(from) ? `the latest of ${from.map(event).join(', ')}` : event(from);
  const more = longer.map(({ length, days, if: when, afterRolling }) => [
    `, and ${length ?? `as many days as ${code(days)}`} more`,
    afterRolling === true ? ' from the day to which that moves' : '',
    when === undefined ? '' : ` if ${condition(when)}`,
  ].join(''));
  return [
    `${length} from ${start}`, countsEventDay === true ? ', that day included' : '', ...more,
    rolls === 'next-working-day' ? '; a last day that is not worked moves to the next that is' : '',
  ].join('');
}

function carriage(who) {
  const words = { shop: 'the shop pays for sending it', shopper: 'the shopper pays for sending it', none: 'nothing is sent', open: 'who pays for sending it is open' };
  return typeof who === 'string' ? words[who] : `${words[who.then]} if ${condition(who.if)}, else ${words[who.else]}`;
}

function fee({ title, if: when, fact, percent, amount, judged, quoted }) {
  const much = fact === undefined ? percent === undefined ? amount : `${percent} %` : code(fact);
  const how = judged === true ? 'for others to judge' : quoted === true ? 'told beforehand' : much;
  return `“${escaped(title.en)}”, ${how}${when === undefined ? '' : `, if ${condition(when)}`}`;
}

function grant({ remedy, carriage: who, fees = [], settles = {}, refundBy, sendBy }) {
  return [
    `${code(remedy)}: ${carriage(who)}`, ...fees.map((one) => `less ${fee(one)}`),
    ...Object.entries(settles).map(([matter, word]) => `<a href="policy.html#settles">${code(matter)}</a> ${settled(word)}`),
    ...sendBy === undefined ? [] : [`to be sent within ${window(sendBy)}`], ...refundBy === undefined ? [] : [`paid back within ${window(refundBy)}`],
  ].join('; ');
}

function settled(word) {
  return typeof word === 'string' ? code(word) : `${code(word.then)} if ${condition(word.if)}, else ${code(word.else)}`;
}

function source({ article, sure, source: address }, spoken) {
  const words = { text: 'read in its text', excerpt: 'read in an excerpt', unverified: 'not verified' };
  const foreign = /[\u3000-\uffef]/.test(article) && spoken !== undefined;
  const name = foreign ? `<span lang="${spoken}">${escaped(article)}</span>` : escaped(article);
  return `${address === undefined ? name : `<a href="${escaped(address)}">${name}</a>`} (${words[sure]})`;
}

/** Each term of a rule, and what it says; articles may be in a script that is `spoken` there. */
function terms({ reasons, inForce, if: when, unless = [], window: asked, shows, proof, grants, cites }, spoken) {
  const chooses = grants.find((one) => one.chooses !== undefined)?.chooses;
  return Object.entries({
    'For': reasons === undefined ? ['every reason'] : [reasons.map(code).join(', ')],
    'Bought': inForce === undefined ? [] : [[inForce.from && `from ${inForce.from}`, inForce.until && `until ${inForce.until}`].filter(Boolean).join(' ')],
    'If': when === undefined ? [] : [condition(when)],
    'Unless': unless.map(({ if: except, because }) => `${condition(except)}${because === undefined ? '' : ` <small>– ${escaped(because.en)}</small>`}`),
    'Asked within': asked === undefined ? ['no limit'] : [window(asked)],
    'Shows within': shows === undefined ? [] : [window(shows)],
    'Proof': proof === undefined ? [] : [typeof proof === 'string' ? `for the ${proof}` : `for the shop, of a fault that shows within ${window(proof)}; then for the shopper`],
    'Gives': [...grants.map(grant), ...chooses === undefined || grants.length < 2 ? [] : [`the ${chooses} chooses`]],
    'Source': cites.map((one) => source(one, spoken)),
  }).filter(([, said]) => said.length > 0);
}

/** The values of a text that make a difference to a pack. */
function values(name, pack) {
  const found = new Set();
  const seek = (part) => {
    if (part === null || typeof part !== 'object') return;
    if (part.fact === name) for (const value of [part.is, part.in].flat()) if (typeof value === 'string') found.add(value);
    Object.values(part).forEach(seek);
  };
  seek([pack.conditions, pack.rules]);
  return [...found].sort();
}

function fact(name, { type, ask, settledBy, unlessTold }, pack, meanings) {
  const kinds = { bool: 'Yes or no', number: 'A number', money: 'An amount', date: 'A day' };
  const known = values(name, pack);
  const who = { 'shop': 'the shop says it', 'judgement': 'a court, an authority or an expert says it', 'delivery-note': 'a delivery note says it' };
  const untold = unlessTold === undefined ? 'open until it is told'
    : `${typeof unlessTold === 'string' ? code(unlessTold) : unlessTold ? 'yes' : type === 'bool' ? 'no' : 'none'} if it is not told`;
  const how = [
    kinds[type] ?? (known.length === 0 ? 'A text' : `One of ${known.map(code).join(', ')}, or another`),
    ask === undefined ? who[settledBy ?? 'shop'] : `the shopper is asked “${escaped(ask.en)}”`, untold,
  ];
  return `<tr><th scope="row">${code(name).replace(/[A-Z]/g, '<wbr>$&')}</th><td>${escaped(meanings[name]).replace(/`(\w[\w-]*)`/g, '<code>$1</code>')} <small>${how.join('; ')}.</small></td></tr>`;
}

/** Whose articles are cited in a script of their own. */
const scripts = { CN: 'zh-CN', JP: 'ja', KR: 'ko' };

function section(pack, meanings) {
  const { id, version, jurisdiction: { name, countries, region, within, notice }, conditions = {}, facts = {}, rules } = pack;
  const place = [countries.join(', '), ...region === undefined ? [] : [`region ${region}`]].join(', ');
  const list = (entries) => entries.map(([term, said]) => `<dt>${term}</dt>${said.map((line) => `<dd>${line}</dd>`).join('')}`).join('\n');
  return [
    `<h2 id="${id}">${escaped(name.en)}</h2>`,
    `<p>The pack ${code(id)}, version ${version}, for buyers in ${place}${within === undefined ? '' : `; it lies within <a href="#${within}">${code(within)}</a>, whose rules hold as well`}. ${escaped(notice.en)}</p>`,
    ...rules.flatMap((rule) => [
      `<h3 id="${id}.${rule.id}">${escaped(rule.title.en)} <small>${escaped(rule.clause)}</small></h3>`,
      ...rule.text === undefined ? [] : [`<p>${escaped(rule.text.en)}</p>`],
      `<dl class="terms">\n${list(terms(rule, scripts[countries[0]]))}\n</dl>`,
    ]),
    ...Object.keys(conditions).length === 0 ? [] : [
      `<h3 id="${id}.conditions">Conditions of ${code(id)}</h3>`,
      `<dl class="terms wide">\n${list(Object.entries(conditions).map(([term, test]) => [`<var>${term}</var>`, [condition(test)]]))}\n</dl>`,
    ],
    ...Object.keys(facts).length === 0 ? [] : [
      `<h3 id="${id}.facts">Facts of ${code(id)}</h3>`,
      `<table>\n<thead><tr><th scope="col">Fact</th><th scope="col">What it is</th></tr></thead>\n<tbody>`,
      ...Object.entries(facts).map(([key, told]) => fact(key, told, pack, meanings)),
      '</tbody>\n</table>',
    ],
  ].join('\n');
}

const [begin, end] = ['<!-- laws:begin -->', '<!-- laws:end -->'];

/** The page as it must be, from the page as it is. */
export async function lawsPage(page) {
  const meanings = JSON.parse(await readFile(new URL('src/law/facts.json', project), 'utf8'));
  const all = await packs();
  const contents = all.map(({ id, jurisdiction }) => `<li><a href="#${id}">${escaped(jurisdiction.name.en)}</a></li>`);
  const written = [`<nav aria-label="Laws" class="short"><ul>`, ...contents, '</ul></nav>', ...all.map((pack) => section(pack, meanings))].join('\n');
  return `${page.slice(0, page.indexOf(begin) + begin.length)}\n${written}\n${page.slice(page.indexOf(end))}`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = new URL('www/docs/laws.html', project);
  await writeFile(file, await lawsPage(await readFile(file, 'utf8')));
}
