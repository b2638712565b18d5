import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { languages, load, quoteCalendar, quoteForm, quoteJson, quoteText, quoteWords, say } from '../../target/npm/makegood/wording/quote.js';
import { readCalendar } from './icalendar.mjs';
import { quotes, randomQuote } from './quotes.mjs';
import { random } from './random.mjs';

before(() => Promise.all(languages.map((language) => load(language))));

const cases = JSON.parse(readFileSync(new URL('fixtures/quote-headlines.json', import.meta.url), 'utf8'));

/** Values for programs, not for people. */
const silent = ['id', 'kind', 'covered', 'charge', 'payer', 'finding', 'day', 'fault', 'fact', 'value', 'policy', 'footer'];

function sentences(value) {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(sentences);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => silent.includes(name) ? [] : sentences(inner));
}

/** Gaps, values that only programs should see, and keys of the catalogue. */
const gap = /undefined|null|NaN|\[object|[{}]|\b[a-z]+[A-Z]\w*|\b(?:headline|payer|line|detail|grade|money|share|day|stock|trade|worth|form|quote|fact|question)\.[a-z]/;

function whole(told, about) {
  for (const sentence of sentences(told)) {
    assert.equal(sentence, sentence.trim(), about);
    assert.notEqual(sentence, '', about);
    assert.doesNotMatch(sentence, gap, about);
    assert.doesNotMatch(sentence, / {2}|\.\.(?!\.)|。。/, about);
  }
}

/** Every form that a quote has: one for each option, or that of looking at it. */
const choices = ({ options }) => options.length === 0 ? [null] : options.map(({ id }) => id);

describe('headlines', () => {
  for (const [name, told] of Object.entries(cases)) {
    for (const [language, headline] of Object.entries(told)) {
      test(`${name} in ${language}`, () => assert.equal(quoteWords(quotes[name], language).headline, headline));
    }
  }

  test('every quote has one in every language', () => {
    assert.deepEqual(Object.keys(cases), Object.keys(quotes));
    for (const told of Object.values(cases)) assert.deepEqual(Object.keys(told), languages);
  });
});

test('what quotes are told with has no gap, in any language', () => {
  for (const [name, quote] of Object.entries(quotes)) {
    for (const language of languages) {
      whole(quoteWords(quote, language), `${name} ${language}`);
      for (const id of choices(quote)) for (const kind of ['quote', 'european']) whole(quoteForm(quote, id, language, kind), `${name} ${language} ${id} ${kind}`);
    }
  }
});

test('whatever a quote holds, nothing is missing, empty or for programs', () => {
  const chosen = random(7);
  for (let round = 0; round < 1500; round += 1) {
    const quote = randomQuote(chosen);
    const language = chosen.pick(languages);
    const about = `round ${round} in ${language}`;
    const told = quoteWords(quote, language);
    whole(told, about);
    assert.equal(new Set(told.options.map(({ title }) => title)).size, told.options.length, about);
    assert.equal(told.faults.length, quote.faults.length, about);
    for (const [index, option] of told.options.entries()) assert.equal(option.lines.length, quote.options[index].lines.length, about);
    for (const id of choices(quote)) {
      for (const kind of ['quote', 'european']) whole(quoteForm(quote, id, language, kind), about);
      assert.doesNotMatch(quoteText(quote, id, language), /undefined|\bnull\b|NaN|^ *$\n^ *$/m, about);
      readCalendar(quoteCalendar(quote, id, language));
    }
  }
});

// ---- amounts -------------------------------------------------------------------------------------------------------------

/** An amount as it is written in English, in minor units. */
const minor = (written) => Number(written.replace(/[^\d-]/g, ''));

test('the amounts shown are those of the quote, and they add up', () => {
  for (const [name, quote] of Object.entries(quotes)) {
    for (const [index, option] of quoteWords(quote, 'en').options.entries()) {
      const { lines, discounts, tax, total, limit, shares } = quote.options[index];
      assert.deepEqual(option.lines.map(({ price }) => minor(price)), lines.map(({ price }) => minor(price)), name);
      assert.deepEqual(option.shares.map(({ amount }) => minor(amount)), shares.map(({ amount }) => minor(amount)), name);
      assert.ok(option.limit.includes('consent') && (minor(limit) === 0 || minor(option.limit) === minor(limit)), name);
      assert.deepEqual(option.sums.map(({ kind }) => kind), [
        ...discounts.map(() => 'discount'), ...tax.filter(({ included }) => !included).map(() => 'tax'), 'total',
        ...tax.filter(({ included }) => included).map(() => 'included-tax'),
      ]);
      if (total.least !== total.most) continue;
      const shown = option.sums.filter(({ kind }) => kind === 'discount' || kind === 'tax').map(({ amount }) => minor(amount));
      const paid = option.lines.map(({ pays }) => minor(pays));
      assert.equal([...paid, ...shown].reduce((sum, one) => sum + one, 0), minor(total.most), name);
      assert.equal(minor(option.sums.find(({ kind }) => kind === 'total').amount), minor(total.most), name);
    }
  }
});

test('an amount keeps the digits of its currency, a rate becomes percent without rounding', () => {
  assert.equal(quoteWords(quotes.yen, 'en').options[1].total, 'JP¥9,900');
  const quote = structuredClone(quotes['added-tax']);
  const rates = { '0.075': '7.5%', '0.1': '10%', '0': '0%', '1': '100%', '0.00125': '0.125%' };
  for (const [rate, written] of Object.entries(rates)) {
    quote.options[0].tax[0].rate = rate;
    assert.equal(quoteWords(quote, 'en').options[0].tax[0].label, `plus ${written} tax`);
  }
});

test('a range that another world turned round is told from the smaller amount to the larger', () => {
  const quote = structuredClone(quotes['two-options']);
  quote.options[0].lines[1].pays = { least: '100.00', most: '0.00' };
  assert.equal(quoteWords(quote, 'en').options[0].lines[1].pays, 'CN¥0.00 to CN¥100.00');
});

// ---- single sentences ------------------------------------------------------------------------------------------------------

test('who pays is told with the clause, and with what it depends on', () => {
  const payer = (name) => quoteWords(quotes[name], 'en').options[0].lines[0].paidBy;
  assert.equal(payer('covered'), 'The shop pays: Free repair for 1 year (clause 4.1)');
  assert.equal(payer('two-options'), 'You pay');
  assert.equal(payer('by-cause'), 'The shop may pay: Free repair for 1 year (clause 4.1); it depends on what the fault came from');
  assert.equal(payer('several'), 'The seller may have to pay by law: Free repair by law (art. 14); it depends on what the fault came from and the day of delivery');
});

test('why a line costs less than its price', () => {
  const because = (quote) => quoteWords(quote, 'en').options[0].lines.map(({ because }) => because).filter((one) => one !== null);
  const quote = structuredClone(quotes.several);
  assert.deepEqual(because(quote), ['Less, because parts and work come to enough for it']);
  quote.options[0].lines.at(-1).pays.least = '0.00';
  assert.deepEqual(because(quote), ['Free, because parts and work come to enough for it']);
  const [, , battery] = quoteWords(quote, 'en').options[0].lines;
  assert.deepEqual([battery.pays, battery.payer, battery.paidBy], ['€0.00', 'open', 'Work is paid once per visit: the dearest piece of it']);
  assert.deepEqual(because(quotes['by-cause']), ['Nothing to pay if you accept this quote']);
});

test('a trade-off is told against the first option', () => {
  assert.equal(quoteWords(quotes['two-options'], 'en').options[0].tradeOff, null);
  assert.deepEqual(quoteWords(quotes['two-options'], 'en').options[1].tradeOff, {
    sentence: 'Compared with the original part: CN¥150.00 less, but 1 month of warranty instead of 3 months and ready by 24 November 2026 instead of 19 November 2026',
    gains: ['CN¥150.00 less'],
    losses: ['1 month of warranty instead of 3 months', 'ready by 24 November 2026 instead of 19 November 2026'],
  });
});

test('a warranty says from when, until when, and that the cover of the device goes on', () => {
  const warranty = (name) => quoteWords(quotes[name], 'en').options[0].warranty;
  assert.deepEqual(warranty('two-options'), {
    length: '3 months', sentence: '3 months of warranty on the repair, from 19 November 2026 to 19 February 2027', continues: null, day: '2027-02-19',
  });
  assert.deepEqual(warranty('covered'), {
    length: '3 months', sentence: '3 months of warranty on the repair, from 19 November 2026 on',
    continues: 'The cover of the device lasts longer and goes on until 3 November 2027.', day: '2027-11-03',
  });
});

test('each question is asked once, and says where its answer belongs', () => {
  const told = quoteWords(quotes.several, 'en');
  assert.deepEqual(told.questions.map(({ fact, fault, about, question }) => [fact, fault, about, question]),
    [['cause', 'battery', 'The battery runs down fast', 'What did the fault come from?']]);
  assert.deepEqual(told.pending, ['The delivery note tells the day of delivery.']);
  assert.equal(quoteWords(quotes['by-cause'], 'en').questions[0].about, null);
  assert.deepEqual(quoteWords(quotes.covered, 'en').questions, []);
});

test('options of the same grade are told apart by their parts, and else by number', () => {
  const quote = structuredClone(quotes['two-options']);
  for (const option of quote.options) {
    option.grades = ['compatible'];
    option.lines[0].part.grade = 'compatible';
  }
  const titles = () => quoteWords(quote, 'en').options.map(({ title }) => title);
  assert.deepEqual(titles(), ['Compatible part: Original screen', 'Compatible part: Compatible screen']);
  for (const option of quote.options) option.lines[0].title = 'Screen';
  assert.deepEqual(titles(), ['Compatible part: Screen (1)', 'Compatible part: Screen (2)']);
});

test('an option that the quote does not have is an error', () => {
  for (const made of [quoteForm, quoteCalendar, quoteText]) assert.throws(() => made(quotes.covered, 'nothing', 'en'), RangeError);
});

// ---- forms -----------------------------------------------------------------------------------------------------------------

test('the European form has every field of annex I, also where there is nothing to say', () => {
  const fields = [
    ['name', 'address', 'phone', 'email', 'contact'],
    ['good', 'defect', 'repair-suggested', 'price-european', 'time-european', 'loan-european', 'loan-cost', 'place', 'ancillary', 'ancillary-cost', 'validity-european', 'more'],
  ];
  for (const [name, quote] of Object.entries(quotes)) {
    for (const language of languages) {
      for (const id of choices(quote)) {
        const { sections, title } = quoteForm(quote, id, language, 'european');
        assert.equal(title, say('form.european', language));
        assert.deepEqual(sections.map(({ rows }) => rows.map(({ label }) => label)), fields.map((keys) => keys.map((key) => say(`form.${key}`, language))), name);
        for (const { rows } of sections) for (const { values } of rows) assert.notEqual(values.length, 0);
      }
    }
  }
  const [repairer, service] = quoteForm(quotes.yen, 'battery-fit', 'en', 'european').sections;
  assert.deepEqual(repairer.rows.map(({ values }) => values), [['Hikari Repairs'], ['Not known'], ['None'], ['None'], ['None']]);
  assert.deepEqual(service.rows.at(5).values, ['None']);
});

test('the European form tells a price, or how it is worked out and the most that it comes to', () => {
  const price = (name, id) => quoteForm(quotes[name], id, 'en', 'european').sections[1].rows[3].values;
  assert.deepEqual(price('two-options', 'screen-original'), ['CN¥400.00', 'At most CN¥400.00', 'of which 13% tax: CN¥46.02']);
  assert.deepEqual(price('by-cause', 'board-original').slice(1, 3), [say('form.method', 'en'), 'At most CN¥645.00']);
  assert.deepEqual(price('inspection', null), ['It has to be looked at first: €50.00, nothing if you accept the quote that follows']);
});

test('a form has the lines, the sums and where they come from', () => {
  const { table, footer, intro } = quoteForm(quotes['added-tax'], 'panel', 'en');
  assert.equal(intro, 'Renewed original part: €295.31');
  assert.deepEqual(table.rows.map(({ what, price, pays }) => [what, price, pays]), [
    ['Display', '€200.00', '€200.00'], ['Changing the display', '€80.00', '€80.00'], ['The way there', '€10.00', '€10.00'], ['The way back', '€10.00', '€10.00'],
  ]);
  assert.deepEqual(table.foot, [
    { label: 'Member’s discount, 10%', amount: '-€28.00', strong: false },
    { label: 'Autumn voucher', amount: '-€15.00', strong: false },
    { label: 'Plus 19% tax', amount: '€32.17', strong: false },
    { label: 'Plus 7% tax', amount: '€6.14', strong: false },
    { label: 'You pay', amount: '€295.31', strong: true },
  ]);
  const { policy, engine } = quotes['added-tax'];
  assert.deepEqual(footer, [`Policy ${policy.id}, version ${policy.version} (01234567)`, policy.hash, `Worked out by Makegood ${engine} on 17 November 2026`]);
  assert.equal(quoteForm(quotes.inspection, null, 'en').table, null);
});

// ---- files -----------------------------------------------------------------------------------------------------------------

test('the calendar has the day it is ready and the last day of the quote, the same each time', () => {
  for (const language of languages) {
    const file = quoteCalendar(quotes['two-options'], 'screen-original', language);
    assert.equal(file, quoteCalendar(structuredClone(quotes['two-options']), 'screen-original', language));
    const events = readCalendar(file);
    assert.deepEqual(events.map(({ DTSTART, DTSTAMP }) => [DTSTART, DTSTAMP]), [['2026-11-19', '20261117T000000Z'], ['2026-12-17', '20261117T000000Z']]);
  }
  const [ready] = readCalendar(quoteCalendar(quotes['two-options'], 'screen-original', 'en'));
  assert.equal(ready.SUMMARY, 'Aurora One: repair ready');
  assert.equal(ready.LOCATION, '1 Aurora Road, Shanghai');
  assert.equal(ready.DESCRIPTION, 'Original part, CN¥400.00.\nThis quote holds until 17 December 2026.\nPolicy aurora-cn, version 2026-11-01 (01234567)');
  assert.deepEqual(readCalendar(quoteCalendar(quotes.inspection, null, 'de')).map(({ DTSTART }) => DTSTART), ['2026-11-23', '2026-12-17']);
});

test('JSON is canonical: no spaces, keys in order, the same quote the same text', () => {
  assert.equal(quoteJson({ b: [1, null, true], a: 'ü', ä: { z: '2', B: '1' } }), '{"a":"ü","b":[1,null,true],"ä":{"B":"1","z":"2"}}');
  for (const quote of Object.values(quotes)) {
    assert.deepEqual(JSON.parse(quoteJson(quote)), quote);
    const turned = Object.fromEntries(Object.entries(quote).reverse());
    assert.equal(quoteJson(turned), quoteJson(quote));
  }
});

test('plain text has every line of the form', () => {
  for (const quote of Object.values(quotes)) {
    for (const id of choices(quote)) {
      const text = quoteText(quote, id, 'en');
      const { title, table, footer } = quoteForm(quote, id, 'en');
      for (const line of [title, ...footer, ...table?.rows.map(({ what }) => what) ?? [], ...table?.foot.map(({ amount }) => amount) ?? []]) {
        assert.ok(text.includes(line), line);
      }
    }
  }
});
