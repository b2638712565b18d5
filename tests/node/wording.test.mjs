import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { before, test } from 'node:test';
import { languages, load, pick, words } from '../../target/npm/makegood/wording.js';
import { gap, sentences } from './sentences.mjs';

const folder = new URL('fixtures/decisions/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => file.replace('.json', ''));
const fixture = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const shop = { name: { en: 'Aurora', 'zh-CN': '极光数码' } };

before(() => Promise.all(languages.map((language) => load(language))));

/** The only item of a decision in words, after a change to the decision. */
function item(name, { language = 'en', change = () => {}, decision = fixture(name) } = {}) {
  change(decision.items[0], decision);
  return words(decision, language, shop).items[0];
}

test('every fixture is told in every language without a gap', () => {
  for (const language of languages) {
    for (const name of fixtures) {
      for (const sentence of sentences(words(fixture(name), language, shop))) {
        assert.notEqual(sentence.trim(), '', `${name} in ${language}`);
        assert.doesNotMatch(sentence, gap, `${name} in ${language}`);
        if (language === 'zh-CN') assert.doesNotMatch(sentence, /[a-z]/i, name);
      }
    }
  }
});

// ---- the headline ----

test('a yes says until when', () => {
  assert.equal(item('return-with-fee').headline, 'You can send this back for a refund until 12 November 2026.');
  assert.equal(item('return-with-fee', { language: 'zh-CN' }).headline, '您可以在2026年11月12日前（含当日）退货退款。');
});

test('on the last day it says so, and the day is still there for machines', () => {
  const change = (_, decision) => { decision.today = '2026-11-12'; };
  const told = item('return-with-fee', { change });
  assert.equal(told.headline, 'Today is the last day to send this back for a refund.');
  assert.equal(told.offers[0].deadline, 'Today is the last day');
  assert.equal(told.offers[0].day, '2026-11-12');
  assert.equal(item('return-with-fee', { language: 'zh-CN', change }).headline, '今天是退货退款的最后一天。');
});

test('a yes without a time limit names none', () => {
  assert.equal(item('paid-repair').headline, 'You can have this repaired for a fee.');
  assert.equal(item('paid-repair').offers[0].deadline, 'No time limit');
  assert.equal(item('paid-repair', { language: 'zh-CN' }).headline, '您可以付费维修。');
});

test('a day that the delivery note decides is told from both ends', () => {
  const told = item('delivery-day-open');
  assert.equal(told.headline, 'You can send this back for a refund at least until 12 November 2026.');
  assert.equal(told.offers[0].deadline, 'At least until 12 November 2026, at most until 16 November 2026; the delivery note decides');
  assert.equal(told.offers[0].day, '2026-11-12');
  assert.deepEqual(told.pending, ['The delivery note tells the day of delivery.']);
  const inChinese = item('delivery-day-open', { language: 'zh-CN' });
  assert.equal(inChinese.headline, '您可以退货退款，至少到2026年11月12日（含当日）。');
  assert.equal(inChinese.offers[0].deadline, '至少到2026年11月12日，最晚到2026年11月16日；以签收记录为准');
});

test('every way in which a last day can be known has its own words', () => {
  const deadline = (least, most, settledBy = 'delivered', today = '2026-11-08') => {
    const told = item('delivery-day-open', { change: (one, decision) => {
      decision.today = today;
      one.remedies[0].offers[0].until = { least, most, settledBy };
    } });
    return [told.headline, told.offers[0].deadline];
  };
  assert.deepEqual(deadline('2026-11-08', '2026-11-16'),
    ['You can send this back for a refund today, and perhaps longer.', 'Today for certain, at most until 16 November 2026; the delivery note decides']);
  assert.deepEqual(deadline('2026-11-10', null, 'defectNoticed'),
    ['You can send this back for a refund at least until 10 November 2026.', 'At least until 10 November 2026; the day you noticed the fault decides']);
  assert.equal(deadline('2026-11-08', null)[1], 'Today for certain, perhaps longer; the delivery note decides');
  assert.equal(deadline('2026-11-01', '2026-11-16', 'dispatched')[1], 'At most until 16 November 2026; the exact day is still to be found out');
  assert.equal(deadline(null, '2026-11-08')[1], 'At most until today; the delivery note decides');
  assert.equal(deadline(null, null)[1], 'The last day is still open; the delivery note decides');
});

test('a maybe asks for the reason first', () => {
  assert.equal(item('questions-open').headline, 'Tell us what is the matter, and you will see what is possible.');
});

test('a maybe says who settles it', () => {
  const asked = (ask, today = '2026-11-08', language = 'en') => item('questions-open', { language, change: (one, decision) => {
    decision.today = today;
    one.ask = one.ask.filter(({ fact }) => ask.includes(fact));
  } }).headline;
  assert.equal(asked(['opened']), 'You may be able to send this back for a refund until 12 November 2026. One answer is still missing.');
  assert.equal(asked(['opened', 'member', 'boxKept']), 'You may be able to send this back for a refund until 12 November 2026. A few answers are still missing.');
  assert.equal(asked(['delivered']), 'You may be able to send this back for a refund until 12 November 2026. The delivery note settles it.');
  assert.equal(asked(['member'], '2026-11-12'), 'Today may be the last day to send this back for a refund. A check by Aurora settles it.');
  assert.equal(asked(['member'], '2026-11-08', 'zh-CN'), '您也许可以在2026年11月12日前（含当日）退货退款。需由极光数码核实后确定。');
});

test('a no says when the time ended and how it was counted', () => {
  const told = item('window-over');
  assert.equal(told.headline, 'The time to send this back for a refund ended on 8 November 2026.');
  assert.equal(told.because, 'The time is over: it ran 7 days from delivery on 1 November 2026, until 8 November 2026. '
    + 'The last day would have been 7 November 2026, a day off, so it moves to the next working day.');
  assert.equal(item('window-over', { language: 'zh-CN' }).because,
    '已超过期限：自签收（2026年11月1日）起 7 天，截至2026年11月8日（含当日）。原定最后一天2026年11月7日是休息日，顺延至下一个工作日。');
});

test('a no by an exception gives the shop’s own reason', () => {
  const told = item('final-sale', { language: 'zh-CN' });
  assert.equal(told.headline, '这件商品不支持无理由退货。');
  assert.equal(told.because, '清仓商品不支持无理由退货。');
});

test('a no because no rule is for the reason says so', () => {
  const change = (one) => { one.steps = one.steps.slice(1); };
  const told = item('window-over', { change });
  assert.equal(told.headline, 'This shop gives no return without a reason.');
  assert.equal(told.because, null);
  const fault = item('window-over', { change: (one) => { change(one); one.steps[0].checks[0].read = 'late'; } });
  assert.equal(fault.headline, 'The shop’s promise does not cover this reason.');
});

test('while the version of the policy is not known, it is a maybe without offers', () => {
  const told = item('questions-open', { change: (one) => {
    one.policy = null;
    one.remedies[0].offers = [];
    one.steps = [];
    one.ask = one.ask.filter(({ fact }) => fact === 'purchased');
  } });
  assert.equal(told.headline, 'You may be able to send this back for a refund. A check by Aurora settles it.');
  assert.deepEqual([told.offers, told.reasons, told.pending], [[], [], ['The shop can tell the day of purchase.']]);
});

test('a no by several conditions names them', () => {
  const failed = (finding, fact, read) => ({ op: 'test', pointer: '', finding, fact, wants: { is: !read }, read });
  const change = (one) => {
    const node = { op: 'all', pointer: '', finding: 'no', of: [failed('no', 'usedBeyondChecking', true), failed('no', 'accessoriesComplete', false)] };
    one.steps = one.steps.filter(({ rule }) => rule === 'seven-days').map((step) => ({ ...step, checks: [{ part: 'if', pointer: '', finding: 'no', node }] }));
  };
  assert.equal(item('final-sale', { change }).because, 'It has been used more than it takes to try it out. Something that came with it is missing.');
});

test('a rule that only members have is not the one that a no is explained by', () => {
  const change = (one) => {
    const [over] = one.steps;
    const node = { op: 'test', pointer: '', finding: 'no', fact: 'member', wants: { is: true }, read: false };
    one.steps.unshift({ ...over, rule: 'members', checks: [{ part: 'if', pointer: '', finding: 'no', node }] });
  };
  assert.match(item('window-over', { change }).because, /^The time is over/);
});

test('of the times that are over, the one that ran longest is named', () => {
  const change = (one) => {
    const longer = structuredClone(one.steps[0]);
    Object.assign(longer, { rule: 'fourteen-days', goodwill: true });
    longer.checks[2].until = { least: '2026-11-10', most: '2026-11-10', settledBy: null };
    one.steps.push(longer);
  };
  assert.equal(item('window-over', { change }).headline, 'The time to send this back for a refund ended on 10 November 2026.');
});

test('when everything has gone back nothing is offered or asked', () => {
  const told = item('questions-open', { change: (one) => { one.units = { bought: 2, returned: 2, left: 0 }; } });
  assert.equal(told.headline, 'All of these have already gone back.');
  assert.equal(told.units, null);
  assert.deepEqual([told.offers, told.nextSteps, told.questions, told.pending], [[], [], [], []]);
});

// ---- offers ----

test('the breakdown of a refund adds up, for one unit and for all', () => {
  assert.deepEqual(item('return-with-fee').offers[0].money, [
    { label: 'Price paid, each', amount: 'CN¥299.00', kind: 'price' },
    { label: 'Fee for opened goods, each', amount: '-CN¥29.90', kind: 'fee' },
    { label: 'You get back, each', amount: 'CN¥269.10', kind: 'total' },
    { label: 'You get back for all 2', amount: 'CN¥538.20', kind: 'total' },
  ]);
});

test('a fee that may apply makes a range', () => {
  assert.deepEqual(item('questions-open', { language: 'zh-CN' }).offers[0].money, [
    { label: '实付金额', amount: '¥299.00', kind: 'price' },
    { label: '拆封费用（可能收取）', amount: '-¥29.90', kind: 'fee' },
    { label: '退还给您', amount: '¥269.10至¥299.00', kind: 'total' },
  ]);
});

test('a quoted fee is told beforehand, a percentage without a price as a share', () => {
  const [repair] = item('paid-repair').offers;
  assert.deepEqual(repair.money, [{ label: 'Repair', amount: 'told to you beforehand in a quote', kind: 'fee' }]);
  const share = item('return-with-fee', { change: (one) => {
    one.price = null;
    const [offer] = one.remedies[0].offers;
    Object.assign(offer, { units: 1, cost: null, back: null, total: { cost: null, back: null } });
    Object.assign(offer.fees[0], { title: null, amount: null });
  } });
  assert.deepEqual(share.offers[0].money, [{ label: 'Fee of 10%', amount: '10% of the price', kind: 'fee' }]);
});

test('what costs nothing says so', () => {
  const free = item('paid-repair', { change: (one) => {
    const [offer] = one.remedies[1].offers;
    Object.assign(offer, { carriage: 'shop', fees: [], cost: { least: '0.00', most: '0.00' } });
  } });
  assert.equal(free.headline, 'You can have this repaired free of charge.');
  assert.deepEqual(free.offers[0].money, [{ label: 'You pay', amount: 'Nothing', kind: 'total' }]);
  assert.equal(free.offers[0].carriage, 'The shop pays for sending it');
});

test('a further offer is one sentence, goodwill is told as goodwill', () => {
  const [refund] = item('return-with-fee').offers;
  assert.equal(refund.goodwill, null);
  assert.deepEqual(refund.also, ['14-day return for members: Until 19 November 2026. The shop pays for sending it. '
    + 'You get back for all 2: CN¥478.40. Offered as a goodwill of the shop.']);
  const goodwill = item('return-with-fee', { change: (one) => { one.remedies[0].offers[0].goodwill = true; } });
  assert.equal(goodwill.offers[0].goodwill, 'Offered as a goodwill of the shop');
});

test('offers stand in the order that shoppers would choose', () => {
  const told = item('paid-repair', { change: (one) => { one.remedies.reverse(); } });
  assert.deepEqual(told.offers.map(({ title }) => title), ['Repair', 'Trade-in']);
});

test('what is missing is named in words', () => {
  assert.equal(item('questions-open').offers[0].needs,
    'Still missing: your reason, whether it has been opened, “Do you still have the box?” and one more thing about your order');
});

// ---- money and dates, exactly ----

test('no digit of an amount is lost or added', () => {
  const paid = (amount, currency, language = 'en') => item('return-with-fee', { language, change: (one, decision) => {
    decision.currency = currency;
    one.remedies[0].offers[0].back = { least: amount, most: amount };
  } }).offers[0].money[2].amount;
  assert.equal(paid('12345678901234567.89', 'CNY', 'zh-CN'), '¥12,345,678,901,234,567.89');
  assert.equal(paid('1235', 'JPY', 'en-US'), '¥1,235');
  assert.equal(paid('1.235', 'KWD').replace('\u00a0', ' '), 'KWD 1.235');
  assert.equal(paid('0.10', 'USD', 'en-US'), '$0.10');
  assert.equal(paid('1234.50', 'JPY'), 'JP¥1,234.50');
});

test('dates follow the region', () => {
  assert.match(item('return-with-fee', { language: 'en-US' }).headline, /until November 12, 2026\.$/);
  assert.match(item('return-with-fee', { language: 'fr' }).headline, /until 12 November 2026\.$/);
  assert.match(item('return-with-fee', { language: 'zh-TW' }).headline, /2026年11月12日/);
});

test('west of Greenwich the day is the same', () => {
  const script = `
    import { load, words } from ${JSON.stringify(new URL('../../target/npm/makegood/wording.js', import.meta.url))};
    import { readFileSync } from 'node:fs';
    await load('en');
    const decision = JSON.parse(readFileSync(new URL(${JSON.stringify(new URL('return-with-fee.json', folder))})));
    console.log(new Date(2026, 10, 12).getTimezoneOffset(), words(decision, 'en').items[0].headline);`;
  for (const [zone, offset] of [['America/Los_Angeles', 480], ['Pacific/Kiritimati', -840]]) {
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
    assert.equal(said.trim(), `${offset} You can send this back for a refund until 12 November 2026.`);
  }
});

// ---- reasons ----

test('in each rule what failed comes first, and the rules that come nearest come first', () => {
  for (const name of fixtures) {
    for (const { sentences } of item(name).reasons) {
      const order = sentences.map(({ finding }) => ['no', 'maybe', 'yes'].indexOf(finding));
      assert.deepEqual(order, [...order].sort((one, other) => one - other), name);
    }
  }
  assert.deepEqual(item('final-sale').reasons.map(({ rule }) => rule), ['seven-days', 'goodwill']);
  assert.deepEqual(item('paid-repair').reasons.map(({ rule }) => rule), ['paid-repair', 'trade', 'quality']);
});

test('an answer stands on the rules of the offers that are told, or else on the one that comes nearest', () => {
  const decisive = (name) => item(name).reasons.filter((reason) => reason.decisive).map(({ rule }) => rule);
  assert.deepEqual(decisive('paid-repair'), ['paid-repair', 'trade']);
  assert.deepEqual(decisive('final-sale'), ['seven-days']);
  for (const name of fixtures) {
    const { reasons, offers } = item(name);
    const told = new Set(offers.map(({ rule }) => rule));
    if (told.size > 0) assert.deepEqual(new Set(decisive(name)), told, name);
    else assert.equal(decisive(name).length, Math.min(reasons.length, 1), name);
  }
});

test('every check of a rule is told', () => {
  const checks = (name) => item(name).reasons.find(({ rule }) => rule === 'seven-days').sentences;
  assert.deepEqual(checks('return-with-fee'), [
    { finding: 'yes', sentence: 'This is for your case: you changed your mind.' },
    { finding: 'yes', sentence: 'All that came with it is there.' },
    { finding: 'yes', sentence: 'It was only tried out.' },
    { finding: 'yes', sentence: 'This exception does not apply: Goods on final sale cannot be returned without a reason.' },
    { finding: 'yes', sentence: 'The time is still open: it runs 7 days from delivery on 5 November 2026, until 12 November 2026.' },
  ]);
});

/** A single condition in a sentence, with its finding. */
function told(node, { part = 'if', finding = node.finding, language = 'en' } = {}) {
  const check = { part, pointer: '', finding, node, ...part === 'unless' ? { id: 'exception', because: null } : {} };
  const change = (one) => { one.steps = [{ ...one.steps[0], checks: [check] }]; };
  return item('every-check', { language, change }).reasons[0].sentences.map(({ finding, sentence }) => `${finding}: ${sentence}`);
}
const node = (finding, fact, wants, read) => ({ op: 'test', pointer: '', finding, fact, wants, read });

test('a bound that failed is told the other way round', () => {
  for (const [wants, sentence] of [
    [{ atLeast: '500.00' }, 'less than CN¥500.00'], [{ moreThan: '500.00' }, 'at most CN¥500.00'],
    [{ atMost: '500.00' }, 'more than CN¥500.00'], [{ lessThan: '500.00' }, 'at least CN¥500.00'], [{ is: '500.00' }, 'not CN¥500.00'],
    [{ atLeast: '1.00', lessThan: '2.00' }, 'not at least CN¥1.00 and less than CN¥2.00'],
  ]) assert.deepEqual(told(node('no', 'price', wants, '400.00')), [`no: The price you paid is CN¥400.00: ${sentence}.`]);
  assert.deepEqual(told(node('no', 'purchased', { from: '2026-03-02' }, '2026-03-01'), { language: 'zh-CN' }), ['no: 购买日期：2026年3月1日，早于2026年3月2日。']);
});

test('a day held against a window that never began is told without one', () => {
  assert.deepEqual(told(node('no', 'defectNoticed', {}, '2027-03-10')), ['no: A further condition of the clause does not hold.']);
  assert.deepEqual(told(node('no', 'defectNoticed', { until: '2027-03-05' }, '2027-03-10')), ['no: The day you noticed the fault is 10 March 2027: after 5 March 2027.']);
});

test('what must not be is told with its finding turned round', () => {
  const opened = node('yes', 'opened', { is: true }, true);
  const used = node('no', 'usedBeyondChecking', { is: true }, false);
  assert.deepEqual(told({ op: 'not', pointer: '', finding: 'no', of: [opened] }), ['no: It has been opened.']);
  assert.deepEqual(told(opened, { part: 'unless', finding: 'no' }), ['no: It has been opened.']);
  // Not all of them: the one that is missing is what helps.
  assert.deepEqual(told({ op: 'not', pointer: '', finding: 'yes', of: [{ op: 'all', pointer: '', finding: 'no', of: [opened, used] }] }), ['yes: It was only tried out.']);
  // None of them: each counts.
  assert.deepEqual(told({ op: 'not', pointer: '', finding: 'no', of: [{ op: 'any', pointer: '', finding: 'yes', of: [opened, used] }] }),
    ['no: It has been opened.', 'yes: It was only tried out.']);
});

test('of alternatives, a yes tells those that hold and a no tells them all', () => {
  const member = node('no', 'member', { is: true }, false);
  const online = node('yes', 'channel', { is: 'online' }, 'online');
  const store = node('no', 'channel', { is: 'store' }, 'online');
  assert.deepEqual(told({ op: 'any', pointer: '', finding: 'yes', of: [member, online] }), ['yes: You bought it online.']);
  assert.deepEqual(told({ op: 'any', pointer: '', finding: 'no', of: [member, store] }),
    ['no: One of the following would be enough, but none holds:', 'no: You are not a member.', 'no: You bought it online.']);
});

test('a declared fact is told by the shop’s own question', () => {
  assert.deepEqual(told(node('no', 'damage', { is: 'light' }, 'heavy'), { language: 'zh-CN' }), ['no: “损坏程度如何？”——严重。']);
  assert.deepEqual(told(node('no', 'hours', { atMost: '10' }, '12.5')), ['no: “How many hours has it run?” – 12.5: more than 10.']);
  assert.deepEqual(told(node('maybe', 'boxKept', { is: true }, null)), ['maybe: It depends on your answer to “Do you still have the box?”.']);
  assert.deepEqual(told(node('no', 'stockCode', { is: 'A' }, 'B')), ['no: A further condition of the clause does not hold.']);
});

// ---- next steps and questions ----

test('a no shows the ways out, and what leads to the same together', () => {
  assert.deepEqual(item('window-over').nextSteps, [
    {
      sentence: 'If it has a fault, you can exchange this free of charge until 16 November 2026 or have this repaired free of charge until 1 November 2027.',
      change: { fact: 'reason', is: 'defect' },
    },
    { sentence: 'If it is not as described or you received the wrong item, you can exchange this free of charge until 16 November 2026.', change: null },
    { sentence: 'If it arrived between 4 November 2026 and 11 November 2026, you can send this back for a refund.', change: null },
  ]);
});

test('no shopper is told to be someone else: records of the shop are not offered as a change', () => {
  const told = JSON.stringify([item('window-over').nextSteps, item('every-check').nextSteps]);
  for (const fact of ['member', 'price', 'category', 'tags', 'stockCode']) assert.ok(!told.includes(fact), fact);
});

test('what can be done about it comes first, and a better remedy that is closed is named', () => {
  const steps = item('paid-repair').nextSteps;
  assert.equal(steps[0].sentence, 'You cannot exchange this in this case, but you can have this repaired for a fee.');
  assert.equal(steps[1].sentence, 'If you find all that came with it, you can exchange this free of charge until the end of today.');
  assert.deepEqual(steps[1].change, { fact: 'accessoriesComplete', is: true });
  const others = item('paid-repair', { change: (one) => { one.whatIf.splice(1); one.remedies.splice(1, 2); one.finding = 'no'; } }).nextSteps;
  assert.equal(others[0].sentence, 'If the fault came from normal use, you may be able to exchange this free of charge until the end of today.');
});

test('a no is never bare', () => {
  assert.deepEqual(item('final-sale').nextSteps, [{ sentence: 'Did you expect another answer? Aurora will gladly look at it with you.', change: null }]);
  assert.match(words(fixture('final-sale'), 'en').items[0].nextSteps[0].sentence, /The shop will gladly/);
});

test('built-in questions have their own words and answers, declared ones the shop’s', () => {
  const { questions, pending } = item('questions-open', { language: 'zh-CN' });
  const by = Object.fromEntries(questions.map((question) => [question.fact, question]));
  assert.equal(questions.length, 11);
  assert.deepEqual(by.opened, {
    fact: 'opened', kind: 'choice', question: '商品拆封了吗？', help: '例如撕开了封条或塑封膜。',
    answers: [{ value: true, label: '已拆封' }, { value: false, label: '未拆封' }],
  });
  assert.equal(by.reason.answers.length, 8);
  assert.deepEqual(by.damage, {
    fact: 'damage', kind: 'choice', question: '损坏程度如何？', help: null,
    answers: [{ value: 'light', label: '轻微' }, { value: 'heavy', label: '严重' }],
  });
  assert.deepEqual(by.boxKept.answers, [{ value: true, label: '是' }, { value: false, label: '否' }]);
  assert.deepEqual([by.hours.kind, by.repairCost.kind, by.serial.kind, by.defectNoticed.kind], ['number', 'money', 'text', 'date']);
  assert.ok(!('delivered' in by) && !('category' in by));
  assert.equal(pending[0], '签收日期：以签收记录为准。');
  assert.equal(pending.filter((sentence) => sentence === '订单的另一项信息：由商家确认。').length, 1);
});

test('the policy line names id, version and a short hash', () => {
  assert.equal(item('final-sale').policy, 'Policy aurora-cn, version 2026-11-01 (3f9a1c5b)');
  assert.equal(item('final-sale', { change: (one) => { one.policy = null; } }).policy, 'Which version of the policy holds depends on the day of purchase.');
});

test('units are told where there is more than one', () => {
  assert.equal(item('return-with-fee').units, '2 of 3 have not gone back yet');
  assert.equal(item('final-sale').units, null);
  assert.equal(item('final-sale', { change: (one) => { one.units = { bought: 3, returned: 0, left: 3 }; } }).units, '3 units');
});

test('a text of the policy falls back: exact tag, same language, English, the first', () => {
  assert.equal(pick('plain', 'fr'), 'plain');
  const text = { 'zh-CN': '中', 'en-GB': 'colour', en: 'color', de: 'Farbe' };
  for (const [language, chosen] of [['en-gb', 'colour'], ['en', 'color'], ['en-US', 'colour'], ['zh-TW', '中'], ['de-AT', 'Farbe'], ['fr', 'colour']]) {
    assert.equal(pick(text, language), chosen, language);
  }
  assert.equal(pick({ ja: '色', ko: '색' }, 'fr'), '色');
  assert.equal(pick({}, 'en'), '');
});
