import type { Sentence } from '../interchange.js';

/** A sentence with what it speaks of. */
export function filled({ en, 'zh-CN': zh }: Sentence, params: Readonly<Record<string, string>>): Sentence {
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  return { en: fill(en), 'zh-CN': fill(zh) };
}

/** Names in a row. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
