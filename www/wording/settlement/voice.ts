import type { ItemDecision } from '../../binding/makegood.js';
import type { SettledRight, Settlement } from '../../binding/settlement.js';
import { nearest, type Language } from '../catalogue.js';
import type { SettlementAbout } from '../settlement.js';
import { spoken, Voice, type Params } from '../voice.js';

/** How one language speaks of a settlement: its own sentences beside the shared ones. */
export class SettlementVoice extends Voice {
  readonly #catalogue: Language;

  constructor(readonly subject: Settlement, readonly about: SettlementAbout, language: string) {
    super(language, subject.currency, null);
    this.#catalogue = nearest(language);
  }

  /** A sentence of the settlements' own catalogue. */
  tell(key: string, params: Params = {}): string {
    return spoken(this.#catalogue, key, params, 'settlement');
  }

  /** What the shop calls something. */
  titled(id: string): string | null {
    const { titles = {} } = this.about;
    return Object.hasOwn(titles, id) ? titles[id] ?? null : null;
  }

  /** "Cup", "2 × Cup" */
  units(item: string, n: number): string {
    return this.tell('item.named', { item: this.titled(item) ?? item, n });
  }

  /** The decisions on the items that go back. */
  decided(): ItemDecision[] {
    const items = this.subject.items.map(({ item }) => item);
    return this.about.decision?.items.filter(({ id }) => items.includes(id)) ?? [];
  }

  /** What the offer of a right calls one of its fees. */
  feeName(item: string | null, right: SettledRight | null, fee: string): string | null {
    const offers = this.decided().filter(({ id }) => id === item).flatMap(({ remedies }) => remedies).flatMap((remedy) => remedy.offers);
    const titles = offers
      .filter(({ rule, by, remedy }) => rule === right?.rule && by === right.by && remedy === this.subject.remedy)
      .flatMap(({ fees }) => fees.filter(({ id, title }) => id === fee && title !== null));
    const title = titles[0]?.title ?? null;
    return title === null ? this.titled(fee) : this.text(title);
  }
}
