import { html, nothing, type TemplateResult } from 'lit';
import type { ItemWords } from '../../wording/wording.js';
import type { Given } from './draft.js';
import { fieldView } from './field.js';
import type { Form } from './form.js';
import { needView } from './needs.js';
import { priceView, wishView } from './wish.js';

/** What the entries of a form need beside it. */
export interface Entries {
  form: Form;
  why: Pick<ItemWords, 'policy' | 'law'>;
  /** The files of a need. */
  given(need: string): Given | undefined;
  take(need: string, given: Given): void;
  dispute(on: boolean): void;
}

/** The fields, each with what follows from it, and then the files. */
export function entriesView({ form, why, given, take, dispute }: Entries): TemplateResult {
  const { claim, words, language } = form;
  const price = claim.fields.some(({ id }) => id === 'fault') ? 'fault' : 'remedy';
  return html`
    ${claim.fields.map((field, index) => html`
      ${fieldView({ field, words: words.fields[index]!, form })}
      ${field.id === price ? priceView(words, language) : nothing}
      ${field.id === 'remedy' ? wishView(form, why, dispute) : nothing}`)}
    ${claim.evidence.map((need, index) => needView({
      need, words: words.evidence[index]!, wrong: form.wrong(`/${need.id}`), given: given(need.id), disabled: form.disabled,
      take: (files) => take(need.id, files),
      leave: () => form.leave(`/${need.id}`),
    }))}`;
}
