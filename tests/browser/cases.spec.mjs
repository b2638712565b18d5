import { differing, kinds, native } from '../cases-elsewhere.mjs';
import { expect, test } from './shop-page.mjs';

for (const { least, entry, ...asked } of kinds) {
  test(`every data case of a ${asked.kind} has the bytes of the native engine`, async ({ page, lax }) => {
    const cases = native(asked.kind);
    await page.goto(`${lax}pages/bare.html`);
    expect(await page.evaluate(differing, { ...asked, address: `/makegood/${entry}.js`, cases })).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(least);
  });
}
