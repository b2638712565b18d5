import { face } from './face.js';
import * as glue from './settlement-glue.js';
import { SettlementShop } from './settlement-shop.js';
import { surroundings } from './surroundings.node.js';

/** The engine that settles orders. */
export const { init, open, check, version, MakegoodLoadError, MakegoodProblem } = face({
  file: 'settlement.wasm', beside: new URL('./settlement.wasm', import.meta.url), glue, Shop: SettlementShop,
}, surroundings);
