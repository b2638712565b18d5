import { namesIn, nearest, type Language } from './catalogue.js';
import type * as Face from './wording.js';

/** A fact that laws share has one name. */
const known = new Map<Language, Record<string, string>>();

export const loadNames: typeof Face.loadNames = async (language, law) => {
  if (law === null) return;
  const tag = nearest(language);
  const names = await namesIn(tag);
  if (Object.hasOwn(names, law.id)) known.set(tag, { ...known.get(tag), ...(await names[law.id]!()).default });
};

/** What a fact of a law is called, where its names are loaded. */
export function nameOf(language: Language, fact: string): string | null {
  const found = known.get(language);
  return found !== undefined && Object.hasOwn(found, fact) ? found[fact]! : null;
}
