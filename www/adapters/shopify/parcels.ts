import type { CivilDate, DateRange } from '../../binding/makegood.js';
import { count, fields, list, name, text, which, type Calendar, type Fields, type Name, type Notes } from './payload.js';

type Day = CivilDate | DateRange;

/** When units were handed to the carrier and when they arrived, as far as that is known. */
export interface Journey { dispatched: Day | null; delivered: Day | null }

/** A fulfilment that went out, or is about to; its contents name the order's lines by their place. */
export interface Parcel extends Journey { id: string; contents: { line: number; quantity: number }[] }

const gone = new Set(['cancelled', 'canceled', 'error', 'failure']);
const arrived = new Set(['delivered', 'picked_up']);

const first = (day: Day | null): CivilDate | null => (typeof day === 'string' ? day : day?.from ?? null);
const last = (day: Day | null): CivilDate | null => (typeof day === 'string' ? day : day?.to ?? null);

function between(from: CivilDate | null, to: CivilDate | null): Day | null {
  if (from !== null && from === to) return from;
  if (from === null && to === null) return null;
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

interface Context { lines: readonly Name[]; calendar: Calendar; notes: Notes; purchased: CivilDate | null; today: CivilDate | null; events: readonly unknown[] }

/** A fulfilment event and where it stands. */
interface Told { event: unknown; pointer: string }

/** The order's fulfilments that were not called off. */
export function parcels(order: Fields, context: Context): Parcel[] {
  const found: Parcel[] = [];
  const ids = list(order['fulfillments']).map((value) => name(fields(value)?.['id'], fields(value)?.['admin_graphql_api_id']));
  list(order['fulfillments']).forEach((value, index) => {
    const pointer = `/order/fulfillments/${index}`;
    const fulfillment = fields(value);
    if (fulfillment === null) return context.notes.add(pointer, 'is not a fulfilment');
    const status = text(fulfillment['status'])?.toLowerCase() ?? null;
    if (status !== null && gone.has(status)) return undefined;
    const beside = context.events.flatMap((event, place) => (
      which(name(fields(event)?.['fulfillment_id']), ids) === index ? [{ event, pointer: `/events/${place}` }] : []
    ));
    const inside = list(fulfillment['events'] ?? fulfillment['fulfillment_events']).map((event, place) => ({ event, pointer: `${pointer}/events/${place}` }));
    const contents = list(fulfillment['line_items']).flatMap((value, place) => {
      const entry = fields(value);
      const line = which(name(entry?.['id'], entry?.['admin_graphql_api_id']), context.lines);
      const quantity = count(entry?.['quantity']);
      if (line !== null && quantity !== null) return [{ line, quantity }];
      context.notes.add(`${pointer}/line_items/${place}`, 'cannot be matched to one line of the order');
      return [];
    });
    const id = ids[index]?.exact ?? ids[index]?.written ?? String(index + 1);
    found.push({ id, contents, ...journey(fulfillment, status, [...inside, ...beside], pointer, context) });
    return undefined;
  });
  return found;
}

function journey(fulfillment: Fields, status: string | null, events: readonly Told[], pointer: string, context: Context): Journey {
  const { calendar, notes, purchased, today } = context;
  const created = calendar.day(fulfillment['created_at']);
  if (created === null) notes.add(`${pointer}/created_at`, 'is not a moment with an offset; the day of dispatch stays unknown');
  // A fulfilment that is still pending or open has been asked for, not handed over.
  let dispatched = created === null || status === 'success' ? created : between(created, null);
  if (purchased !== null && created !== null && created < purchased) {
    notes.add(`${pointer}/created_at`, `lies before the purchase (${purchased}); the day of dispatch stays unknown`);
    dispatched = null;
  }

  const days = deliveries(events, context).sort();
  const delivered = between(days.at(0) ?? null, days.at(-1) ?? null);
  if (delivered !== null) {
    const earliest = first(delivered) ?? '';
    if (first(dispatched) !== null && (first(dispatched) ?? '') > earliest) {
      notes.add(`${pointer}/created_at`, `lies after the delivery (${earliest}); the day of dispatch stays unknown`);
      dispatched = null;
    }
    return { dispatched, delivered };
  }
  if (arrived.has(text(fulfillment['shipment_status'])?.toLowerCase() ?? '')) {
    notes.add(`${pointer}/shipment_status`, 'says delivered, but no fulfilment event says when');
    const from = first(dispatched) ?? purchased;
    return { dispatched, delivered: between(from, from !== null && today !== null && today < from ? null : today) };
  }
  return { dispatched, delivered: null };
}

function deliveries(events: readonly Told[], { calendar, notes, purchased }: Context): CivilDate[] {
  return events.flatMap(({ event, pointer }) => {
    const told = fields(event);
    if (told === null || !arrived.has(text(told['status'])?.toLowerCase() ?? '')) return [];
    const day = calendar.day(told['happened_at']);
    if (day === null) {
      notes.add(`${pointer}/happened_at`, 'is not a moment with an offset; the day of delivery stays unknown');
      return [];
    }
    if (purchased !== null && day < purchased) {
      notes.add(`${pointer}/happened_at`, `lies before the purchase (${purchased}); the day of delivery stays unknown`);
      return [];
    }
    return [day];
  });
}

/** The journey of units that travelled apart, when it is not known which of them are meant. */
export function together(journeys: readonly Journey[]): Journey {
  const span = (days: readonly (Day | null)[]): Day | null => {
    const from = days.map(first);
    const to = days.map(last);
    const known = (all: readonly (CivilDate | null)[]): CivilDate[] => all.filter((day) => day !== null).sort();
    return between(
      from.includes(null) ? null : known(from).at(0) ?? null,
      to.includes(null) ? null : known(to).at(-1) ?? null,
    );
  };
  return { dispatched: span(journeys.map((j) => j.dispatched)), delivered: span(journeys.map((j) => j.delivered)) };
}
