import type { ImportProblem, Note, Sentence } from '../interchange.js';
import type { Format } from './format.js';
import { fields, shown, within } from './json.js';
import { filled } from './sentence.js';

/** What was assumed or could not be kept. */
const notes = {
  'not-carried': { en: 'A policy document has no place for `{key}`. It is left out.', 'zh-CN': '政策文档中没有`{key}`的位置，未保留。' },
  'refund-assumed': { en: 'It does not say what the shopper gets. Money back is assumed.', 'zh-CN': '未说明退货后得到什么，按退款处理。' },
  'fee-per-unit': { en: 'A policy takes this fee for each unit.', 'zh-CN': '政策文档中此费用按件收取。' },
  'free-but-fee': { en: 'It calls returns free and names a restocking fee. Sending is read as free, and the fee as due.', 'zh-CN': '既写退货免费，又写手续费：按运费免费、收取手续费处理。' },
  'other-reasons': { en: 'It says nothing of what goes back for other reasons. Nothing is granted for them.', 'zh-CN': '未说明其他原因的退货，未为此给予权利。' },
  'whole-day': { en: '{format} counts days of 24 hours. In the policy the whole last day counts.', 'zh-CN': '{format}按24小时计一天；政策以最后一天结束为准。' },
  'title': { en: 'There are no words for {languages}. Give the shop a `title`.', 'zh-CN': '没有{languages}的文字，请为商店提供`title`。' },
} satisfies Record<string, Sentence>;

interface Words { message: Sentence; help: Sentence }

/** What keeps a document from being imported, and what to do. */
const problems = {
  'wrong-type': {
    message: { en: 'expected {expected}, found {found}', 'zh-CN': '此处应为{expected}，却是{found}' },
    help: { en: 'write {expected}', 'zh-CN': '请写成{expected}' },
  },
  'missing-key': {
    message: { en: 'the key `{key}` is missing', 'zh-CN': '缺少`{key}`' },
    help: { en: 'add `{key}`', 'zh-CN': '请补上`{key}`' },
  },
  'unknown-value': {
    message: { en: '`{value}` is not one of {allowed}', 'zh-CN': '`{value}`不是{allowed}之一' },
    help: { en: 'use one of them', 'zh-CN': '请从中选用' },
  },
  'not-a-policy': {
    message: { en: 'there is no return policy in here', 'zh-CN': '其中没有退货政策' },
    help: { en: 'give one {type}', 'zh-CN': '请提供一个{type}' },
  },
  'several-policies': {
    message: { en: 'there are {count} return policies in here', 'zh-CN': '其中有{count}个退货政策' },
    help: { en: 'import them one at a time', 'zh-CN': '请逐个导入' },
  },
  'no-returns': {
    message: { en: 'it says that nothing can be returned', 'zh-CN': '其中写明不接受退货' },
    help: { en: 'a policy document says what is granted; write the rules that there are', 'zh-CN': '政策文档写的是给予的权利，请直接写出已有的规则' },
  },
  'unspecified': {
    message: { en: 'it does not say what can be returned', 'zh-CN': '其中没有说明可否退货' },
    help: { en: 'say a number of days, or that there is no limit', 'zh-CN': '请写明天数，或写明不限期' },
  },
  'bad-days': {
    message: { en: '`{value}` is not a number of days', 'zh-CN': '`{value}`不是天数' },
    help: { en: 'write a whole number from 1 to {most}', 'zh-CN': '请写1到{most}之间的整数' },
  },
  'fixed-day': {
    message: { en: 'the last day is the same for all orders, which a window cannot say', 'zh-CN': '所有订单的最后一天相同，期限无法这样表示' },
    help: { en: 'say a number of days after delivery', 'zh-CN': '请写送达后的天数' },
  },
  'bad-date': {
    message: { en: '`{value}` is not a day of the calendar', 'zh-CN': '`{value}`不是有效的日期' },
    help: { en: 'write year, month and day', 'zh-CN': '请写明年、月、日' },
  },
  'reversed': {
    message: { en: 'the season ends before it begins', 'zh-CN': '季节的结束早于开始' },
    help: { en: 'swap the two days', 'zh-CN': '请对调这两天' },
  },
  'overlap': {
    message: { en: 'two seasons share a day', 'zh-CN': '两个季节有重叠的日子' },
    help: { en: 'let one end before the other begins', 'zh-CN': '请让一个在另一个开始前结束' },
  },
  'bad-amount': {
    message: { en: '`{value}` is not an amount of {currency}', 'zh-CN': '`{value}`不是{currency}金额' },
    help: { en: 'write a decimal with at most {digits} digits after the point', 'zh-CN': '请写小数，小数点后最多{digits}位' },
  },
  'bad-percent': {
    message: { en: '`{value}` cannot be a percentage', 'zh-CN': '`{value}`不能作为百分比' },
    help: { en: 'write a number from 0 to 100', 'zh-CN': '请写0到100之间的数' },
  },
  'mixed-currency': {
    message: { en: 'an amount in {found} cannot stand in a policy in {currency}', 'zh-CN': '{currency}政策中不能出现{found}金额' },
    help: { en: 'write it in {currency}, or import it for a shop in {found}', 'zh-CN': '请改写为{currency}，或导入到使用{found}的商店' },
  },
  'bad-country': {
    message: { en: '`{value}` is not a country', 'zh-CN': '`{value}`不是国家代码' },
    help: { en: 'write two capital letters: `DE`', 'zh-CN': '请写两个大写字母，例如`DE`' },
  },
  'bad-address': {
    message: { en: '`{value}` cannot be linked to', 'zh-CN': '`{value}`不能作为链接' },
    help: { en: 'write an address that begins with `https://`', 'zh-CN': '请写以`https://`开头的地址' },
  },
  'contradiction': {
    message: { en: '`{key}` contradicts `{other}`', 'zh-CN': '`{key}`与`{other}`矛盾' },
    help: { en: 'keep one of the two', 'zh-CN': '请保留其中一个' },
  },
  'season': {
    message: { en: 'it does not say by which day of an order a season goes', 'zh-CN': '未说明季节按订单的哪一天计算' },
    help: { en: 'take the season out, and write a rule with a test on `purchased`', 'zh-CN': '请去掉季节，另写一条以`purchased`为条件的规则' },
  },
  'member-tier': {
    message: { en: 'it holds for some members only', 'zh-CN': '仅适用于部分会员' },
    help: { en: 'take the tier out, and write a rule with a test on `member`', 'zh-CN': '请去掉会员等级，另写一条以`member`为条件的规则' },
  },
  'not-by-mail': {
    message: { en: 'goods can only be brought back, and a policy says who pays for sending', 'zh-CN': '只能到店退货，而政策文档写的是寄送费用由谁承担' },
    help: { en: 'add the return by mail', 'zh-CN': '请加上邮寄退货' },
  },
} satisfies Record<string, Words>;

type NoteCode = keyof typeof notes;
type ProblemCode = keyof typeof problems;
type Params = Readonly<Record<string, string>>;

const kinds = new Map([
  ['an object', '对象'], ['a list', '列表'], ['a text', '文字'], ['a number', '数字'], ['a whole number', '整数'],
  ['true or false', '是或否'], ['nothing', '空'], ['one value', '一个值'], ['several', '多个值'],
]);

/** All that is to be told of an import. */
export class Report {
  readonly notes: Note[] = [];
  readonly problems: ImportProblem[] = [];
  readonly #format: Format;

  constructor(format: Format) {
    this.#format = format;
  }

  note(code: NoteCode, pointer: string, params: Params = {}): void {
    this.notes.push({ code: `${this.#format.code}.${code}`, pointer, text: filled(notes[code], { format: this.#format.name, ...params }) });
  }

  problem(code: ProblemCode, pointer: string, params: Params = {}): void {
    const { message, help }: Words = problems[code];
    const name = `${this.#format.code}.${code}`;
    if (this.problems.some((told) => told.code === name && told.pointer === pointer && told.params['key'] === params['key'])) return;
    const chinese = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, kinds.get(value) ?? value]));
    this.problems.push({
      code: name,
      severity: 'error',
      pointer,
      message: filled(message, params).en,
      help: filled(help, params).en,
      params: { ...params },
      translation: { 'zh-CN': { message: filled(message, chinese)['zh-CN'], help: filled(help, chinese)['zh-CN'] } },
    });
  }

  /** Puts all in the order in which the keys stand in the document; what is missing comes first. */
  sort(pointer: string, keys: readonly string[]): void {
    const places = new Map(keys.map((key, index) => [within(pointer, key), index]));
    const place = (note: { pointer: string }): number => {
      const end = note.pointer.indexOf('/', pointer.length + 1);
      return places.get(end === -1 ? note.pointer : note.pointer.slice(0, end)) ?? -1;
    };
    this.notes.sort((one, other) => place(one) - place(other));
    this.problems.sort((one, other) => place(one) - place(other));
  }

  /** Tells that something of another kind was expected; reads as nothing. */
  wrong(expected: string, value: unknown, pointer: string): null {
    this.problem('wrong-type', pointer, { expected, found: kindOf(value) });
    return null;
  }

  unknown(value: unknown, allowed: Iterable<string>, pointer: string): null {
    this.problem('unknown-value', pointer, { value: shown(value), allowed: [...allowed].map((one) => `\`${one}\``).join(', ') });
    return null;
  }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (fields(value) !== null) return 'an object';
  return typeof value === 'string' ? 'a text' : typeof value === 'boolean' ? 'true or false' : 'a number';
}
