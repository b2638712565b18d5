import type { CivilDate } from '../binding/makegood.js';
import { isDay } from './day.js';
import type { EvidenceKind, EvidenceRules, EvidenceType } from './evidence.js';
import { isKind, typesOf } from './type.js';

/** The rules with everything said. */
export interface Rules {
  kinds: readonly EvidenceKind[];
  types: readonly EvidenceType[];
  maxBytes: number;
  maxTotalBytes: number;
  maxFiles: number;
  minFiles: number;
  minPixels: number;
  maxPixels: number;
  from: CivilDate | null;
  until: CivilDate | null;
}

const numbers = { maxBytes: 10_000_000, maxTotalBytes: Number.MAX_SAFE_INTEGER, maxFiles: 10, minFiles: 0, minPixels: 0, maxPixels: 250_000_000 };
const known = [...Object.keys(numbers), 'types', 'takenBetween'];

/** @throws {TypeError} with what is wrong; rules are written by developers. */
export function rulesOf(rules: EvidenceRules): Rules {
  if (typeof rules !== 'object' || rules === null) throw new TypeError('the rules of evidence are an object');
  for (const key of Object.keys(rules)) if (!known.includes(key)) throw new TypeError(`\`${key}\` is not a rule of evidence; there are ${known.join(', ')}`);
  const kinds = rules.types ?? ['image', 'pdf'];
  if (!Array.isArray(kinds) || kinds.length === 0) throw new TypeError('`types` is a list of at least one type');
  for (const kind of kinds) if (!isKind(kind)) throw new TypeError(`\`${String(kind)}\` in \`types\` is no type that is told by its bytes`);
  const told = { ...numbers };
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const value = rules[name] ?? numbers[name];
    if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`\`${name}\` is a whole number that is not below 0`);
    told[name] = value;
  }
  const { from = null, until = null } = rules.takenBetween ?? {};
  for (const day of [from, until]) if (day !== null && !isDay(day)) throw new TypeError(`\`${String(day)}\` in \`takenBetween\` is no day; write \`2026-11-27\``);
  const crossed = told.minFiles > told.maxFiles ? ['minFiles', 'maxFiles'] : told.minPixels > told.maxPixels ? ['minPixels', 'maxPixels']
    : from !== null && until !== null && from > until ? ['from', 'until'] : null;
  if (crossed !== null) throw new TypeError(`\`${crossed[0]}\` is beyond \`${crossed[1]}\``);
  return { kinds, types: typesOf(kinds), ...told, from, until };
}
