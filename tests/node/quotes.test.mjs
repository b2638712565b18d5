// Every quote of random price books is what exact decimals and Temporal come to by the rules of the price-book page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { open } from 'makegood/quote';
import { quotes } from './quotes/generator.mjs';
import { quoted } from './quotes/oracle.mjs';

/** What the quotes are about, so that none of it is missing among them. */
const ABOUT = {
  'an option': ({ options }) => options.length > 0,
  'several faults': ({ faults }) => faults.length > 1,
  'a covered fault': ({ faults }) => faults.some(({ covered }) => covered === 'yes'),
  'a fault that may be covered': ({ faults }) => faults.some(({ covered }) => covered === 'maybe'),
  'an inspection': ({ inspection }) => inspection !== null,
  'an inspection beside options': ({ inspection, options }) => inspection !== null && options.length > 0,
  'beaten options': ({ beaten }) => beaten > 0,
  'more than six options': ({ more }) => more > 0,
  'a range': ({ options }) => options.some(({ total }) => total.least !== total.most),
  'a discount': ({ options }) => options.some(({ discounts }) => discounts.length > 0),
  'several discounts': ({ options }) => options.some(({ discounts }) => discounts.length > 1),
  'a discount that depends': ({ options }) => options.some(({ discounts }) => discounts.some(({ finding }) => finding === 'maybe')),
  'tax in the price': ({ options }) => options.some(({ tax }) => tax.some(({ included }) => included)),
  'tax on top': ({ options }) => options.some(({ tax }) => tax.some(({ included }) => !included)),
  'two rates': ({ options }) => options.some(({ tax }) => tax.length > 1),
  'a fee': ({ options }) => options.some(({ lines }) => lines.some(({ charge }) => charge === 'fee')),
  'a surcharge': ({ options }) => options.some(({ lines }) => lines.some(({ charge }) => charge === 'surcharge')),
  'a diagnosis': ({ options }) => options.some(({ lines }) => lines.some(({ charge }) => charge === 'diagnosis')),
  'free carriage': ({ options }) => options.some(({ lines }) => lines.some(({ because }) => because === 'free-from')),
  'one labour a visit': ({ options }) => options.some(({ lines }) => lines.some(({ because }) => because === 'same-visit')),
  'a waived diagnosis': ({ options }) => options.some(({ lines }) => lines.some(({ because }) => because === 'accepted')),
  'a line of the shop': ({ options }) => options.some(({ lines }) => lines.some(({ payer }) => payer === 'shop')),
  'a line of nobody yet': ({ options }) => options.some(({ lines }) => lines.some(({ payer }) => payer === 'open')),
  'a cover that goes on': ({ options }) => options.some(({ warranty }) => warranty?.continues),
  'an unknown day': ({ options }) => options.some(({ ready }) => ready === null),
  'holidays that are not known': ({ options }) => options.some(({ ready }) => ready?.most === null),
  'not worth it': ({ options }) => options.some(({ worth }) => worth?.finding === 'no'),
  'perhaps worth it': ({ options }) => options.some(({ worth }) => worth?.finding === 'maybe'),
};

/** Where the engine's answer is not the right one. */
function differences(found, right, at = '') {
  if (isDeepStrictEqual(found, right)) return [];
  const both = [found, right].every((value) => typeof value === 'object' && value !== null);
  if (!both) return [`${at}: ${JSON.stringify(found)} instead of ${JSON.stringify(right)}`];
  return [...new Set([...Object.keys(found), ...Object.keys(right)])].flatMap((key) => differences(found[key], right[key], `${at}/${key}`));
}

test('20,000 random quotes are to the coin and to the day what they should be', async (context) => {
  const seen = Object.fromEntries(Object.keys(ABOUT).map((about) => [about, 0]));
  let compared = 0;
  for (const { versions, requests } of quotes({ seed: 20261127, count: 500, requests: 41 })) {
    const shop = await open(versions);
    for (const request of requests) {
      const { engine: _, repairer: __, policy: { version }, ...told } = shop.quote(request);
      const found = { version, ...told };
      const wrong = differences(found, quoted(versions, request, (asked) => shop.decide(asked)));
      if (wrong.length > 0) assert.fail(`${wrong.slice(0, 12).join('\n')}\n${JSON.stringify({ versions, request })}`);
      for (const [about, is] of Object.entries(ABOUT)) if (is(found)) seen[about] += 1;
      compared += 1;
    }
  }
  context.diagnostic(JSON.stringify({ compared, ...seen }));
  assert.ok(compared >= 20_000, String(compared));
  for (const [about, number] of Object.entries(seen)) assert.ok(number > 100, `${about}: ${number}`);
});
