import { html, nothing, type TemplateResult } from 'lit';
import type { PriceBook, RepairOption } from '../../binding/quote.js';
import { say } from '../../wording/quote/index.js';
import { chosenView, inspectionView, payersView, termsView, wishesView } from './around.js';
import { mark, type Mark } from './marks.js';
import { optionsView } from './option.js';
import type { Picked, Talk } from './talk.js';

/** What can be taken away, by the key of its button. */
export type Take = 'print' | 'print-european' | 'copy' | 'save' | 'calendar';

/** A quote on the screen. */
export interface Answer {
  talk: Talk;
  language: string;
  book: PriceBook;
  picked: Picked;
  chosen: string | null;
  couponHelps: boolean | null;
  /** What was chosen and answered so far. */
  given: TemplateResult;
  /** The question that is open. */
  question: TemplateResult | null;
  pick(change: Partial<Picked>): void;
  choose(option: RepairOption): void;
  take(what: Take): void;
}

const seals: { readonly [kind: string]: [tone: string, seal: Mark] } = {
  free: ['yes', 'yes'], price: ['price', 'tag'], range: ['maybe', 'maybe'], inspection: ['maybe', 'search'],
};

export function answerView(answer: Answer): TemplateResult {
  const { talk: { quote, words, question }, language } = answer;
  const { kind } = words;
  const [tone, seal] = seals[kind]!;
  return html`
    <div class="verdict ${tone}" part="verdict verdict-${kind}">
      <span class="seal">${mark(seal)}</span>
      <div>
        <p class="badge" part="badge">${words.device}</p>
        <h2 part="headline" tabindex="-1" data-focus="result">${words.headline}</h2>
        ${words.also.map((sentence) => html`<p class="because">${sentence}</p>`)}
      </div>
    </div>
    ${answer.given}
    ${answer.question === null ? nothing : html`<div class="ask" part="ask">
      <p class="fine">${say('page.questions', language)}${question?.about ? html` · <strong>${question.about}</strong>` : nothing}</p>
      ${answer.question}
    </div>`}
    ${words.pending.length === 0 || question !== null ? nothing : html`<ul class="pending" part="pending">${words.pending.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${quote.options.length === 0 ? inspectionView(words, language) : optionsOf(answer)}
    <div class="board">
      ${wishesView({ ...answer, quote })}
      <div class="holds">
        ${payersView(words, language)}
        ${termsView(words, language)}
      </div>
    </div>
    ${takeView(answer)}`;
}

function optionsOf({ talk: { quote, words }, language, chosen, choose }: Answer): TemplateResult {
  const at = quote.options.findIndex(({ id }) => id === chosen);
  const choice = words.options[at];
  return html`<div class="all">
    ${optionsView(quote.options.flatMap((option, index) => {
      const worded = words.options[index];
      return worded === undefined ? [] : [{
        option, words: worded, language, chosen: index === at, choose: () => choose(option),
      }];
    }), language)}
    ${words.folded === null ? nothing : html`<p class="fine" part="folded">${words.folded}</p>`}
    <div aria-live="polite">${choice === undefined ? nothing : chosenView(choice, language)}</div>
    ${inspectionView(words, language)}
  </div>`;
}

function takeView({ take, language, talk: { quote } }: Answer): TemplateResult {
  const button = (what: Take, name: Mark) => html`
    <button class="secondary slim" part="button ${what}" type="button" @click=${() => take(what)}>${mark(name)}${say(`page.${what}`, language)}</button>`;
  return html`<div class="take" part="take" role="group" aria-label=${say('element.take', language)}>
    ${button('print', 'print')}${button('print-european', 'document')}${button('copy', 'copy')}${button('save', 'download')}
    ${quote.options.length === 0 ? nothing : button('calendar', 'calendar')}
  </div>`;
}
