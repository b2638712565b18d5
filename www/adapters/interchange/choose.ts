import { frameOf, otherReasons, reasonsInHand, same, type Format, type Return, type Terms } from './format.js';
import { within } from './json.js';
import type { Granted, Offer } from './offers.js';
import { seasonsOf } from './seasons.js';
import { quoted } from './sentence.js';
import type { Unsaid } from './unsaid.js';

/** The one return that a format is given; `null` if none can be said. What it does not include is told. */
export function choose({ offers, reasons }: Granted, format: Format, unsaid: Unsaid): Return | null {
  const faultyOnly = format.tellsDefectsOnly && [...reasons].every((reason) => reason === 'defect');
  const entry = faultyOnly ? 'defect' : 'change-of-mind';
  const lead = offers
    .filter((offer) => offer.season === null && offer.reasons.includes(entry) && format.leading.includes(offer.remedy))
    .toSorted(better).at(0);
  if (lead === undefined) {
    for (const offer of offers) tellAlone(offer, format, unsaid);
    return null;
  }
  const chosen = around(lead, entry, offers, format);
  for (const offer of offers) tell(offer, chosen, unsaid);
  if (format.countsHours && lead.days !== null) unsaid.add('whole-day', within(lead.rule, 'window'));
  if (!format.tellsReasons && !faultyOnly && !reasonsInHand.every((reason) => lead.reasons.includes(reason))) unsaid.add('any-reason', within(lead.rule, 'reasons'));
  return chosen;
}

/** Money back before other remedies, what holds for more goods before less, longer before shorter, cheaper before dearer. */
function better(one: Offer, other: Offer): number {
  const rank = ({ remedy, countries, wares, days, terms, restocking }: Offer): number[] => [
    Number(remedy !== 'refund'), Number(countries !== null), Number(wares !== null), -(days ?? Infinity),
    Number(terms.carriage === 'shopper'), Number(terms.shipping !== null), Number(restocking !== null),
  ];
  const [first, second] = [rank(one), rank(other)];
  const place = first.findIndex((value, index) => value !== second[index]);
  return place === -1 ? 0 : (first[place] ?? 0) - (second[place] ?? 0);
}

/** The return of the leading offer, with all that other offers add to it. */
function around(lead: Offer, entry: string, offers: readonly Offer[], format: Format): Return {
  const pool = offers.filter((offer) => offer.season === null && same(frameOf(offer), frameOf(lead))).toSorted(better);
  const given = (reason: string, terms: Terms): string[] => format.remedies.filter((remedy) => pool.some((offer) => (
    offer.remedy === remedy && offer.reasons.includes(reason) && same(offer.terms, terms)
  )));
  const remedies = given(entry, lead.terms);
  /** The best terms on which all of the remedies are there, for each of the reasons. */
  const termsFor = (reasons: readonly string[]): Terms | null => pool.find(({ terms }) => reasons.every((reason) => {
    const there = given(reason, terms);
    return remedies.every((remedy) => there.includes(remedy));
  }))?.terms ?? null;

  const frame = frameOf(lead);
  const seasons = format.tellsSeasons ? seasonsOf(lead, remedies, offers) : [];
  if (!format.tellsReasons) {
    const apart = entry === 'defect' ? null : lead.terms;
    return { ...frame, remedies, remorse: apart, defect: lead.terms, others: apart, seasons };
  }
  const defect = termsFor(['defect']);
  return { ...frame, remedies, remorse: lead.terms, defect, others: defect === null ? null : termsFor(otherReasons), seasons };
}

/** Tells what of an offer is not in the chosen return. */
function tell(offer: Offer, chosen: Return, unsaid: Unsaid): void {
  const termsOf = (reason: string): Terms | null => (
    reason === 'change-of-mind' ? chosen.remorse : reason === 'defect' ? chosen.defect : chosen.others
  );
  const silent = offer.reasons.filter((reason) => termsOf(reason) === null);
  const asGood = offer.reasons.every((reason) => {
    const terms = termsOf(reason);
    return terms === null || same(terms, offer.terms) || (terms.carriage === 'shop' && terms.shipping === null);
  });
  if (!asGood || !contains(chosen, offer)) unsaid.add('other-terms', offer.grant);
  else if (silent.length > 0) unsaid.add('reason', within(offer.rule, 'reasons'), { reasons: quoted(silent) });
  else if (offer.terms.shipping !== null || (offer.restocking !== null && 'amount' in offer.restocking)) unsaid.add('fee-per-unit', within(offer.grant, 'fees'));
}

/** Whether whoever has the offer has the chosen return as well, on terms that are as good. */
function contains(chosen: Return, offer: Offer): boolean {
  const { season } = offer;
  const days = chosen.seasons.find(({ from, until }) => season !== null && from === season.from && until === season.until)?.days ?? chosen.days;
  return chosen.remedies.includes(offer.remedy)
    && chosen.kept === offer.kept
    && (days ?? Infinity) >= (offer.days ?? Infinity)
    && (chosen.restocking === null || same(chosen.restocking, offer.restocking))
    && (chosen.countries === null || same(chosen.countries, offer.countries))
    && (chosen.wares === null || same(chosen.wares, offer.wares));
}

/** Why an offer cannot be said where there is no return that it could be part of. */
function tellAlone(offer: Offer, format: Format, unsaid: Unsaid): void {
  if (offer.season !== null) unsaid.add('condition', within(offer.rule, 'if'));
  else if (!format.leading.includes(offer.remedy)) unsaid.add('no-refund', within(offer.grant, 'remedy'), { remedy: offer.remedy });
  else unsaid.add('reason', within(offer.rule, 'reasons'), { reasons: quoted(offer.reasons) });
}
