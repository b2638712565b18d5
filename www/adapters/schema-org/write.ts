import { same, type Return, type Terms } from '../interchange/format.js';
import { sayable } from '../interchange/sayable.js';
import type { ExportOptions, Note } from '../interchange.js';
import type { MerchantReturnPolicy, MonetaryAmount, ReturnFees, toMerchantReturnPolicy as declared } from '../schema-org.js';
import { refundTypes, schemaOrg, term, wareConditions } from './format.js';

export function toMerchantReturnPolicy(policy: unknown, options: ExportOptions = {}): { jsonLd: MerchantReturnPolicy; unsaid: Note[] } {
  const { chosen, nothing, currency, countries, page, unsaid } = sayable(policy, options, schemaOrg);
  const jsonLd: MerchantReturnPolicy = {
    '@context': 'https://schema.org',
    '@type': 'MerchantReturnPolicy',
    ...(countries === null ? {} : { applicableCountry: [...countries] }),
    ...(chosen === null
      ? { returnPolicyCategory: term(nothing ? 'MerchantReturnNotPermitted' : 'MerchantReturnUnspecified') }
      : said(chosen, currency)),
    ...(page === null ? {} : { merchantReturnLink: page }),
  };
  return { jsonLd, unsaid };
}

toMerchantReturnPolicy satisfies typeof declared;

type Said = Omit<MerchantReturnPolicy, '@context' | '@type'>;

function said(chosen: Return, currency: string): Said {
  const { days, kept, wares, remedies, restocking } = chosen;
  const window: Said = days === null
    ? { returnPolicyCategory: term('MerchantReturnUnlimitedWindow') }
    : { returnPolicyCategory: term('MerchantReturnFiniteReturnWindow'), merchantReturnDays: days };
  return {
    ...window,
    ...(wares === null ? {} : { itemCondition: named(wareConditions, wares) }),
    returnMethod: term(kept ? 'KeepProduct' : 'ReturnByMail'),
    refundType: oneOrMore(named(refundTypes, remedies)),
    ...fees(chosen, currency),
    ...(restocking === null ? {} : { restockingFee: 'percent' in restocking ? restocking.percent as `${number}` : money(restocking.amount, currency) }),
  };
}

/** What holds for any reason is said once; what differs by reason is said of that reason. */
function fees({ remorse, defect, others, restocking }: Return, currency: string): Partial<Said> {
  const feesOf = ({ carriage, shipping }: Terms): ReturnFees => {
    const due = [
      ...(carriage === 'shopper' ? [term('ReturnFeesCustomerResponsibility')] : []),
      ...(shipping === null ? [] : [term('ReturnShippingFees')]),
      ...(restocking === null ? [] : [term('RestockingFees')]),
    ];
    return due.length === 0 ? term('FreeReturn') : oneOrMore(due);
  };
  const amount = ({ shipping }: Terms): MonetaryAmount | null => (shipping === null ? null : money(shipping, currency));
  const own = (terms: Terms | null): terms is Terms => terms !== null && !same(terms, others);
  return {
    ...(others === null ? {} : present({ returnFees: feesOf(others), returnShippingFeesAmount: amount(others) })),
    ...(own(remorse) ? present({ customerRemorseReturnFees: feesOf(remorse), customerRemorseReturnShippingFeesAmount: amount(remorse) }) : {}),
    ...(own(defect) ? present({ itemDefectReturnFees: feesOf(defect), itemDefectReturnShippingFeesAmount: amount(defect) }) : {}),
  };
}

function present<T extends object>(all: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as { [Key in keyof T]?: NonNullable<T[Key]> };
}

function money(value: string, currency: string): MonetaryAmount {
  return { '@type': 'MonetaryAmount', value, currency };
}

function named<Name extends string>(names: ReadonlyMap<string, Name>, ours: readonly string[]): `https://schema.org/${Name}`[] {
  return [...names].filter(([own]) => ours.includes(own)).map(([, name]) => term(name));
}

function oneOrMore<T>(all: T[]): T | T[] {
  const [only, ...more] = all;
  return only !== undefined && more.length === 0 ? only : all;
}
