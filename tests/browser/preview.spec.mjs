// The merchant's page: a policy beside the law.
import { expect, faults, test } from './shop-page.mjs';

const compare = async (page) => {
  await page.getByRole('button', { name: /^(Compare|对照)$/ }).click();
  await expect(page.locator('#summary')).toBeFocused();
};

for (const [colorScheme, width] of [['light', 390], ['dark', 1280]]) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });
    test('the report is accessible, fits and is quiet, in both languages', async ({ page, said }) => {
      await page.goto('/preview/');
      await expect(page.getByLabel('China', { exact: true })).toBeChecked();
      await compare(page);
      for (const language of ['en', 'zh-CN']) {
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const violations = await faults(page);
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
        await page.locator('.tongue').click();
      }
      expect(said).toEqual([]);
    });
  });
}

test('a policy is held against the law that is chosen', async ({ page }) => {
  await page.goto('/preview/');
  const policy = {
    makegood: 1, id: 'tea', version: '1', shop: { name: 'Tea', timeZone: 'Europe/Berlin', currency: 'EUR', languages: ['en'] }, law: ['de'],
    rules: [{
      id: 'week', clause: '4', title: 'A week', reasons: ['change-of-mind'], window: { from: 'delivered', length: '7 days' },
      grants: [{ remedy: 'refund', carriage: 'shopper' }],
    }],
  };
  await page.getByLabel('Your policy, as JSON').fill(JSON.stringify(policy));
  await page.getByLabel('Your policy, as JSON').blur();
  await expect(page.getByLabel('Germany')).toBeChecked();
  await compare(page);
  const shorter = page.locator('.findings li').filter({ hasText: 'policy.shorter-than-law' });
  await expect(page.locator('.findings h3').first()).toHaveText('4 A week');
  await expect(page.locator('.findings h3').last()).toHaveText('The policy as a whole');
  await expect(page.locator('.findings h3 + ol li').filter({ hasText: 'policy.shorter-than-law' })).toHaveCount(1);
  await expect(shorter).toContainText('BGB § 355');
  await page.getByLabel('Germany').uncheck();
  await page.getByLabel('Australia').check();
  await compare(page);
  await expect(page.locator('.findings')).not.toContainText('BGB');
  await expect(page.locator('.findings')).toContainText('Australian Consumer Law');
  await page.getByLabel('Australia').uncheck();
  // What was found is of another choice.
  await expect(page.locator('.findings')).toBeHidden();
  await compare(page);
  await expect(page.locator('#summary')).toHaveText('No law is chosen, so nothing was compared');
});

test('a case in which the law gives more is told in words, in both languages', async ({ page }) => {
  await page.goto('/preview/');
  await compare(page);
  const fee = page.locator('.findings li').filter({ hasText: '/1/rules/0/grants/0/fees/1 · policy.fee-against-law' });
  await expect(fee.locator('.what')).toHaveText('Refund: this is charged where 消费者权益保护法第25条 charges less');
  await expect(fee.locator('.fine')).toContainText('For example: Your reason – you changed your mind · Whether it has been opened – yes · ');
  await expect(fee.locator('.fine')).toContainText('Do you still have the original box? – no');
  // What only the law knows is told by its question, or as it is called.
  await expect(fee.locator('.fine')).toContainText('The kind of goods it is under the law – mobile-phone');
  await expect(fee.locator('.fine')).toContainText('Intact, apart from trying it? – yes');
  await page.locator('.tongue').click();
  await expect(fee.locator('.what')).toHaveText('退款：这里收取的费用高于 消费者权益保护法第25条 所允许的');
  await expect(fee.locator('.fine')).toContainText('例如：您的退换原因：您不想要了 · 商品是否已拆封：是 · ');
});

test('the Chinese shop leads to the Chinese pages, and those to each other', async ({ page }) => {
  await page.goto('/zh/');
  await page.getByRole('link', { name: '商家：政策与法律对照' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('售后政策与法律对照');
  await page.getByRole('link', { name: '凭据核对' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.locator('.tongue').click();
  await page.getByRole('link', { name: 'Policy and law' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A policy beside the law');
});

test('on paper only the report is left', async ({ page }) => {
  await page.goto('/preview/');
  await compare(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('form')).toBeHidden();
  await expect(page.locator('.findings li').first()).toBeVisible();
});

test('what is no policy is told like any other problem', async ({ page }) => {
  await page.goto('/preview/');
  await page.getByLabel('Your policy, as JSON').fill('{ "makegood": 1, }');
  await compare(page);
  await expect(page.locator('.findings li.error')).toContainText('not valid JSON');
});
