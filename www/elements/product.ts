import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../wording/index.js';
import type { OfferWords, SideWords } from '../wording/wording.js';
import { besideView } from './beside.js';
import type { Outlook } from './inquiry.js';
import { lineView } from './result.js';
import { policyLink, whyView } from './why.js';

/** What a purchase of today would bring, on a product page. */
export function productView(outlook: { return: Outlook; fault: Outlook | null }, language: string, page: string | null): TemplateResult {
  const { return: back, fault } = outlook;
  return html`
    <h2 class="title" part="title" tabindex="-1" data-focus="result">${say('interface.buy-today', language)}</h2>
    ${outlookView('parcel', back, language)}
    ${fault === null ? nothing : outlookView('shield', fault, language, say('interface.if-fault', language))}
    ${whyView(back.item, language)}
    ${policyLink(page, language)}`;
}

const promised = ({ by, offer }: SideWords): boolean => by === 'shop' && offer !== null;

/** What the shop promises by other remedies than the best one. */
const promisesView = (offers: OfferWords[]): TemplateResult[] => offers.flatMap(({ title, beside }) =>
  (beside?.sides ?? []).filter(promised).map(({ label, offer }) => html`<p class="detail">${label} · ${title}: ${offer!.promise} · ${offer!.deadline}</p>`));

function outlookView(name: 'parcel' | 'shield', { decision, item }: Outlook, language: string, when?: string): TemplateResult {
  const [best] = item.offers;
  const until = decision.items[0]?.remedies.find(({ remedy }) => remedy === best?.remedy)?.offers[0]?.until;
  return lineView(name, item.finding, html`
    ${when === undefined ? nothing : html`<p class="detail">${when}</p>`}
    <p class="headline" part="headline">${item.headline}</p>
    ${item.because === null ? nothing : html`<p class="detail">${item.because}</p>`}
    ${best === undefined || best.beside ? nothing : html`<p class="detail">${best.promise} · ${best.carriage}</p>`}
    ${best === undefined || best.beside || !until?.settledBy ? nothing : html`<p class="detail">${best.deadline}</p>`}
    ${best?.beside ? besideView(best.beside, language) : nothing}
    ${best?.beside?.sides.some(promised) === false ? promisesView(item.offers) : nothing}
    ${best?.needs ? html`<p class="detail">${best.needs}</p>` : nothing}`);
}
