// The merchant's page: holds a policy against the law, and tells each place where the law gives more.
import { check, open } from '/makegood/index.js';
import { load, loadNames, named, pick, say as word } from '/makegood/wording.js';
import { language, line, problemItem, speaking } from './page.js';

const texts = {
  'en': {
    'title': 'A policy beside the law',
    'lead': 'Where the law of the countries in which you sell gives shoppers more than your policy says. Worked out on this page; nothing is sent.',
    'policy': 'Your policy, as JSON',
    'law': 'The law of',
    'law-help': 'As the policy names it under “law”; choose others to see what selling there would ask.',
    'check': 'Compare',
    'print': 'Print',
    'receipts': 'Receipts',
    'notice': 'Information, not legal advice. The law applies whatever a policy says.',
    'working': 'One moment …',
    'failed': 'This could not be worked out. Please reload the page and try again.',
    'none': 'Nothing to look at',
    'elsewhere': 'The policy as a whole',
    'case': 'For example: ',
    'told': (name, value) => `${name} – ${value}`,
    'no-law': 'No law is chosen, so nothing was compared',
    'regions': { 'CA-QC': 'Quebec', 'CN-ZJ': 'Zhejiang', 'US-CA': 'California' },
    'some': (n) => (n === 1 ? 'One place to look at' : `${n} places to look at`),
  },
  'zh-CN': {
    'title': '售后政策与法律对照',
    'lead': '您销售所在地的法律，在哪些地方给予顾客的多于您的政策。全部在本页计算，不会上传任何内容。',
    'policy': '您的售后政策（JSON）',
    'law': '适用的法律',
    'law-help': '默认按政策中的 law；也可另选，看看在当地销售需要做到什么。',
    'check': '对照',
    'print': '打印',
    'receipts': '凭据核对',
    'notice': '仅供参考，并非法律意见。无论政策怎么写，法律都适用。',
    'working': '请稍候……',
    'failed': '暂时无法得出结果。请刷新页面后再试。',
    'none': '没有需要处理的地方',
    'elsewhere': '整份政策',
    'case': '例如：',
    'told': (name, value) => `${name}：${value}`,
    'no-law': '未选择法律，没有进行对照',
    'regions': { 'CA-QC': '魁北克', 'CN-ZJ': '浙江', 'US-CA': '加利福尼亚' },
    'some': (n) => `有 ${n} 处值得一看`,
  },
};

const names = {
  'au': 'AU', 'br': 'BR', 'ca-qc': 'CA-QC', 'cn': 'CN', 'cn-zj': 'CN-ZJ', 'de': 'DE', 'eu': 'EU', 'gb': 'GB', 'in': 'IN', 'jp': 'JP', 'kr': 'KR',
  'us': 'US', 'us-ca': 'US-CA',
};

const [form, report, status] = ['form', '.report', '.status'].map((selector) => document.querySelector(selector));
const [summary, findings, print] = ['#summary', '.findings', '.print'].map((selector) => document.querySelector(selector));
const laws = document.querySelector('.laws');
let found = null;
/** The versions that were compared, the laws that they were held against, and what these ask shoppers. */
let compared = [];
let against = [];
let asked = {};

const { say, speak } = speaking(texts, () => {
  namePlaces();
  void show();
});

const demo = await (await fetch('/policy.json')).text();
// Whoever was quicker keeps what they wrote.
if (form.policy.value === '') form.policy.value = demo;
for (const [id, place] of Object.entries(names)) {
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'law', value: id });
  const text = document.createElement('span');
  text.dataset.place = place;
  label.append(box, text);
  laws.append(label);
}
choose(form.policy.value);
speak();
namePlaces();

form.policy.addEventListener('change', () => choose(form.policy.value));
// What was found is of another policy, or beside other laws.
form.addEventListener('input', () => {
  found = null;
  report.hidden = true;
  print.hidden = true;
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void compare();
});
print.addEventListener('click', () => globalThis.print());

/** Ticks the law that the policy names. */
function choose(text) {
  const named = new Set(versions(text).at(-1)?.law ?? []);
  for (const box of form.querySelectorAll('[name=law]')) box.checked = named.has(box.value);
}

/** The versions in a document; none while it is no JSON. */
function versions(text) {
  try {
    return [JSON.parse(text)].flat();
  } catch {
    return [];
  }
}

function namePlaces() {
  const regions = new Intl.DisplayNames(language(), { type: 'region' });
  for (const element of document.querySelectorAll('[data-place]')) {
    const [country, region] = element.dataset.place.split('-');
    element.textContent = region ? `${regions.of(country)} – ${say('regions')[element.dataset.place]}` : regions.of(country);
  }
}

async function compare() {
  status.textContent = say('working');
  const chosen = [...form.querySelectorAll('[name=law]:checked')].map(({ value }) => value);
  const all = versions(form.policy.value);
  const newest = all.at(-1);
  try {
    if (typeof newest === 'object' && newest !== null) {
      if (chosen.length > 0) newest.law = chosen;
      else delete newest.law;
    }
    compared = all;
    against = chosen;
    found = await check(all.length === 0 ? form.policy.value : all.length === 1 ? newest : all);
    asked = found.some(({ params }) => 'case' in params) ? await askedBy(all, chosen) : {};
    await show();
    summary.focus();
  } catch (error) {
    console.error(error);
    status.textContent = say('failed');
  }
}

/** The facts that the laws declare, each with its question. */
async function askedBy(policy, laws) {
  const decided = laws.map(async (id) => {
    // The law of a union is that of each of its countries.
    const [country, region] = (id === 'eu' ? 'FR' : names[id]).split('-');
    const shop = await open(policy, { country, ...(region ? { region } : {}) });
    // A version may be written ahead of its day.
    const today = [shop.today(), ...shop.versions.map(({ from }) => from ?? '')].sort().at(-1);
    return shop.decide({ today, facts: { purchased: today }, items: [{ id: 'any' }] }).items[0].declared;
  });
  return Object.assign({}, ...await Promise.all(decided));
}

/** Writes the report in the language of the page. */
async function show() {
  status.textContent = '';
  if (found === null) return;
  await load(language());
  if (language() !== 'en') await load(language(), 'problems');
  await Promise.all(against.map((id) => loadNames(language(), { id })));
  summary.textContent = found.length > 0 ? say('some')(found.length) : say(against.length === 0 ? 'no-law' : 'none');
  findings.replaceChildren(...[...byClause(found)].flatMap(([clause, its]) => {
    const list = document.createElement('ol');
    list.append(...its.map(finding));
    return [Object.assign(document.createElement('h3'), { textContent: clause ?? say('elsewhere') }), list];
  }));
  report.hidden = false;
  print.hidden = false;
}

/** A problem in the words of shoppers: the remedy, and the case in which the law gives more, as what would be told for it. */
function finding(one) {
  const { case: told, remedy, ...params } = one.params;
  if (told === undefined) return problemItem(one);
  const item = problemItem({ ...one, message: one.message.replace(told, ''), params: { ...params, remedy, case: '' } });
  const [what] = item.children;
  what.textContent = what.textContent.replace(remedy, wordOr(`remedy.${remedy}`, remedy)).replace(/\s*[:：]\s*$/, '');
  const stated = Object.entries(JSON.parse(told)).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  const facts = stated.map(([fact, value]) => say('told')(factName(fact, one.pointer), valueName(fact, value)));
  what.after(line('fine', `${say('case')}${facts.join(' · ')}`));
  return item;
}

/** A fact by the question of the policy or of the law, or as it is called; a shop's own without a question by its name in the policy. */
function factName(fact, pointer) {
  const ask = versionAt(pointer)?.facts?.[fact]?.ask ?? asked[fact]?.ask;
  if (ask) return pick(ask, language());
  const name = named(fact, language());
  return name === null ? fact : name.charAt(0).toUpperCase() + name.slice(1);
}

function valueName(fact, value) {
  if (typeof value === 'boolean') return word(value ? 'text.yes' : 'text.no', language());
  if (Array.isArray(value)) return value.join(', ');
  return wordOr(`${fact}.${value}`, value);
}

/** How shoppers are told of something, or what the policy itself calls it. */
function wordOr(key, own) {
  const said = word(key, language()).replace(/[.。]$/, '');
  return said === key ? own : said;
}

/** What was found, under each clause of the policy in its order, and then what lies in none. */
function byClause(problems) {
  const groups = new Map();
  const elsewhere = [];
  for (const one of problems) {
    const rule = ruleAt(one.pointer);
    const clause = rule === null ? null : `${rule.clause} ${pick(rule.title, language())}`;
    if (clause === null) elsewhere.push(one);
    else groups.set(clause, [...groups.get(clause) ?? [], one]);
  }
  return elsewhere.length === 0 ? groups : groups.set(null, elsewhere);
}

/** The rule of the policy in which a place lies, as its clause and title. */
function ruleAt(pointer) {
  const [, index] = /^(?:\/\d+)?\/rules\/(\d+)/.exec(pointer) ?? [];
  const rule = index === undefined ? undefined : versionAt(pointer)?.rules?.[Number(index)];
  return typeof rule?.clause === 'string' && rule.title ? rule : null;
}

/** The version of the policy in which a place lies; the only one, where it is no list of them. */
function versionAt(pointer) {
  const [, version = '0'] = /^\/(\d+)\//.exec(pointer) ?? [];
  return compared[Number(version)];
}
