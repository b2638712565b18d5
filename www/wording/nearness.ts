import type { Check, Node, Step } from '../binding/makegood.js';

/** What the shop's records say of the purchase and of the shopper: nothing that another order or another story could change. */
const settled = ['member', 'country', 'channel', 'category', 'price'];

/** Rules that hold first, then those that miss least and ran longest; those for another reason last. */
export function byNearness(steps: readonly Step[]): Step[] {
  const far = steps.map((step) => ({ step, distance: distance(step), last: lastDay(step) }));
  return far
    .sort((one, other) => one.distance - other.distance
      || Number(one.last < other.last) - Number(one.last > other.last)
      || Number(one.step.goodwill) - Number(other.step.goodwill))
    .map(({ step }) => step);
}

export function forAnotherReason(step: Step): boolean {
  return step.checks.some((check) => check.part === 'reasons' && check.finding === 'no');
}

/** For another reason, or for purchases of other days. */
export function forAnotherCase(step: Step): boolean {
  return step.checks.some(({ part, finding }) => finding === 'no' && (part === 'reasons' || part === 'in-force'));
}

function distance(step: Step): number {
  if (step.finding !== 'no') return step.finding === 'yes' ? 0 : 1;
  return step.checks.reduce((sum, check) => sum + missed(check), 2);
}

function missed(check: Check): number {
  if (check.finding !== 'no') return 0;
  switch (check.part) {
    case 'reasons': return 1000;
    case 'window': case 'shows': return 1;
    // Another law or version cannot be had.
    case 'in-force': return 1000;
    default: return missedIn(check.node, check.part === 'unless');
  }
}

/** How much a condition misses; `turned` for what must not be. */
function missedIn(node: Node, turned: boolean): number {
  if (node.finding !== (turned ? 'yes' : 'no')) return 0;
  if (node.op === 'test') return settled.includes(node.fact) ? 3 : 1;
  const parts = node.of.map((part) => missedIn(part, node.op === 'not' ? !turned : turned));
  return node.op === (turned ? 'all' : 'any') ? Math.min(...parts) : parts.reduce((sum, part) => sum + part, 0);
}

/** The last day of a rule, to compare with others; empty while there is none. */
function lastDay(step: Step): string {
  const window = step.checks.find((check) => check.part === 'window');
  return window?.part === 'window' ? window.until.most ?? '' : '';
}
