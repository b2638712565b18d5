import { keep, nearest, type Language, type Source } from '../catalogue.js';

const sentences: { readonly [language in Language]: Source } = {
  'en': () => import('../catalogue/evidence/en.json'),
  'zh-CN': () => import('../catalogue/evidence/zh-CN.json'),
  'de': () => import('../catalogue/evidence/de.json'),
  'ja': () => import('../catalogue/evidence/ja.json'),
};

/** Loads the sentences of evidence; no others are needed. */
export async function load(language: string): Promise<Language> {
  const tag = nearest(language);
  await keep('evidence', tag, sentences[tag]);
  return tag;
}
