import { html, nothing, type TemplateResult } from 'lit';
import { say as sayOfAll } from '../../wording/index.js';
import { say } from '../../wording/triage/index.js';
import type { TriageQuestionWords, TriageTryWords, TriageWords } from '../../wording/triage.js';
import { questionView, UNSURE, type Asking } from '../question.js';
import { mark, type Mark } from '../quote/marks.js';
import { picture } from '../quote/pictures.js';

/** A question; where the policy has pictures for its answers, with them. */
export function askView(asking: Asking & { question: TriageQuestionWords }): TemplateResult {
  const { question } = asking;
  return question.icons.some((icon) => icon !== null) ? questionView(asking, tiles(question)) : questionView(asking);
}

const tiles = ({ icons }: TriageQuestionWords) => ({ question, before, skippable, language }: Asking) => html`
  <div class="cards answers">
    ${question.answers.map(({ value, label }, at) => html`<label class="tile" part="choice">
      <input class="unseen" type="radio" name="answer" value=${String(at)} ?checked=${value === before}>
      ${picture(icons[at] ?? null, 'question')}
      <span class="name">${label}</span>
      <span class="tick">${mark('yes')}</span>
    </label>`)}
    ${skippable ? html`<label class="choice quiet" part="choice">
      <input type="radio" name="answer" value=${UNSURE} ?checked=${before === null}>
      <span>${sayOfAll('interface.not-sure', language)}</span>
    </label>` : nothing}
  </div>`;

/** Something to try, with what came of it. */
export function tryView({ tried, language, answer }: { tried: TriageTryWords; language: string; answer(helped: boolean | null): void }): TemplateResult {
  const result = (helped: boolean) => tried.answers.find(({ value }) => value === helped)?.label;
  return html`
    <div class="lead">
      <span class="emblem">${picture(tried.icon, 'question')}</span>
      <div>
        <p class="badge" part="badge">${say('try.badge', language)}</p>
        <h2 part="title" tabindex="-1" data-focus="try">${tried.question}</h2>
        <p class="fine">${tried.help ?? say('try.lead', language)}</p>
      </div>
    </div>
    <ol class="steps" part="steps">${tried.steps.map((step) => html`<li><span>${step}</span></li>`)}</ol>
    <div class="row">
      <button class="primary" part="button primary solved" type="button" @click=${() => answer(true)}>${result(true)}</button>
      <button class="secondary" part="button unsolved" type="button" @click=${() => answer(false)}>${result(false)}</button>
      <button class="link" part="button skip" type="button" @click=${() => answer(null)}>${say('try.skip', language)}</button>
    </div>`;
}

/** The problem, repeated back. */
export function understoodView(view: { words: TriageWords; told: boolean; given: TemplateResult; language: string; right(): void }): TemplateResult {
  const { language } = view;
  return html`
    <div class="lead">
      <span class="emblem">${picture('question')}</span>
      <div>
        <h2 part="title" tabindex="-1" data-focus="understood">${say('understood.title', language)}</h2>
        ${view.told ? html`<p class="problem" part="problem">${view.words.problem}</p>` : nothing}
      </div>
    </div>
    ${view.given}
    <div class="row">
      <button class="primary" part="button primary" type="button" @click=${view.right}>${say('understood.yes', language)}</button>
      <p class="fine">${say('understood.change', language)}</p>
    </div>`;
}

const seals: { readonly [kind in TriageWords['kind']]: [tone: string, seal: Mark] } = {
  solved: ['yes', 'yes'], known: ['known', 'search'], refer: ['known', 'next'], open: ['maybe', 'maybe'], none: ['maybe', 'maybe'],
};

/** What it came to. */
export function outcomeView({ words, icon, language }: { words: TriageWords; icon: string | null; language: string }): TemplateResult {
  const found = words.kind;
  const [tone, seal] = seals[found];
  return html`
    <div class="verdict ${tone}" part="verdict verdict-${found}">
      ${icon === null ? html`<span class="seal">${mark(seal)}</span>` : html`<span class="emblem small">${picture(icon)}</span>`}
      <div>
        <h2 part="headline" tabindex="-1" data-focus="result">${words.headline}</h2>
        <p class="because">${words.because}</p>
      </div>
    </div>
    ${words.nature === null && words.refer === null ? nothing : html`<dl class="points" part="nature">
      ${entry(say('nature.label', language), words.nature)}
      ${entry(say('refer', language), words.refer)}
    </dl>`}
    ${words.possible.length === 0 ? nothing : html`<div>
      <h3>${say('possible', language)}</h3>
      <ul class="possible" part="possible">${words.possible.map(({ title, help }) => html`<li>${title}${help === null ? nothing : html`<br><span class="fine">${help}</span>`}</li>`)}</ul>
    </div>`}
    ${words.pending.length === 0 ? nothing : html`<ul class="pending" part="pending">${words.pending.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}`;
}

function entry(label: string, value: string | null): TemplateResult | typeof nothing {
  return value === null ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}
