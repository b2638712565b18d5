// The whole way of a shopper, on the demo's own server: product, order, what is wrong, what it costs, the claim with its files, and the
// merchant who finds it. With the mouse, and with the keyboard alone.
import { heic, jpeg, pdf, png } from '../node/evidence/files.mjs';
import { expect, faults, test, wcag } from './shop-page.mjs';

const server = process.env.MAKEGOOD_SERVER;

const words = {
  en: {
    product: 'product.html', order: 'Your order', prices: 'Repair prices', send: 'Have it repaired', claim: 'Send the claim', see: 'See what we received',
    summary: 'need another look', received: 'Your claim is on its way', repair: 'Repair',
  },
  'zh-CN': {
    product: 'zh/product.html', order: '我的订单', prices: '维修报价', send: '申请维修', claim: '提交申请', see: '查看我们收到的内容',
    summary: '需要', received: '申请', repair: '维修',
  },
};

const taken = '2026:11:21 10:00:00';
const photos = [
  { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: jpeg({ width: 640, height: 480, taken }) },
  { name: 'IMG_2.HEIC', mimeType: '', buffer: heic({ taken }) },
  { name: 'screen.png', mimeType: 'image/png', buffer: png({ width: 40, height: 30 }) },
];
const invoice = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: pdf() };

const chosen = (list) => list.evaluate(({ selectedOptions: [option] }) => option.label);
const labelOf = (list, begins) => list.evaluate(({ options }, start) => [...options].map(({ label }) => label).find((label) => label.startsWith(start)), begins);

/** A shopper with a mouse. */
const mouse = () => ({
  press: (target) => target.click(),
  choose: async (radio) => { if (!await radio.isChecked()) await radio.locator('xpath=ancestor::label').click(); },
  select: async (list, begins) => list.selectOption({ label: await labelOf(list, begins) }),
  write: (field, text) => field.fill(text),
});

/** A shopper without one: what is not reached by the keyboard is not reached. */
function keyboard(page) {
  const has = (target) => target.evaluate((node) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at === node || (at?.type === 'radio' && node.type === 'radio' && at.name === node.name && at.getRootNode() === node.getRootNode());
  });
  const reach = async (target) => {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < 200 && !await has(target); steps += 1) await page.keyboard.press('Tab');
    expect(await has(target), 'reached by the keyboard').toBe(true);
  };
  return {
    press: async (target) => {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    choose: async (radio) => {
      await reach(radio);
      for (let steps = 0; steps < 12 && !await radio.isChecked(); steps += 1) await page.keyboard.press(steps === 0 ? 'Space' : 'ArrowDown');
      await expect(radio).toBeChecked();
    },
    select: async (list, begins) => {
      await reach(list);
      const label = await labelOf(list, begins);
      for (let steps = 0; steps < 30 && await chosen(list) !== label; steps += 1) await page.keyboard.press('ArrowDown');
      expect(await chosen(list)).toBe(label);
    },
    write: async (field, text) => {
      await reach(field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
  };
}

async function clean(page) {
  const violations = await faults(page, wcag);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
}

const stateOf = (element) => element.evaluate((found) => found.state);

/** Tells what is wrong: a phone that is stuck, to which nothing happened, and that nothing has helped. */
async function triage(page, hand) {
  const element = page.locator('makegood-triage');
  await hand.press(page.locator('details.unsure summary'));
  await expect.poll(() => stateOf(element)).toBe('asking');
  for (let round = 0; round < 12; round += 1) {
    const state = await stateOf(element);
    const before = await element.locator('[part="answered"] > div').count();
    if (state === 'asking') {
      const asksSymptom = await element.locator('form.question').getAttribute('data-fact') === 'phoneSymptom';
      await hand.choose(element.locator('form.question input[type=radio]').nth(asksSymptom ? 1 : 0));
      await hand.press(element.locator('form.question button').first());
    } else if (state === 'trying') await hand.press(element.locator('[part~="unsolved"]'));
    else if (state === 'confirming') {
      await hand.press(element.locator('[part~="primary"]'));
      break;
    }
    await expect.poll(async () => await element.locator('[part="answered"] > div').count() > before || await stateOf(element) === 'confirming').toBe(true);
  }
  await expect.poll(() => stateOf(element)).toBe('known');
}

/** Asks for the price and chooses the first option. */
async function quote(page, hand) {
  const element = page.locator('makegood-quote');
  if (await stateOf(element) === 'picking') await hand.press(element.locator('form.picking button[type=submit]'));
  for (let round = 0; round < 8 && await stateOf(element) !== 'answered'; round += 1) {
    if (await stateOf(element) !== 'asking') break;
    const fact = await element.locator('form.question').getAttribute('data-fact');
    await hand.choose(element.locator('form.question input[type=radio]').first());
    await hand.press(element.locator('form.question button').first());
    await expect.poll(async () => await stateOf(element) !== 'asking' || await element.locator('form.question').getAttribute('data-fact') !== fact).toBe(true);
  }
  await hand.choose(element.locator('input[name=option]').first());
}

for (const [language, width, way] of [['en', 390, 'mouse'], ['en', 1280, 'keyboard'], ['zh-CN', 390, 'keyboard'], ['zh-CN', 1280, 'mouse']]) {
  test.describe(`${language}, ${width} px, with the ${way}`, () => {
    test.use({ viewport: { width, height: 900 }, locale: language === 'en' ? 'en-GB' : language, contextOptions: { reducedMotion: 'reduce' } });

    test('from a product to the merchant’s list', async ({ page, said }, { repeatEachIndex }) => {
      test.slow();
      // The same claim is received once.
      const name = `Yue Lin ${language} ${width} ${repeatEachIndex}`;
      const its = words[language];
      const hand = way === 'mouse' ? mouse() : keyboard(page);
      const claim = page.locator('makegood-claim');
      const field = (id) => claim.locator(`[data-field="${id}"]`);

      await page.goto(`${server}${its.product}`);
      await hand.press(page.getByRole('link', { name: its.order }).first());
      await expect(page.locator('[data-line] .ask a').first()).toBeVisible();
      await hand.press(page.locator('[data-line] .ask').first().getByRole('link', { name: its.prices }));
      await triage(page, hand);
      await quote(page, hand);
      await hand.press(page.getByRole('link', { name: its.send }));

      await expect.poll(() => stateOf(claim)).toBe('filling');
      await expect(claim.locator('input[value="freezes"]')).toBeChecked();
      await clean(page);
      await hand.press(claim.getByRole('button', { name: its.claim }));
      const summary = claim.locator('#summary');
      await expect(summary).toBeFocused();
      await expect(summary).toContainText(its.summary);
      await clean(page);
      const first = summary.getByRole('link').first();
      const leads = await first.textContent();
      await hand.press(first);
      await hand.write(field('defectNoticed').locator('input').first(), '2026-11-20');
      await expect(summary).not.toContainText(leads);
      await hand.write(field('happened').locator('textarea'), 'It stops in the middle of a call. 😀');
      await hand.select(field('remedy').locator('select'), its.repair);
      await hand.write(field('name').locator('input'), name);
      await hand.write(field('email').locator('input'), 'yue@Example.com');
      await expect(field('address')).toBeVisible();
      await hand.write(field('address').locator('textarea'), '1 Example Road, Hangzhou');

      for (const [need, files] of [['photos', photos], ['proof', [invoice]]]) {
        const pile = claim.locator(`[data-need="${need}"] makegood-evidence`);
        // The form may move a line up while the last field is being checked; then a shopper presses again.
        await expect(async () => {
          const chooser = page.waitForEvent('filechooser', { timeout: 2000 });
          chooser.catch(() => {});
          await hand.press(pile.locator('.add'));
          await (await chooser).setFiles(files);
        }).toPass();
        await expect(pile.locator('.file')).toHaveCount(files.length);
        await expect.poll(() => stateOf(pile)).toBe('ok');
      }
      await expect.poll(() => stateOf(claim)).toBe('complete');
      await clean(page);
      await hand.press(claim.getByRole('button', { name: its.claim }));
      const outcome = page.locator('[data-outcome]');
      await expect(outcome).toContainText(/C-\d{6}/);
      await expect(claim).toContainText(its.received);
      await expect.poll(() => stateOf(claim)).toBe('received');
      await clean(page);
      const [number] = (await outcome.textContent()).match(/C-\d{6}/);
      await hand.press(outcome.getByRole('link', { name: its.see }));
      await expect(page.locator('main')).toContainText(name);

      await page.goto(`${server}merchant`);
      await hand.write(page.locator('#key'), process.env.MAKEGOOD_SERVER_KEY);
      await hand.press(page.locator('main button'));
      await hand.press(page.getByRole('link', { name: number }));
      await expect(page.locator('main')).toContainText('It stops in the middle of a call. 😀');
      await expect(page.locator('.files a[download]')).toHaveCount(4);
      await clean(page);
      expect(said).toEqual([]);
    });
  });
}
