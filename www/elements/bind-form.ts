import { open } from '../binding/claim-entry.js';
import { load } from '../wording/claim/index.js';
import { load as loadEvidence } from '../wording/evidence/index.js';
import type * as Face from './bound-form.js';
import { Bound } from './bind/bound.js';
import { languageOf } from './language.js';
import { remembering } from './source.js';

export { MakegoodLoadError, MakegoodProblem } from '../binding/errors.js';

const shopOf = remembering(open);
const bound = new WeakMap<HTMLFormElement, Promise<Bound>>();

export const bind: typeof Face.bind = (form, options) => {
  const known = bound.get(form);
  if (known !== undefined) return known;
  const binding = begin(form, options);
  bound.set(form, binding);
  binding.catch(() => bound.delete(form));
  return binding;
};

async function begin(form: HTMLFormElement, options: Face.BindOptions): Promise<Bound> {
  const { policy, country, region, law } = options;
  const buyer = { ...(country ? { country } : {}), ...(region ? { region } : {}), ...(law ? { law } : {}) };
  const tag = languageOf(form) ?? 'en';
  const [shop, language] = await Promise.all([law ? open(policy, buyer) : shopOf(policy, buyer), load(tag), loadEvidence(tag)]);
  return new Bound(form, shop, options, language, () => bound.delete(form));
}
