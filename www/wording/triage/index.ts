import { languages as all, nearest } from '../catalogue.js';
import type * as Face from '../triage.js';
import { spoken } from '../voice.js';
import { load as loadCatalogues } from './catalogue.js';
import { TriageVoice } from './voice.js';
import { heardOf, wordsOf } from './words.js';

export const languages: typeof Face.languages = all;
export const load: typeof Face.load = loadCatalogues;

export const say: typeof Face.say = (key, language, params = {}) => spoken(nearest(language), key, params, 'triage');

export const natureName: typeof Face.natureName = (nature, language) => say(`nature.${nature}`, language);

export const heardName: typeof Face.heardName = (heard, language) => heardOf(new TriageVoice(language), heard);

export const triageWords: typeof Face.triageWords = (triage, language) => wordsOf(new TriageVoice(language), triage);
