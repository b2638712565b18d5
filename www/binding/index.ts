import { face } from './face.js';
import * as glue from './glue.js';
import { Shop } from './shop.js';
import { surroundings } from './surroundings.js';

/** The engine of pages that tell what may go back. */
export const { init, open, check, version, MakegoodLoadError, MakegoodProblem } = face({
  file: 'engine.wasm', beside: new URL('./engine.wasm', import.meta.url), glue, Shop,
}, surroundings);
