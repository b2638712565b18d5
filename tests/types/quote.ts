// What a merchant may write with the words of quotes. Compiled, never run.
import {
  gradeName, languages, load, quoteCalendar, quoteForm, quoteJson, quoteText, quoteWords, say,
  type QuoteForm, type QuoteOptionWords, type QuoteQuestionWords,
} from 'makegood/wording/quote';

declare const quote: Parameters<typeof quoteWords>[0];

const language: string = await load(languages[0] ?? 'en');
const { headline, kind, options, questions } = quoteWords(quote, language);
const best: QuoteOptionWords | undefined = options[0];
const sentence: string | undefined = best?.tradeOff?.sentence;
const answer: QuoteQuestionWords['answers'][number]['value'] | undefined = questions[0]?.answers[0]?.value;
const form: QuoteForm = quoteForm(quote, best?.id ?? null, language, 'european');
const written: string[] = [quoteText(quote, null, language), quoteCalendar(quote, null, language), quoteJson(quote), gradeName('used', language), say('page.print', language)];

// @ts-expect-error There is no third kind of form.
quoteForm(quote, null, language, 'invoice');

export { answer, form, headline, kind, sentence, written };
