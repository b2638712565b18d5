import { face } from './face.js';
import * as glue from './full-glue.js';
import { FullShop } from './full-shop.js';
import { surroundings } from './surroundings.js';

/** The engine that does everything. */
export const { init, open, check, version, MakegoodLoadError, MakegoodProblem } = face({
  file: 'full.wasm', beside: new URL('./full.wasm', import.meta.url), glue, Shop: FullShop,
}, surroundings);
