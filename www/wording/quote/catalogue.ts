import { keep, load as loadShared, type Language, type Source } from '../catalogue.js';

const sentences: { readonly [language in Language]: Source } = {
  'en': () => import('../catalogue/quote/en.json'),
  'zh-CN': () => import('../catalogue/quote/zh-CN.json'),
  'de': () => import('../catalogue/quote/de.json'),
  'ja': () => import('../catalogue/quote/ja.json'),
};

/** Loads the sentences of quotes and the shared ones. */
export async function load(language: string): Promise<Language> {
  const tag = await loadShared(language);
  await keep('quote', tag, sentences[tag]);
  return tag;
}
