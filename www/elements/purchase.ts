import type { Facts } from '../binding/makegood.js';
import type { Order, OrderItem } from './elements.js';
import { given } from './source.js';

/** An element that is told of a purchase. */
export interface Told extends Element { order: string | Order | null; item: string | null; facts: string | Facts | null }

export function orderOf(element: Told): Order | null {
  return element.order === null || element.order === '' ? null : given(element.order, element, 'order');
}

/** The item of the order that it is about; the only one if none is named. */
export function itemOf(element: Told, named: string | null = element.item): OrderItem | undefined {
  const items = orderOf(element)?.items ?? [];
  return items.length === 1 && named === null ? items[0] : items.find(({ id }) => id === named);
}

/** What the page says of the purchase: the order's facts, its item's, and further ones, which win. */
export function factsOf(element: Told, item: OrderItem | undefined = itemOf(element)): Facts {
  const own = element.facts === null || element.facts === '' ? {} : given(element.facts, element, 'facts');
  return { ...orderOf(element)?.facts, ...item?.facts, ...own };
}
