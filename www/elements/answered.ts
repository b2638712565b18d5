import { html, type TemplateResult } from 'lit';
import { day, say } from '../wording/index.js';
import type { QuestionWords } from '../wording/wording.js';
import type { Answered } from './walk.js';

/** What the shopper chose so far, each with the way back to it. */
export interface Given { label: string; value: string; change: (() => void) | null }

export function givenView(given: Given[], language: string): TemplateResult {
  return html`<div class="answered" part="answered">${given.map(({ label, value, change }) => html`
    <div>
      <dl><dt>${label}</dt><dd>${value}</dd></dl>
      ${change === null ? '' : html`<button class="link" part="button change" type="button" @click=${change}
        aria-label=${say('interface.change-answer', language, { question: label })}>${say('interface.change', language)}</button>`}
    </div>`)}</div>`;
}

/** An answer in the words in which it was offered. */
export function spoken({ question, answer }: Answered<Pick<QuestionWords, 'kind' | 'answers'>>, language: string): string {
  if (answer === null) return say('interface.not-sure', language);
  if (question.kind === 'date') return day(String(answer), language);
  return question.answers.find(({ value }) => value === answer)?.label ?? String(answer);
}
