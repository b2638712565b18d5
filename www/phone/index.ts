import { isSupportedCountry, parsePhoneNumber, type CountryCode, type MetadataJson } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import type * as Face from './phone.js';

const numbers = metadata as MetadataJson;

/** A number has at most 15 digits; with an extension, brackets and spaces it is still shorter than this. */
const longest = 80;

export const readPhone: typeof Face.readPhone = (typed, country) => ({ typed, read: e164(typed, country?.toUpperCase() ?? '') });

function e164(typed: string, country: string): string | null {
  if (typed.length > longest) return null;
  // Digits of full width, and marks of direction that come along when a number is copied.
  const plain = typed.normalize('NFKC').replace(/\p{Cf}/gu, '').trim();
  const place = isSupportedCountry(country as CountryCode, numbers) ? { defaultCountry: country as CountryCode } : null;
  // Without a country, `00` is what the ITU recommends for the plus.
  const whole = place === null ? plain.replace(/^00/, '+') : plain;
  try {
    const number = parsePhoneNumber(whole, { ...place, extract: false }, numbers);
    return number.isValid() ? number.number : null;
  } catch {
    return null;
  }
}
