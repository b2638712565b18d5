import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { open } from '../../target/npm/makegood/index.node.js';
import { load, words } from '../../target/npm/makegood/wording.js';

const policy = JSON.parse(readFileSync(new URL('../cases/policies/window.json', import.meta.url), 'utf8'));
Object.assign(policy.rules[0], {
  cites: [
    { article: 'BGB § 438', sure: 'unverified' },
    { article: 'Directive (EU) 2019/771 art. 10', sure: 'text', source: 'https://eur-lex.europa.eu/eli/dir/2019/771' },
  ],
  inForce: { from: '2026-01-01' },
  shows: { from: 'delivered', length: '2 years' },
  proof: { from: 'delivered', length: '1 year' },
  window: { from: ['delivered', 'exchanged'], length: '1 year', extends: [{ days: 'daysInRepair' }] },
});
Object.assign(policy.rules[0].grants[0], {
  chooses: 'shopper',
  sendBy: { from: 'asked', length: '14 days' },
  refundBy: { from: ['asked', 'returnReceived'], length: '14 days' },
});

/** The words of a fault of the given day, asked on 20 November 2026. */
async function told(language, facts) {
  const shop = await open(policy);
  const purchase = { purchased: '2026-03-01', delivered: '2026-03-03', exchanged: '2026-05-05', daysInRepair: 10 };
  const decision = shop.decide({ today: '2026-11-20', items: [{ id: 'it', facts: { ...purchase, ...facts } }] });
  return words(decision, language).items[0];
}

before(() => Promise.all(['en', 'zh-CN'].map((language) => load(language))));

test('a window tells its events, what makes it longer, and its last day', async () => {
  const { headline, reasons: [reason] } = await told('en', { defectNoticed: '2026-10-01' });
  assert.equal(headline, 'You can send this back for a refund until 15 May 2027.');
  assert.deepEqual(reason.sentences.map(({ finding, sentence }) => [finding, sentence]), [
    ['yes', 'This holds for purchases on or after 1 January 2026.'],
    ['yes', 'The fault showed in time: the time for that runs 2 years from delivery on 3 March 2026, until 3 March 2028.'],
    ['yes', 'The time is still open: it runs 1 year from the latest of delivery and the exchange on 5 May 2026, with all that is added, until 15 May 2027.'],
  ]);
});

test('a day that the policy declares is told by its question; without one it is the day that the clause names', async () => {
  const declaring = structuredClone(policy);
  declaring.facts = { fitted: { type: 'date', settledBy: 'shop', ask: { en: 'When was it fitted?', 'zh-CN': '何时安装？' } }, counted: { type: 'date', settledBy: 'shop' } };
  declaring.rules = [{ id: 'r', clause: '1', title: 'R', window: { from: ['delivered', 'fitted', 'counted'], length: '7 days' }, grants: [{ remedy: 'refund', carriage: 'shop' }] }];
  const shop = await open(declaring);
  const facts = { delivered: '2026-11-18', fitted: '2026-11-19', counted: '2026-11-01' };
  const decision = shop.decide({ today: '2026-11-20', items: [{ id: 'it', facts }] });
  const [english, chinese] = ['en', 'zh-CN'].map((language) => words(decision, language).items[0].reasons[0].sentences.at(-1).sentence);
  assert.equal(english, 'The time is still open: it runs 7 days from the latest of delivery, the day in your answer to “When was it fitted?” '
    + 'and the day that the clause names on 19 November 2026, until 26 November 2026.');
  assert.match(chinese, /签收、您对“何时安装？”所答的日期和条款规定的日期中最晚的一天/);
});

test('citations say how sure they are, and lead to their source', async () => {
  const { reasons: [reason] } = await told('en', { defectNoticed: '2026-10-01' });
  assert.deepEqual(reason.cites, [
    { sentence: 'BGB § 438 (not verified)', source: null },
    { sentence: 'Directive (EU) 2019/771 art. 10', source: 'https://eur-lex.europa.eu/eli/dir/2019/771' },
  ]);
  const { reasons: [chinese] } = await told('zh-CN', { defectNoticed: '2026-10-01' });
  assert.equal(chinese.cites[0].sentence, 'BGB § 438（未核实）');
});

test('an offer tells its deadlines, who chooses and who proves', async () => {
  const { offers: [offer] } = await told('en', { defectNoticed: '2026-10-01' });
  assert.deepEqual(offer.due, [
    'Send it by 4 December 2026', 'The money must be back within 14 days from the latest of asking and the goods’ arrival at the shop',
  ]);
  assert.equal(offer.chooses, 'You choose what is done');
  assert.equal(offer.proof, 'The shop would have to prove that it had no fault');
  const { offers: [chinese] } = await told('zh-CN', { defectNoticed: '2026-10-01' });
  assert.deepEqual(chinese.due, ['请在2026年12月4日前（含当日）寄出', '款项须在提出申请和商家收到退货中最晚的一天起 14 天内退回']);
});

test('a purchase from before the rule says so', async () => {
  const { finding, reasons: [reason] } = await told('en', { purchased: '2025-12-31', defectNoticed: '2026-10-01' });
  assert.equal(finding, 'no');
  assert.equal(reason.sentences[0].sentence, 'This holds for purchases on or after 1 January 2026 only.');
});

test('what is for others to judge is not put on the shopper or the shop', async () => {
  const judged = structuredClone(policy);
  judged.facts = { minor: { type: 'bool', ask: 'Is the fault minor?', settledBy: 'judgement' } };
  judged.rules[0].unless = [{ id: 'minor', if: { fact: 'minor', is: true } }];
  const shop = await open(judged);
  const facts = { purchased: '2026-03-01', delivered: '2026-03-03', defectNoticed: '2026-10-01' };
  const decision = shop.decide({ today: '2026-11-20', items: [{ id: 'it', facts }] });
  const [item] = words(decision, 'en').items;
  assert.match(item.headline, /A court, an authority or an expert would have to judge it\.$/);
  assert.equal(item.reasons[0].sentences[0].sentence, 'A court, an authority or an expert would have to judge “Is the fault minor?”.');
  assert.deepEqual(item.questions, []);
  assert.match(words(decision, 'zh-CN').items[0].headline, /需由法院、主管部门或专家判断。$/);
});

test('a last day that holidays can still move is told as far as it is certain', async () => {
  const covered = structuredClone(policy);
  covered.calendar = { restDays: ['sat', 'sun'], holidays: [], covers: { from: '2026-01-01', until: '2026-12-31' } };
  covered.rules = [{ id: 'r', clause: '1', title: 'R', window: { from: 'delivered', length: '7 days', rolls: 'next-working-day' }, grants: [{ remedy: 'refund', carriage: 'shop' }] }];
  const shop = await open(covered);
  const decision = shop.decide({ today: '2026-12-28', items: [{ id: 'it', facts: { delivered: '2026-12-25' } }] });
  const [english, chinese] = ['en', 'zh-CN'].map((language) => words(decision, language).items[0].offers[0].deadline);
  assert.equal(english, 'At least until 1 January 2027; only the holidays from 1 January 2026 to 31 December 2026 are known yet');
  assert.match(chinese, /2027年1月1日.*目前只知道2026年1月1日至2026年12月31日的节假日安排/);
});

test('a deadline that has passed is not told as one to keep', async () => {
  const { offers: [refund] } = await told('en', { defectNoticed: '2026-10-01', asked: '2026-11-20', returnReceived: '2026-11-20' });
  assert.ok(refund.due.some((sentence) => sentence.startsWith('The money must be back by')));
  const { offers: [late] } = await told('en', { defectNoticed: '2026-10-01', asked: '2026-10-05', returnReceived: '2026-10-10' });
  assert.deepEqual(late.due, []);
});
