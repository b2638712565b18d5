import { keep, load as loadShared, type Language, type Source } from '../catalogue.js';

const sentences: { readonly [language in Language]: Source } = {
  'en': () => import('../catalogue/settlement/en.json'),
  'zh-CN': () => import('../catalogue/settlement/zh-CN.json'),
  'de': () => import('../catalogue/settlement/de.json'),
  'ja': () => import('../catalogue/settlement/ja.json'),
};

/** Loads the sentences of settlements and the shared ones. */
export async function load(language: string): Promise<Language> {
  const tag = await loadShared(language);
  await keep('settlement', tag, sentences[tag]);
  return tag;
}
