// What a developer writes who installs the package: nothing about where its files are.
import { check, open } from 'makegood';
import { define } from 'makegood/elements/returns';
import { load, words } from 'makegood/wording';

define();
const shop = await open(new URL('policy.json', document.baseURI), { country: 'DE', region: 'BY' });
const decision = shop.decide({
  today: '2026-03-10', items: [{ id: 'headphones', facts: { reason: 'change-of-mind', purchased: '2026-03-01', delivered: '2026-03-04' } }],
});
await load('de');
const [problem] = await check({ makegood: 1, id: 'shop', version: '1', rules: [] });
document.querySelector('output').textContent = `${shop.law.id}: ${words(decision, 'de').items[0].headline} ${problem.code} at ${problem.pointer}`;
