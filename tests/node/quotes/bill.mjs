// What one option costs: its lines, what is taken off, the tax, and what it comes to.
import Big from 'big.js';
import { lengthInDays, surcharges } from './days.mjs';
import { both, coveredBy, dearest, GRADES, least, named, sum, truth, ZERO } from './worlds.mjs';

const GROUPS = { part: 'parts', labour: 'labour', diagnosis: 'diagnosis', 'carriage-there': 'carriage', 'carriage-back': 'carriage', surcharge: 'surcharges', fee: 'fees' };
/** What discounts can be off, in the order in which they are shared out. */
const REDUCED = ['parts', 'labour', 'diagnosis', 'carriage', 'surcharges'];

/** An option and what it comes to. */
export function total(visit, parts) {
  const lines = linesOf(visit, parts);
  const left = leftOf(lines);
  const discounts = discountsOf(visit, left);
  const taxes = taxesOf(visit, left);
  const included = visit.book.tax?.included ?? true;
  return {
    id: parts.map(({ id }) => id).join('+') || 'labour',
    parts, lines, left, discounts, taxes,
    total: both((world) => sum([...Object.values(left[world]), ...included ? [] : taxes.map(({ amount }) => amount[world])])),
  };
}

/** What is left of each group. */
const leftOf = (lines) => both((world) => Object.fromEntries([...REDUCED, 'fees'].map((group) => [group, paid(lines, group, world)])));
const paid = (lines, group, world) => sum(lines.filter(({ charge }) => GROUPS[charge] === group).map(({ pays }) => pays[world]));

function linesOf(visit, parts) {
  const { faults, quoted, inspection, book, way } = visit;
  const put = [];
  for (const part of parts) put.push(partLine(visit, part));
  const done = labourLines(visit);
  const worked = both((world) => sum([...put, ...done].map(({ pays }) => pays[world])));
  const uncovered = sum(prices(put)).plus(book.labourPer === 'operation' ? sum(prices(done)) : dearest(prices(done)));
  const lines = [...put, ...done, ...quoted.flatMap(feeLine)];
  for (const surcharge of surcharges(visit)) lines.push(surchargeLine(visit, surcharge, worked, uncovered));
  if (book.diagnosis && (inspection || faults.some(({ covered }) => covered === 'maybe'))) lines.push(diagnosisLine(visit));
  // Free from an amount that is paid: with everything taken off that would be taken off if nothing were carried.
  const left = leftOf(lines);
  discountsOf(visit, left);
  let spent = both((world) => left[world].parts.plus(left[world].labour));
  for (const journey of ['there', 'back'].filter((journey) => way?.[journey])) {
    const carried = journeyLine(visit, journey, spent);
    spent = both((world) => spent[world].plus(carried.pays[world]));
    lines.push(carried);
  }
  return lines;
}

const prices = (lines) => lines.map(({ price }) => price);

/** What the shopper pays under the rule that covers the rest. */
function feeLine({ id, book: { title }, under }) {
  const pays = both((world) => under[world]?.pays[world] ?? ZERO);
  const price = dearest([pays.least, pays.most]);
  return price.gt(0) ? [{ charge: 'fee', id, title, mends: [id], price, pays, by: under.most ?? under.least }] : [];
}

/** Of what is paid for parts and labour; free with them, if they are covered. */
function surchargeLine({ coins, faults }, { id, title, percent, amount, finding }, worked, uncovered) {
  const of = (work) => (percent ? coins.percent(work, percent) : new Big(amount));
  const price = of(uncovered);
  const covered = both((world) => (worked[world].eq(0) ? coveredOf(faults, ({ under }) => under[world]) : undefined));
  const full = both((world) => (worked[world].eq(0) || (finding === 'maybe' && world === 'least') ? ZERO : of(worked[world])));
  return line({ charge: 'surcharge', id, title }, price, faults, { covered, waived: both((world) => price.minus(full[world])) });
}

function coveredOf(faults, covers) {
  for (const fault of faults) if (covers(fault)) return fault;
  return undefined;
}

/** What is covered in each world, and why the shopper pays less. */
function line(told, price, faults, { waived = both(() => ZERO), because = null, covered }) {
  const free = covered ?? both((world) => coveredOf(faults, ({ under }) => under[world]));
  const payer = free.most ? 'shop' : free.least ? 'open' : 'shopper';
  const known = free.most ? 'covered' : because;
  return {
    ...told, price: new Big(price),
    pays: both((world) => (free[world] ? ZERO : new Big(price).minus(waived[world]))),
    payer,
    because: free.most || waived.most.gt(0) ? known : free.least ? 'covered' : null,
    by: payer === 'shopper' ? null : free.most ? free.most.under.most : free.least.under.least,
  };
}

function partLine(visit, part) {
  const faults = visit.mends('kinds', part.kind);
  return line({ charge: 'part', id: part.id, title: part.title, mends: faults.map(({ id }) => id), part }, part.price, faults, {});
}

/** Paid once a visit, it is the dearest piece of work that is not covered. */
function labourLines(visit) {
  const rows = visit.operations.map((operation) => (
    { operation, row: visit.labour(operation), faults: visit.mends('operations', operation) }));
  const dearest = both((world) => rows.filter(({ faults }) => !faults.some(({ under }) => under[world]))
    .reduce((one, other) => (one && new Big(one.row.price).gte(other.row.price) ? one : other), null));
  return rows.map((entry) => {
    const { operation, row, faults } = entry;
    const title = visit.book.operations[operation].title;
    const told = { charge: 'labour', id: operation, title, mends: faults.map(({ id }) => id), minutes: row.minutes };
    const once = visit.book.labourPer !== 'operation';
    const another = both((world) => once && dearest[world] !== entry);
    return line(told, row.price, faults, { waived: both((world) => (another[world] ? new Big(row.price) : ZERO)), because: 'same-visit' });
  });
}

/** What is waived costs nobody anything, so that nothing is left to be covered. */
function diagnosisLine({ book: { diagnosis: { price, waived } }, faults }) {
  const all = (world) => (faults.length > 0 && faults.every(({ under }) => under[world]) ? faults[0] : undefined);
  const covered = both((world) => (waived ? undefined : all(world)));
  const free = both(() => (waived ? new Big(price) : ZERO));
  const made = line({ charge: 'diagnosis', id: 'diagnosis' }, price, faults, { covered, waived: free });
  return waived && free.most.gt(0) ? { ...made, because: 'accepted' } : made;
}

/** Free from an amount on, and below it never dearer than what is missing. */
function journeyLine({ way, faults }, journey, worked) {
  const { price, freeFrom } = way[journey];
  const full = new Big(price);
  const covered = both((world) => coveredOf(faults, ({ under }) => ['shop', 'none'].includes(under[world]?.carriage)));
  const missing = (world) => (worked[world].gte(freeFrom) ? ZERO : new Big(freeFrom).minus(worked[world]));
  const waived = both((world) => (freeFrom === undefined ? ZERO : full.minus(least(full, missing(world)))));
  return line({ charge: `carriage-${journey}`, id: way.id, title: way.title }, price, faults, { covered, waived, because: 'free-from' });
}

/** Takes the discounts off what is left, one after the other: percent off each group, an amount off all of them together. */
function discountsOf(visit, left) {
  const { policy, book, coins, facts, quoted, wish } = visit;
  const code = (text) => text?.trim().toLowerCase();
  return (book.discounts ?? []).flatMap(({ id, title = null, percent = null, amount, off = ['parts', 'labour'], if: condition, coupon, repairs = 0 }) => {
    const finding = truth(policy, condition, facts);
    if (finding === 'no' || (coupon && code(coupon) !== code(wish.coupon)) || quoted.length < repairs) return [];
    const taken = both((world) => {
      if (finding === 'maybe' && world === 'most') return ZERO;
      const groups = REDUCED.filter((group) => off.includes(group));
      const base = sum(groups.map((group) => left[world][group]));
      if (!percent) {
        const taken = least(new Big(amount), base);
        takeOff(coins, left[world], groups, base, taken);
        return taken;
      }
      return sum(groups.map((group) => {
        const taken = coins.percent(left[world][group], percent);
        left[world][group] = left[world][group].minus(taken);
        return taken;
      }));
    });
    return taken.least.gt(0) || taken.most.gt(0) ? [{ id, title, percent, amount: taken, finding }] : [];
  });
}

/** Each group bears its share, the last one what rounding leaves, and those before it what is more than it has. */
function takeOff(coins, left, groups, base, taken) {
  const bearing = groups.filter((group) => left[group].gt(0));
  let rest = taken;
  const take = (group, amount) => {
    const bears = least(least(amount, left[group]), rest);
    left[group] = left[group].minus(bears);
    rest = rest.minus(bears);
  };
  const shares = bearing.map((group) => coins.round(taken.times(left[group]).div(base)));
  for (const [index, group] of bearing.entries()) take(group, shares[index]);
  for (const group of bearing.toReversed()) take(group, rest);
}

/** By rate, as the buyer's country has it. */
function taxesOf({ book: { tax }, coins, request: { facts = {} } }, left) {
  if (!tax) return [];
  const { rate, services = rate } = tax.countries?.[facts.country] ?? tax;
  const [parts, others] = [rate, services].map((rate) => new Big(rate));
  const grouped = parts.eq(others) ? [[parts, [...REDUCED, 'fees']]] : [[parts, ['parts']], [others, [...REDUCED, 'fees'].filter((group) => group !== 'parts')]];
  return grouped.map(([rate, groups]) => ({
    rate, included: tax.included,
    amount: both((world) => {
      const base = sum(groups.map((group) => left[world][group]));
      return coins.round(tax.included ? base.times(rate).div(rate.plus(1)) : base.times(rate));
    }),
  })).filter(({ amount }) => amount.least.gt(0) || amount.most.gt(0));
}

/** An option as a quote tells it. */
export function billed(visit, option) {
  const { coins, book, model, days } = visit;
  const { total, ready, length } = option;
  const limit = total.most.plus(coins.percent(total.most, book.overrun ?? 0));
  return {
    id: option.id,
    grades: GRADES.filter((grade) => option.parts.some((part) => part.grade === grade)),
    lines: option.lines.map((line) => told(visit, line, ready)),
    discounts: option.discounts.map(({ percent, amount, ...rest }) => ({ ...rest, percent: percent && new Big(percent).toFixed(), amount: coins.range(amount) })),
    tax: option.taxes.map(({ rate, included, amount }) => ({ rate: rate.toFixed(), included, amount: coins.range(amount) })),
    total: coins.range(total),
    limit: coins.told(limit),
    shares: sharesOf(coins, option),
    warranty: days.warranty(length, ready),
    perMonth: length && coins.told(coins.round(total.most.times(30).div(lengthInDays(length)))),
    ready,
    back: option.back,
    worth: model.replacement === undefined || book.worthUpTo === undefined ? null : worthOf(coins, book, model, total),
  };
}

function told({ coins, book, days }, { charge, id = null, title = null, mends = [], price, pays, payer = 'shopper', because = null, by = null, part, minutes = null }, ready) {
  const { kind, grade, holds = ['part'], stock, leadTime = null, warranty = book.warranty ?? null } = part ?? {};
  return {
    charge, id, title, mends, price: coins.told(price), pays: coins.range(pays), payer, because, by: coveredBy(by),
    part: part ? { kind: named(kind, book.kinds[kind]), grade, holds, inStock: stock !== 0, leadTime, warranty: days.warranty(warranty, ready) } : null,
    minutes,
  };
}

function sharesOf(coins, { left: { most: left }, taxes, total }) {
  const tax = sum(taxes.filter(({ included }) => !included).map(({ amount }) => amount.most));
  const shares = Object.entries({
    parts: left.parts, labour: left.labour.plus(left.diagnosis), carriage: left.carriage, surcharges: left.surcharges.plus(left.fees), tax,
  }).filter(([, amount]) => amount.gt(0)).map(([of, amount]) => {
    const exact = amount.times(1000).div(total.most);
    const whole = exact.round(0, Big.roundDown);
    return { of, amount, thousandths: Number(whole), rest: exact.minus(whole) };
  });
  const missing = 1000 - shares.reduce((sum, { thousandths }) => sum + thousandths, 0);
  for (const share of [...shares].sort((one, other) => other.rest.cmp(one.rest)).slice(0, shares.length && missing)) share.thousandths += 1;
  return shares.map(({ of, amount, thousandths }) => ({ of, amount: coins.told(amount), thousandths }));
}

function worthOf(coins, { worthUpTo }, { replacement }, { least, most }) {
  const limit = coins.percent(new Big(replacement), worthUpTo);
  const finding = most.lte(limit) ? 'yes' : least.gt(limit) ? 'no' : 'maybe';
  return { replacement: coins.told(new Big(replacement)), share: new Big(worthUpTo).toFixed(), limit: coins.told(limit), finding };
}
