import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';

const project = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.MAKEGOOD_PORT ?? 4173);
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
  timeout: 30_000,
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
  webServer: {
    command: `node pkg-config/serve.mjs --port ${port}`,
    cwd: project,
    url: `http://127.0.0.1:${port}/makegood/package.json`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
