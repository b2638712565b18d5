import type { Imported, ImportShop } from '../interchange.js';
import type { Text } from '../../binding/makegood.js';
import { otherReasons, same, shippingFee, wareFact, wares as allWares, type Return, type Season, type Terms } from './format.js';
import { fields, text } from './json.js';
import type { Report } from './report.js';
import { title, untold } from './titles.js';

/** A return that was read, with what only a policy document has a place for. */
export interface Read extends Return {
  /** Only goods with this tag. */
  tag: string | null;
  page: string | null;
  /** What the document itself calls the return. */
  name: string | null;
}

/** Without these there is no amount and no title. */
export function demand(shop: ImportShop): void {
  if (fields(shop) === null || text(shop.currency) === null || !Array.isArray(shop.languages) || shop.languages.length === 0) {
    throw new TypeError('an import needs the `currency` and the `languages` of the shop');
  }
}

/** What an import gives: the policy document, unless there is a problem. */
export function imported(read: Read | null, shop: ImportShop, report: Report): Imported {
  const languages = untold(shop.languages);
  const policy = read === null || report.problems.length > 0 ? null : policyOf(read, shop);
  if (policy !== null && languages.length > 0) report.note('title', '', { languages: languages.join(', ') });
  return { policy, notes: report.notes, problems: report.problems };
}

function policyOf(read: Read, shop: ImportShop): { [key: string]: unknown } {
  const page = shop.page ?? read.page;
  const rules = groups(read).flatMap((group) => rulesOf(group, read, shop));
  return {
    makegood: 1,
    id: shop.id ?? 'returns',
    version: shop.version ?? '1',
    shop: {
      name: shop.name,
      timeZone: shop.timeZone,
      currency: shop.currency,
      languages: [...shop.languages],
      ...(shop.rounding === undefined ? {} : { rounding: shop.rounding }),
      ...(page === null ? {} : { page }),
    },
    ...(read.wares === null ? {} : { facts: { [wareFact]: wareDeclaration(shop) } }),
    rules: rules.map(({ id, ...rule }, index) => ({ id, clause: String(index + 1), ...rule })),
  };
}

function wareDeclaration(shop: ImportShop): object {
  return { type: 'enum', ask: title('condition', shop), values: Object.fromEntries(allWares.map((ware) => [ware, title(ware, shop)])) };
}

/** Reasons that share their terms; `null`: any reason. */
interface Group { id: 'return' | 'return-defect' | 'return-others'; reasons: string[] | null; terms: Terms }

function groups({ remorse, defect, others }: Return): Group[] {
  if (remorse !== null && same(remorse, defect) && same(remorse, others)) return [{ id: 'return', reasons: null, terms: remorse }];
  const apart = [
    { id: 'return', reasons: ['change-of-mind'], terms: remorse },
    { id: 'return-defect', reasons: ['defect'], terms: defect },
    { id: 'return-others', reasons: otherReasons, terms: others },
  ] as const;
  const found: (Group & { reasons: string[] })[] = [];
  for (const { id, reasons, terms } of apart) {
    const alike = found.find((group) => same(group.terms, terms));
    if (alike !== undefined) alike.reasons.push(...reasons);
    else if (terms !== null) found.push({ id, reasons: [...reasons], terms });
  }
  return found;
}

interface Rule { id: string; title: Text; reasons?: string[]; if?: object; unless?: object[]; window?: object; grants: object[] }

/** The rule for all the year, and one for each season. */
function rulesOf({ id, reasons, terms }: Group, read: Read, shop: ImportShop): Rule[] {
  const { days, seasons } = read;
  const grants = read.remedies.map((remedy) => grantOf(remedy, terms, read, shop));
  const rule = (name: string, called: Text, length: number | null, tests: object[], unless: object[]): Rule => ({
    id: name,
    title: called,
    ...(reasons === null ? {} : { reasons }),
    ...(tests.length === 0 ? {} : { if: tests.length === 1 ? tests[0] ?? {} : { all: tests } }),
    ...(unless.length === 0 ? {} : { unless }),
    ...(length === null ? {} : { window: { from: 'delivered', length: `${length} ${length === 1 ? 'day' : 'days'}` } }),
    grants,
  });
  // Rules only add rights, so a season with fewer days has to be taken out of the rest of the year.
  const shorter = seasons.map((season, index) => ({ season, id: `season-${index + 1}` })).filter(({ season }) => season.days < (days ?? Infinity));
  const unless = shorter.map(({ season, id }) => ({ id, if: within(season), because: title('season', shop, { from: season.from, until: season.until }) }));
  const own = id === 'return' ? shop.title ?? read.name : null;
  const called = own ?? title(days === null ? `${id}-without-limit` : id, shop, { days: String(days) });
  return [
    rule(id, called, days, testsOf(read), unless),
    ...seasons.map((season, index) => rule(`${id}-season-${index + 1}`, season.label, season.days, [...testsOf(read), within(season)], [])),
  ];
}

function testsOf({ countries, wares, tag }: Read): object[] {
  const oneOf = (fact: string, values: readonly string[] | null): object[] => {
    const [only, ...more] = values ?? [];
    return only === undefined ? [] : [more.length === 0 ? { fact, is: only } : { fact, in: [only, ...more] }];
  };
  return [...oneOf('country', countries), ...oneOf(wareFact, wares), ...(tag === null ? [] : [{ fact: 'tags', has: tag }])];
}

function within({ from, until }: Season): object {
  return { fact: 'purchased', from, until };
}

function grantOf(remedy: string, { carriage, shipping }: Terms, { kept, restocking }: Read, shop: ImportShop): object {
  const fees = [
    ...(restocking === null ? [] : [{ id: 'restocking', title: title('restocking', shop), ...restocking }]),
    ...(shipping === null ? [] : [{ id: shippingFee, title: title('return-shipping', shop), amount: shipping }]),
  ];
  return { remedy, carriage: kept ? 'none' : carriage, ...(fees.length === 0 ? {} : { fees }) };
}
