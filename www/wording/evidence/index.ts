import { languages as all, nearest, spoken } from '../catalogue.js';
import type * as Face from '../evidence.js';
import { load as loadCatalogue } from './catalogue.js';
import { EvidenceVoice } from './voice.js';
import { problemOf, wordsOf } from './words.js';

export const languages: typeof Face.languages = all;
export const load: typeof Face.load = loadCatalogue;

export const evidenceWords: typeof Face.evidenceWords = (report, language) => wordsOf(new EvidenceVoice(language), report);

export const evidenceProblem: typeof Face.evidenceProblem = (problem, language, file) => problemOf(new EvidenceVoice(language), problem, file?.type ?? null);

export const kindNames: typeof Face.kindNames = (kinds, language) => new EvidenceVoice(language).kinds(kinds);

export const sizeName: typeof Face.sizeName = (bytes, language) => new EvidenceVoice(language).size(bytes);

export const say: typeof Face.say = (key, language, params = {}) => spoken(nearest(language), key, params, 'evidence');
