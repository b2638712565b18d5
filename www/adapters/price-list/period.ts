/** The most of each unit that a policy can count. */
const units = [
  { one: 'day', most: 36_525, words: /^(?:d|days?|天|日)$/i },
  { one: 'working day', most: 2600, words: /^(?:wd|(?:work(?:ing)?|business) ?days?|个?工作日)$/i },
  { one: 'week', most: 5217, words: /^(?:w|wks?|weeks?|周|个?星期)$/i },
  { one: 'month', most: 1200, words: /^(?:m|mo|mon|mths?|months?|个?月)$/i },
  { one: 'year', most: 100, words: /^(?:y|yrs?|years?|年)$/i },
] as const;

/** A length of time as the engine reads it. */
export function isPeriod(cell: string): boolean {
  const [, count = '', unit = ''] = /^(\d+) (.+)$/.exec(cell) ?? [];
  return units.some(({ one, most }) => (unit === one || unit === `${one}s`) && Number(count) >= 1 && Number(count) <= most);
}

/** How a policy would write it, if it is clear which is meant. */
export function periodMeant(cell: string): string | null {
  const [, count = '', word = ''] = /^(\d+)\s*-?\s*(\D+)$/.exec(cell.normalize('NFKC').trim()) ?? [];
  const unit = units.find(({ words }) => words.test(word.trim()));
  const number = Number(count);
  if (unit === undefined || number < 1 || number > unit.most) return null;
  return `${number} ${unit.one}${number === 1 ? '' : 's'}`;
}
