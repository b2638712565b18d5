import type { CivilDate, ItemDecision } from '../binding/makegood.js';
import { languages as all, load as loadCatalogue, nearest } from './catalogue.js';
import { isBuiltIn } from './fact.js';
import { headline } from './headline.js';
import { loadNames as loadLawNames } from './names.js';
import { nextSteps } from './next-step.js';
import { offers } from './offer.js';
import { problem as problemWords } from './problem.js';
import { pending, questions } from './question.js';
import { because, reasons } from './reason.js';
import { pick as pickText } from './text.js';
import { spoken, Voice } from './voice.js';
import type * as Face from './wording.js';

export const languages: typeof Face.languages = all;
export const load: typeof Face.load = loadCatalogue;
export const loadNames: typeof Face.loadNames = loadLawNames;
export const pick: typeof Face.pick = pickText;
export const problem: typeof Face.problem = problemWords;

export const say: typeof Face.say = (key, language, params = {}) => spoken(nearest(language), key, params);

export const named: typeof Face.named = (fact, language) => {
  const voice = new Voice(language, '', null);
  return isBuiltIn(fact) ? voice.say(`fact.${fact}`) : voice.named(fact);
};

export const day: typeof Face.day = (date, language) => new Voice(language, '', null).day(date);

export const words: typeof Face.words = ({ items, currency, today }, language, shop) => {
  const voice = new Voice(language, currency, shop?.name ?? null);
  return { items: items.map((item) => ({ ...itemWords(voice, item, today), law: shop?.law ? voice.text(shop.law.notice) : null })) };
};

function itemWords(voice: Voice, item: ItemDecision, today: CivilDate): Omit<Face.ItemWords, 'law'> {
  const left = item.units.left > 0;
  return {
    id: item.id,
    finding: item.finding,
    headline: headline(voice, item, today),
    because: left && item.finding === 'no' ? because(voice, item, today) : null,
    units: units(voice, item),
    offers: left ? offers(voice, item, today) : [],
    reasons: reasons(voice, item, today),
    nextSteps: left ? nextSteps(voice, item, today) : [],
    questions: left ? questions(voice, item) : [],
    pending: left ? pending(voice, item) : [],
    policy: policy(voice, item),
  };
}

/** "2 of 3 have not gone back yet" */
function units(voice: Voice, { units: { bought, left } }: ItemDecision): string | null {
  if (bought === 1 || left === 0) return null;
  return voice.say(left === bought ? 'units.all' : 'units.some', { bought, left });
}

function policy(voice: Voice, { policy: used }: ItemDecision): string {
  if (used === null) return voice.say('policy.open');
  return voice.say('policy.used', { id: used.id, version: used.version, hash: used.hash.replace('sha256:', '').slice(0, 8) });
}
