import { readFileSync } from 'node:fs';
import { expect, test } from './shop-page.mjs';

/** Every data case with what it comes to natively, as text. */
const native = (name) => JSON.parse(readFileSync(new URL(`../../target/makegood/${name}.json`, import.meta.url), 'utf8'));
const cases = native('decisions');
const quotes = native('quotes');
const settlements = native('settlements');

test('every data case has the bytes of the native engine', async ({ page, lax }) => {
  await page.goto(`${lax}pages/bare.html`);
  const differing = await page.evaluate(async (given) => {
    const { MakegoodProblem, open } = await import('/makegood/index.js');
    const differing = [];
    for (const { name, policy, law, request, decision, problems } of given) {
      const found = { decision: null, problems: null };
      try {
        found.decision = JSON.stringify((await open(policy, law === null ? {} : { law })).decide(request));
      } catch (error) {
        if (!(error instanceof MakegoodProblem)) throw error;
        found.problems = JSON.stringify(error.problems);
      }
      if (found.decision !== decision || found.problems !== problems) differing.push(name);
    }
    return differing;
  }, cases);
  expect(differing).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(150);
});

test('every data case of a quote has the bytes of the native engine', async ({ page, lax }) => {
  await page.goto(`${lax}pages/bare.html`);
  const differing = await page.evaluate(async (given) => {
    const { open } = await import('/makegood/full.js');
    const differing = [];
    for (const { name, policy, law, request, quote, problems } of given) {
      const found = { quote: null, problems: null };
      try {
        found.quote = JSON.stringify((await open(policy, law === null ? {} : { law })).quote(request));
      } catch (error) {
        if (error.name !== 'MakegoodProblem') throw error;
        found.problems = JSON.stringify(error.problems);
      }
      if (found.quote !== quote || found.problems !== problems) differing.push(name);
    }
    return differing;
  }, quotes);
  expect(differing).toEqual([]);
  expect(quotes.length).toBeGreaterThanOrEqual(120);
});

test('every data case of a settlement has the bytes of the native engine', async ({ page, lax }) => {
  await page.goto(`${lax}pages/bare.html`);
  const differing = await page.evaluate(async (given) => {
    const { open } = await import('/makegood/full.js');
    const differing = [];
    for (const { name, policy, law, request, settlement } of given) {
      const shop = await open(policy, law === null ? {} : { country: law });
      if (JSON.stringify(shop.settle(request)) !== settlement) differing.push(name);
    }
    return differing;
  }, settlements);
  expect(differing).toEqual([]);
  expect(settlements.length).toBeGreaterThanOrEqual(90);
});
