import { nearest, type Language } from '../catalogue.js';
import { spoken, Voice, type Params } from '../voice.js';

/** How one language speaks of a triage: its own sentences beside the shared ones. Nothing here has a price. */
export class TriageVoice extends Voice {
  readonly #catalogue: Language;

  constructor(language: string) {
    super(language, 'XXX', null);
    this.#catalogue = nearest(language);
  }

  /** A sentence of the triages' own catalogue. */
  tell(key: string, params: Params = {}): string {
    return spoken(this.#catalogue, key, params, 'triage');
  }
}
