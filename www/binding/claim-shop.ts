import type { Claim, ClaimDraft, FormEntries } from './claim.js';
import type { ClaimShop as ClaimShopFace } from './makegood-claim.js';
import { QuoteShop, answered } from './quote-shop.js';

/**
 * More than any field holds, which is 5000 characters, of which each can be two in JavaScript: the engine needs no more of a
 * text to find it too long.
 */
const LONGEST = 10_010;

/** A compiled policy with its claim form. */
export class ClaimShop extends QuoteShop implements ClaimShopFace {
  checkClaim(draft: ClaimDraft): Claim {
    const given = { ...draft, ...(draft.fields ? { fields: shortened(draft.fields) } : {}) };
    const { claim } = answered(this.engine.run((calls) => calls.check_claim(this.current(calls), given), this));
    return this.given('claim', given, claim);
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

/** The engine can only go through a real form; anything else would stop it. */
function known(form: HTMLFormElement): void {
  if (typeof HTMLFormElement === 'undefined' || !(form instanceof HTMLFormElement)) throw new TypeError('this is no form of this page');
}

/** The entries of a form, none longer than it takes to see that it is too long. */
function shortened(fields: NonNullable<ClaimDraft['fields']>): NonNullable<ClaimDraft['fields']> {
  const cut = (text: string) => (text.length > LONGEST ? text.slice(0, LONGEST) : text);
  return Object.fromEntries(Object.entries(fields).map(([field, entered]) => {
    if (typeof entered === 'string') return [field, cut(entered)];
    if (typeof entered === 'object' && typeof entered?.typed === 'string') return [field, { ...entered, typed: cut(entered.typed) }];
    return [field, entered];
  }));
}
