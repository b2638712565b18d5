import type { Note, Sentence } from '../interchange.js';
import type { Format } from './format.js';
import { filled } from './sentence.js';

/** What a format cannot say, and what that means for the rule. */
const sentences = {
  'unread': { en: 'This cannot be read as a policy.', 'zh-CN': '此处无法识别为政策。' },
  'version': { en: 'The version {version} is not written, only the one in force.', 'zh-CN': '未写出版本{version}，只写出生效的版本。' },
  'from': { en: 'It holds for purchases from {day} on, which {format} cannot say.', 'zh-CN': '仅适用于{day}起的购买，{format}无法表示。' },
  'country': { en: 'The policy does not say in which countries it holds. Give `countries`.', 'zh-CN': '政策未写明适用的国家，请提供`countries`。' },
  'page': { en: 'The page of the policy needs its full address. Give `site`.', 'zh-CN': '政策页面需要完整地址，请提供`site`。' },
  'whole-day': { en: '{format} counts days of 24 hours; here the whole last day counts.', 'zh-CN': '{format}按24小时计一天；此政策以最后一天结束为准。' },
  'goodwill': { en: 'Goodwill is no promise. The rule is left out.', 'zh-CN': '善意给予不是承诺，未写出该规则。' },
  'reason': { en: '{format} has no word for {reasons}. What is granted for it is left out.', 'zh-CN': '{format}无法表示{reasons}，未写出为此给予的权利。' },
  'any-reason': { en: '{format} does not tell reasons apart. It is given the return that needs no reason.', 'zh-CN': '{format}不区分原因，写出的是无需理由的退货。' },
  'condition': { en: '{format} cannot say this condition. The rule is left out.', 'zh-CN': '{format}无法表示此条件，未写出该规则。' },
  'exception': { en: '{format} cannot say this exception. The rule is left out.', 'zh-CN': '{format}无法表示此例外，未写出该规则。' },
  'window-event': { en: '{format} counts from delivery only. The rule is left out.', 'zh-CN': '{format}只能从送达起算，未写出该规则。' },
  'window-unit': { en: '{format} counts in days only. The rule is left out.', 'zh-CN': '{format}只能按自然日计算，未写出该规则。' },
  'window-rolls': { en: '{format} does not move a last day to a working day. The rule is left out.', 'zh-CN': '{format}不会把最后一天顺延到工作日，未写出该规则。' },
  'term': { en: '{format} has no word for `{key}`. What it belongs to is left out.', 'zh-CN': '{format}无法表示`{key}`，未写出其所属内容。' },
  'remedy': { en: '{format} has no word for the remedy `{remedy}`. It is left out.', 'zh-CN': '{format}无法表示补救方式`{remedy}`，未写出。' },
  'carriage': { en: '{format} cannot say this of sending. The remedy is left out.', 'zh-CN': '{format}无法表示此处的寄送费用，未写出该补救方式。' },
  'refund-by': { en: '{format} cannot say by when the money is back.', 'zh-CN': '{format}无法表示退款到账的期限。' },
  'fee-condition': { en: '{format} cannot say when a fee is due. The remedy is left out.', 'zh-CN': '{format}无法表示收费的条件，未写出该补救方式。' },
  'fee-quoted': { en: '{format} cannot say that a fee is quoted. The remedy is left out.', 'zh-CN': '{format}无法表示费用另行报价，未写出该补救方式。' },
  'fee': { en: '{format} cannot say this fee exactly. The remedy is left out.', 'zh-CN': '{format}无法准确表示此费用，未写出该补救方式。' },
  'fee-per-unit': { en: 'The fee is due for each unit; {format} says it of one.', 'zh-CN': '此费用按件收取；{format}只表示一件的费用。' },
  'no-refund': { en: '{format} cannot say `{remedy}` where there is no refund. It is left out.', 'zh-CN': '没有退款时，{format}无法表示`{remedy}`，未写出。' },
  'other-terms': { en: '{format} holds one window with one set of terms. This one is another, and is left out.', 'zh-CN': '{format}只能表示一个期限和一套条款；此处不同，未写出。' },
} satisfies Record<string, Sentence>;

type UnsaidCode = keyof typeof sentences;

/** What is left out of an export, in the order of the policy. */
export class Unsaid {
  readonly #format: Format;
  readonly #notes: Note[] = [];

  constructor(format: Format) {
    this.#format = format;
  }

  add(code: UnsaidCode, pointer: string, params: Readonly<Record<string, string>> = {}): void {
    const note = { code: `${this.#format.code}.${code}`, pointer, text: filled(sentences[code], { format: this.#format.name, ...params }) };
    if (!this.#notes.some((told) => told.code === note.code && told.pointer === pointer)) this.#notes.push(note);
  }

  get count(): number {
    return this.#notes.length;
  }

  get all(): Note[] {
    const rule = ({ pointer }: Note): number => Number(/\/rules\/(\d+)/.exec(pointer)?.[1] ?? -1);
    return this.#notes.toSorted((one, other) => rule(one) - rule(other));
  }
}
