import { MakegoodProblem } from '../binding/errors.js';
import type { Facts, FactValue, MakegoodProblem as Problem } from '../binding/makegood.js';

/** What the shopper answered, by question; `null` stands for "I am not sure". */
export type Answers = ReadonlyMap<string, FactValue | null>;

/** A question with its answer. */
export interface Answered<Question> { question: Question; answer: FactValue | null }

/** How far a talk has come. */
export interface Walked<Question> {
  answered: Answered<Question>[];
  /** The next question; `null` when nothing is left to ask. */
  question: Question | null;
  /** Why the answer to `question` cannot be, if it was refused. */
  refused: Problem | null;
}

/** A talk: what it comes to with some answers, what is to be asked then, and the name of a question among the answers. */
export interface Talking<At, Question> {
  at(answered: readonly Answered<Question>[]): At;
  next(at: At, answered: readonly Answered<Question>[]): Question | null;
  key(question: Question): string;
}

/**
 * Goes through the questions in the order in which they come up, takes the answers there are, and stops at the first that is
 * missing (or that the shopper wants to `revisit`). The engine decides at each step what is worth asking, so an answer that
 * does not matter any more is simply not reached.
 */
export function walk<At extends object, Question>(talking: Talking<At, Question>, answers: Answers, revisit: string | null): At & Walked<Question> {
  const answered: Answered<Question>[] = [];
  let at = talking.at(answered);
  for (;;) {
    const question = talking.next(at, answered);
    const answer = question === null ? undefined : answers.get(talking.key(question));
    if (question === null || answer === undefined || talking.key(question) === revisit) return { ...at, answered, question, refused: null };
    answered.push({ question, answer });
    if (answer === null) continue;
    try {
      at = talking.at(answered);
    } catch (error) {
      if (!(error instanceof MakegoodProblem)) throw error;
      answered.pop();
      return { ...at, answered, question, refused: error };
    }
  }
}

/** What the answers say. */
export function factsOf(answered: readonly Answered<{ fact: string }>[]): Facts {
  return Object.fromEntries(answered.flatMap(({ question, answer }) => (answer === null ? [] : [[question.fact, answer]])));
}

/** The reason frames everything else, so it comes first; then the engine's order: what settles most. */
export function nextQuestion<Question extends { fact: string }>(questions: Question[], answered: readonly Answered<Question>[]): Question | null {
  const open = questions.filter(({ fact }) => !answered.some(({ question }) => question.fact === fact));
  return open.find(({ fact }) => fact === 'reason') ?? open[0] ?? null;
}
