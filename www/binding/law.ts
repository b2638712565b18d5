import { files, places } from 'makegood-law';
import { MakegoodProblem, incomplete } from './errors.js';
import type { Buyer, Problem } from './makegood.js';

/** What is loaded of a law: packs that lie within each other, and the holidays of the place. */
export interface LawFile { packs: unknown[]; calendar?: unknown; country?: string }

/** Which files tell the law of a place. */
interface Found { packs: string[]; place: string }

/** The packs of a buyer's country and region; `null` where there is none. @throws {MakegoodProblem} if the country is no code. */
export function lawOf({ country, region }: Buyer & { country: string }): Found | null {
  const wide = String(country).toUpperCase();
  // The one code that is often taken for another's.
  if (!/^[A-Z]{2}$/.test(wide) || wide === 'UK') {
    throw new MakegoodProblem([{
      code: 'facts.bad-country', severity: 'error', pointer: '',
      message: `\`${country}\` is not the code of a country`, help: 'write its code in ISO 3166-1, such as `DE`; that of the United Kingdom is `GB`', params: { value: country },
    }]);
  }
  // `BY`, or as a whole: `DE-BY`.
  const part = region && String(region).toUpperCase().replace(`${wide}-`, '');
  const narrow = part ? `${wide}-${part}` : wide;
  const packs = places[narrow] ?? places[wide];
  return packs === undefined ? null : { packs: packs.split(' '), place: narrow };
}

/** The packs that a policy names; without a place where they are the law of several. `null` where there is no such pack. */
export function lawNamed(id: string): Found | null {
  const held = Object.entries(places).filter(([, packs]) => packs.split(' ').at(-1) === id);
  const [first] = held;
  return first === undefined ? null : { packs: first[1].split(' '), place: held.length === 1 ? first[0] : '' };
}

/** What is to be said of a pack that a policy names and nobody has. */
export function unknownLaw(id: string, index: number): Problem {
  const known = [...new Set(Object.values(places).map((packs) => packs.split(' ').at(-1)))].sort();
  const suggestion = `take it out; known here: ${known.map((name) => `\`${name}\``).join(', ')}`;
  return {
    code: 'policy.unknown-law', severity: 'warning', pointer: `/law/${index}`,
    message: `there is no law pack \`${id}\``, help: suggestion, params: { value: id, suggestion },
  };
}

/** Loads what was found: each pack, and the calendar of the region, or else of the country. */
export async function loadLaw({ packs, place }: Found): Promise<LawFile> {
  const [country = ''] = place.split('-');
  const calendar = [place, country].map((name) => `calendars/${name.toLowerCase()}`).find((name) => name in files);
  const [days, ...loaded] = await Promise.all([
    calendar === undefined ? undefined : read(calendar),
    ...packs.map((id) => read(`packs/${id}`)),
  ]);
  return { packs: loaded, ...(days === undefined ? {} : { calendar: days }), ...(country === '' ? {} : { country }) };
}

async function read(file: string): Promise<unknown> {
  return (await files[file]!().catch(incomplete(`law/${file}.js`))).default;
}
