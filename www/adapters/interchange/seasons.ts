import { frameOf, same, type Season } from './format.js';
import { fields, text } from './json.js';
import type { Offer } from './offers.js';

/** The seasons in which the leading offer only has more days: a season replaces the window, so all the rest must be the same. */
export function seasonsOf(lead: Offer, remedies: readonly string[], offers: readonly Offer[]): Season[] {
  const seasons: Season[] = [];
  const longer = offers.filter((offer) => offer.season !== null && (offer.days ?? 0) > (lead.days ?? Infinity)
    && same({ ...frameOf(offer), days: lead.days }, frameOf(lead))
    && same(offer.terms, lead.terms)
    && lead.reasons.every((reason) => offer.reasons.includes(reason)));
  for (const { season, days, title } of longer) {
    const label = text(title) ?? text(Object.values(fields(title) ?? {})[0]);
    if (season === null || days === null || label === null || seasons.some((other) => season.from <= other.until && other.from <= season.until)) continue;
    const there = longer.filter((offer) => offer.days === days && same(offer.season, season)).map(({ remedy }) => remedy);
    if (remedies.every((remedy) => there.includes(remedy))) seasons.push({ ...season, label, days });
  }
  return seasons;
}
