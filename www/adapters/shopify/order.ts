import type { CivilDate, Facts, Item } from '../../binding/makegood.js';
import type { FromShopify, fromShopify as declared, ShopifyOptions } from '../shopify.js';
import { paid, type PaidLine } from './paid.js';
import { parcels } from './parcels.js';
import { Calendar, Money, Notes, fields, list, name, slug, tags, text, which, type Fields } from './payload.js';
import { before, prices, tally, units, type Units } from './units.js';

export function fromShopify(order: unknown, products: unknown, options: ShopifyOptions & { today: CivilDate }): FromShopify<{ today: CivilDate; facts: Facts; items: Item[] }>;
export function fromShopify(order: unknown, products: unknown, options: ShopifyOptions): FromShopify;
export function fromShopify(order: unknown, products: unknown, options: ShopifyOptions = {}): FromShopify {
  const calendar = calendarOf(options);
  const notes = new Notes();
  const today = options.today ?? null;
  const body = fields(fields(order)?.['order']) ?? fields(order) ?? {};
  const lines = list(body['line_items']);
  if (lines.length === 0) notes.add('/order/line_items', 'holds no lines, so there is nothing to decide');
  if (list(body['returns']).length > 0) notes.add('/order/returns', 'is not read; a unit counts as returned once it is refunded');

  const facts = orderFacts(body, calendar, options, notes);
  const ids = lines.map((line) => name(fields(line)?.['id'], fields(line)?.['admin_graphql_api_id']));
  list(body['refunds']).forEach((refund, index) => list(fields(refund)?.['refund_line_items']).forEach((value, place) => {
    const entry = fields(value);
    const inner = fields(entry?.['line_item']);
    if (which(name(entry?.['line_item_id'] ?? inner?.['id'], inner?.['admin_graphql_api_id']), ids) === null) {
      notes.add(`/order/refunds/${index}/refund_line_items/${place}`, 'cannot be matched to one line of the order');
    }
  }));
  const money = Money.of(body['currency']);
  const events = list(fields(options.events)?.['fulfillment_events'] ?? options.events);
  const sent = parcels(body, { lines: ids, calendar, notes, purchased: facts.purchased ?? null, today, events });
  const catalogue = list(fields(products)?.['products'] ?? products);

  const taken = new Set<string>();
  const alsoTaken = new Set<string>();
  const bought: PaidLine[] = [];
  const items = lines.flatMap((value, index): Item[] => {
    const pointer = `/order/line_items/${index}`;
    const line = { index, ids, body: fields(value) ?? {}, pointer };
    const tallied = tally(body, line, notes);
    if (tallied === null) return [];
    const product = productFacts(line.body, catalogue, options, pointer, notes);
    const id = ids[index]?.exact ?? ids[index]?.written ?? `line-${index + 1}`;
    const item = (taken: Set<string>) => (group: Units): Item => ({
      id: unique(id + group.suffix, taken),
      quantity: group.quantity,
      returned: group.returned,
      facts: {
        ...product,
        ...(group.dispatched === null ? {} : { dispatched: group.dispatched }),
        ...(group.delivered === null ? {} : { delivered: group.delivered }),
        ...(group.price === null || money === null ? {} : { price: `${money.write(group.price)} ${money.currency}` }),
      },
    });
    const net = prices(body, line, money, notes);
    // The price before discounts is that of a unit only where nothing is added to it and nothing was taken off the line.
    const listed = tallied.gone === 0 ? before(body, line, money) : null;
    bought.push({
      id, pointer, body: line.body, discounted: listed === null,
      items: units(line, tallied, sent, listed ?? net, money, new Notes()).map(item(alsoTaken)),
    });
    return units(line, tallied, sent, net, money, notes).map(item(taken));
  });
  const untold = new Notes();
  const transactions = list(fields(options.transactions)?.['transactions'] ?? options.transactions ?? body['transactions']);
  const settles = money === null || lines.length === 0 ? null : paid(bought, facts, { order: body, money, transactions, notes: untold });
  return {
    request: { ...(today === null ? {} : { today }), facts, items }, buyer: buyerOf(body, facts), notes: notes.all, order: settles, untold: untold.all,
  };
}

fromShopify satisfies typeof declared;

function calendarOf(options: ShopifyOptions): Calendar {
  const timeZone = text(options.timeZone ?? options.shop?.timeZone);
  if (timeZone === null) throw new TypeError('fromShopify needs `shop` or `timeZone`, to know on which day something happened');
  try {
    return new Calendar(timeZone);
  } catch (cause) {
    throw new TypeError(`\`${timeZone}\` is not a time zone`, { cause });
  }
}

function orderFacts(order: Fields, calendar: Calendar, options: ShopifyOptions, notes: Notes): Facts {
  const facts: Facts = {};
  const key = text(order['processed_at']) === null ? 'created_at' : 'processed_at';
  const purchased = calendar.day(order[key]);
  if (purchased === null) notes.add(`/order/${key}`, 'is not a moment with an offset; the day of purchase stays unknown');
  else facts.purchased = purchased;

  const country = text(fields(order['shipping_address'])?.['country_code'])?.toUpperCase() ?? '';
  if (/^[A-Z]{2}$/.test(country)) facts.country = country;

  const source = text(order['source_name'])?.toLowerCase();
  if (source === 'web') facts.channel = 'online';
  if (source === 'pos') facts.channel = 'store';

  if (options.memberTag !== undefined) {
    const marks = tags(fields(order['customer'])?.['tags']);
    if (marks === null) notes.add('/order/customer/tags', 'is missing; whether the buyer is a member stays unknown');
    else facts.member = marks.map(slug).includes(slug(options.memberTag));
  }
  return facts;
}

/** Where the goods went; a province counts only as the second half of its ISO 3166-2 code. */
function buyerOf(order: Fields, { country }: Facts): FromShopify['buyer'] {
  const region = text(fields(order['shipping_address'])?.['province_code'])?.toUpperCase() ?? '';
  return {
    ...(country === undefined ? {} : { country }),
    ...(country !== undefined && /^[A-Z0-9]{1,3}$/.test(region) ? { region } : {}),
  };
}

function productFacts(line: Fields, catalogue: readonly unknown[], options: ShopifyOptions, pointer: string, notes: Notes): Facts {
  const known = catalogue.map((value) => name(fields(value)?.['id'], fields(value)?.['admin_graphql_api_id']));
  const index = which(name(line['product_id']), known);
  const product = index === null ? null : fields(catalogue[index]);
  if (product === null) {
    notes.add(`${pointer}/product_id`, 'is not among the products; category and tags stay unknown');
    return {};
  }
  const type = text(product['product_type']);
  const facts: Facts = { ...new Map(Object.entries(options.facts ?? {})).get(type ?? '') };
  const mapped = new Map<string, string>(Object.entries(options.categories ?? {}));
  const category = type === null ? '' : mapped.get(type) ?? slug(type);
  if (category === '') notes.add(`/products/${index}/product_type`, 'is empty; the category stays unknown');
  else facts.category = category;

  const marks = tags(product['tags']);
  if (marks === null) {
    notes.add(`/products/${index}/tags`, 'is not a list of tags; the tags stay unknown');
    return facts;
  }
  const all = marks.map(slug);
  if (line['gift_card'] === true) all.push('gift-card');
  if (line['requires_shipping'] === false) all.push('digital');
  facts.tags = [...new Set(all)].filter((tag) => tag !== '');
  const meant = Object.entries(options.tags ?? {}).filter(([tag]) => all.includes(slug(tag)));
  return Object.assign(facts, ...meant.map(([, own]) => own));
}

function unique(id: string, taken: Set<string>): string {
  let free = id;
  for (let copy = 2; taken.has(free); copy += 1) free = `${id}~${copy}`;
  taken.add(free);
  return free;
}
