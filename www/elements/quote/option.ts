import { html, nothing, svg, type TemplateResult } from 'lit';
import type { RepairOption } from '../../binding/quote.js';
import { say } from '../../wording/quote/index.js';
import type { QuoteLineWords, QuoteOptionWords } from '../../wording/quote.js';
import { mark, type Mark } from './marks.js';

/** An option on the screen: its words, and what a picture needs as numbers. */
export interface Option {
  option: RepairOption;
  words: QuoteOptionWords;
  language: string;
  chosen: boolean;
  choose(): void;
}

/** The options beside each other; one of them can be chosen. */
export function optionsView(options: Option[], language: string): TemplateResult {
  return html`<fieldset class="options" part="options">
    <legend class="unseen">${say('page.options', language)}</legend>
    <div class="columns">${options.map(optionView)}</div>
  </fieldset>`;
}

function optionView(shown: Option): TemplateResult {
  const { words, language, chosen } = shown;
  const { id, warranty, ready, back, tradeOff } = words;
  return html`<section class="option ${chosen ? 'chosen' : ''}" part=${chosen ? 'option option-chosen' : 'option'} aria-labelledby="title-${id}">
    <div class="heading">
      <h3 id="title-${id}" part="option-title">${words.title}</h3>
      ${words.about === null ? nothing : html`<p class="fine">${words.about}</p>`}
    </div>
    <p class="amount ${words.free ? 'free' : shown.option.total.least === shown.option.total.most ? '' : 'between'}" part="total" id="total-${id}"><bdi>${words.total}</bdi></p>
    ${sharesView(shown)}
    <dl class="points">
      ${warranty === null ? nothing : point('shield', say('page.warranty', language), html`<span class="fine" aria-hidden="true">${say('page.warranty', language)}</span> ${warranty.length}${warranty.continues === null ? nothing : html` <span class="fine">${warranty.continues}</span>`}`)}
      ${ready === null ? nothing : point('clock', say('page.ready', language), html`<time datetime=${ready.day}>${ready.sentence}</time>`)}
      ${back === null ? nothing : point('truck', say('page.return', language), html`<time datetime=${back.day}>${back.sentence}</time>`)}
      ${words.stock === null ? nothing : point('parcel', say('page.stock', language), words.stock)}
      ${words.perMonth === null || words.free ? nothing : point('tag', say('element.per-month', language), words.perMonth)}
    </dl>
    <div class="weighed">
      ${tradeOff === null ? nothing : html`<p class="trade" part="trade-off">${tradeOff.sentence}</p>`}
      ${worthView(words)}
    </div>
    <div class="made">
      <details part="lines">
        <summary part="lines-summary">${say('page.lines', language)}<span class="unseen">: ${words.title}</span>${mark('next')}</summary>
        ${linesView(words, language)}
      </details>
      ${chooseView(shown)}
    </div>
  </section>`;
}

function chooseView({ words: { id }, language, chosen, choose }: Option): TemplateResult {
  return html`<label class="choose" part="choose">
    <input type="radio" name="option" value=${id} .checked=${chosen} aria-labelledby="choose-${id} title-${id} total-${id}" @change=${choose}>
    <span id="choose-${id}">${say(chosen ? 'page.chosen' : 'page.choose', language)}</span>
  </label>`;
}

/** What the total is for: a bar, and the same figures in words. */
function sharesView({ option, words }: Option): TemplateResult {
  let x = 0;
  const bars = option.shares.map(({ of, thousandths }) => {
    const bar = svg`<rect class="share-${of}" x=${x} y="0" width=${thousandths} height="10"></rect>`;
    x += thousandths;
    return bar;
  });
  return html`<div class="shares" part="shares">
    ${bars.length === 0 ? nothing : html`
      <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${bars}</svg>
      <ul>${option.shares.map(({ of }, at) => {
        const share = words.shares[at];
        return share === undefined ? nothing : html`<li>
          <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="share-${of}" width="10" height="10" rx="2.5"></rect></svg>
          <span>${share.label}</span> <span class="figure"><bdi>${share.amount}</bdi> <span class="percent">${share.percent}</span></span></li>`;
      })}</ul>`}
  </div>`;
}

function point(name: Mark, label: string, value: unknown): TemplateResult {
  return html`<div><dt>${mark(name)}<span class="unseen">${label}</span></dt><dd>${value}</dd></div>`;
}

function worthView({ free, worth }: QuoteOptionWords): TemplateResult | typeof nothing {
  if (worth === null || free) return nothing;
  if (worth.finding === 'yes') return html`<p class="worth yes" part="worth">${mark('yes')}<span>${worth.sentence}</span></p>`;
  return html`<div class="worth box ${worth.finding}" part="worth">
    <p>${mark('alert')}<span>${worth.sentence}</span></p>
    <dl class="figures">${worth.figures.map(({ label, amount }) => html`<div><dt>${label}</dt><dd><bdi>${amount}</bdi></dd></div>`)}</dl>
  </div>`;
}

function linesView({ lines, sums, limit }: QuoteOptionWords, language: string): TemplateResult {
  return html`
    <ul class="bill">${lines.map((line) => lineView(line, language))}</ul>
    <dl class="money" part="money">${sums.map(({ label, amount, kind }) => html`
      <div class=${kind}><dt>${label}</dt><dd><bdi>${amount}</bdi></dd></div>`)}</dl>
    <p class="fine">${limit}</p>`;
}

function lineView(line: QuoteLineWords, language: string): TemplateResult {
  const notes = [...line.details, ...(line.mends === null ? [] : [line.mends])];
  return html`<li>
    <p class="entry"><span>${line.title}</span>
      <span class="pays">${line.reduced ? html`<s><span class="unseen">${say('page.price', language)} </span><bdi>${line.price}</bdi></s> ` : nothing}<bdi>${line.pays}</bdi></span></p>
    ${notes.length === 0 ? nothing : html`<p class="fine">${notes.join(' · ')}</p>`}
    <p class="fine payer ${line.payer}">${line.paidBy}${line.because === null ? nothing : html` · ${line.because}`}</p>
  </li>`;
}
