import { keep, type Language, type Source } from '../catalogue.js';
import { load as loadQuotes } from '../quote/catalogue.js';

const sentences: { readonly [language in Language]: Source } = {
  'en': () => import('../catalogue/claim/en.json'),
  'zh-CN': () => import('../catalogue/claim/zh-CN.json'),
  'de': () => import('../catalogue/claim/de.json'),
  'ja': () => import('../catalogue/claim/ja.json'),
};

/** Loads the sentences of claims, those of the quote that may be in one, and the shared ones. */
export async function load(language: string): Promise<Language> {
  const tag = await loadQuotes(language);
  await keep('claim', tag, sentences[tag]);
  return tag;
}
