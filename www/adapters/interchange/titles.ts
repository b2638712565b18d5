import type { Text } from '../../binding/makegood.js';
import type { ImportShop, Sentence } from '../interchange.js';
import { filled } from './sentence.js';

/** What shoppers read of an imported policy. */
const words = {
  'return': { en: '{days}-day return', 'zh-CN': '{days}天退货' },
  'return-without-limit': { en: 'Return at any time', 'zh-CN': '不限期退货' },
  'return-defect': { en: '{days}-day return of faulty goods', 'zh-CN': '故障商品{days}天退货' },
  'return-defect-without-limit': { en: 'Return of faulty goods at any time', 'zh-CN': '故障商品不限期退货' },
  'return-others': { en: '{days}-day return of wrong, damaged or late goods', 'zh-CN': '错发、破损或延误商品{days}天退货' },
  'return-others-without-limit': { en: 'Return of wrong, damaged or late goods at any time', 'zh-CN': '错发、破损或延误商品不限期退货' },
  'season': { en: 'It was bought between {from} and {until}; other days hold for that time.', 'zh-CN': '该商品在{from}至{until}期间购买，适用该期间的期限。' },
  'restocking': { en: 'Restocking fee', 'zh-CN': '退货手续费' },
  'return-shipping': { en: 'Return shipping', 'zh-CN': '退货运费' },
  'condition': { en: 'In which condition is it?', 'zh-CN': '商品状况如何？' },
  'new': { en: 'As new', 'zh-CN': '全新' },
  'used': { en: 'Used', 'zh-CN': '已使用' },
  'refurbished': { en: 'Refurbished', 'zh-CN': '翻新' },
  'damaged': { en: 'Damaged', 'zh-CN': '有损坏' },
} satisfies Record<string, Sentence>;

type TitleCode = keyof typeof words;

/** Which of our languages a tag is; `null` for all others. */
function ours(tag: string): keyof Sentence | null {
  const [language] = tag.toLowerCase().split('-');
  return language === 'en' ? 'en' : language === 'zh' ? 'zh-CN' : null;
}

export function untold(languages: readonly string[]): string[] {
  return languages.filter((tag) => ours(tag) === null);
}

/** The words in those of the shop's languages that there are; in English if there are none. */
export function title(code: TitleCode, { languages }: Pick<ImportShop, 'languages'>, params: Readonly<Record<string, string>> = {}): Text {
  const said = filled(words[code], params);
  const told = languages.flatMap((tag) => {
    const own = ours(tag);
    return own === null ? [] : [[tag, said[own]]];
  });
  return told.length === 0 ? said.en : Object.fromEntries(told) as { [language: string]: string };
}
