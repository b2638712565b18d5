import { html, nothing, type TemplateResult } from 'lit';
import type { FactValue } from '../binding/makegood.js';
import { say } from '../wording/index.js';
import type { QuestionWords } from '../wording/wording.js';

/** A question on the screen, with what the shopper said before. */
export interface Asking {
  question: QuestionWords;
  before: FactValue | null | undefined;
  /** May the shopper answer "I am not sure"? */
  skippable: boolean;
  /** What to mend in the answer, if it was not accepted. */
  complaint: string | null;
  language: string;
  answer(value: FactValue | null): void;
  /** Continue was chosen without an answer. */
  missing(): void;
}

export const UNSURE = 'unsure';

/** `offered` shows what can be chosen. */
export function questionView(asking: Asking, offered = choices): TemplateResult {
  const { question, complaint, language } = asking;
  const choice = question.kind === 'choice';
  return html`
    <form class="question" part="question" novalidate data-fact=${question.fact} @submit=${(event: SubmitEvent) => submit(event, asking)}>
      <fieldset aria-describedby=${described(question, complaint)}>
        <legend part="question-title">${question.question}</legend>
        ${question.help === null ? nothing : html`<p class="help" id="help">${question.help}</p>`}
        <p class="complaint" id="complaint" ?hidden=${complaint === null}>${complaint}</p>
        ${choice ? offered(asking) : field(asking)}
      </fieldset>
      <button class="primary" part="button primary" type="submit">${say('interface.continue', language)}</button>
    </form>`;
}

function described(question: QuestionWords, complaint: string | null): string | typeof nothing {
  const ids = [...(question.help === null ? [] : ['help']), ...(complaint === null ? [] : ['complaint'])];
  return ids.length === 0 ? nothing : ids.join(' ');
}

function choices({ question, before, skippable, language }: Asking): TemplateResult {
  return html`<div class="choices ${question.answers.length > 3 ? 'many' : ''}">
    ${question.answers.map(({ value, label }, at) => radio(String(at), label, value === before))}
    ${skippable ? radio(UNSURE, say('interface.not-sure', language), before === null) : nothing}
  </div>`;
}

function radio(value: string, label: string, checked: boolean): TemplateResult {
  return html`<label class="choice ${value === UNSURE ? 'quiet' : ''}" part="choice">
    <input type="radio" name="answer" value=${value} ?checked=${checked}>
    <span>${label}</span>
  </label>`;
}

function field({ question, before, skippable, complaint, language }: Asking): TemplateResult {
  const numeric = question.kind === 'number' || question.kind === 'money';
  return html`
    <input class="field" part="field" name="answer" type=${question.kind === 'date' ? 'date' : 'text'} autocomplete="off"
      inputmode=${numeric ? 'decimal' : nothing} aria-label=${question.question} aria-invalid=${complaint === null ? nothing : 'true'}
      value=${typeof before === 'string' ? before : ''}>
    ${skippable ? html`<label class="choice quiet" part="choice">
      <input type="checkbox" name=${UNSURE} ?checked=${before === null}><span>${say('interface.not-sure', language)}</span>
    </label>` : nothing}`;
}

function submit(event: SubmitEvent, { question, answer, missing }: Asking): void {
  event.preventDefault();
  const said = new FormData(event.target as HTMLFormElement);
  const value = String(said.get('answer') ?? '').trim();
  if (value === UNSURE || (value === '' && said.has(UNSURE))) return answer(null);
  if (value === '') return missing();
  if (question.kind !== 'choice') return answer(value);
  const chosen = question.answers[Number(value)];
  if (chosen !== undefined) answer(chosen.value);
}
