import { keep, load as loadShared, type Language, type Source } from '../catalogue.js';

const sentences: { readonly [language in Language]: Source } = {
  'en': () => import('../catalogue/triage/en.json'),
  'zh-CN': () => import('../catalogue/triage/zh-CN.json'),
  'de': () => import('../catalogue/triage/de.json'),
  'ja': () => import('../catalogue/triage/ja.json'),
};

/** Loads the sentences of triages and the shared ones. */
export async function load(language: string): Promise<Language> {
  const tag = await loadShared(language);
  await keep('triage', tag, sentences[tag]);
  return tag;
}
