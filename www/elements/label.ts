import { pick } from '../wording/index.js';
import type { OrderItem } from './elements.js';

/** An item as the shopper knows it: "Aurora One × 2". */
export function labelOf({ id, title, quantity }: OrderItem, language: string): string {
  const name = title === undefined ? id : pick(title, language);
  return quantity === undefined || quantity === 1 ? name : `${name} × ${quantity}`;
}
