import { shown } from '../interchange/json.js';
import { filled } from '../interchange/sentence.js';
import type { Sentence } from '../interchange.js';
import type { PriceListName, PriceListProblem } from '../price-list.js';

interface Words { severity: 'error' | 'warning'; message: Sentence; help: Sentence }

/** All that can be wrong with a list, and what to do. */
const problems = {
  'no-book': {
    severity: 'error',
    message: { en: 'the policy has no price book', 'zh-CN': '政策中没有价目表' },
    help: { en: 'write `repair` with its models, kinds, operations and faults first; lists hold prices only', 'zh-CN': '请先写好`repair`中的型号、配件种类、工作和故障；表格只有价格' },
  },
  'too-large': {
    severity: 'error',
    message: { en: 'the list is longer than {limit} characters', 'zh-CN': '表格超过{limit}个字符' },
    help: { en: 'leave out what is not repaired; a policy holds at most 1 MB', 'zh-CN': '请删去不维修的内容；政策最多1 MB' },
  },
  'encoding': {
    severity: 'error',
    message: { en: 'some letters cannot be read', 'zh-CN': '有些文字无法识别' },
    help: { en: 'save the list as CSV in UTF-8; spreadsheets call it `CSV UTF-8`', 'zh-CN': '请以UTF-8编码另存，表格软件中称为“CSV UTF-8”' },
  },
  'empty-file': {
    severity: 'error',
    message: { en: 'the list is empty', 'zh-CN': '表格是空的' },
    help: { en: 'begin with the row {columns}, or do not give this list', 'zh-CN': '第一行请写{columns}，或不提供此表格' },
  },
  'no-rows': {
    severity: 'warning',
    message: { en: 'the list has no rows, so all that were there are gone', 'zh-CN': '表格没有数据行，原有各行都会删除' },
    help: { en: 'give the list only if that is meant', 'zh-CN': '如非本意，请不要提供此表格' },
  },
  'no-header': {
    severity: 'error',
    message: { en: 'the first row names none of the columns', 'zh-CN': '第一行不是列名' },
    help: { en: 'begin with the row {columns}', 'zh-CN': '第一行请写{columns}' },
  },
  'delimiter': {
    severity: 'warning',
    message: { en: 'cells are separated by {delimiter}, and it was read so', 'zh-CN': '单元格以{delimiter}分隔，已按此读取' },
    help: { en: 'separate them by commas', 'zh-CN': '请改用逗号分隔' },
  },
  'unclosed-quote': {
    severity: 'error',
    message: { en: 'a quotation mark is never closed, so all rows from here on are one cell', 'zh-CN': '引号没有闭合，其后各行都成了一个单元格' },
    help: { en: 'close it; a quotation mark within a quoted cell is written twice', 'zh-CN': '请补上引号；引号内的引号要写两次' },
  },
  'stray-quote': {
    severity: 'error',
    message: { en: 'text stands behind a closing quotation mark', 'zh-CN': '右引号之后还有文字' },
    help: { en: 'put the whole cell in quotation marks, and write those within it twice', 'zh-CN': '请把整个单元格放在引号内，其中的引号写两次' },
  },
  'missing-column': {
    severity: 'error',
    message: { en: 'the column `{name}` is missing', 'zh-CN': '缺少列`{name}`' },
    help: { en: 'add it; the columns may stand in any order', 'zh-CN': '请加上此列，列的顺序不限' },
  },
  'duplicate-column': {
    severity: 'error',
    message: { en: 'the column `{name}` is there twice', 'zh-CN': '列`{name}`出现了两次' },
    help: { en: 'keep one of them', 'zh-CN': '请只保留一列' },
  },
  'unknown-column': {
    severity: 'warning',
    message: { en: 'the column `{value}` is not known, and is left out', 'zh-CN': '不认识列`{value}`，未读取' },
    help: { en: '{suggestion}', 'zh-CN': '{suggestion}' },
  },
  'other-language': {
    severity: 'warning',
    message: { en: 'the shop does not speak `{language}`', 'zh-CN': '商店没有语言`{language}`' },
    help: { en: 'use one of {allowed}', 'zh-CN': '请从{allowed}中选用' },
  },
  'few-cells': {
    severity: 'error',
    message: { en: 'the row has {count} cells, the header {columns}', 'zh-CN': '此行有{count}个单元格，标题行有{columns}个' },
    help: { en: 'add the missing commas, or save the list from the spreadsheet again', 'zh-CN': '请补上逗号，或从表格软件重新保存' },
  },
  'many-cells': {
    severity: 'error',
    message: { en: 'the row has {count} cells, the header {columns}', 'zh-CN': '此行有{count}个单元格，标题行有{columns}个' },
    help: { en: 'put texts with a comma in quotation marks, and write prices with a point: `59.90`', 'zh-CN': '含逗号的文字请放在引号内，价格请用小数点：`59.90`' },
  },
  'missing-value': {
    severity: 'error',
    message: { en: 'the cell is empty', 'zh-CN': '单元格是空的' },
    help: { en: 'every row needs its `{name}`', 'zh-CN': '每一行都要有`{name}`' },
  },
  'formula-error': {
    severity: 'error',
    message: { en: '`{value}` is an error of the spreadsheet', 'zh-CN': '`{value}`是表格软件的错误值' },
    help: { en: 'mend the formula, or write the value itself', 'zh-CN': '请修正公式，或直接写数值' },
  },
  'bad-name': {
    severity: 'error',
    message: { en: '`{value}` cannot be a name', 'zh-CN': '`{value}`不能用作名称' },
    help: { en: 'use letters, digits and single hyphens, a letter first: `one-screen`', 'zh-CN': '请用字母、数字和单个连字符，以字母开头：`one-screen`' },
  },
  'duplicate-id': {
    severity: 'error',
    message: { en: '`{value}` is already the name of row {row}', 'zh-CN': '`{value}`已是第{row}行的名称' },
    help: { en: 'give each row a name of its own', 'zh-CN': '每一行各用一个名称' },
  },
  'twice-priced': {
    severity: 'error',
    message: { en: '`{value}` already has a price in row {row}', 'zh-CN': '`{value}`在第{row}行已有价格' },
    help: { en: 'keep one of the rows, or give them different models', 'zh-CN': '请只保留一行，或写明不同的型号' },
  },
  'unknown-model': {
    severity: 'error',
    message: { en: '`{value}` is no model of the price book', 'zh-CN': '价目表中没有型号`{value}`' },
    help: { en: '{suggestion}', 'zh-CN': '{suggestion}' },
  },
  'unknown-kind': {
    severity: 'error',
    message: { en: '`{value}` is no kind of part of the price book', 'zh-CN': '价目表中没有配件种类`{value}`' },
    help: { en: '{suggestion}', 'zh-CN': '{suggestion}' },
  },
  'unknown-operation': {
    severity: 'error',
    message: { en: '`{value}` is no operation of the price book', 'zh-CN': '价目表中没有工作`{value}`' },
    help: { en: '{suggestion}', 'zh-CN': '{suggestion}' },
  },
  'unknown-grade': {
    severity: 'error',
    message: { en: '`{value}` is no grade', 'zh-CN': '`{value}`不是配件等级' },
    help: { en: '{suggestion}', 'zh-CN': '{suggestion}' },
  },
  'unknown-holds': {
    severity: 'error',
    message: { en: '`{value}` is nothing that a price holds', 'zh-CN': '价格不能包含`{value}`' },
    help: { en: '{suggestion}', 'zh-CN': '{suggestion}' },
  },
  'unknown-icon': {
    severity: 'error',
    message: { en: '`{value}` is no picture', 'zh-CN': '没有图标`{value}`' },
    help: { en: '{suggestion}', 'zh-CN': '{suggestion}' },
  },
  'separator': {
    severity: 'error',
    message: { en: 'the names in `{value}` are not told apart', 'zh-CN': '`{value}`中的名称没有分开' },
    help: { en: 'separate them by a semicolon: `{example}`', 'zh-CN': '请用分号分开：`{example}`' },
  },
  'bad-amount': {
    severity: 'error',
    message: { en: '`{value}` is not an amount of {currency}', 'zh-CN': '`{value}`不是{currency}金额' },
    help: { en: 'write a decimal with at most {digits} digits after the point: `{example}`', 'zh-CN': '请写小数，小数点后最多{digits}位：`{example}`' },
  },
  'decimal-comma': {
    severity: 'error',
    message: { en: '`{value}` has a comma for a point', 'zh-CN': '`{value}`用逗号作小数点' },
    help: { en: 'write `{example}`', 'zh-CN': '请写成`{example}`' },
  },
  'thousands': {
    severity: 'error',
    message: { en: '`{value}` has separators between its digits', 'zh-CN': '`{value}`中有千位分隔符' },
    help: { en: 'write `{example}`', 'zh-CN': '请写成`{example}`' },
  },
  'negative': {
    severity: 'error',
    message: { en: '`{value}` is less than nothing', 'zh-CN': '`{value}`小于零' },
    help: { en: 'write `{example}`; what is taken off is a discount of the price book', 'zh-CN': '请写成`{example}`；减价请写在价目表的优惠中' },
  },
  'currency-sign': {
    severity: 'error',
    message: { en: '`{value}` says its currency', 'zh-CN': '`{value}`写有货币' },
    help: { en: 'write the number alone: `{example}`; all amounts are in {currency}', 'zh-CN': '只写数字：`{example}`；金额均为{currency}' },
  },
  'other-currency': {
    severity: 'error',
    message: { en: 'an amount in {found} cannot stand in a policy in {currency}', 'zh-CN': '{currency}政策中不能出现{found}金额' },
    help: { en: 'write it in {currency}', 'zh-CN': '请改写为{currency}' },
  },
  'bad-period': {
    severity: 'error',
    message: { en: '`{value}` is not a length of time', 'zh-CN': '`{value}`不是一段时间' },
    help: { en: 'write a whole number and days, working days, weeks, months or years: `{example}`', 'zh-CN': '请写整数和单位（days、working days、weeks、months、years）：`{example}`' },
  },
  'bad-whole': {
    severity: 'error',
    message: { en: '`{value}` is not a whole number', 'zh-CN': '`{value}`不是整数' },
    help: { en: 'write a whole number from {least} on', 'zh-CN': '请写不小于{least}的整数' },
  },
  'two-titles': {
    severity: 'error',
    message: { en: 'the row has a title for all languages and one for each', 'zh-CN': '此行既有通用标题，又有各语言的标题' },
    help: { en: 'keep `title`, or the titles of the languages', 'zh-CN': '请保留`title`，或保留各语言的标题' },
  },
} satisfies Record<string, Words>;

export type ProblemCode = keyof typeof problems;
/** What a sentence speaks of: the same in every language, or not. */
export type Params = Readonly<Record<string, string | Sentence>>;

/** Where something stands in a list. */
export interface Place { list: PriceListName | null; row: number | null; column: string | null }

export class Report {
  readonly problems: PriceListProblem[] = [];

  add(code: ProblemCode, place: Place, cell = '', params: Params = {}): void {
    const { severity, message, help }: Words = problems[code];
    const value = shown(cell.replace(/\s+/g, ' '));
    const told = (language: keyof Sentence): Record<string, string> => Object.fromEntries(
      Object.entries({ value, ...params }).map(([name, param]) => [name, typeof param === 'string' ? param : param[language]]),
    );
    const chinese = told('zh-CN');
    this.problems.push({
      code: `price-list.${code}`,
      severity,
      ...place,
      value,
      message: filled(message, told('en')).en,
      help: filled(help, told('en')).en,
      params: told('en'),
      translation: { 'zh-CN': { message: filled(message, chinese)['zh-CN'], help: filled(help, chinese)['zh-CN'] } },
    });
  }

  get failed(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }
}
