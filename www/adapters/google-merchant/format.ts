import { toMicros } from '../interchange/amount.js';
import type { Format } from '../interchange/format.js';

export const googleMerchant: Format = {
  code: 'google-merchant',
  name: 'Google Merchant',
  remedies: ['refund', 'exchange'],
  leading: ['refund'],
  wares: ['new', 'used'],
  tellsReasons: false,
  tellsDefectsOnly: true,
  tellsKept: false,
  tellsSeasons: true,
  countsHours: true,
  fits: (decimal) => toMicros(decimal) !== null,
};

/** Our names and the API's. */
export const itemConditions = new Map([['new', 'NEW'], ['used', 'USED']] as const);
