import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { open } from 'makegood/claim';
import { heardName, languages, load, natureName, triageWords } from '../../target/npm/makegood/wording/triage.js';
import { native } from '../cases-elsewhere.mjs';

before(() => Promise.all(languages.map((language) => load(language))));

const policy = JSON.parse(readFileSync(new URL('../cases/policies/triage.json', import.meta.url), 'utf8'));
const spoken = async (facts, language, changes = () => {}) => {
  const written = structuredClone(policy);
  changes(written);
  return triageWords((await open(written)).triage({ today: '2026-11-27', facts }), language);
};

describe('what it came to is told in every language', () => {
  const dark = { device: 'phone', phone: 'dark' };
  const cases = [
    ['open', dark, [
      ['It could be one of several things', 'We look at it and tell you what it is before anything is done.'],
      ['有几种可能', '我们会先检查，告诉您是什么问题，之后才动手。'],
      ['Es kann mehreres sein', 'Wir sehen es uns an und sagen Ihnen, was es ist, bevor etwas gemacht wird.'],
      ['いくつかの可能性があります', 'まず拝見し、何が起きているかをお伝えしてから作業します。'],
    ]],
    ['solved', { ...dark, restartHelped: true }, [
      ['It runs again', 'Nothing has to be repaired. Should it come back, just begin here again.'],
      ['It runs again', '不用修了。如果问题再次出现，随时可以回到这里。'],
      ['It runs again', 'Es muss nichts repariert werden. Sollte es wiederkommen, beginnen Sie einfach hier.'],
      ['It runs again', '修理は必要ありません。また起きたときは、ここから始めてください。'],
    ]],
    ['refer', { device: 'laptop', laptop: 'hot' }, [
      ['The cooling does not work', 'This needs special tools, so somebody else does it better than we can here.'],
      ['The cooling does not work', '这需要专门的工具，由别处来做比在这里更好。'],
      ['The cooling does not work', 'Das braucht besonderes Werkzeug, deshalb macht es jemand anders besser als wir hier.'],
      ['The cooling does not work', '特別な道具が必要なため、ここよりも適したところにお任せします。'],
    ]],
  ];
  for (const [kind, facts, told] of cases) {
    for (const [index, language] of languages.entries()) {
      test(`${kind} in ${language}`, async () => {
        const words = await spoken(facts, language);
        assert.deepEqual([words.kind, words.headline, words.because], [kind, ...told[index]]);
      });
    }
  }
});

test('nothing fits, and nothing is said yet', async () => {
  const { kind, headline, possible, steps } = await spoken({ device: 'headphones', headphones: 'lost', pairingHelped: false }, 'en', ({ triage }) => triage.outcomes.pop());
  assert.deepEqual([kind, headline, possible, steps], ['none', 'This is nothing that we know by its signs', [], []]);
  assert.equal((await spoken({}, 'en')).problem, 'You have not told us anything yet.');
});

test('the problem is repeated back, in the words of the shop or as it was said', async () => {
  const facts = { device: 'phone', phone: 'dark', restartHelped: false };
  assert.equal((await spoken({ ...facts, dropped: true }, 'en')).problem, 'Your phone fell, and its screen stays dark.');
  const open = await spoken(facts, 'en');
  assert.equal(open.problem, 'What is it? A phone. What does the phone do? The screen stays dark. Force a restart: It did not help.');
  assert.deepEqual(open.heard, [
    { fact: 'device', label: 'What is it?', value: 'A phone' },
    { fact: 'phone', label: 'What does the phone do?', value: 'The screen stays dark' },
    { fact: 'restartHelped', label: 'Force a restart', value: 'It did not help' },
  ]);
  assert.equal((await spoken(facts, 'zh-CN')).problem, 'What is it?A phone。What does the phone do?The screen stays dark。Force a restart：没有用。');
});

test('questions have pictures, and tries have steps; each with its answers', async () => {
  const [device] = (await spoken({}, 'en')).steps;
  assert.deepEqual(device, {
    is: 'question', fact: 'device', kind: 'choice', question: 'What is it?', help: null, icon: 'question', icons: ['phone', 'laptop', 'headphones'],
    answers: [{ value: 'phone', label: 'A phone' }, { value: 'laptop', label: 'A laptop' }, { value: 'headphones', label: 'Headphones' }],
  });
  const [tried, ...asked] = (await spoken({ device: 'phone', phone: 'dark' }, 'de')).steps;
  assert.deepEqual(tried, {
    is: 'try', fact: 'restartHelped', kind: 'choice', question: 'Force a restart', help: null, icon: 'restart',
    steps: ['Hold power and volume down together for 10 seconds.', 'Wait until the sign appears.'],
    answers: [{ value: true, label: 'Damit ist es gelöst' }, { value: false, label: 'Das half nicht' }],
  });
  assert.deepEqual(asked.map(({ fact, kind, answers }) => [fact, kind, answers.map(({ label }) => label)]), [
    ['dropped', 'choice', ['Ja', 'Nein']], ['charged', 'choice', ['Ja', 'Nein']],
  ]);
});

test('what it could be leaves out what a try would settle, and what only the shop knows is pending', async () => {
  const { possible, pending } = await spoken({ device: 'laptop' }, 'en', (written) => {
    written.triage.outcomes.splice(10, 0, { id: 'club', title: 'A club matter', help: 'We know.', if: { fact: 'member', is: true } });
  });
  assert.deepEqual(possible.map(({ title }) => title), ['A club matter', 'The keyboard is worn', 'The cooling does not work', 'We must look at it']);
  assert.equal(possible[0].help, 'We know.');
  assert.equal(pending.length, 1);
  assert.match(pending[0], /member/);
});

test('nature is told without blame', () => {
  assert.deepEqual(languages.map((language) => natureName('human-damage', language)), [
    'Something that came from outside', '来自外部的影响', 'Etwas, das von außen kam', '外から受けた影響',
  ]);
  const written = ['hardware', 'software', 'human-damage'].flatMap((nature) => languages.map((language) => natureName(nature, language))).join(' ');
  assert.doesNotMatch(written, /hardware|software|damage|fault|blame|misuse|your|人为|schuld|故意|過失/i);
});

test('a value of any kind is told as it was meant', () => {
  const heard = (type, value, more = {}) => heardName({ fact: 'own', type, value, ask: 'Well?', label: null, tried: null, ...more }, 'en');
  assert.deepEqual(heard('date', '2026-11-20'), { label: 'Well?', value: '20 November 2026' });
  assert.deepEqual(heard('number', '501'), { label: 'Well?', value: '501' });
  assert.deepEqual(heard('money', '12.50'), { label: 'Well?', value: '12.50' });
  assert.deepEqual(heard('text', 'blue'), { label: 'Well?', value: 'blue' });
  assert.deepEqual(heard('bool', false), { label: 'Well?', value: 'No' });
  assert.deepEqual(heard('enum', 'normal-use', { fact: 'cause', ask: null }), { label: 'What did the fault come from?', value: 'It happened in normal use' });
  assert.deepEqual(heard('bool', true, { tried: 'Force a restart' }), { label: 'Force a restart', value: 'That solved it' });
  assert.deepEqual(heard('date', { from: '2026-11-10', to: '2026-11-20' }), { label: 'Well?', value: 'between 10 November 2026 and 20 November 2026' });
});

/** Gaps, values that only programs should see, and keys of the catalogue. */
const gap = /undefined|null|NaN|\[object|[{}]|\b(?:headline|because|nature|understood|try|possible|fact|question|page)\.[a-z]|human-damage|normal-use/;
const silent = ['kind', 'is', 'fact', 'value', 'icon', 'icons', 'id', 'policy'];
function* sentences(value, name = '') {
  if (typeof value === 'string') { if (!silent.includes(name)) yield value; }
  else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) yield* sentences(inner, Array.isArray(value) ? name : key);
}

test('whatever a triage holds, nothing is missing, empty or for programs', () => {
  const triages = native('triage').flatMap(({ name, triage }) => triage === null ? [] : [[name, JSON.parse(triage)]]);
  assert.ok(triages.length > 60);
  for (const [name, triage] of triages) {
    for (const language of languages) {
      for (const sentence of sentences(triageWords(triage, language))) {
        assert.doesNotMatch(sentence, gap, `${name} ${language}`);
        assert.notEqual(sentence.trim(), '', `${name} ${language}`);
      }
    }
  }
});
