import { scopeOf, type Scope } from './condition.js';
import { dueOf } from './fees.js';
import { noReturns, reasonsInHand, returns, type Format, type Frame, type Terms } from './format.js';
import { fields, text, texts, within, type Fields } from './json.js';
import { quoted } from './sentence.js';
import type { Unsaid } from './unsaid.js';
import { daysOf } from './window.js';

/** One remedy of one rule, said in full. */
export interface Offer extends Frame {
  remedy: string;
  reasons: readonly string[];
  terms: Terms;
  season: Scope['season'];
  title: unknown;
  /** Where the rule and the remedy stand. */
  rule: string;
  grant: string;
}

/** What a policy grants to someone who gives goods up. */
export interface Granted {
  offers: Offer[];
  /** The reasons for which something is granted, also where that cannot be said. */
  reasons: Set<string>;
  /** Whether anything granted is a return, or could be one. */
  possible: boolean;
}

interface Context { document: Fields; format: Format; unsaid: Unsaid; granted: Granted }

/** Keys that change nothing of what is granted. */
const prose = ['id', 'clause', 'title', 'text', 'cites'];
/** Keys that are read elsewhere. */
const read = ['reasons', 'goodwill', 'if', 'unless', 'window', 'grants'];

export function grantedBy(document: Fields, pointer: string, format: Format, unsaid: Unsaid): Granted {
  const granted: Granted = { offers: [], reasons: new Set(), possible: false };
  const rules: unknown = document['rules'];
  if (!Array.isArray(rules)) unread(granted, within(pointer, 'rules'), unsaid);
  else rules.forEach((rule, index) => readRule(rule, within(within(pointer, 'rules'), index), { document, format, unsaid, granted }));
  return granted;
}

function unread(granted: Granted, pointer: string, unsaid: Unsaid): void {
  granted.possible = true;
  unsaid.add('unread', pointer);
}

function readRule(value: unknown, pointer: string, context: Context): void {
  const { format, unsaid, granted } = context;
  const rule = fields(value);
  const grants: readonly unknown[] | null = Array.isArray(rule?.['grants']) ? rule['grants'] : null;
  const reasons = rule?.['reasons'] === undefined ? reasonsInHand : texts(rule['reasons']);
  if (rule === null || grants === null || reasons === null) return unread(granted, pointer, unsaid);

  const remedies = grants.map((grant) => text(fields(grant)?.['remedy']) ?? '');
  if (!remedies.every((remedy) => noReturns.includes(remedy))) granted.possible = true;
  const isReturn = remedies.some((remedy) => returns.includes(remedy));
  // Who has nothing in hand has nothing to send back.
  const inHand = reasons.filter((reason) => reasonsInHand.includes(reason));
  const given = isReturn && inHand.length > 0 ? termsOf(rule, pointer, context) : null;
  if (isReturn && inHand.length === 0) unsaid.add('reason', within(pointer, 'reasons'), { reasons: quoted(reasons) });
  if (isReturn) reasons.forEach((reason) => granted.reasons.add(reason));

  grants.forEach((grant, index) => {
    const place = within(within(pointer, 'grants'), index);
    const remedy = remedies[index] ?? '';
    if (!format.remedies.includes(remedy)) return unsaid.add('remedy', within(place, 'remedy'), { remedy });
    if (inHand.length === 0) return undefined;
    const terms = remedyOf(fields(grant) ?? {}, place, context);
    if (given !== null && terms !== null) {
      granted.offers.push({ ...given, ...terms, remedy, reasons: inHand, title: rule['title'], rule: pointer, grant: place });
    }
    return undefined;
  });
}

/** What holds for all remedies of a rule; `null` if some of it cannot be said. */
function termsOf(rule: Fields, pointer: string, { document, format, unsaid }: Context): (Scope & Pick<Frame, 'days'>) | null {
  const before = unsaid.count;
  if (rule['goodwill'] !== undefined && rule['goodwill'] !== false) unsaid.add('goodwill', within(pointer, 'goodwill'));
  const scope = scopeOf(rule['if'], within(pointer, 'if'), document, format, unsaid);
  const unless: readonly unknown[] = Array.isArray(rule['unless']) ? rule['unless'] : rule['unless'] === undefined ? [] : [null];
  unless.forEach((_, index) => unsaid.add('exception', within(within(pointer, 'unless'), index)));
  const days = rule['window'] === undefined ? null : daysOf(rule['window'], within(pointer, 'window'), document, unsaid);
  for (const key of Object.keys(rule)) if (![...prose, ...read].includes(key)) unsaid.add('term', within(pointer, key), { key });
  return unsaid.count === before ? { ...scope, days } : null;
}

/** The terms of one remedy; `null` if some of them cannot be said. */
function remedyOf(grant: Fields, pointer: string, { document, format, unsaid }: Context): Pick<Offer, 'kept' | 'restocking' | 'terms'> | null {
  const before = unsaid.count;
  const { remedy: _, carriage, fees, refundBy, ...more } = grant;
  const kept = carriage === 'none' && format.tellsKept;
  if (!kept && carriage !== 'shop' && carriage !== 'shopper') unsaid.add('carriage', within(pointer, 'carriage'));
  const currency = text(fields(document['shop'])?.['currency']) ?? '';
  const due = dueOf(fees, within(pointer, 'fees'), { format, unsaid, currency, carriage });
  for (const key of Object.keys(more)) unsaid.add('term', within(pointer, key), { key });
  if (due === null || unsaid.count !== before) return null;
  // A deadline for the shop only adds to the promise, so the rest of it stays true.
  if (refundBy !== undefined) unsaid.add('refund-by', within(pointer, 'refundBy'));
  return { kept, restocking: due.restocking, terms: { carriage: carriage === 'shopper' ? 'shopper' : 'shop', shipping: due.shipping } };
}
