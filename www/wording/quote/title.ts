import type { RepairOption } from '../../binding/quote.js';
import { beginning } from '../voice.js';
import type { QuoteVoice } from './voice.js';

/** "Original parts"; where two options would have the same title, with the names of their parts. */
export function titlesOf(voice: QuoteVoice, options: readonly RepairOption[]): string[] {
  const plain = options.map((option) => beginning(inSentence(voice, option, 'parts')));
  const named = plain.map((title, index) => {
    const own = repeated(plain, title) ? parts(voice, options[index]) : '';
    return own === '' ? title : voice.tell('grade.of', { title, parts: own });
  });
  return named.map((title, index) => {
    if (!repeated(named, title)) return title;
    return voice.tell('grade.numbered', { title, n: named.slice(0, index + 1).filter((one) => one === title).length });
  });
}

/** "original parts", as it is said alone or in a comparison. */
export function inSentence(voice: QuoteVoice, { grades, lines }: RepairOption, form: 'parts' | 'than'): string {
  if (grades.length === 0) return voice.tell(form === 'parts' ? 'grade.labour' : 'grade.than-labour');
  return voice.list(grades.map((grade) => voice.tell(`grade.${grade}.${form}`, { n: lines.filter(({ part }) => part?.grade === grade).length })));
}

function parts(voice: QuoteVoice, option: RepairOption | undefined): string {
  return voice.list((option?.lines ?? []).flatMap(({ id, title, part }) => part === null ? [] : [voice.name({ id, title: title ?? part.kind.title }, 'line.part')]));
}

function repeated(titles: readonly string[], title: string): boolean {
  return titles.indexOf(title) !== titles.lastIndexOf(title);
}
