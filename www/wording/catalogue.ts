export type Params = Record<string, string | number>;

/** What a catalogue holds once it is compiled: functions, nested as its JSON file is. */
type Message = (params: Params) => string;
interface Messages { [key: string]: Message | Messages }

export type Source = () => Promise<{ default: unknown; names?: Names }>;
/** How the names of the facts of each law are loaded; the build adds them to the shared sentences. */
export type Names = { readonly [law: string]: () => Promise<{ default: Record<string, string> }> };
/** What is loaded apart: the shared sentences, those of problems, of quotes, of settlements, of triages, of claims, of evidence. */
export type Part = 'sentences' | 'problems' | 'quote' | 'settlement' | 'triage' | 'claim' | 'evidence';

const sentences: { [language in 'en' | 'zh-CN' | 'de' | 'ja']: Source } = {
  'en': () => import('./catalogue/en.json'),
  'zh-CN': () => import('./catalogue/zh-CN.json'),
  'de': () => import('./catalogue/de.json'),
  'ja': () => import('./catalogue/ja.json'),
};

/** English is what the engine itself speaks. */
const problems: { [language: string]: Source } = {
  'zh-CN': () => import('./catalogue/problems.zh-CN.json'),
};

export type Language = keyof typeof sentences;
const all = Object.keys(sentences) as Language[];
export const languages: readonly Language[] = all;

/** The catalogue that serves a language. */
export function nearest(language: string): Language {
  const [, primary = ''] = /^([a-z]+)(?![a-z])/i.exec(language) ?? [];
  return all.find((tag) => tag.startsWith(primary.toLowerCase()) && primary.length === 2) ?? 'en';
}

const loaded = new Map<string, Messages>();

export async function load(language: string, part: 'sentences' | 'problems' = 'sentences'): Promise<Language> {
  const tag = nearest(language);
  await keep(part, tag, part === 'problems' ? problems[tag] : sentences[tag]);
  return tag;
}

/** What loads the names of laws in a language. */
export async function namesIn(tag: Language): Promise<Names> {
  return (await sentences[tag]()).names ?? {};
}

/** Loads a part of a language, unless it is there. */
export async function keep(part: Part, tag: Language, source: Source | undefined): Promise<void> {
  const name = `${part} ${tag}`;
  if (source && !loaded.has(name)) loaded.set(name, (await source()).default as Messages);
}

/** The message of a key, or `undefined` when the catalogue has none. */
export function message(language: Language, key: string, part: Part = 'sentences'): Message | undefined {
  const messages = loaded.get(`${part} ${language}`);
  if (!messages && part !== 'problems') throw new Error(`the sentences of ${language} are not there yet: await load('${language}') first`);
  let found: Messages | Message | undefined = messages;
  for (const name of key.split('.')) {
    if (typeof found !== 'object') return undefined;
    found = found[name];
  }
  return typeof found === 'function' ? found : undefined;
}

/** The sentence of a key; the key itself when there is none, so that a gap is seen and not blank. */
export function spoken(language: Language, key: string, params: Params, part: Part = 'sentences'): string {
  return message(language, key, part)?.(params) ?? key;
}

/** Dates and amounts follow the region that was asked for where the sentences are in its language. */
export function localeOf(language: string, catalogue: Language): string {
  const tag = language.replaceAll('_', '-');
  if (/^(en|de)-[a-z]{2}$/i.test(tag)) return tag;
  return catalogue === 'en' ? 'en-GB' : catalogue;
}
