// What the merchant's pages have in common: two languages, and lines of text.
import { problem } from '/makegood/wording.js';

export const language = () => (document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en');

/**
 * Lets a page speak both languages: `say` gives a sentence, `speak` writes all of them, and the button of the other language calls `spoken`.
 * It begins in the language of its address (`?lang=zh-CN`), and leads to the other pages of merchants in its own.
 */
export function speaking(texts, spoken) {
  if (new URLSearchParams(location.search).get('lang') === 'zh-CN') document.documentElement.lang = 'zh-CN';
  const tongue = document.querySelector('.tongue');
  const say = (key) => texts[language()][key];
  function speak() {
    for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
    document.title = say('title');
    for (const link of document.querySelectorAll('header a[data-page]')) link.search = language() === 'en' ? '' : `?lang=${language()}`;
    const other = language() === 'en' ? ['zh-CN', '中文'] : ['en', 'English'];
    [tongue.dataset.language, tongue.textContent] = other;
    tongue.lang = other[0];
  }
  tongue.addEventListener('click', () => {
    document.documentElement.lang = tongue.dataset.language;
    speak();
    spoken();
  });
  return { say, speak };
}

/** A problem as an entry of a list. */
export function problemItem(one) {
  const { message, help } = problem(one, language());
  const item = document.createElement('li');
  item.className = one.severity;
  item.append(line('what', message), line('', help), line('where', one.pointer === '' ? one.code : `${one.pointer} · ${one.code}`));
  return item;
}

export function line(name, text) {
  return Object.assign(document.createElement('p'), { className: name, textContent: text });
}
