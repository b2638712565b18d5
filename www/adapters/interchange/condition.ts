import { wareFact, type Format } from './format.js';
import { fields, isCountry, isDay, texts, within, type Fields } from './json.js';
import type { Unsaid } from './unsaid.js';

/** The tests that a format can say. */
export interface Scope {
  countries: readonly string[] | null;
  wares: readonly string[] | null;
  season: { from: string; until: string } | null;
}

interface Placed { test: Fields; pointer: string }

/** Reads the condition of a rule; absent, it holds always. */
export function scopeOf(condition: unknown, pointer: string, document: Fields, format: Format, unsaid: Unsaid): Scope {
  const scope: Scope = { countries: null, wares: null, season: null };
  const tests = condition === undefined ? [] : parts(condition, pointer, document);
  if (tests === null) unsaid.add('condition', pointer);
  for (const { test, pointer: place } of tests ?? []) {
    const countries = valuesOf(test, 'country');
    const wares = valuesOf(test, wareFact);
    const season = seasonOf(test);
    if (countries?.every(isCountry) && scope.countries === null) scope.countries = countries;
    else if (wares?.every((ware) => format.wares.includes(ware)) && scope.wares === null) scope.wares = format.wares.filter((ware) => wares.includes(ware));
    else if (season !== null && format.tellsSeasons && scope.season === null) scope.season = season;
    else unsaid.add('condition', place);
  }
  return scope;
}

/** More parts than any format could say. */
const most = 50;

/** The tests that must all hold; `null` if it is not as simple as that. */
function parts(condition: unknown, pointer: string, document: Fields): Placed[] | null {
  const found: Placed[] = [];
  const open: { value: unknown; pointer: string }[] = [{ value: condition, pointer }];
  for (let seen = 0; open.length > 0; seen += 1) {
    const { value, pointer: place } = open.shift() ?? { value: null, pointer };
    const inner = fields(value);
    if (inner === null || seen > most) return null;
    const [key, ...more] = Object.keys(inner);
    if (key === 'all' && more.length === 0 && Array.isArray(inner[key])) {
      open.unshift(...inner[key].map((part: unknown, index) => ({ value: part, pointer: within(within(place, key), index) })));
    } else if (key === 'condition' && more.length === 0) {
      open.unshift({ value: fields(document['conditions'])?.[String(inner[key])], pointer: place });
    } else {
      found.push({ test: inner, pointer: place });
    }
  }
  return found;
}

/** The values of which a fact must have one; `null` if the test is of another kind or on another fact. */
function valuesOf(test: Fields, fact: string): string[] | null {
  const { fact: tested, ...rest } = test;
  const [kind, ...more] = Object.keys(rest);
  if (tested !== fact || more.length > 0) return null;
  if (kind === 'is') return typeof rest['is'] === 'string' ? [rest['is']] : null;
  return kind === 'in' ? texts(rest['in']) : null;
}

function seasonOf({ fact, from, until, ...more }: Fields): { from: string; until: string } | null {
  return fact === 'purchased' && isDay(from) && isDay(until) && Object.keys(more).length === 0 ? { from, until } : null;
}
