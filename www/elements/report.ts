import { MakegoodLoadError, MakegoodProblem } from '../binding/errors.js';
import { nearest, type Language } from '../wording/catalogue.js';

/** For the one case in which no catalogue is at hand: the catalogue itself could not be loaded. */
const apologies: Record<Language, { failed: string; retry: string }> = {
  en: { failed: 'The answer could not be loaded. The shop’s written policy holds as always.', retry: 'Try again' },
  'zh-CN': { failed: '暂时无法加载结果。商家的书面售后政策始终有效。', retry: '重试' },
  de: { failed: 'Die Antwort konnte nicht geladen werden. Die schriftliche Richtlinie des Shops gilt wie immer.', retry: 'Noch einmal versuchen' },
  ja: { failed: '結果を読み込めませんでした。ショップの書面の規約はこれまでどおり有効です。', retry: 'もう一度試す' },
};

export function apology(language: string | null): { failed: string; retry: string; language: string } {
  const tag = nearest(language ?? '');
  return { ...apologies[tag], language: tag };
}

/** Tells the developer what is wrong, where, and what to do. */
export function report(element: Element, error: unknown): void {
  const at = `makegood: <${element.localName}>`;
  if (error instanceof MakegoodProblem) {
    const lines = error.problems.map(({ code, pointer, message, help }) => `  ${code} at "${pointer}": ${message}\n    ${help}`);
    console.error(`${at} cannot answer:\n${lines.join('\n')}`);
  } else if (error instanceof MakegoodLoadError) {
    console.error(`${at} could not load (${error.reason}): ${error.message}`);
  } else {
    console.error(`${at} failed:`, error);
  }
}
