import { returns, wares, type Format } from '../interchange/format.js';

export const schemaOrg: Format = {
  code: 'schema-org',
  name: 'schema.org',
  remedies: returns,
  leading: returns,
  wares,
  tellsReasons: true,
  tellsDefectsOnly: false,
  tellsKept: true,
  tellsSeasons: false,
  countsHours: false,
  fits: () => true,
};

/** Our names and the vocabulary's. */
export const refundTypes = new Map([['refund', 'FullRefund'], ['exchange', 'ExchangeRefund'], ['store-credit', 'StoreCreditRefund']] as const);
export const wareConditions = new Map([['new', 'NewCondition'], ['used', 'UsedCondition'], ['refurbished', 'RefurbishedCondition'], ['damaged', 'DamagedCondition']] as const);

const address = 'https://schema.org/';

export function term<Name extends string>(name: Name): `https://schema.org/${Name}` {
  return `${address}${name}` as const;
}
