import type { Text } from '../binding/makegood.js';

/** A text of the policy in a language: exact tag, then same language, then English, then the first. */
export function pick(text: Text, language: string): string {
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const wanted = language.toLowerCase();
  const first = (candidate: (tag: string) => boolean): string | undefined => tags.find((tag) => candidate(tag.toLowerCase()));
  const tag = first((one) => one === wanted)
    ?? first((one) => primary(one) === primary(wanted))
    ?? first((one) => primary(one) === 'en')
    ?? tags[0];
  return tag === undefined ? '' : text[tag] ?? '';
}

function primary(tag: string): string {
  return tag.split(/[-_]/)[0] ?? tag;
}
