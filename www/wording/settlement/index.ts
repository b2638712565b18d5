import { languages as all, nearest } from '../catalogue.js';
import type * as Face from '../settlement.js';
import { spoken } from '../voice.js';
import { load as loadCatalogues } from './catalogue.js';
import { SettlementVoice } from './voice.js';
import { wordsOf } from './words.js';

export const languages: typeof Face.languages = all;
export const load: typeof Face.load = loadCatalogues;

export const say: typeof Face.say = (key, language, params = {}) => spoken(nearest(language), key, params, 'settlement');

export const settlementWords: typeof Face.settlementWords = (settlement, language, about = {}) => wordsOf(new SettlementVoice(settlement, about, language));
