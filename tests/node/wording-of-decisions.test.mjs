import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { open } from '../../target/npm/makegood/index.node.js';
import { languages, load, words } from '../../target/npm/makegood/wording.js';
import { gap, sentences } from './sentences.mjs';

const policy = JSON.parse(readFileSync(new URL('../../www/storefront/policy.json', import.meta.url), 'utf8'));
let shop;
before(async () => {
  [shop] = await Promise.all([open(policy), ...languages.map((language) => load(language))]);
});

/** Every choice of one value for each name; a value that is `undefined` is left out. */
function* combinations([[name, values], ...rest]) {
  for (const value of values) {
    if (rest.length === 0) yield value === undefined ? {} : { [name]: value };
    else for (const others of combinations(rest)) yield value === undefined ? others : { [name]: value, ...others };
  }
}

/** Orders in every stage of knowledge, for every reason. */
const orders = [
  { today: '2026-11-08', facts: [['purchased', ['2026-11-03']], ['reason', [
    undefined, 'change-of-mind', 'defect', 'not-as-described', 'wrong-item', 'missing-item', 'damaged-in-transit', 'not-received', 'late',
  ]]] },
  { today: '2026-11-13', facts: [
    ['purchased', ['2026-11-03']], ['delivered', ['2026-11-06', { from: '2026-11-04', to: '2026-11-09' }]], ['price', ['2999.00', undefined]],
    ['reason', ['change-of-mind']], ['opened', [true, false, undefined]], ['accessoriesComplete', [true, false]], ['usedBeyondChecking', [true, false]],
    ['member', [true, false]], ['tags', [[], ['final-sale']]],
  ] },
  ...['2026-11-20', '2026-12-05', '2027-06-01', '2029-01-01'].map((today) => ({ today, facts: [
    ['purchased', ['2026-11-03']], ['delivered', ['2026-11-06', undefined]], ['reason', ['defect']], ['price', ['2999.00']],
    ['cause', [undefined, 'normal-use', 'human-damage', 'liquid', 'opened-by-others', 'force-majeure']],
  ] })),
];

test('every decision of the demo shop is told in every language, without a gap and never as a bare no', () => {
  let told = 0;
  const found = new Set();
  for (const { today, facts } of orders) {
    for (const one of combinations(facts)) {
      const decision = shop.decide({ today, items: [{ id: 'item', quantity: 2, facts: one }] });
      for (const language of languages) {
        const [item] = words(decision, language, shop).items;
        const about = `${language} ${today} ${JSON.stringify(one)}`;
        for (const sentence of sentences(item)) {
          assert.notEqual(sentence.trim(), '', about);
          assert.doesNotMatch(sentence, gap, about);
        }
        if (item.finding === 'no') assert.ok(item.nextSteps.length > 0, about);
        if (item.finding !== 'no') assert.ok(item.offers.length > 0, about);
        const forAnother = ({ checks }) => checks.some(({ part, finding }) => finding === 'no' && (part === 'reasons' || part === 'in-force'));
        const steps = decision.items[0].steps.filter((step) => step.by === 'shop' || !forAnother(step));
        assert.equal(item.reasons.length, steps.length, about);
        found.add(item.finding);
        told += 1;
      }
    }
  }
  assert.deepEqual([...found].sort(), ['maybe', 'no', 'yes']);
  assert.ok(told > 300, `${told}`);
});
