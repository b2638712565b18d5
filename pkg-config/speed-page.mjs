// How long the engine keeps a page from answering, in headless Chromium on a processor that is four times slower, in
// milliseconds: medians and the slowest tenth of many calls, in one run. Called by `cargo xtask speed`.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { serve } from './serve.mjs';
import { claim } from './speed-claim.mjs';

const policy = JSON.parse(await readFile(new URL('../www/storefront/policy.json', import.meta.url), 'utf8'));

/** In the page: each job sixty times, with a pause for the page after each. */
async function timed({ policy, claim }) {
  const { open } = await import('/makegood/claim.js');
  const shop = await open(policy);
  const facts = { ...claim.facts, reason: 'defect', purchased: '2026-11-05', defectNoticed: '2026-11-20' };
  const jobs = {
    'Checking a claim of 12 fields': () => shop.checkClaim(claim),
    'Deciding an item beside China’s law': () => shop.decide({ today: claim.today, items: [{ id: 'phone', facts }] }),
    'Quoting a fault beside it': () => shop.quote({ today: claim.today, model: 'aurora-one', faults: [{ id: 'screen-broken' }], facts }),
  };
  if (shop.checkClaim(claim).done < 10) throw new Error('the claim is not filled in');
  const times = {};
  for (const [name, job] of Object.entries(jobs)) {
    times[name] = [];
    for (let round = 0; round < 60; round += 1) {
      const began = performance.now();
      job();
      times[name].push(performance.now() - began);
      await new Promise((go) => { setTimeout(go); });
    }
  }
  return times;
}

/** In the page: the longest task while 10,000 files are checked. */
async function longestTask() {
  const { checkFiles } = await import('/makegood/evidence.js');
  const files = Array.from({ length: 10_000 }, (_, index) => new File([`\xff\xd8\xff ${index}`], `${index}.jpg`, { type: 'image/jpeg' }));
  let longest = 0;
  const observer = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); });
  observer.observe({ type: 'longtask' });
  await new Promise((go) => { setTimeout(go, 200); });
  longest = 0;
  await checkFiles(files, { maxFiles: 10_000 });
  await new Promise((go) => { setTimeout(go, 200); });
  return longest;
}

const { url, close } = await serve({ csp: null });
const browser = await chromium.launch({
  executablePath: process.env.MAKEGOOD_CHROMIUM, args: process.env.MAKEGOOD_CHROMIUM_FLAGS?.split(' ').filter(Boolean) ?? [],
});
try {
  const page = await browser.newPage();
  await page.goto(`${url}docs/index.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (const [name, times] of Object.entries(await page.evaluate(timed, { policy, claim }))) {
    times.sort((one, other) => one - other);
    const at = (share) => times[Math.floor(times.length * share)].toFixed(2);
    console.log(`${at(0.5).padStart(10)}  ${name} (the slowest tenth from ${at(0.9)})`);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const longest = await page.evaluate(longestTask);
  console.log(`${longest === 0 ? '< 50'.padStart(10) : longest.toFixed(0).padStart(10)}  The longest task while 10,000 files are checked, at full speed`);
} finally {
  await browser.close();
  await close();
}
