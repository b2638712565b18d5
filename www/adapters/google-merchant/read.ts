import { fields, isAddress, isCountry, shown, text, within } from '../interchange/json.js';
import { demand, imported, type Read } from '../interchange/policy.js';
import { Report } from '../interchange/report.js';
import type { Imported, ImportShop } from '../interchange.js';
import type { fromOnlineReturnPolicy as declared } from '../google-merchant.js';
import { restockingOf, termsOf, type Source } from './fees.js';
import { googleMerchant, itemConditions } from './format.js';
import { daysFrom } from '../interchange/number.js';
import { seasonsOf } from './seasons.js';

/** What is read, and Google's own names for the policy. */
const known = [
  'acceptDefectiveOnly', 'acceptExchange', 'countries', 'itemConditions', 'label', 'name', 'policy', 'restockingFee', 'returnMethods',
  'returnPolicyId', 'returnPolicyUri', 'returnShippingFee', 'seasonalOverrides',
];

export function fromOnlineReturnPolicy(returnPolicy: unknown, shop: ImportShop): Imported {
  demand(shop);
  const report = new Report(googleMerchant);
  const source = sourceIn(returnPolicy, report);
  if (source === null) return imported(null, shop, report);
  const read = readPolicy(source, shop.currency, report);
  report.sort(source.pointer, Object.keys(source.body));
  return imported(read, shop, report);
}

fromOnlineReturnPolicy satisfies typeof declared;

/** The one policy that is given, alone or in the answer to a list request. */
function sourceIn(value: unknown, report: Report): Source | null {
  const key = 'onlineReturnPolicies';
  const inAnswer = fields(value)?.[key];
  const listed = inAnswer ?? value;
  const place = inAnswer === undefined ? '' : within('', key);
  const all: readonly unknown[] = Array.isArray(listed) ? listed : [listed];
  const body = fields(all[0]);
  if (all.length > 1) all.slice(1).forEach((_, index) => report.problem('several-policies', within(place, index + 1), { count: String(all.length) }));
  else if (body === null || !known.some((key) => Object.hasOwn(body, key))) report.problem('not-a-policy', place, { type: '`OnlineReturnPolicy`' });
  if (body === null || report.problems.length > 0) return null;
  // In the API's JSON, null is the same as absent.
  const told = Object.fromEntries(Object.entries(body).filter(([, inner]) => inner !== null));
  return { body: told, pointer: Array.isArray(listed) ? within(place, 0) : place };
}

function readPolicy(source: Source, currency: string, report: Report): Read | null {
  const { body, pointer } = source;
  for (const key of Object.keys(body)) if (!known.includes(key)) report.note('not-carried', within(pointer, key), { key });
  const days = daysOf(source, report);
  if (days === undefined) return null;
  if (days !== null) report.note('whole-day', within(pointer, 'policy'));
  const faultyOnly = flag('acceptDefectiveOnly', source, report);
  const terms = termsOf(source, currency, report);
  needMail(source, report);
  return {
    days,
    kept: false,
    restocking: restockingOf(source, currency, report),
    countries: countriesOf(source, report),
    wares: waresOf(source, report),
    remedies: flag('acceptExchange', source, report) ? ['refund', 'exchange'] : ['refund'],
    remorse: faultyOnly ? null : terms,
    defect: terms,
    others: faultyOnly ? null : terms,
    seasons: seasonsOf(source, report),
    tag: tagOf(source, report),
    page: pageOf(source, report),
    name: null,
  };
}

/** Days after delivery, `null` without a limit; `undefined` where there are no returns to speak of. */
function daysOf({ body, pointer: root }: Source, report: Report): number | null | undefined {
  const types = ['NUMBER_OF_DAYS_AFTER_DELIVERY', 'LIFETIME_RETURNS', 'NO_RETURNS'];
  const pointer = within(root, 'policy');
  if (body['policy'] === undefined) report.problem('missing-key', root, { key: 'policy' });
  const policy = fields(body['policy']);
  if (policy === null) return body['policy'] === undefined ? null : report.wrong('an object', body['policy'], pointer);
  const { type, days } = policy;
  if (type === undefined) report.problem('missing-key', pointer, { key: 'type' });
  else if (!types.some((known) => known === type)) report.unknown(type, types, within(pointer, 'type'));
  if (type === 'NO_RETURNS') return void report.problem('no-returns', within(pointer, 'type'));
  if (type === 'LIFETIME_RETURNS' && days !== undefined) report.problem('contradiction', within(pointer, 'days'), { key: 'days', other: type });
  if (type === 'NUMBER_OF_DAYS_AFTER_DELIVERY' && days === undefined) report.problem('missing-key', pointer, { key: 'days' });
  return type === 'LIFETIME_RETURNS' || days === undefined ? null : daysFrom(days, within(pointer, 'days'), report);
}

/** The entries of a list that may not be empty. */
function entries(key: string, { body, pointer: root }: Source, report: Report): { value: unknown; pointer: string }[] {
  const list = body[key];
  if (list === undefined || (Array.isArray(list) && list.length === 0)) report.problem('missing-key', root, { key });
  else if (!Array.isArray(list)) report.wrong('a list', list, within(root, key));
  return (Array.isArray(list) ? list : []).map((value: unknown, index) => ({ value, pointer: within(within(root, key), index) }));
}

/** The members of an enumeration in a list that may not be empty. */
function names(key: string, allowed: readonly string[], source: Source, report: Report): string[] {
  return entries(key, source, report).flatMap(({ value, pointer }) => {
    const found = allowed.find((name) => name === value);
    if (found === undefined) report.unknown(value, allowed, pointer);
    return found === undefined ? [] : [found];
  });
}

function countriesOf(source: Source, report: Report): string[] {
  const countries = entries('countries', source, report).flatMap(({ value, pointer }) => {
    if (isCountry(value)) return [value];
    report.problem('bad-country', pointer, { value: shown(value) });
    return [];
  });
  return [...new Set(countries)];
}

/** A policy says who pays for sending, so there must be a way to send. */
function needMail(source: Source, report: Report): void {
  const methods = names('returnMethods', ['BY_MAIL', 'IN_STORE', 'AT_A_KIOSK'], source, report);
  const place = within(source.pointer, 'returnMethods');
  if (methods.length > 0 && !methods.includes('BY_MAIL')) report.problem('not-by-mail', place);
  else for (const key of methods) if (key !== 'BY_MAIL') report.note('not-carried', place, { key });
}

function waresOf(source: Source, report: Report): string[] | null {
  const named = names('itemConditions', [...itemConditions.values()], source, report);
  const wares = [...itemConditions].filter(([, name]) => named.includes(name)).map(([ware]) => ware);
  return wares.length === itemConditions.size ? null : wares;
}

function flag(key: string, { body, pointer: root }: Source, report: Report): boolean {
  const value = body[key] ?? false;
  if (typeof value !== 'boolean') report.wrong('true or false', value, within(root, key));
  return value === true;
}

function tagOf({ body, pointer: root }: Source, report: Report): string | null {
  const label = body['label'];
  return label === undefined || label === '' ? null : text(label) ?? report.wrong('a text', label, within(root, 'label'));
}

function pageOf({ body, pointer: root }: Source, report: Report): string | null {
  const page = body['returnPolicyUri'];
  if (page === undefined || isAddress(page)) return page ?? null;
  report.problem('bad-address', within(root, 'returnPolicyUri'), { value: shown(page) });
  return null;
}
