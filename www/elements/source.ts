import { notJson } from '../binding/json.js';
import type { Buyer, Shop } from '../binding/makegood.js';

/** Open shops by the buyer's place. */
type Memory<Opened> = Map<string, Promise<Opened>>;

type Open<Opened> = (policy: string | URL | object, buyer: Buyer) => Promise<Opened>;

/** Opens a policy once for all elements of the page and a place; a failure is forgotten, so that a retry really tries again. */
export function remembering<Opened extends Shop>(open: Open<Opened>): Open<Opened> {
  const byAddress = new Map<string, Memory<Opened>>();
  const byDocument = new WeakMap<object, Memory<Opened>>();
  return (policy, buyer) => {
    const place = JSON.stringify([buyer.country, buyer.region]);
    if (typeof policy === 'object' && !(policy instanceof URL)) {
      return remembered(place, memoryOf(policy, byDocument), () => open(policy, buyer));
    }
    const given = String(policy);
    const key = URL.canParse(given, document.baseURI) ? new URL(given, document.baseURI).href : given;
    return remembered(place, memoryOf(key, byAddress), () => open(given, buyer));
  };
}

interface Memories<Key, Opened> { get(key: Key): Memory<Opened> | undefined; set(key: Key, memory: Memory<Opened>): unknown }

function memoryOf<Key, Opened>(key: Key, memories: Memories<Key, Opened>): Memory<Opened> {
  const memory: Memory<Opened> = memories.get(key) ?? new Map();
  memories.set(key, memory);
  return memory;
}

function remembered<Opened>(key: string, memory: Memory<Opened>, open: () => Promise<Opened>): Promise<Opened> {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const opening = open();
  memory.set(key, opening);
  opening.catch(() => { memory.delete(key); });
  return opening;
}

/** What an attribute or property gives: the value itself, or the JSON in the element that a selector names. */
export function given<T>(value: string | T, element: Element, name: string): T {
  if (typeof value !== 'string') return value;
  const holder = found(value, element);
  if (holder === null) {
    throw new Error(`${name}="${value}" names no element of the page; give the selector of a <script type="application/json">`);
  }
  const text = holder.textContent ?? '';
  try {
    return JSON.parse(text) as T;
  } catch {
    throw notJson('facts', text, null);
  }
}

function found(selector: string, element: Element): Element | null {
  try {
    const root = element.getRootNode() as Document | ShadowRoot;
    return root.querySelector?.(selector) ?? document.querySelector(selector);
  } catch {
    return null;
  }
}
