// The merchant's page: works a receipt out again, and tells what differs.
import { MakegoodProblem, open } from '/makegood/full.js';
import { load, problem } from '/makegood/wording.js';
import { language, line, problemItem, speaking } from './page.js';

const texts = {
  'en': {
    'title': 'Check a receipt',
    'lead': 'A shopper brings a quote, or says that a return was granted. Whatever a page showed, your policy works it out again. Nothing is sent.',
    'file': 'The receipt, as a file',
    'text': 'or its text',
    'check': 'Check it',
    'law-page': 'Policy and law',
    'docs': 'Documentation',
    'engine-note': 'Worked out with the demo shop’s policy.',
    'working': 'One moment …',
    'failed': 'This could not be worked out. Please reload the page and try again.',
    'holds': 'It holds: the same request gives the same answer',
    'differs': 'It does not hold',
    'unread': 'This is no receipt that can be read',
    'asked': 'What was asked',
    'decision': 'May it go back',
    'quote': 'What the repair would cost',
    'settlement': 'What comes back',
    'day': 'On',
    'policy': 'Policy',
    'law': 'Law',
    'told': 'The receipt says',
    'found': 'It should say',
    'nothing': 'nothing',
    'changed': 'It was changed after it was made.',
    'other-shop': 'It was made under the policy of another shop.',
    'other-engine': 'It was made by another version of the engine.',
    'other-policy': 'It rests on a version of the policy, or on a law, that is not published here.',
    'request': 'The request in it cannot be read.',
    'other-answer': 'The request gives another answer.',
  },
  'zh-CN': {
    'title': '核对凭据',
    'lead': '顾客拿来一份报价，或说页面答应了退货。无论页面显示过什么，都可以按您的政策重新算一遍。不会上传任何内容。',
    'file': '凭据文件',
    'text': '或粘贴其内容',
    'check': '核对',
    'law-page': '政策与法律',
    'docs': '文档',
    'engine-note': '按演示商店的政策计算。',
    'working': '请稍候……',
    'failed': '暂时无法得出结果。请刷新页面后再试。',
    'holds': '凭据成立：同样的请求得到同样的结果',
    'differs': '凭据不成立',
    'unread': '这不是可以读取的凭据',
    'asked': '询问的内容',
    'decision': '能否退换修',
    'quote': '维修报价',
    'settlement': '退款明细',
    'day': '日期',
    'policy': '政策',
    'law': '法律',
    'told': '凭据写的是',
    'found': '应当是',
    'nothing': '无',
    'changed': '凭据生成后被改动过。',
    'other-shop': '凭据依据的是另一家商店的政策。',
    'other-engine': '凭据由另一版本的引擎生成。',
    'other-policy': '凭据依据的政策版本或法律，这里没有发布。',
    'request': '其中的请求无法读取。',
    'other-answer': '该请求得到的结果与凭据不同。',
  },
};

const [form, report, status] = ['form', '.report', '.status'].map((selector) => document.querySelector(selector));
const [summary, findings, about] = ['#summary', '.findings', '.facts'].map((selector) => document.querySelector(selector));
/** What the last check came to: a receipt with its verdict, or the problems of what is none. */
let found = null;

const { say, speak } = speaking(texts, () => void show());

speak();
form.file.addEventListener('change', async () => {
  const [file] = form.file.files;
  // No receipt is larger; a film must not be read into the page.
  if (file) form.receipt.value = file.size > 2_000_000 ? file.name : await file.text();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void verify();
});

async function verify() {
  status.textContent = say('working');
  try {
    found = await verdictOf(form.receipt.value);
    await show();
    summary.focus();
  } catch (error) {
    console.error(error);
    status.textContent = say('failed');
  }
}

async function verdictOf(text) {
  let receipt = null;
  try {
    receipt = JSON.parse(text);
  } catch { /* The shop tells what is wrong with it. */ }
  try {
    const shop = await open('/policy.json', placeOf(receipt));
    return { receipt, verdict: shop.verify(text) };
  } catch (error) {
    if (error instanceof MakegoodProblem) return { problems: error.problems };
    throw error;
  }
}

/** The law that a receipt rests on, as the country and region that its name stands for. */
function placeOf(receipt) {
  const law = lawOf(receipt);
  if (!law) return {};
  const [country, region] = String(law.id).toUpperCase().split('-');
  return { country, ...(region ? { region } : {}) };
}

function lawOf(receipt) {
  const { items, faults } = receipt?.answer ?? {};
  return items?.[0]?.law ?? faults?.[0]?.decision?.law ?? null;
}

function policyOf(receipt) {
  const { policy, items } = receipt.answer ?? {};
  return policy ?? items?.[0]?.policy ?? null;
}

async function show() {
  status.textContent = '';
  if (found === null) return;
  if (language() !== 'en') await load(language(), 'problems');
  const { receipt, verdict, problems = [] } = found;
  summary.textContent = say(verdict === undefined ? 'unread' : verdict.holds ? 'holds' : 'differs');
  about.replaceChildren(...(verdict === undefined ? [] : facts(receipt)));
  findings.replaceChildren(...problems.map((one) => problemItem(one)), ...(verdict?.differences ?? []).map(difference));
  report.hidden = false;
}

function facts(receipt) {
  const version = (used) => used && `${used.id} ${used.version} · ${String(used.hash).slice(0, 15)}…`;
  return [['asked', say(receipt.asked)], ['day', receipt.request?.today], ['policy', version(policyOf(receipt))], ['law', version(lawOf(receipt))]]
    .filter(([, value]) => typeof value === 'string')
    .flatMap(([key, value]) => [
      Object.assign(document.createElement('dt'), { textContent: say(key) }),
      Object.assign(document.createElement('dd'), { textContent: value }),
    ]);
}

function difference({ kind, pointer, told, found: should, problems }) {
  const item = document.createElement('li');
  item.className = 'error';
  item.append(line('what', say(kind)));
  if (kind === 'request') item.append(...problems.map((one) => line('', `${problem(one, language()).message} · ${one.pointer}`)));
  else item.append(line('', `${say('told')}: ${shown(told)}`), line('', `${say('found')}: ${shown(should)}`));
  item.append(line('where', pointer));
  return item;
}

function shown(value) {
  if (value === null || value === undefined) return say('nothing');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
