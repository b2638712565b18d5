import { html, nothing, type TemplateResult } from 'lit';
import type { FactValue, Finding } from '../binding/makegood.js';
import { say } from '../wording/index.js';
import type { ItemWords, NextStepWords, OfferWords } from '../wording/wording.js';
import { besideView } from './beside.js';
import { icon } from './icons.js';
import { whyView } from './why.js';

/** An answer on the screen. */
export interface Result {
  item: ItemWords;
  language: string;
  /** Can the shopper change this answer? Then the way out is a button. */
  changeable(fact: string): boolean;
  change(fact: string, value: FactValue): void;
}

export function resultView(result: Result): TemplateResult {
  const { item, language } = result;
  return html`
    <div class="verdict ${item.finding}" part="verdict verdict-${item.finding}">
      <span class="seal">${icon(item.finding)}</span>
      <div>
        <p class="badge" part="badge">${say(`interface.${item.finding}`, language)}</p>
        <h2 part="headline" tabindex="-1" data-focus="result">${item.headline}</h2>
        ${item.because === null ? nothing : html`<p class="because">${item.because}</p>`}
        ${item.units === null ? nothing : html`<p class="units">${item.units}</p>`}
      </div>
    </div>
    ${offersView(item.offers, language)}
    ${listView('pending', say('interface.pending', language), item.pending)}
    ${nextView(result)}
    ${whyView(item, language)}`;
}

function offersView(offers: OfferWords[], language: string): TemplateResult | typeof nothing {
  if (offers.length === 0) return nothing;
  return html`<div>
    <h3>${say('interface.offers', language)}</h3>
    <ul class="offers" part="offers">${offers.map((offer) => html`<li class="offer" part="offer">${offerView(offer, language)}</li>`)}</ul>
  </div>`;
}

function offerView(offer: OfferWords, language: string): TemplateResult {
  return html`
    <h4>
      <span part="offer-title">${offer.title}</span>
      ${offer.finding === 'maybe' ? html`<span class="tag maybe">${say('interface.maybe', language)}</span>` : nothing}
      ${offer.goodwill === null ? nothing : html`<span class="tag">${offer.goodwill}</span>`}
    </h4>
    ${offer.beside === null ? termsView(offer, language) : besideView(offer.beside, language)}
    ${notesView([...offer.due, ...[offer.chooses, offer.proof].flatMap((note) => note ?? [])])}
    ${moneyView(offer)}
    ${offer.needs === null ? nothing : html`<p class="needs">${offer.needs}</p>`}
    ${alsoView(offer, language)}`;
}

function termsView(offer: OfferWords, language: string): TemplateResult {
  return html`
    <p class="promise">${offer.promise} <span class="clause">${say('interface.clause', language, { clause: offer.clause })}</span></p>
    <dl class="terms">
      ${term('clock', say('interface.deadline', language), offer.day === null
        ? offer.deadline
        : html`<time datetime=${offer.day}>${offer.deadline}</time>`)}
      ${term('truck', say('interface.carriage', language), offer.carriage)}
    </dl>`;
}

/** Further offers; a law has many, so that they are folded away beside one. */
function alsoView({ also, beside }: OfferWords, language: string): TemplateResult | typeof nothing {
  if (also.length === 0) return nothing;
  const list = html`<ul class="also">${also.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
  if (beside === null) return list;
  return html`<details class="more"><summary part="more-summary">${say('interface.more', language, { n: also.length })}${icon('next')}</summary>${list}</details>`;
}

function term(name: 'clock' | 'truck', label: string, value: unknown): TemplateResult {
  return html`<div><dt>${icon(name)}<span class="unseen">${label}</span></dt><dd>${value}</dd></div>`;
}

/** What else goes with an offer: days to keep, who chooses, who proves. */
function notesView(notes: string[]): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<ul class="also" part="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

function moneyView({ money }: OfferWords): TemplateResult | typeof nothing {
  if (money.length === 0) return nothing;
  return html`<dl class="money" part="money">${money.map(({ label, amount, kind }) => html`
    <div class=${kind}><dt>${label}</dt><dd><bdi>${amount}</bdi></dd></div>`)}</dl>`;
}

function nextView({ item, language, changeable, change }: Result): TemplateResult | typeof nothing {
  if (item.nextSteps.length === 0) return nothing;
  const step = ({ sentence, change: wanted }: NextStepWords) => {
    const value = wanted?.is;
    if (wanted === null || value === undefined || !changeable(wanted.fact)) return html`<p>${sentence}</p>`;
    return html`<button class="way" part="button next-step" type="button" @click=${() => change(wanted.fact, value)}>
      <span>${sentence}</span>${icon('next')}
    </button>`;
  };
  return html`<div>
    <h3>${say('interface.next', language)}</h3>
    <ul class="ways" part="next-steps">${item.nextSteps.map((next) => html`<li>${step(next)}</li>`)}</ul>
  </div>`;
}

function listView(name: string, title: string, sentences: string[]): TemplateResult | typeof nothing {
  if (sentences.length === 0) return nothing;
  return html`<div>
    <h3>${title}</h3>
    <ul class=${name} part=${name}>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
  </div>`;
}

/** The seal and the headline alone, for the product page. */
export function lineView(name: 'parcel' | 'shield', finding: Finding, text: TemplateResult): TemplateResult {
  return html`<div class="line ${finding}" part="line verdict-${finding}"><span class="seal">${icon(name)}</span><div>${text}</div></div>`;
}
