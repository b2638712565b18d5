import { languages as all, nearest } from '../catalogue.js';
import type * as Face from '../quote.js';
import { spoken } from '../voice.js';
import { calendarOf } from './calendar.js';
import { load as loadCatalogues } from './catalogue.js';
import { formOf } from './form.js';
import { canonical } from './json.js';
import { optionOf } from './option.js';
import { textOf } from './text.js';
import { QuoteVoice } from './voice.js';
import { wordsOf } from './words.js';

export const languages: typeof Face.languages = all;
export const load: typeof Face.load = loadCatalogues;

export const say: typeof Face.say = (key, language, params = {}) => spoken(nearest(language), key, params, 'quote');

export const gradeName: typeof Face.gradeName = (grade, language) => say(`grade.${grade}.name`, language);

export const quoteWords: typeof Face.quoteWords = (quote, language) => wordsOf(new QuoteVoice(quote, language));

export const quoteForm: typeof Face.quoteForm = (quote, option, language, kind = 'quote') => formOf(new QuoteVoice(quote, language), option, kind);

export const quoteText: typeof Face.quoteText = (quote, option, language) => {
  const voice = new QuoteVoice(quote, language);
  return textOf(voice, formOf(voice, option, 'quote'));
};

export const quoteCalendar: typeof Face.quoteCalendar = (quote, option, language) => {
  const voice = new QuoteVoice(quote, language);
  return calendarOf(voice, wordsOf(voice), option === null ? null : optionOf(quote, option));
};

export const quoteJson: typeof Face.quoteJson = canonical;
