import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';

const project = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.MAKEGOOD_PORT ?? 4173);
const serverPort = Number(process.env.MAKEGOOD_SERVER_PORT ?? 4174);
// The server that receives claims, on the demo's day, with a key that its tests know.
process.env.MAKEGOOD_SERVER = `http://127.0.0.1:${serverPort}/`;
process.env.MAKEGOOD_SERVER_KEY = 'a-key-for-the-tests-only';
const server = [
  'cargo run --quiet --package makegood-server --', `--port ${serverPort}`, '--today 2026-11-22',
  `--merchant-key ${process.env.MAKEGOOD_SERVER_KEY}`, '--claims-per-minute 1000 --reads-per-minute 100000 --keys-per-minute 1000',
].join(' ');
const chromium = process.env.MAKEGOOD_CHROMIUM;

export default defineConfig({
  testDir: `${project}tests/browser`,
  testMatch: '**/*.spec.mjs',
  outputDir: `${project}target/playwright/results`,
  snapshotPathTemplate: `${project}tests/browser/{testFileName}-{arg}{ext}`,
  reporter: [['list'], ['json', { outputFile: `${project}target/playwright/report.json` }]],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Generous, because a machine that is shared stands still at times: they only end what hangs.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: process.env.MAKEGOOD_CHROMIUM_FLAGS?.split(' ') ?? [],
    },
  },
  webServer: [
    {
      command: `node pkg-config/serve.mjs --port ${port}`,
      cwd: project,
      url: `http://127.0.0.1:${port}/makegood/package.json`,
      reuseExistingServer: false,
      stdout: 'ignore',
    },
    {
      command: server,
      cwd: project,
      url: `${process.env.MAKEGOOD_SERVER}policy.json`,
      reuseExistingServer: false,
      stdout: 'ignore',
      timeout: 600_000,
      // So that it takes its data away.
      gracefulShutdown: { signal: 'SIGINT', timeout: 3000 },
    },
  ],
});
