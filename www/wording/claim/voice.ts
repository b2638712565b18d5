import type { Claim, ClaimField } from '../../binding/claim.js';
import type { ItemDecision, Remedy } from '../../binding/makegood.js';
import { message, nearest, type Language } from '../catalogue.js';
import type { ClaimAbout } from '../claim.js';
import { isBuiltIn } from '../fact.js';
import { remedyTitle, titleOf } from '../remedy.js';
import { beginning, spoken, Voice, type Params } from '../voice.js';

/** Names that are the same in every language. */
const names = { imei: 'IMEI' };

/** How one language speaks of a claim: its own sentences beside the shared ones. */
export class ClaimVoice extends Voice {
  readonly #catalogue: Language;

  constructor(readonly subject: Claim, readonly about: ClaimAbout, language: string) {
    super(language, subject.currency, about.shop?.name ?? null);
    this.#catalogue = nearest(language);
  }

  /** A sentence of the claims' own catalogue. */
  tell(key: string, params: Params = {}): string {
    return spoken(this.#catalogue, key, { ...names, ...params }, 'claim');
  }

  /** A sentence that not every name has, or `null`. */
  find(key: string): string | null {
    return message(this.#catalogue, key, 'claim')?.(names) ?? null;
  }

  /** A shared sentence that not every name has, or `null`. */
  findShared(key: string): string | null {
    return message(this.#catalogue, key)?.({}) ?? null;
  }

  get item(): ItemDecision | null {
    return this.subject.decision.items[0] ?? null;
  }

  remedy(remedy: Remedy): string {
    return remedyTitle(this, remedy, titleOf(this.item?.remedies ?? [], remedy));
  }

  /** What a field is called: by the policy, as one that every form can have, or by the question of its fact. */
  label({ id, label }: Pick<ClaimField, 'id' | 'label'>): string {
    if (label !== null) return this.text(label);
    const asked = this.item?.ask.find(({ fact }) => fact === id)?.ask ?? this.item?.declared[id]?.ask ?? null;
    if (asked !== null) return this.text(asked);
    return this.find(`field.${id}.label`) ?? this.findShared(`question.${id}.ask`)
      ?? (isBuiltIn(id) ? beginning(this.say(`fact.${id}`)) : id);
  }

  help({ id, help }: Pick<ClaimField, 'id' | 'help'>): string | null {
    if (help !== null) return this.text(help);
    const told = this.item?.ask.find(({ fact }) => fact === id)?.help ?? null;
    if (told !== null) return this.text(told);
    return this.find(`field.${id}.help`) ?? this.findShared(`question.${id}.help`);
  }

  need(id: string): string {
    const title = this.subject.evidence.find((need) => need.id === id)?.title ?? null;
    return title === null ? this.find(`need.${id}.title`) ?? this.tell('need.own') : this.text(title);
  }

  /** A value of a field as people write it. */
  value(field: Pick<ClaimField, 'id' | 'type' | 'values'>, value: string | boolean): string {
    const { id, type } = field;
    if (typeof value === 'boolean' || value === 'true' || value === 'false') {
      const yes = value === true || value === 'true' ? 'yes' : 'no';
      return this.findShared(`question.${id}.${yes}`) ?? this.say(`question.${yes}`);
    }
    if (type === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value)) return this.civil(value);
    if (type === 'money') return /^\d+(\.\d+)?$/.test(value) ? this.money(value) : value;
    if (type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? this.number(value) : value;
    const label = field.values?.find((one) => one.value === value)?.label ?? null;
    if (label !== null) return this.text(label);
    if (id === 'remedy') return this.remedy(value);
    return type === 'enum' ? this.findShared(`question.${id}.${value}`) ?? value : value;
  }

  /** A day in words; what is none, as it is. */
  civil(day: string): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? this.day(day) : day;
  }
}

/** What people typed is of any direction, and must not turn what stands around it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** What is told of something long: its beginning. */
export function short(text: string, most = 60): string {
  const letters = Array.from(text.length > 4 * most ? text.slice(0, 4 * most) : text);
  return letters.length <= most && letters.join('') === text ? text : `${letters.slice(0, most - 1).join('')}…`;
}
