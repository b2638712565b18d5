// Quotes by the rules of the price-book page, in exact decimals. Who answers for a fault is what `decide` says of it: that has
// tests of its own. Knows nothing else of the engine.
import Big from 'big.js';
import { before, calendars, end } from '../windows/oracle.mjs';
import { billed, total } from './bill.mjs';
import { Days } from './days.mjs';
import { both, Coins, coveredBy, GRADES, named, ZERO } from './worlds.mjs';

const MOST_COMBINATIONS = 256;
const MOST_OPTIONS = 6;

/** What a request for a quote comes to under the versions of a policy, the oldest first. */
export function quoted(versions, request, decide) {
  const policy = versions.findLast(({ from = '' }) => from <= request.today);
  const visit = new Visit(policy, request, decide);
  const all = combinations(visit).map((parts) => priced(visit, parts)).map((option) => ({ ...option, ...visit.days.of(option) }));
  const left = all.filter((option) => !all.some((other) => beats(other, option))).sort(inOrder);
  const shown = best(left);
  const { book, coins, way, model } = visit;
  return {
    today: request.today,
    currency: policy.shop.currency,
    version: policy.version,
    model: named(request.model, model),
    way: way && { ...named(way.id, way), place: way.place ?? null },
    faults: visit.faults.map(({ id, book, covered, under, needs, decision }) => (
      { ...named(id, book), covered, by: coveredBy(under.most ?? under.least), needs, selfHelp: book.selfHelp ?? [], decision })),
    options: shown.map((option) => ({ ...billed(visit, option), against: option === shown[0] ? null : against(coins, option, shown[0]) })),
    beaten: all.length - left.length,
    more: left.length - shown.length,
    inspection: visit.inspection && {
      faults: visit.inspection.map(({ id, book }) => named(id, book)),
      price: coins.told(visit.diagnosis),
      pays: coins.range(both(() => visit.diagnosis)),
      waived: book.diagnosis?.waived ?? false,
      ready: visit.days.inspected,
    },
    validUntil: end(visit.calendars[0], request.today, book.validFor ?? '30 days'),
    overrun: new Big(book.overrun ?? 0).toFixed(),
    loan: book.loan ? { title: book.loan.title ?? null, price: coins.told(new Big(book.loan.price)) } : null,
    cover: visit.cover,
  };
}

/** Nobody takes a cover that is dearer: then only what is certain covers anything. */
function priced(visit, parts) {
  const option = total(visit, parts);
  return option.total.least.gt(option.total.most) ? total(visit.withCertainCover(), parts) : option;
}

/** One device that comes to the shop: what is wrong with it, what is done, and who answers for it. */
class Visit {
  constructor(policy, request, decide) {
    const { repair: book } = policy;
    const { today, facts = {}, wish = {} } = request;
    Object.assign(this, { policy, request, book, wish, coins: new Coins(policy.shop), calendars: calendars(policy) });
    this.model = book.models[request.model];
    const way = wish.way ?? Object.keys(book.ways ?? {})[0];
    this.way = way === undefined ? null : { id: way, ...book.ways[way] };
    this.diagnosis = new Big(book.diagnosis?.price ?? 0);

    const told = request.faults.map(({ id, facts: own }) => ({ reason: 'defect', ...book.faults[id].facts, ...facts, ...own }));
    this.facts = told[0] ?? { reason: 'defect', ...facts };
    const asIfNormal = { ...this.facts, reason: 'defect', cause: 'normal-use' };
    const items = [...told, asIfNormal].map((facts, index) => ({ id: request.faults[index]?.id ?? 'cover', facts }));
    const decisions = decide({ today, items }).items;
    this.cover = coverOf(decisions.pop());
    this.faults = request.faults.map(({ id }, index) => this.#fault(id, decisions[index]));
    this.quoted = this.faults.filter(({ done }) => done);
    const open = this.faults.filter(({ done }) => !done);
    this.inspection = open.length > 0 || this.faults.length === 0 ? open : null;
    const distinct = (names) => [...new Set(this.quoted.flatMap(({ done }) => done[names]))].sort();
    this.kinds = distinct('kinds');
    this.operations = distinct('operations');
    this.days = new Days(this);
  }

  /** Which faults a kind of part, or a piece of work, mends. */
  mends(names, name) {
    return this.quoted.filter(({ done }) => done[names].includes(name));
  }

  parts(kind) {
    const parts = (this.book.parts ?? []).filter((part) => part.kind === kind && fits(part, this.request.model));
    return parts.sort((one, other) => GRADES.indexOf(one.grade) - GRADES.indexOf(other.grade)
      || new Big(one.price).cmp(other.price) || (one.id < other.id ? -1 : 1));
  }

  labour(operation) {
    const rows = (this.book.labour ?? []).filter((row) => row.operation === operation);
    return rows.find(({ models }) => models?.includes(this.request.model)) ?? rows.find(({ models }) => !models);
  }

  /** The same visit if only what is certainly covered is taken as covered. */
  withCertainCover() {
    const faults = this.faults.map((fault) => ({ ...fault, under: both(() => fault.under.most) }));
    return Object.assign(Object.create(Visit.prototype), this, { faults, quoted: faults.filter(({ done }) => done) });
  }

  #fault(id, decision) {
    const book = this.book.faults[id];
    const done = this.#done(book);
    const offers = decision.remedies.filter(({ remedy }) => remedy === 'repair' || remedy === 'replace-part')
      .flatMap(({ offers }) => offers).filter(({ fees }) => !fees.some(({ quoted }) => quoted))
      .map((offer) => ({ ...offer, pays: offer.cost ? both((world) => new Big(offer.cost[world])) : { least: ZERO, most: null } }));
    const under = {
      least: cheapest(offers, 'least'),
      most: cheapest(offers.filter(({ finding, pays }) => finding === 'yes' && pays.most), 'most'),
    };
    const covered = under.most ? 'yes' : under.least ? 'maybe' : 'no';
    const needs = covered === 'maybe' ? [...new Set([...under.least.needs, ...under.least.cost ? [] : ['price']])] : [];
    return { id, book, decision, done, covered, under, needs };
  }

  /** The kinds of parts and the work that mend a fault; null if it must be looked at first. */
  #done(fault) {
    const kinds = fault.parts ?? [];
    const operations = [...kinds.flatMap((kind) => this.book.kinds[kind].labour ?? []), ...fault.labour ?? []];
    const can = fits(fault, this.request.model) && kinds.length + operations.length > 0
      && kinds.every((kind) => this.parts(kind).length > 0) && operations.every((operation) => this.labour(operation));
    return can ? { kinds, operations } : null;
  }
}

const fits = ({ models }, model) => !models || models.includes(model);

/** The first of those for which the shopper pays the least. */
const cheapest = (offers, world) => offers.reduce((one, other) => (one && one.pays[world].lte(other.pays[world]) ? one : other), null);

/** Until when a free repair is certain. */
function coverOf({ remedies }) {
  const free = remedies.filter(({ remedy }) => remedy === 'repair' || remedy === 'replace-part').flatMap(({ offers }) => offers)
    .filter(({ finding, fees, cost }) => finding === 'yes' && !fees.some(({ quoted }) => quoted)
      && (fees.length === 0 || (cost && new Big(cost.most).eq(0))));
  if (free.length === 0) return null;
  const untils = free.map(({ until }) => (until ? until.least : null));
  return { until: untils.includes(null) ? null : untils.sort().at(-1) };
}

/** Every choice of one part for each kind; if there are too many, one for each grade. */
function combinations(visit) {
  if (visit.quoted.length === 0) return [];
  const kinds = visit.kinds.map((kind) => visit.parts(kind));
  if (kinds.reduce((product, parts) => product * parts.length, 1) <= MOST_COMBINATIONS) {
    return kinds.reduce((chosen, parts) => chosen.flatMap((before) => parts.map((part) => [...before, part])), [[]]);
  }
  const folded = GRADES.map((_, wanted) => kinds.map((parts) => {
    const worse = parts.find(({ grade }) => GRADES.indexOf(grade) >= wanted);
    if (worse) return worse;
    const { grade } = parts.at(-1);
    return parts.find((part) => part.grade === grade);
  }));
  const ids = folded.map((parts) => parts.map(({ id }) => id).join('+'));
  return folded.filter((_, index) => ids.indexOf(ids[index]) === index);
}

const compared = (one, other) => (one === other ? 'same' : before(one, other) ? 'less' : 'more');
const SIGNS = { less: -1, same: 0, more: 1 };
const orLatest = (ready) => (ready === null ? Infinity : ready.least);

/** Whether an option is in nothing worse than another, and in something better. */
function beats(one, other) {
  let better = false;
  const notWorse = (sign) => {
    better ||= sign < 0;
    return sign <= 0;
  };
  return notWorse(one.total.most.cmp(other.total.most)) && notWorse(one.total.least.cmp(other.total.least))
    && one.parts.every(({ grade }, index) => notWorse(GRADES.indexOf(grade) - GRADES.indexOf(other.parts[index].grade)))
    && notWorse(SIGNS[compared(other.lasts, one.lasts)]) && notWorse(SIGNS[compared(orLatest(one.ready), orLatest(other.ready))])
    && better;
}

function inOrder(one, other) {
  for (const [index, { grade }] of one.parts.entries()) {
    const apart = GRADES.indexOf(grade) - GRADES.indexOf(other.parts[index].grade);
    if (apart !== 0) return apart;
  }
  return one.total.most.cmp(other.total.most) || (one.id < other.id ? -1 : 1);
}

/** The first, the cheapest, the one whose warranty lasts longest, the soonest; then the others in their order. */
function best(options) {
  if (options.length <= MOST_OPTIONS) return options;
  const by = (better) => options.reduce((one, other) => (better(other, one) ? other : one));
  const chosen = new Set([
    options[0],
    by((one, other) => one.total.most.lt(other.total.most)),
    by((one, other) => before(other.lasts, one.lasts)),
    by((one, other) => before(orLatest(one.ready), orLatest(other.ready))),
  ]);
  for (const option of options) if (chosen.size < MOST_OPTIONS) chosen.add(option);
  return options.filter((option) => chosen.has(option));
}

function against(coins, one, other) {
  const apart = one.total.most.minus(other.total.most);
  const known = one.ready !== null && other.ready !== null;
  return {
    pays: { '-1': 'less', 0: 'same', 1: 'more' }[apart.cmp(0)],
    by: coins.told(apart.abs()),
    warranty: compared(one.lasts, other.lasts),
    ready: known ? compared(one.ready.least, other.ready.least) : 'same',
  };
}
