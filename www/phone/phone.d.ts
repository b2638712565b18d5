/** Telephone numbers as they are typed, in the one form in which the whole world can call them. */

/** A number as it was typed, and as it was read. */
export interface ReadNumber {
  typed: string;
  /** In the form of E.164: `+442079460958`; `null` if it is none. An extension is not in it, and stays in `typed`. */
  read: string | null;
}

/**
 * Reads a telephone number as people type it: with spaces, brackets, hyphens, digits of full width, with or without the country’s code.
 *
 * @param typed what was typed
 * @param country ISO 3166-1 alpha-2 country of numbers without a country’s code; without it only international ones are read.
 */
export function readPhone(typed: string, country?: string | null): ReadNumber;
