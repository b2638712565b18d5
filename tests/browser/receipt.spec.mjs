// The merchant's page that works a receipt out again.
import { expect, faults, test } from './shop-page.mjs';

/** A receipt as the demo shop's page of repair prices saves it. */
const receipt = (page) => page.evaluate(async () => {
  const { open } = await import('/makegood/quote.js');
  const shop = await open('/policy.json', { country: 'CN' });
  const quote = shop.quote({
    today: '2026-11-27', model: 'aurora-one', faults: [{ id: 'screen-broken' }],
    facts: { purchased: '2026-11-05', delivered: '2026-11-07', category: 'phones' },
  });
  return shop.receipt(quote);
});

const check = async (page, told) => {
  await page.getByLabel(/^(or its text|或粘贴其内容)$/).fill(typeof told === 'string' ? told : JSON.stringify(told));
  await page.getByRole('button', { name: /^(Check it|核对)$/ }).click();
  await expect(page.locator('#summary')).toBeFocused();
};

for (const [colorScheme, width] of [['light', 390], ['dark', 1280]]) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });
    test('a receipt that holds, and one that was changed, in both languages', async ({ page, said }) => {
      await page.goto('/preview/receipt.html');
      const told = await receipt(page);
      await check(page, told);
      await expect(page.locator('#summary')).toHaveText('It holds: the same request gives the same answer');
      await expect(page.locator('.facts')).toContainText('What the repair would cost');
      await expect(page.locator('.findings li')).toHaveCount(0);
      told.answer.options[0].total.most = '1.00';
      await check(page, told);
      await expect(page.locator('#summary')).toHaveText('It does not hold');
      await expect(page.locator('.findings li').first()).toContainText('It was changed after it was made.');
      await expect(page.locator('.findings li').last()).toContainText('The receipt says: 1.00');
      await expect(page.locator('.findings li').last()).toContainText('/answer/options/0/total/most');
      for (const language of ['en', 'zh-CN']) {
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const violations = await faults(page);
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
        if (language === 'zh-CN') await expect(page.locator('#summary')).toHaveText('凭据不成立');
        await page.locator('.tongue').click();
      }
      expect(said).toEqual([]);
    });
  });
}

test('a file can be given, and what is no receipt is told like any other problem', async ({ page }) => {
  await page.goto('/preview/receipt.html');
  const told = await receipt(page);
  await page.getByLabel('The receipt, as a file').setInputFiles({ name: 'quote.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(told)) });
  await expect(page.getByLabel('or its text')).toHaveValue(JSON.stringify(told));
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.locator('#summary')).toHaveText('It holds: the same request gives the same answer');
  for (const [text, expected] of [['', 'not valid JSON'], ['{ "makegood": 1 }', 'the key `engine` is missing'], ['[]', 'expected an object']]) {
    await check(page, text);
    await expect(page.locator('#summary')).toHaveText('This is no receipt that can be read');
    await expect(page.locator('.findings')).toContainText(expected);
  }
});

test('a decision’s receipt is worked out again as well', async ({ page }) => {
  await page.goto('/preview/receipt.html');
  const told = await page.evaluate(async () => {
    const { open } = await import('/makegood/quote.js');
    const shop = await open('/policy.json', { country: 'CN' });
    return shop.receipt(shop.decide({ today: '2026-11-27', items: [{ id: 'a', facts: { purchased: '2026-11-20', category: 'phones' } }] }));
  });
  await check(page, told);
  await expect(page.locator('#summary')).toHaveText('It holds: the same request gives the same answer');
  await expect(page.locator('.facts')).toContainText('May it go back');
});
