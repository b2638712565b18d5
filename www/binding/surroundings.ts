import { MakegoodLoadError as LoadError } from './errors.js';
import type { Surroundings } from './face.js';
import { fetched, resolved } from './fetched.js';
import { compiledModule } from './module.js';

/** In a browser files are fetched. */
export const surroundings: Surroundings = {
  beside: { explain: new URL('./explain.wasm', import.meta.url) },
  module: compiledModule,
  async read(address) {
    const url = resolved(address, 'policy');
    const response = await fetched(url, 'policy');
    try {
      return { text: await response.text(), url };
    } catch (error) {
      throw new LoadError('policy-network', url, `${url} broke off while it was loading`, 'try again', error);
    }
  },
};
