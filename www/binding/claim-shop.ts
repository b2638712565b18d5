import type { Claim, ClaimAnswer, ClaimDraft, FormEntries } from './claim.js';
import type { ClaimShop as ClaimShopFace } from './makegood-claim.js';
import { QuoteShop } from './quote-shop.js';
import { answered } from './shop.js';
import type { Triage, TriageRequest } from './triage.js';

/**
 * More than any field holds, which is 5000 characters, of which each can be two in JavaScript: the engine needs no more of a
 * text to find it too long.
 */
const LONGEST = 10_010;

/** A compiled policy with its claim form. */
export class ClaimShop extends QuoteShop implements ClaimShopFace {
  triage(request: TriageRequest): Triage {
    return answered(this.engine.run((calls) => calls.triage(this.current(calls), request), this)).triage;
  }

  checkClaim(draft: ClaimDraft): Claim {
    const given = shortened(draft);
    const { claim } = answered(this.engine.run((calls) => calls.check_claim(this.current(calls), given), this));
    return this.given('claim', given, this.#resting(claim));
  }

  /** What a claim rests on costs more than the claim, and few pages look at all of it after every field. */
  #resting(answer: ClaimAnswer): Claim {
    const { decision, quote } = answer.requests;
    return Object.defineProperties(answer, {
      decision: once(() => this.decide(decision)),
      quote: once(() => (quote === null ? null : this.quote(quote))),
    }) as Claim;
  }

  readForm(form: HTMLFormElement, today = this.today()): FormEntries {
    known(form);
    return this.engine.run((calls) => calls.read_form(this.current(calls), today, form), this);
  }

  markForm(form: HTMLFormElement, sentences: { [name: string]: string }): void {
    known(form);
    this.engine.run((calls) => calls.mark_form(form, sentences), this);
  }
}

/** A property that is worked out when it is first read. */
function once<T>(work: () => T): PropertyDescriptor {
  let worked: { value: T } | null = null;
  return { get: () => (worked ??= { value: work() }).value };
}

/** The engine can only go through a real form; anything else would stop it. */
function known(form: HTMLFormElement): void {
  if (typeof HTMLFormElement === 'undefined' || !(form instanceof HTMLFormElement)) throw new TypeError('this is no form of this page');
}

const isLong = (text: unknown): text is string => typeof text === 'string' && text.length > LONGEST;

/** What a field holds, not longer than it takes to see that it is too long. */
function cut(entered: unknown): unknown {
  if (isLong(entered)) return entered.slice(0, LONGEST);
  const typed: unknown = (entered as { typed?: unknown } | null | undefined)?.typed;
  return isLong(typed) ? { ...(entered as object), typed: typed.slice(0, LONGEST) } : entered;
}

/** A draft with its long texts cut; anything else is as it was given, for the engine to judge. */
function shortened(draft: ClaimDraft): ClaimDraft {
  const fields: unknown = (draft as Partial<ClaimDraft> | null | undefined)?.fields;
  if (typeof fields !== 'object' || fields === null) return draft;
  const entries = Object.entries(fields).map(([field, entered]) => [field, entered, cut(entered)] as const);
  if (entries.every(([, entered, kept]) => entered === kept)) return draft;
  return { ...draft, fields: Object.fromEntries(entries.map(([field, , kept]) => [field, kept])) as ClaimDraft['fields'] & object };
}
