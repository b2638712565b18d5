import { wares as allWares, type Terms } from '../interchange/format.js';
import { fields, isAddress, isCountry, shown, text } from '../interchange/json.js';
import { daysFrom } from '../interchange/number.js';
import { demand, imported, type Read } from '../interchange/policy.js';
import { Report } from '../interchange/report.js';
import type { Imported, ImportShop } from '../interchange.js';
import type { fromMerchantReturnPolicy as declared } from '../schema-org.js';
import { restockingOf, termsOf } from './fees.js';
import { refundTypes, schemaOrg, wareConditions } from './format.js';
import { Node, policiesIn } from './node.js';

/** What is read, and what says nothing of returns. */
const known = [
  '@context', '@id', '@type', 'applicableCountry', 'customerRemorseReturnFees', 'customerRemorseReturnShippingFeesAmount', 'itemCondition',
  'itemDefectReturnFees', 'itemDefectReturnShippingFeesAmount', 'merchantReturnDays', 'merchantReturnLink', 'name', 'refundType', 'restockingFee',
  'returnFees', 'returnMethod', 'returnPolicyCategory', 'returnPolicySeasonalOverride', 'returnShippingFeesAmount', 'validForMemberTier',
];

const categories = ['MerchantReturnFiniteReturnWindow', 'MerchantReturnNotPermitted', 'MerchantReturnUnlimitedWindow', 'MerchantReturnUnspecified'] as const;

export function fromMerchantReturnPolicy(jsonLd: unknown, shop: ImportShop): Imported {
  demand(shop);
  const report = new Report(schemaOrg);
  const [found, ...more] = policiesIn(jsonLd);
  if (found === undefined) report.problem('not-a-policy', '', { type: '`MerchantReturnPolicy`' });
  for (const { pointer } of more) report.problem('several-policies', pointer, { count: String(more.length + 1) });
  if (found === undefined || more.length > 0) return imported(null, shop, report);
  const read = readPolicy(new Node(found.body, found.pointer, report), shop.currency, report);
  report.sort(found.pointer, Object.keys(found.body));
  return imported(read, shop, report);
}

fromMerchantReturnPolicy satisfies typeof declared;

function readPolicy(node: Node, currency: string, report: Report): Read | null {
  for (const key of Object.keys(node.body)) if (!known.includes(key)) report.note('not-carried', node.at(key), { key });
  const days = daysOf(node, report);
  if (days === undefined) return null;
  if (node.has('validForMemberTier')) report.problem('member-tier', node.at('validForMemberTier'));
  if (node.has('returnPolicySeasonalOverride')) report.problem('season', node.at('returnPolicySeasonalOverride'));

  const kept = keptBy(node, report);
  const terms = (prefix: string): Terms | null => termsOf(node, prefix, { kept, currency }, report);
  const others = terms('return');
  const remorse = terms('customerRemorseReturn') ?? others;
  const defect = terms('itemDefectReturn') ?? others;
  if (remorse === null && !node.has('returnFees') && !node.has('customerRemorseReturnFees')) report.problem('missing-key', node.pointer, { key: 'returnFees' });
  if (others === null && remorse !== null) report.note('other-reasons', node.pointer);
  return {
    days,
    kept,
    restocking: restockingOf(node, currency, report),
    countries: countriesOf(node, report),
    wares: waresOf(node),
    remedies: remediesOf(node, report),
    remorse, defect, others,
    seasons: [],
    tag: null,
    page: pageOf(node, report),
    name: text(node.one('name')?.value),
  };
}

/** Days after delivery, `null` without a limit; `undefined` where there are no returns to speak of. */
function daysOf(node: Node, report: Report): number | null | undefined {
  const category = node.one('returnPolicyCategory') === null ? undefined : node.names('returnPolicyCategory', categories).at(0);
  const days = node.one('merchantReturnDays');
  const place = node.at('returnPolicyCategory');
  if (category === 'MerchantReturnNotPermitted') return void report.problem('no-returns', place);
  if (category === 'MerchantReturnUnspecified') return void report.problem('unspecified', place);
  if (category === 'MerchantReturnUnlimitedWindow' && days !== null) report.problem('contradiction', days.pointer, { key: 'merchantReturnDays', other: category });
  if (category === 'MerchantReturnFiniteReturnWindow' && !node.has('merchantReturnDays')) report.problem('missing-key', node.pointer, { key: 'merchantReturnDays' });
  if (days === null && !node.has('returnPolicyCategory')) report.problem('missing-key', node.pointer, { key: 'returnPolicyCategory' });
  if (days === null || category === 'MerchantReturnUnlimitedWindow') return null;
  if (typeof days.value !== 'string' || !/^\d{4}-\d\d/.test(days.value)) return daysFrom(days.value, days.pointer, report);
  report.problem('fixed-day', days.pointer);
  return null;
}

/** Whether nothing is sent back. */
function keptBy(node: Node, report: Report): boolean {
  const methods = node.names('returnMethod', ['KeepProduct', 'ReturnAtKiosk', 'ReturnByMail', 'ReturnInStore']);
  const kept = methods.includes('KeepProduct');
  const [other] = methods.filter((method) => method !== 'KeepProduct');
  if (kept && other !== undefined) report.problem('contradiction', node.at('returnMethod'), { key: 'KeepProduct', other });
  else if (!kept && methods.length > 0 && !methods.includes('ReturnByMail')) report.problem('not-by-mail', node.at('returnMethod'));
  else for (const key of methods) if (key === 'ReturnAtKiosk' || key === 'ReturnInStore') report.note('not-carried', node.at('returnMethod'), { key });
  return kept;
}

function remediesOf(node: Node, report: Report): string[] {
  const named = node.names('refundType', [...refundTypes.values()]);
  if (!node.has('refundType')) report.note('refund-assumed', node.pointer);
  return node.has('refundType') ? [...refundTypes].filter(([, name]) => named.includes(name)).map(([remedy]) => remedy) : ['refund'];
}

function waresOf(node: Node): string[] | null {
  const named = node.names('itemCondition', [...wareConditions.values()]);
  const wares = [...wareConditions].filter(([, name]) => named.includes(name)).map(([ware]) => ware);
  return wares.length === 0 || wares.length === allWares.length ? null : wares;
}

function countriesOf(node: Node, report: Report): string[] | null {
  const countries = node.many('applicableCountry').flatMap(({ value, pointer }) => {
    const code = fields(value)?.['name'] ?? value;
    if (isCountry(code)) return [code];
    report.problem('bad-country', pointer, { value: shown(code) });
    return [];
  });
  return countries.length === 0 ? null : [...new Set(countries)];
}

function pageOf(node: Node, report: Report): string | null {
  const link = node.one('merchantReturnLink');
  if (link === null || isAddress(link.value)) return link === null ? null : String(link.value);
  report.problem('bad-address', link.pointer, { value: shown(link.value) });
  return null;
}
