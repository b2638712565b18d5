import type { FactType, ItemDecision, Question } from '../binding/makegood.js';
import { factName, isBuiltIn } from './fact.js';
import type { Voice } from './voice.js';
import type { QuestionWords } from './wording.js';

/** What to ask the shopper, the question that settles most first. */
export function questions(voice: Voice, item: ItemDecision): QuestionWords[] {
  return item.ask.flatMap((question) => {
    const kind = question.settledBy === 'shopper' ? kinds[question.type] : undefined;
    return kind === undefined ? [] : [questionWords(voice, question, kind)];
  });
}

/** What only the shop or the delivery note can settle. */
export function pending(voice: Voice, item: ItemDecision): string[] {
  const sentences = item.ask
    .filter((question) => question.settledBy !== 'shopper' || kinds[question.type] === undefined)
    .map((question) => voice.say(
      `pending.${question.settledBy === 'shopper' ? 'shop' : question.settledBy}`,
      { fact: factName(voice, item, question.fact) },
    ));
  return [...new Set(sentences)];
}

/** How an answer is given. Categories and tags are the shop's own names, which no shopper can know. */
export const kinds: { readonly [type in FactType]?: QuestionWords['kind'] } = {
  bool: 'choice', enum: 'choice', date: 'date', money: 'money', number: 'number', text: 'text',
};

export function questionWords(voice: Voice, question: Omit<Question, 'decides'>, kind: QuestionWords['kind']): QuestionWords {
  const { fact } = question;
  return {
    fact,
    kind,
    question: question.ask !== null ? voice.text(question.ask) : voice.say(isBuiltIn(fact) ? `question.${fact}.ask` : 'question.own'),
    help: question.help !== null ? voice.text(question.help) : isBuiltIn(fact) ? voice.say(`question.${fact}.help`) : null,
    answers: answers(voice, question),
  };
}

function answers(voice: Voice, { fact, type, values }: Pick<Question, 'fact' | 'type' | 'values'>): QuestionWords['answers'] {
  if (type === 'bool') {
    const own = isBuiltIn(fact) ? `question.${fact}` : 'question';
    return [true, false].map((value) => ({ value, label: voice.say(`${own}.${value ? 'yes' : 'no'}`) }));
  }
  return (values ?? []).map(({ value, label }) => ({
    value,
    label: label !== null ? voice.text(label) : isBuiltIn(fact) ? voice.say(`question.${fact}.${value}`) : value,
  }));
}
