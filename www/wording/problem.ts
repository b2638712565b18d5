import type { Problem } from '../binding/makegood.js';
import { message, nearest, type Language } from './catalogue.js';

/** A problem in a language: the engine's own English, or the translation of its code once that is loaded. */
export function problem({ code, message: what, help, params }: Problem, language: string): { message: string; help: string } {
  const tag = nearest(language);
  const said = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, phrase(tag, value)]));
  return {
    message: message(tag, `${code}.message`, 'problems')?.(said) ?? what,
    help: message(tag, `${code}.help`, 'problems')?.(said) ?? help,
  };
}

/** Some parameters are phrases of the engine's, with names in backticks; what the caller wrote stays as it is. */
function phrase(tag: Language, value: string): string {
  const [, opening, rest = ''] = /^(did you mean|take it out; known here):? (.*?)\??$/.exec(value) ?? [];
  const translation = message(tag, `phrase.${opening ?? value}`, 'problems');
  return translation ? translation({ rest: names(rest) }) : names(value);
}

function names(list: string): string {
  return list.replaceAll('` or `', '`或`').replaceAll('` and `', '`和`').replaceAll('`, `', '`、`');
}
