// What README.md and www/docs say is held against the sources and the built package.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MakegoodProblem, check, open } from 'makegood';
import { toPriceList } from 'makegood/adapters/price-list';
import { toMerchantReturnPolicy } from 'makegood/adapters/schema-org';
import { lawsPage } from '../../pkg-config/laws-page.mjs';
import { demoMounts } from '../../pkg-config/serve.mjs';

const root = new URL('../../', import.meta.url);
const text = (path) => readFile(new URL(path, root), 'utf8');
const run = promisify(execFile);

const pages = Object.fromEntries(await Promise.all((await readdir(new URL('www/docs/', root)))
  .filter((file) => file.endsWith('.html'))
  .map(async (file) => [file, await text(`www/docs/${file}`)])));
const readme = await text('README.md');

const plain = (html) => html.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Every piece of code with its kind, where it stands, and where in a policy it belongs. */
const snippets = [
  ...[...readme.matchAll(/^```(\w+)(?: (\w+))?\n(.*?)^```$/gms)]
    .map(([, language, kind, code]) => ({ where: 'README.md', kind: kind ?? language, code, at: undefined })),
  ...Object.entries(pages).flatMap(([where, page]) => [...page.matchAll(/<pre><code class="(\w+)"(?: data-at="([^"]*)")?>(.*?)<\/code><\/pre>/gs)]
    .map(([, kind, at, code]) => ({ where, kind, code: plain(code), at }))),
];
const named = (kind) => {
  const found = snippets.filter((snippet) => snippet.kind === kind);
  assert.notEqual(found.length, 0, `there is code of the kind ${kind}`);
  return found.map((snippet, index) => ({ ...snippet, name: `${snippet.where}, ${kind} ${index + 1}` }));
};

describe('problems', async () => {
  const source = await text('src/domain/codes.rs');
  const codes = [...source.matchAll(/^ {4}\w+ (Error|Warning) "([^"]+)" "((?:[^"\\]|\\.)*)" help "((?:[^"\\]|\\.)*)";/gm)]
    .map(([, severity, code, message, help]) => [code, { severity, said: `${message}\n${help}`.replaceAll('\\"', '"') }]);
  const entries = [...pages['problems.html'].matchAll(/<dt id="([^"]+)"><code>([^<]+)<\/code>( \(warning\))?<\/dt>\n<dd>(.*)<\/dd>/g)]
    .map(([, id, code, warning, said]) => {
      assert.equal(id, code);
      const written = said.replace('<br>', '\n').replace(/<\/?code>/g, '`').replace(/<var>(\w+)<\/var>/g, '{$1}');
      return [code, { severity: warning ? 'Warning' : 'Error', said: plain(written) }];
    });

  test('every code is on its page with its own words, and no other', () => {
    assert.equal(codes.length, source.match(/ help "/g).length);
    assert.deepEqual(entries, codes);
  });
});

describe('policies', async () => {
  const policies = named('policy');
  for (const { name, code } of policies) {
    test(`${name} opens without a problem`, async () => {
      assert.deepEqual(await check(code), []);
    });
  }

  const [whole] = policies.filter(({ where }) => where === 'policy.html');
  for (const { name, code, at } of named('part')) {
    test(`${name} fits into the whole document at ${at}`, async () => {
      const document = JSON.parse(whole.code);
      const keys = at.split('/').slice(1);
      const last = keys.pop();
      keys.reduce((inner, key) => inner[key], document)[last] = JSON.parse(code);
      const shop = await open(document).catch((error) => {
        throw error instanceof MakegoodProblem ? new Error(JSON.stringify(error.problems, null, 1)) : error;
      });
      assert.equal(shop.id, document.id);
    });
  }

  test('the pages of the policy and of quotes name every key of the schema', async () => {
    const { $defs, anyOf } = JSON.parse(await text('pkg-config/policy.schema.json'));
    const keys = [...anyOf, ...Object.values($defs)].flatMap((part) => [part, ...(part.anyOf ?? [])])
      .flatMap(({ properties }) => Object.keys(properties ?? {}));
    assert.ok(keys.length > 40);
    const page = plain(`${pages['policy.html']} ${pages['quotes.html']} ${pages['triage.html']}`.replaceAll('</th>', ' '));
    assert.deepEqual([...new Set(keys)].filter((key) => !new RegExp(`(?<![\\w-])${key.replace('$', '\\$')}(?![\\w-])`).test(page)), []);
  });

  test('the page of the policy names every fact, reason, cause, remedy and channel', async () => {
    const source = await text('src/policy/vocabulary.rs');
    const words = [...source.matchAll(/^pub const (?:REASONS|CAUSES|REMEDIES|CHANNELS).*?;$|^ {4}fact\("\w+"/gms)]
      .flatMap(([part]) => [...part.matchAll(/"([\w-]+)"/g)].map(([, word]) => word));
    assert.ok(words.length > 30);
    assert.deepEqual(words.filter((word) => !pages['policy.html'].includes(`<code>${word}</code>`)), []);
  });
});

const packs = await Promise.all((await readdir(new URL('src/law/packs/', root))).map(async (file) => JSON.parse(await text(`src/law/packs/${file}`))));

describe('laws', async () => {
  const meanings = JSON.parse(await text('src/law/facts.json'));

  test('the page is as `cargo xtask laws` writes it', async () => {
    assert.equal(pages['laws.html'], await lawsPage(pages['laws.html']));
  });

  test('every rule, condition and fact of every pack is on it', () => {
    for (const { id, rules, facts = {}, conditions = {} } of packs) {
      const begin = pages['laws.html'].indexOf(`<h2 id="${id}">`);
      assert.notEqual(begin, -1, id);
      const after = pages['laws.html'].indexOf('<h2 ', begin + 1);
      const section = pages['laws.html'].slice(begin, after === -1 ? undefined : after);
      for (const rule of rules) assert.ok(section.includes(`<h3 id="${id}.${rule.id}">`), `${id}.${rule.id}`);
      for (const name of Object.keys(conditions)) assert.ok(section.includes(`<dt><var>${name}</var></dt>`), `${id}: ${name}`);
      for (const name of Object.keys(facts)) assert.ok(section.replaceAll('<wbr>', '').includes(`<th scope="row"><code>${name}</code></th>`), `${id}: ${name}`);
      assert.ok(!section.includes('undefined'), id);
    }
  });

  test('every fact of every pack has a meaning, and nothing else has one', () => {
    const names = new Set(packs.flatMap(({ facts = {} }) => Object.keys(facts)));
    assert.deepEqual(Object.keys(meanings), [...names].sort());
    for (const [name, meaning] of Object.entries(meanings)) assert.match(meaning, /^[A-Z`].{10,}\.$/, name);
  });

  test('what stands in backticks in a meaning is a fact or a value', () => {
    const known = new Set([...Object.keys(meanings), ...JSON.stringify(packs).match(/"[\w-]+"/g).map((word) => word.slice(1, -1))]);
    for (const [name, meaning] of Object.entries(meanings)) {
      for (const [, word] of meaning.matchAll(/`([^`]+)`/g)) assert.ok(known.has(word) || pages['policy.html'].includes(`<code>${word}</code>`), `${name}: ${word}`);
    }
  });
});

describe('JavaScript', () => {
  const folder = new URL('target/makegood/docs/', root);
  after(() => rm(folder, { recursive: true, force: true }));
  const scripts = named('js');

  for (const [index, { name, code }] of scripts.entries()) {
    test(`${name} is JavaScript, and what it imports is there`, async () => {
      await mkdir(folder, { recursive: true });
      const file = new URL(`${index}.mjs`, folder);
      await writeFile(file, code);
      await run(process.execPath, ['--check', fileURLToPath(file)]);
      const imports = [...code.matchAll(/^import \{ ([^}]+) \} from '([^']+)';$/gm)];
      assert.notEqual(imports.length, 0);
      for (const [, names, from] of imports) {
        const element = { 'makegood/elements/returns': 'elements/elements.d.ts', 'makegood/elements/quote': 'elements/quote-element.d.ts', 'makegood/elements/evidence': 'elements/evidence-element.d.ts', 'makegood/elements/triage': 'elements/triage-element.d.ts', 'makegood/elements/claim': 'elements/claim-element.d.ts' }[from];
        const there = element === undefined ? Object.keys(await import(from)) : await declared(element);
        for (const one of names.split(', ')) assert.ok(there.includes(one), `${one} of ${from}`);
      }
    });
  }

  test('the README’s script prints what it says', async () => {
    const script = scripts.find(({ where }) => where === 'README.md');
    const policy = named('policy').find(({ where }) => where === 'README.md');
    await mkdir(folder, { recursive: true });
    const [file, policyFile] = ['readme.mjs', 'readme.json'].map((file) => new URL(file, folder));
    await writeFile(policyFile, policy.code);
    await writeFile(file, script.code.replace("'/policy.json'", JSON.stringify(policyFile.href)));
    const { stdout } = await run(process.execPath, [fileURLToPath(file)]);
    const promised = [...script.code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
    assert.equal(promised.length, 2);
    assert.equal(stdout, `${promised.join('\n')}\n`);
  });

  test('the page names every member of a shop, every field of a decision and every cause of a failed load', async () => {
    const declarations = await text('www/binding/makegood.d.ts');
    const page = pages['api.html'];
    const shop = [...body(declarations, 'interface Shop').matchAll(/^ {2}(?:readonly )?(\w+)[:(]/gm)].map(([, member]) => `shop.${member}`);
    const item = [...body(declarations, 'interface ItemDecision').matchAll(/^ {2}(\w+):/gm)].map(([, field]) => field);
    const causes = [...declarations.match(/type LoadCause = (.*);/)[1].matchAll(/'([^']+)'/g)].map(([, cause]) => cause);
    const options = [...body(await text('www/adapters/shopify.d.ts'), 'interface ShopifyOptions').matchAll(/^ {2}(\w+)\?:/gm)].map(([, option]) => option);
    assert.ok(shop.length > 9 && item.length > 8 && causes.length > 7 && options.length > 5);
    const missing = [...shop, ...item, ...causes, ...options].filter((name) => name !== 'id' && !new RegExp(`<code>${name}(?:\\(\\w*\\))?</code>`).test(page));
    assert.deepEqual(missing, []);
  });
});

describe('quotes', async () => {
  const page = pages['quotes.html'];
  const unsaid = (names) => names.filter((name) => !new RegExp(`<code>${name}(?:\\([\\w, ]*\\))?</code>`).test(page));

  test('the page names every field of a request, of a quote and of an option', async () => {
    const declarations = await text('www/binding/quote.d.ts');
    const fields = ['PriceBook', 'QuoteRequest', 'Quote', 'RepairOption'].flatMap((name) =>
      [...body(declarations, `interface ${name}`).matchAll(/^ {2}(\w+)\??:/gm)].map(([, field]) => field));
    assert.ok(fields.length > 30);
    assert.deepEqual(unsaid(fields), []);
  });

  test('the page names all that tells, prints and saves a quote', async () => {
    const names = Object.keys(await import('makegood/wording/quote'));
    const told = [...body(await text('www/wording/quote.d.ts'), 'interface QuoteWords').matchAll(/^ {2}(\w+):/gm)].map(([, field]) => field);
    assert.ok(names.length > 7 && told.length > 12);
    assert.deepEqual(unsaid([...names, ...told.filter((field) => field !== 'kind')]), []);
  });
});

describe('triages', async () => {
  const page = pages['triage.html'];
  const unsaid = (names) => names.filter((name) => !new RegExp(`<code>${name}(?:\\([\\w, ]*\\))?</code>`).test(page));
  const fields = (declarations, name) => [...body(declarations, `interface ${name}`).matchAll(/^ {2}(\w+)\??:/gm)].map(([, field]) => field);

  test('the page names every field of a request and of a triage, every finding, nature and picture', async () => {
    const declarations = await text('www/binding/triage.d.ts');
    const findings = [...declarations.match(/ {2}finding: ([^;]*'none');/)[1].matchAll(/'([\w-]+)'/g)].map(([, finding]) => finding);
    const vocabulary = await text('src/policy/vocabulary.rs');
    const words = [...vocabulary.matchAll(/^pub const (?:NATURES|ICONS).*?;$/gms)].flatMap(([part]) => [...part.matchAll(/"([\w-]+)"/g)].map(([, word]) => word));
    const names = [...fields(declarations, 'TriageRequest'), ...fields(declarations, 'Triage'), ...findings, ...words];
    assert.ok(findings.length === 5 && words.length > 30 && names.length > 45);
    assert.deepEqual(unsaid(names), []);
  });

  test('the page names all that tells a triage', async () => {
    const names = [...Object.keys(await import('makegood/wording/triage')), ...fields(await text('www/wording/triage.d.ts'), 'TriageWords')];
    assert.ok(names.length > 14);
    assert.deepEqual(unsaid(names.filter((name) => name !== 'kind')), []);
  });

  test('the script of the page says what it prints', async () => {
    const [policy] = named('policy').filter(({ where }) => where === 'triage.html');
    const { open } = await import('makegood/claim');
    const shop = await open(JSON.parse(policy.code));
    const { finding, next } = shop.triage({ today: '2026-11-27', facts: { symptom: 'dark', restartHelped: false } });
    assert.ok(plain(page).includes(`// ${finding} [ '${next.join("', '")}' ]`));
  });
});

describe('evidence', async () => {
  const page = pages['evidence.html'];
  const declarations = await text('www/evidence/evidence.d.ts');
  const unsaid = (names) => names.filter((name) => !new RegExp(`<code>${name}(?:\\([\\w, ]*\\))?</code>`).test(page));
  const fields = (from, name) => [...body(from, `interface ${name}`).matchAll(/^ {2}(\w+)\??:/gm)].map(([, field]) => field);

  test('the page names every code, rule, field and function', async () => {
    const codes = [...declarations.matchAll(/'(evidence\.[\w-]+)'/g)].map(([, code]) => code);
    const functions = [...Object.keys(await import('makegood/evidence')), ...Object.keys(await import('makegood/wording/evidence'))];
    const names = [...codes, ...['EvidenceRules', 'EvidenceReport', 'FileReport'].flatMap((name) => fields(declarations, name)), ...functions.filter((name) => name !== 'checkFiles')];
    assert.ok(codes.length > 15 && functions.length > 6 && names.length > 40);
    assert.deepEqual(unsaid(names), []);
  });

  test('the page names every member, state, event and part of the element', async () => {
    const face = await text('www/elements/evidence-element.d.ts');
    const source = await text('www/elements/evidence.ts');
    const members = [...body(face, 'class MakegoodEvidence').matchAll(/^ {2}(?:readonly )?(\w+)[:(]/gm)].map(([, member]) => member).filter((member) => member !== 'addEventListener');
    const states = [...face.match(/type EvidenceState =([^;]*);/)[1].matchAll(/'([\w-]+)'/g)].map(([, state]) => state);
    const parts = [...source.matchAll(/ part="([^"]+)"/g)].flatMap(([, all]) => all.split(' ')).flatMap((part) => part === '${severity}' ? ['error', 'warning', 'note'] : [part]);
    const events = [...source.matchAll(/CustomEvent\('([\w-]+)'/g)].map(([, event]) => event);
    assert.ok(members.length > 14 && states.length > 5 && parts.length > 14 && events.length === 2);
    assert.deepEqual(unsaid([...members, ...states, ...parts, ...events]), []);
  });
});

describe('the engine of claims', async () => {
  const page = pages['claims.html'];
  const unsaid = (names) => names.filter((name) => !new RegExp(`<code>${name}(?:\\([\\w, ]*\\))?</code>`).test(page));

  test('the page names every field of a draft and of a claim, every state and every reason to tidy', async () => {
    const declarations = await text('www/binding/claim.d.ts');
    const fields = ['ClaimDraft', 'EvidenceEntry', 'ClaimAnswer', 'ClaimField', 'ClaimChoice', 'EvidenceNeed', 'Tidied'].flatMap((name) =>
      [...body(declarations, `interface ${name}`).matchAll(/^ {2}(\w+)\??:/gm)].map(([, field]) => field));
    const listed = [/state: ([^;]*);/, /by: \(([^)]*)\)/].flatMap((list) => [...list.exec(declarations)[1].matchAll(/'([\w-]+)'/g)].map(([, word]) => word));
    assert.ok(fields.length > 50 && listed.length > 10);
    assert.deepEqual(unsaid([...fields, ...listed]), []);
  });

  test('the page of the policy names every field that every form can have, and every type', async () => {
    const source = await text('src/policy/claim/standard.rs');
    const fields = [...source.match(/FIELDS: [^;]*;[^;]*;/)[0].matchAll(/\("(\w+)"/g)].map(([, field]) => field);
    const types = [...source.match(/OWN_TYPES[^=]*=([^;]*);/)[1].matchAll(/"([\w-]+)"/g)].map(([, type]) => type);
    assert.ok(fields.length > 10 && types.length > 8);
    assert.deepEqual([...fields, ...types].filter((name) => !pages['policy.html'].includes(`<code>${name}</code>`)), []);
  });

  test('the page’s script prints what it says', async () => {
    const [script] = named('js').filter(({ where }) => where === 'claims.html');
    const policy = named('policy').find(({ where }) => where === 'README.md');
    const folder = new URL('target/makegood/docs/', root);
    await mkdir(folder, { recursive: true });
    const [file, policyFile] = ['claims.mjs', 'claims.json'].map((name) => new URL(name, folder));
    await writeFile(policyFile, policy.code);
    await writeFile(file, script.code.replace("'/policy.json'", JSON.stringify(policyFile.href)));
    const { stdout } = await run(process.execPath, [fileURLToPath(file)]);
    const promised = [...script.code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
    assert.equal(promised.length, 3);
    assert.equal(stdout, `${promised.join('\n')}\n`);
  });

  test('the page’s Rust is what the crate’s own test runs', async () => {
    const [{ code }] = named('rust').filter(({ where }) => where === 'claims.html');
    const source = (await text('tests/claims/main.rs')).replace(/\s+/g, ' ');
    assert.ok(source.includes(code.trim().replace(/\s+/g, ' ')));
  });
});

describe('claims', async () => {
  const page = pages['claims.html'];
  const unsaid = (names) => names.filter((name) => !new RegExp(`<code>${name}(?:\\([\\w, ]*\\))?</code>`).test(page));
  const fields = (from, name) => [...body(from, `interface ${name}`).matchAll(/^ {2}(\w+)\??:/gm)].map(([, field]) => field);

  test('the page names every function and all that is told', async () => {
    const face = await text('www/wording/claim.d.ts');
    const functions = [...Object.keys(await import('makegood/wording/claim')), ...Object.keys(await import('makegood/phone'))];
    const names = [...functions, ...['ClaimWords', 'ClaimAbout'].flatMap((name) => fields(face, name)), ...fields(await text('www/phone/phone.d.ts'), 'ReadNumber')];
    assert.ok(functions.length > 5 && names.length > 17);
    assert.deepEqual(unsaid(names), []);
  });

  test('the page names all that looks after a form of the page’s own', async () => {
    const face = await text('www/elements/bound-form.d.ts');
    const names = ['BindOptions', 'BoundForm'].flatMap((name) => [...body(face, `interface ${name}`).matchAll(/^ {2}(?:readonly )?(\w+)(?:\??:|\()/gm)].map(([, name]) => name));
    const attributes = [...(await reached('www/elements/bind-form.ts')).values()].join('\n').match(/data-claim-(?:field|note|summary|progress)/g);
    assert.ok(names.length === 7 && new Set(attributes).size === 4);
    const section = page.match(/<h2 id="bind">.*?(?=<h2)/s)[0];
    assert.deepEqual([...names, ...new Set(attributes)].filter((name) => !section.includes(name)), []);
  });

  test('the page names every attribute, member, state, event and part of the element, and no other', async () => {
    const face = await text('www/elements/claim-element.d.ts');
    const source = [...(await reached('www/elements/claim.ts')).values()].join('\n');
    const section = (id) => page.match(new RegExp(`<h3 id="element-${id}">.*?(?=<h[23])`, 's'))[0];
    const heads = (id) => [...section(id).matchAll(/<th scope="row">(.*?)<\/th>|<dt>(.*?)<\/dt>/g)].flatMap(([, th, dt]) => inCode(th ?? dt));
    const members = [...body(face, 'class MakegoodClaim').matchAll(/^ {2}(static )?(?:readonly )?(\w+)(\(\))?:/gm)]
      .map(([, fixed, member, method]) => `${fixed ? 'MakegoodClaim.' : ''}${member}${method ?? ''}`);
    same(members, [...heads('attributes'), ...heads('properties')]);
    const states = [...face.match(/type ClaimState =([^;]*);/)[1].matchAll(/'([\w-]+)'/g)].map(([, state]) => state);
    same(states, heads('states'));
    const events = [...face.matchAll(/^ {2}'(makegood-[\w-]+)': \w+Event;/gm)].map(([, event]) => event);
    same(events, heads('events'));
    same([...source.matchAll(/(?:CustomEvent|\.tell)\('(makegood-(?:claim|checked|problem))'/g)].map(([, event]) => event), events);
    const own = [...(await reached('www/elements/claim.ts'))].filter(([file]) => /elements\/claim[./]/.test(file)).map(([, its]) => its).join('\n');
    const parts = [...own.matchAll(/part="([^"]+)"/g)].flatMap(([, all]) => all.split(' '))
      .flatMap((part) => part === '${severity}' ? ['error', 'warning'] : part === 'verdict-${finding}' ? ['yes', 'maybe', 'no'].map((finding) => `verdict-${finding}`) : [part]);
    assert.ok(members.length > 20 && parts.length > 25);
    assert.deepEqual(unsaid(parts), []);
    const named = inCode(section('style').match(/<caption>Parts.*?<\/table>/s)[0].replace(/<caption>.*<\/caption>/, ''));
    const everywhere = ['card', 'retry', 'evidence'];
    assert.deepEqual(named.filter((part) => !parts.includes(part) && !everywhere.includes(part)), []);
  });
});

describe('interchange', async () => {
  const page = pages['interchange.html'];
  const entries = (section) => [...page.matchAll(new RegExp(`<dt id="${section}\\.([\\w-]+)"><code>([^<]+)</code></dt>\\n<dd>(.*)</dd>`, 'g'))].map(([, id, code, said]) => {
    assert.equal(id, code);
    return [code, plain(said.replace('<br>', '\n').replace(/<\/?code>/g, '`').replace(/<var>(\w+)<\/var>/g, '{$1}'))];
  });
  const report = await text('www/adapters/interchange/report.ts');
  const told = (source) => [...source.matchAll(/^ {2}'([\w-]+)': \{ en: '([^']*)'/gm)].map(([, code, sentence]) => [code, sentence]);
  const problems = [...report.matchAll(/^ {2}'([\w-]+)': \{\n {4}message: \{ en: '([^']*)'.*\n {4}help: \{ en: '([^']*)'/gm)].map(([, code, message, help]) => [code, `${message}\n${help}`]);

  test('every code is on its page with its own words, and no other', async () => {
    const unsaid = told(await text('www/adapters/interchange/unsaid.ts'));
    assert.ok(unsaid.length > 20 && problems.length > 20);
    assert.deepEqual(entries('unsaid'), unsaid);
    assert.deepEqual(entries('notes'), told(report));
    assert.deepEqual(entries('problems'), problems);
  });

  test('every code of a price list is on its page with its own words, and every column', async () => {
    const source = await text('www/adapters/price-list/report.ts');
    const sentences = [...source.matchAll(/^ {2}'([\w-]+)': \{\n {4}severity: '(\w+)',\n {4}message: \{ en: '([^']*)'.*\n {4}help: \{ en: '([^']*)'/gm)]
      .map(([, code, severity, message, help]) => [`price-list.${code}`, severity, `${message}\n${help}`]);
    assert.equal(sentences.length, source.match(/^ {4}severity: '/gm).length);
    const written = [...page.matchAll(/<dt id="(price-list\.[\w-]+)"><code>([\w-]+)<\/code>( \(warning\))?<\/dt>\n<dd>(.*)<\/dd>/g)].map(([, id, code, warning, said]) => {
      assert.equal(id, `price-list.${code}`);
      return [id, warning ? 'warning' : 'error', plain(said.replace('<br>', '\n').replace(/<\/?code>/g, '`').replace(/<var>(\w+)<\/var>/g, '{$1}'))];
    });
    assert.deepEqual(written, sentences);
    const columns = (row) => [...row.matchAll(/<code>(\w+)<\/code>/g)].map(([, name]) => name).sort();
    for (const [list, header] of Object.entries(toPriceList(null))) {
      const [row] = page.match(new RegExp(`<th scope="row">${list}</th>.*`));
      assert.deepEqual(columns(row), header.replace('\uFEFF', '').trim().split(',').sort());
    }
  });

  test('the policy of the page is written as the page says', () => {
    const [policy] = named('policy').filter(({ where }) => where === 'interchange.html');
    const [json] = named('json').filter(({ where }) => where === 'interchange.html');
    const { jsonLd, unsaid } = toMerchantReturnPolicy(JSON.parse(policy.code), { countries: ['DE'], site: 'https://shop.example' });
    assert.deepEqual(jsonLd, JSON.parse(json.code));
    assert.deepEqual(unsaid.map(({ code }) => code), ['schema-org.remedy']);
  });

  test('the page names every option', async () => {
    const options = [...body(await text('www/adapters/interchange.d.ts'), 'interface ExportOptions').matchAll(/^ {2}(\w+)\?:/gm)].map(([, option]) => option);
    assert.equal(options.length, 3);
    assert.deepEqual(options.filter((option) => !page.includes(`<dt><code>${option}</code></dt>`)), []);
  });
});

/** The source of an element, with everything of the elements that it imports. */
async function reached(file, files = new Map()) {
  if (files.has(file)) return files;
  const source = await text(file);
  files.set(file, source);
  for (const [, address] of source.matchAll(/ from '(\.[^']+)\.js'/g)) {
    const { pathname } = new URL(`${address}.ts`, `file:///${file}`);
    const exists = await access(new URL(pathname.slice(1), root)).then(() => true, () => false);
    if (exists && pathname.startsWith('/www/elements/')) await reached(pathname.slice(1), files);
  }
  return files;
}

const page = pages['element.html'];
const inCode = (html) => [...html.matchAll(/<code>([^<]*)<\/code>/g)].map(([, name]) => name);
const same = (found, written) => assert.deepEqual([...new Set(written)].sort(), [...new Set(found)].sort());

/** What a part's name may be filled in with. */
const fillings = {
  finding: ['yes', 'maybe', 'no'],
  kind: ['free', 'price', 'range', 'inspection'],
  outcome: ['amount', 'range', 'nothing'],
  found: ['solved', 'known', 'refer', 'open', 'none'],
  key: ['fewer', 'more'],
  what: ['print', 'print-european', 'copy', 'save', 'calendar'],
};

for (const { file, name, declarations: declared, states, prefix, level, beside } of [
  { file: 'returns', name: 'MakegoodReturns', declarations: 'elements', states: 'ReturnsState', prefix: '', level: 'h2' },
  { file: 'quote', name: 'MakegoodQuote', declarations: 'quote-element', states: 'QuoteState', prefix: 'quote-', level: 'h3', beside: '' },
  { file: 'settlement', name: 'MakegoodSettlement', declarations: 'settlement-element', states: 'SettlementState', prefix: 'settlement-', level: 'h3', beside: '' },
  { file: 'triage', name: 'MakegoodTriage', declarations: 'triage-element', states: 'TriageState', prefix: 'triage-', level: 'h3', beside: '' },
]) {
  describe(`the element of ${file}`, async () => {
    const source = [...(await reached(`www/elements/${file}.ts`)).values()].join('\n');
    const declarations = await text(`www/elements/${declared}.d.ts`);
    const section = (id, start = prefix, head = level) => page.match(new RegExp(`<${head} id="${start}${id}">.*?(?=<h[23]|</main>)`, 's'))[0];
    const heads = (...of) => [...section(...of).matchAll(/<th scope="row">(.*?)<\/th>|<dt>(.*?)<\/dt>/g)].flatMap(([, th, dt]) => inCode(th ?? dt));
    /** What is told of the other element holds for this one too. */
    const more = (found, ofOther) => beside === undefined ? found : found.filter((one) => !ofOther.includes(one));

    test('attributes', () => {
      const properties = [...source.matchAll(/static override properties(?:: \w+)? = \{(.*?)\n? *\};/gs)].map(([, inside]) => inside).join(',');
      same([...properties.matchAll(/(\w+): \{/g)].map(([, property]) => property), heads('attributes'));
    });

    test('properties and methods', () => {
      const members = [...body(declarations, `class ${name}`).matchAll(/^ {2}(static )?(?:readonly )?(\w+)(?:<[^>]*>)?(\(\))?:/gm)]
        .map(([, fixed, member, method]) => `${fixed ? `${name}.` : ''}${member}${method ?? ''}`);
      same(members, [...heads('attributes'), ...heads('properties')]);
    });

    test('events', () => {
      same([...source.matchAll(/\.tell\('([\w-]+)'/g)].map(([, event]) => event), heads('events'));
    });

    test('states', () => {
      same([...declarations.match(new RegExp(`type ${states} =([^;]*);`))[1].matchAll(/'([\w-]+)'/g)].map(([, state]) => state), heads('states'));
    });

    test('CSS custom properties', () => {
      const tokens = (names) => names.filter((one) => one.startsWith('--'));
      same(more(source.match(/(?<=var\()--makegood-[\w-]+/g), tokens(heads('style', '', 'h2'))), tokens(heads('style')));
    });

    test('parts', () => {
      const written = [...source.matchAll(/part="([^"]+)"/g)].flatMap(([, parts]) => parts.split(' '));
      const chosen = [...source.matchAll(/part=\$\{([^}]*)\}/g)].flatMap(([, choice]) => choice === 'name'
        ? [...source.matchAll(/listView\('(\w+)'/g)].map(([, list]) => list)
        : [...choice.matchAll(/'([\w -]+)'/g)].flatMap(([, parts]) => parts.split(' ')));
      const parts = [...written, ...chosen].flatMap((part) => {
        const [hole, filled] = /\$\{(?:\w+\.)?(\w+)\}/.exec(part) ?? [];
        return hole === undefined ? [part] : fillings[filled].map((filling) => part.replace(hole, filling));
      });
      const table = (...of) => inCode(section(...of).match(/<caption>Parts.*?<\/table>/s)[0].replace(/<caption>.*<\/caption>/, ''));
      same(more(parts, table('style', '', 'h2')), table('style'));
    });
  });
}

describe('links', () => {
  const anchors = (page) => new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const mounts = Object.entries(demoMounts).sort(([a], [b]) => b.length - a.length);

  /** Where the articles can be read. */
  const sources = new Set(packs.flatMap(({ rules }) => rules.flatMap(({ cites }) => cites.map(({ source }) => source))));

  for (const [file, page] of Object.entries(pages)) {
    test(`every link of ${file} leads somewhere`, async () => {
      // Pages that code examples speak of are the reader's own.
      const html = page.replace(/<pre>.*?<\/pre>/gs, '');
      for (const [, address] of html.matchAll(/ (?:href|src)="([^"]+)"/g)) {
        if (file === 'laws.html' && sources.has(address.replaceAll('&amp;', '&'))) continue;
        const { origin, pathname, hash } = new URL(address, `http://demo/docs/${file}`);
        assert.equal(origin, 'http://demo', `${address} stays here`);
        const [prefix, folder] = mounts.find(([prefix]) => pathname.startsWith(prefix));
        await access(new URL(`${folder}/${pathname.slice(prefix.length)}`, root));
        if (hash !== '') assert.ok(anchors(pages[pathname.slice('/docs/'.length)]).has(hash.slice(1)), `${address} is there`);
      }
    });

    test(`${file} has each anchor once`, () => {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
    });
  }

  test('every link of README.md leads somewhere', async () => {
    const text = readme.replace(/^```.*?^```$/gms, '');
    const addresses = [...text.matchAll(/\]\(([^)]+)\)| (?:src|srcset)="([^"]+)"/g)].map(([, link, picture]) => link ?? picture);
    assert.ok(addresses.length > 4);
    for (const address of addresses) await access(new URL(address, root));
  });

  test('pictures are not heavy', async () => {
    const folder = new URL('www/docs/pictures/', root);
    for (const file of await readdir(folder)) assert.ok((await readFile(new URL(file, folder))).length < 200_000, file);
  });
});

/** The inside of a declaration. */
function body(declarations, head) {
  return declarations.match(new RegExp(`export ${head}\\b[^\\n]*\\{\\n(.*?)\\n\\}`, 's'))[1];
}

/** What a module exports, by its declarations; elements cannot be imported outside of a browser. */
async function declared(file) {
  return [...(await text(`www/${file}`)).matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);
}
