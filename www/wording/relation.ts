import type { ItemDecision, Test } from '../binding/makegood.js';
import { valueName } from './fact.js';
import type { Voice } from './voice.js';

type Bounds = Omit<Test, 'in' | 'under' | 'has'>;

/** Each bound in the policy's words: how it reads when it holds, and when it does not. */
const bounds = [
  ['is', 'is', 'is-not'],
  ['from', 'from', 'before'],
  ['until', 'until', 'after'],
  ['atLeast', 'at-least', 'less-than'],
  ['moreThan', 'more-than', 'at-most'],
  ['atMost', 'at-most', 'more-than'],
  ['lessThan', 'less-than', 'at-least'],
] as const;

/** How a value stands to the bounds of a test: "at least ¥500.00", or "less than ¥500.00" when the test failed. */
export function relation(voice: Voice, item: ItemDecision, fact: string, wants: Bounds, holds: boolean): string {
  const stated = bounds.flatMap(([name, held, failed]) => {
    const value = wants[name];
    return value === undefined ? [] : [{ held, failed, value: valueName(voice, item, fact, value) }];
  });
  const only = stated.length === 1 ? stated[0] : undefined;
  if (only) return voice.say(`test.${holds ? only.held : only.failed}`, { value: only.value });
  const all = stated.map(({ held, value }) => voice.say(`test.${held}`, { value })).join(voice.say('text.and'));
  return holds ? all : voice.say('test.not', { relation: all });
}
