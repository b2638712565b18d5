import * as glue from './claim-glue.js';
import { ClaimShop } from './claim-shop.js';
import { face } from './face.js';
import { surroundings } from './surroundings.node.js';

/** The engine that takes claims. */
export const { init, open, check, version, MakegoodLoadError, MakegoodProblem } = face({
  file: 'claim.wasm', beside: new URL('./claim.wasm', import.meta.url), glue, Shop: ClaimShop,
}, surroundings);
