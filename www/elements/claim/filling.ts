import type { Claim, ClaimDraft, EvidenceNeed } from '../../binding/claim.js';
import type { ClaimShop } from '../../binding/makegood-claim.js';
import type { ClaimWords } from '../../wording/claim.js';
import { isNumber, unreadOf } from './dialling.js';
import { draftOf, filesOf, type Entered, type Given, type Subject } from './draft.js';

/** A claim with the draft that it is of, and the fields whose telephone number is not in it yet, because what reads it is on its way. */
export interface Checked { claim: Claim; draft: ClaimDraft; unread: ReadonlySet<string> }

/** The same, in words. */
export interface Told extends Checked { words: ClaimWords }

/** What the page knows when a claim is checked. */
export type Around = Pick<Subject, 'today' | 'language' | 'facts' | 'item' | 'readPhone'>;

/** What the shopper has entered so far, and the files. */
export class Filling {
  /** What the page filled in for the shopper. */
  prefilled: Entered = new Map();
  disputed = false;
  #own = new Map<string, string | boolean | null>();
  #evidence = new Map<string, Given>();
  /** A field of the policy's own may hold a telephone number, too; the claim tells. */
  readonly #phones = new Set(['phone']);
  #needs: readonly EvidenceNeed[] = [];

  /** What was entered by the shopper alone. */
  get own(): Entered { return this.#own; }
  set own(entered: Iterable<readonly [string, string | boolean | null]>) { this.#own = new Map(entered); }

  get entered(): Entered { return new Map([...this.prefilled, ...this.#own]); }

  enter(field: string, value: string | boolean | null): void { this.#own.set(field, value); }
  take(need: string, given: Given): void { this.#evidence.set(need, given); }
  given(need: string): Given | undefined { return this.#evidence.get(need); }

  clear(): void {
    this.#own.clear();
    this.#evidence.clear();
    this.disputed = false;
  }

  /** The files of what is asked for now, in the order of the draft. */
  get files(): File[] { return filesOf(this.#asked()); }

  /** Whether a telephone number is there. */
  get dialled(): boolean {
    const { entered } = this;
    return [...this.#phones].some((field) => isNumber(entered.get(field)));
  }

  /** Checks it; again, where the answer shows that files are asked for now, or that a field is a telephone number. */
  check(shop: ClaimShop, around: Around): Checked {
    for (let round = 0; ; round += 1) {
      const draft = draftOf({ ...around, entered: this.entered, phones: this.#phones, evidence: this.#asked(), disputed: this.disputed });
      const claim = shop.checkClaim(draft);
      const asked = (needs: readonly EvidenceNeed[]) => needs.map(({ id }) => id).join(' ');
      const others = asked(claim.evidence) !== asked(this.#needs);
      const numbers = claim.fields.filter(({ id, type }) => type === 'phone' && !this.#phones.has(id));
      this.#needs = claim.evidence;
      for (const { id } of numbers) this.#phones.add(id);
      if (round > 2 || (numbers.length === 0 && (!others || this.#evidence.size === 0))) return { claim, draft, unread: unreadOf(claim, this.entered, around.readPhone) };
    }
  }

  #asked(): Map<string, Given> {
    return new Map([...this.#evidence].filter(([need]) => this.#needs.some(({ id }) => id === need)));
  }
}
