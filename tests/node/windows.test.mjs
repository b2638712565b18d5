// Every last day of random windows is what Temporal counts by the rules of the policy page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from 'makegood';
import { windows } from './windows/generator.mjs';
import { Item } from './windows/oracle.mjs';

/** Holds what the engine says of a window against what it should say. */
function compare({ finding, until, counted }, right, about) {
  const { least, most, ways } = right;
  const same = until.least === least && until.most === most && (finding ?? right.finding) === right.finding;
  // Deadlines do not tell how they were counted.
  const counts = counted?.map(({ event, ends, last }) => ways.some((way) => way?.event === event && way.ends === ends && way.last === last));
  const ends = counted?.map(({ last }) => last) ?? [];
  const told = [least, most].filter(Boolean);
  if (!same || counts?.includes(false) || (counted && told.some((last) => !ends.includes(last)))) {
    assert.fail(JSON.stringify(about, null, 1));
  }
}

test('100,000 random windows end on the day that Temporal counts', async (context) => {
  const compared = { window: 0, shows: 0, send: 0, refund: 0, known: 0, open: 0 };
  for (const { policy, request } of windows({ seed: 20261124, count: 260, rules: 24, items: 6 })) {
    const shop = await open(policy);
    const decision = shop.decide(request);
    for (const [index, { steps, remedies: [{ offers }] }] of decision.items.entries()) {
      const item = new Item(policy, request.today, request.items[index].facts);
      const held = (kind, window, told, right) => {
        const about = { kind, window, told, right, calendar: policy.calendar, today: request.today, facts: request.items[index].facts };
        compare(told, right, about);
        compared[kind] += 1;
        compared[right.least !== null && right.least === right.most ? 'known' : 'open'] += 1;
      };
      for (const [at, rule] of policy.rules.entries()) {
        for (const check of steps[at].checks) held(check.part, rule[check.part], check, item[check.part](rule[check.part]));
        const [grant] = rule.grants;
        for (const { due, ...told } of offers.find((offer) => offer.rule === rule.id)?.deadlines ?? []) {
          held(due, grant[`${due}By`], told, item.window(grant[`${due}By`]));
        }
      }
    }
  }
  const { known, open: unsettled, ...kinds } = compared;
  context.diagnostic(JSON.stringify(compared));
  assert.ok(known + unsettled >= 100_000, JSON.stringify(compared));
  for (const [kind, number] of Object.entries(kinds)) assert.ok(number > 10_000, `${kind}: ${number}`);
  assert.ok(known > 50_000 && unsettled > 10_000, JSON.stringify(compared));
});
