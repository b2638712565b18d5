import { face } from './face.js';
import * as glue from './quote-glue.js';
import { QuoteShop } from './quote-shop.js';
import { surroundings } from './surroundings.js';

/** The engine of pages that quote repairs as well. */
export const { init, open, check, version, MakegoodLoadError, MakegoodProblem } = face({
  file: 'quote.wasm', beside: new URL('./quote.wasm', import.meta.url), glue, Shop: QuoteShop,
}, surroundings);
