import { languages as all, nearest } from '../catalogue.js';
import type * as Face from '../claim.js';
import { words } from '../index.js';
import { spoken } from '../voice.js';
import { load as loadCatalogues } from './catalogue.js';
import { ClaimVoice } from './voice.js';
import { wordsOf } from './words.js';

export const languages: typeof Face.languages = all;
export const load: typeof Face.load = loadCatalogues;

export const say: typeof Face.say = (key, language, params = {}) => spoken(nearest(language), key, params, 'claim');

export const claimWords: typeof Face.claimWords = (claim, language, about = {}) => wordsOf(new ClaimVoice(claim, about, language));

export const claimReasons: typeof Face.claimReasons = ({ decision }, language, { shop } = {}) => {
  const [item] = words(decision, language, shop).items;
  const { reasons = [], policy = '', law = null } = item ?? {};
  return { reasons, policy, law };
};
