import { face } from './face.js';
import * as glue from './full-glue.js';
import { FullShop } from './full-shop.js';
import { surroundings } from './surroundings.node.js';

/** The engine of pages that quote repairs as well. */
export const { init, open, check, version, MakegoodLoadError, MakegoodProblem } = face({
  file: 'full.wasm', beside: new URL('./full.wasm', import.meta.url), glue, Shop: FullShop,
}, surroundings);
