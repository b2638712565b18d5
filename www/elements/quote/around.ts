import { html, nothing, type TemplateResult } from 'lit';
import type { PriceBook, Quote } from '../../binding/quote.js';
import { pick } from '../../wording/index.js';
import { say } from '../../wording/quote/index.js';
import type { QuoteOptionWords, QuoteWords } from '../../wording/quote.js';
import { mark, type Mark } from './marks.js';
import type { Picked } from './talk.js';

/** What can be wished for beside the repair itself; every change is quoted at once. */
export interface Wishes {
  book: PriceBook;
  picked: Picked;
  quote: Quote;
  language: string;
  /** Whether the code takes something off; `null` without a code. */
  couponHelps: boolean | null;
  pick(change: Partial<Picked>): void;
}

export function wishesView(wishes: Wishes): TemplateResult | typeof nothing {
  const { book, picked, quote, language, pick: wish } = wishes;
  const way = quote.way?.id ?? null;
  const extras = book.surcharges.filter(({ ways }) => ways === null || way === null || ways.includes(way));
  if (book.ways.length < 2 && extras.length === 0 && !book.coupons) return nothing;
  return html`<div class="wishes" part="wishes">
    ${book.ways.length < 2 ? nothing : html`<fieldset>
      <legend>${say('page.way', language)}</legend>
      <div class="choices">${book.ways.map(({ id, title, place }) => html`<label class="choice" part="choice">
        <input type="radio" name="way" value=${id} .checked=${id === way} @change=${() => wish({ way: id })}>
        <span>${pick(title, language)}${place === null ? nothing : html`<span class="fine place">${pick(place, language)}</span>`}</span>
      </label>`)}</div>
    </fieldset>`}
    ${extras.length === 0 ? nothing : html`<fieldset>
      <legend>${say('page.extras', language)}</legend>
      <div class="choices">${extras.map(({ id, title }) => html`<label class="choice" part="choice">
        <input type="checkbox" name="extra" value=${id} .checked=${picked.surcharges.includes(id)} @change=${(event: Event) => wish({
          surcharges: extras.map((one) => one.id)
            .filter((one) => one === id ? (event.target as HTMLInputElement).checked : picked.surcharges.includes(one)),
        })}>
        <span>${pick(title, language)}</span>
      </label>`)}</div>
    </fieldset>`}
    ${book.coupons ? couponView(wishes) : nothing}
  </div>`;
}

function couponView({ picked, language, couponHelps, pick: wish }: Wishes): TemplateResult {
  return html`<form class="coupon" novalidate @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    wish({ coupon: String(new FormData(event.target as HTMLFormElement).get('coupon') ?? '').trim() });
  }}>
    <label for="coupon">${say('page.coupon', language)}</label>
    <div class="row">
      <input class="field" part="field" id="coupon" name="coupon" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"
        .value=${picked.coupon} aria-describedby=${couponHelps === null ? nothing : 'coupon-said'}>
      <button class="secondary" part="button coupon" type="submit">${say('page.apply', language)}</button>
    </div>
    ${couponHelps === null ? nothing : html`<p class="said ${couponHelps ? 'yes' : 'maybe'}" id="coupon-said">${mark(couponHelps ? 'yes' : 'alert')}<span>${
      say(couponHelps ? 'element.coupon-works' : 'element.coupon-nothing', language)}</span></p>`}
  </form>`;
}

/** What holds for every option. */
export function termsView(words: QuoteWords, language: string): TemplateResult {
  const rows: [Mark, string, string | null][] = [
    ['truck', 'page.way', words.way],
    ['clock', 'element.validity', words.validity],
    ['parcel', 'element.loan', words.loan],
    ['shield', 'element.cover', words.cover],
    ['document', 'element.policy', words.policy],
  ];
  return html`<dl class="terms" part="terms">${rows.map(([name, label, sentence]) => sentence === null ? nothing : html`
    <div><dt>${mark(name)}<span class="unseen">${say(label, language)}</span></dt><dd>${sentence}${
      name === 'clock' ? html` <span class="fine">${words.accepted}</span>` : nothing}</dd></div>`)}</dl>`;
}

/** What must be looked at before it can be quoted, beside what can. */
export function inspectionView({ inspection }: QuoteWords, language: string): TemplateResult | typeof nothing {
  if (inspection === null) return nothing;
  return html`<section class="inspection" part="inspection">
    <span class="emblem small">${mark('search')}</span>
    <div>
      <h3>${say('page.first-look', language)}</h3>
      <p>${inspection.sentence}</p>
      ${inspection.faults.length === 0 ? nothing : html`<ul class="also">${inspection.faults.map((fault) => html`<li>${fault}</li>`)}</ul>`}
      ${inspection.ready === null ? nothing : html`<p class="fine"><time datetime=${inspection.ready.day}>${inspection.ready.sentence}</time></p>`}
    </div>
  </section>`;
}

/** Who pays for each fault, where there are several or not the shopper alone pays. */
export function payersView({ faults }: QuoteWords, language: string): TemplateResult | typeof nothing {
  const told = faults.filter(({ inspected }) => !inspected);
  if (told.length === 0) return nothing;
  return html`<div><h3>${say('page.who', language)}</h3>
    <ul class="checks payers" part="payers">${told.map(({ title, covered, payer }) => html`
      <li class=${covered === 'no' ? 'plain' : covered}>${mark(covered === 'yes' ? 'yes' : covered === 'maybe' ? 'maybe' : 'tag')}<span><strong>${title}</strong> ${payer}</span></li>`)}</ul>
  </div>`;
}

/** What is chosen, and what that changes. */
export function chosenView(words: QuoteOptionWords, language: string): TemplateResult {
  const rows: [string, string | null | undefined][] = [
    ['page.ready', words.ready?.short], ['page.return', words.back?.short], ['page.warranty', words.warranty?.sentence],
  ];
  return html`<section class="choice-made" part="chosen" aria-labelledby="chosen-title">
    <div>
      <h3 id="chosen-title">${say('element.your-choice', language, { option: words.title })}</h3>
      ${words.tradeOff === null ? nothing : html`<p>${words.tradeOff.sentence}</p>`}
      <p class="fine">${words.limit}</p>
    </div>
    <dl>
      <div class="sum"><dt>${say('page.total', language)}</dt><dd><bdi>${words.total}</bdi></dd></div>
      ${rows.map(([label, value]) => value ? html`<div><dt>${say(label, language)}</dt><dd>${value}</dd></div>` : nothing)}
    </dl>
  </section>`;
}
