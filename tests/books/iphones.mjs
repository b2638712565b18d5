// The policy around the lists of prices in this folder.
import { readFile } from 'node:fs/promises';
import { fromPriceList } from 'makegood/adapters/price-list';

const kinds = {
  'front-glass': { title: 'Glass in front', fault: 'The glass in front is cracked', icon: 'screen' },
  'back-glass': { title: 'Glass at the back', fault: 'The glass at the back is cracked', icon: 'back' },
  'display': { title: 'Display', fault: 'The display stays dark or does not react', icon: 'screen' },
  'battery': { title: 'Battery', fault: 'The battery runs down fast', icon: 'battery' },
  'rear-camera': { title: 'Camera at the back', fault: 'The camera at the back is blurred', icon: 'camera' },
  'other-damage': { title: 'Repair of other damage', fault: 'Something else is broken', icon: 'parts' },
};

const frame = {
  makegood: 1,
  id: 'iphones',
  version: '1',
  shop: { name: 'iPhones', timeZone: 'Asia/Taipei', currency: 'TWD', languages: ['en'] },
  calendar: { restDays: ['sat', 'sun'] },
  rules: [
    {
      id: 'warranty', clause: '1', title: 'Free repair for a year', reasons: ['defect'], if: { fact: 'cause', is: 'normal-use' },
      window: { from: 'delivered', length: '1 year' }, grants: [{ remedy: 'repair', carriage: 'shop' }],
    },
  ],
};

const entries = (make) => Object.fromEntries(Object.entries(kinds).map(([kind, words]) => [kind, make(kind, words)]));

/** What the lists make of it: the policy, and what is wrong. */
export async function iphones() {
  const list = (name) => readFile(new URL(`iphones-${name}.csv`, import.meta.url), 'utf8');
  const repair = { models: {}, faults: {}, kinds: entries((_, { title }) => ({ title })), parts: [], takes: '3 working days', warranty: '90 days' };
  const { policy, problems } = fromPriceList({ models: await list('models'), parts: await list('parts') }, { ...frame, repair });
  if (policy === null) return { policy, problems };
  const { models, parts } = policy.repair;
  // A fault is one of the models that have a price for it.
  const priced = (kind) => parts.filter((part) => part.kind === kind).flatMap((part) => part.models);
  const faults = entries((kind, { fault: title, icon }) => {
    const fits = priced(kind);
    return { title, icon, ...(fits.length < Object.keys(models).length ? { models: fits } : {}), parts: [kind] };
  });
  return { policy: { ...policy, repair: { ...policy.repair, faults } }, problems };
}
