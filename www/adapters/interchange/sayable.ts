import type { ExportOptions, Note } from '../interchange.js';
import { choose } from './choose.js';
import type { Format, Return } from './format.js';
import { fields, isAddress, isCountry, text, within, type Fields } from './json.js';
import { grantedBy } from './offers.js';
import { Unsaid } from './unsaid.js';

/** What a format is to say of a policy. */
interface Sayable {
  /** `null` if there is no return that can be said. */
  chosen: Return | null;
  /** The policy grants nothing that is a return. */
  nothing: boolean;
  currency: string;
  countries: readonly string[] | null;
  /** Full address of the written policy. */
  page: string | null;
  unsaid: Note[];
}

/** Reads a policy file: the document, or the version of it that is in force. */
export function sayable(policy: unknown, options: ExportOptions, format: Format): Sayable {
  if (fields(options) === null || !Array.isArray(options.countries ?? [])) {
    throw new TypeError('the options of an export are an object; its `countries` are a list, such as `["DE", "AT"]`');
  }
  const unsaid = new Unsaid(format);
  const { document, pointer } = inForce(policy, options, unsaid);
  const granted = grantedBy(document, pointer, format, unsaid);
  const chosen = choose(granted, format, unsaid);
  const shop = fields(document['shop']) ?? {};
  const given = options.countries?.filter(isCountry) ?? [];
  const countries = chosen?.countries ?? (given.length > 0 ? given : null);
  if (countries === null) unsaid.add('country', pointer);
  return {
    chosen,
    nothing: !granted.possible,
    currency: text(shop['currency']) ?? '',
    countries,
    page: pageOf(shop['page'], within(within(pointer, 'shop'), 'page'), options, unsaid),
    unsaid: unsaid.all,
  };
}

function inForce(policy: unknown, { purchased }: ExportOptions, unsaid: Unsaid): { document: Fields; pointer: string } {
  const versions: readonly unknown[] = Array.isArray(policy) ? policy : [policy];
  const fromOf = (version: unknown): string => text(fields(version)?.['from']) ?? '';
  const known = versions.map((version, index) => ({ version, index, from: fromOf(version) })).toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
  const found = known.findLast(({ from }) => purchased === undefined || from <= purchased);
  const pointer = (index: number): string => (Array.isArray(policy) ? within('', index) : '');
  for (const { version, index } of known) {
    if (index !== found?.index) unsaid.add('version', pointer(index), { version: text(fields(version)?.['version']) ?? '' });
  }
  const document = fields(found?.version);
  if (document === null) unsaid.add('unread', pointer(found?.index ?? 0));
  else if (found !== undefined && found.from !== '' && purchased === undefined) unsaid.add('from', within(pointer(found.index), 'from'), { day: found.from });
  return { document: document ?? {}, pointer: pointer(found?.index ?? 0) };
}

/** A page of the shop's own site is written as `/returns`, which means nothing elsewhere. */
function pageOf(page: unknown, pointer: string, { site }: ExportOptions, unsaid: Unsaid): string | null {
  const written = text(page);
  if (written === null) return null;
  if (isAddress(written)) return written;
  if (site !== undefined && isAddress(site) && URL.canParse(written, site)) return new URL(written, site).href;
  unsaid.add('page', pointer);
  return null;
}
