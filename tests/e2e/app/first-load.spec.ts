import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { declineLanguageModel, openDemoShop, startTraining } from '../support/main-flow.ts';
import { pagePaths } from '../support/site.ts';
import { untilAnswering } from '../support/quiet.ts';

const BUDGET_BYTES = 120_000;
/** Asking for fifty small files takes a browser longer than running them. */
const MOST_FILES = 20;

/**
 * The paths of all scripts that the page and its workers have asked for so far. Their bytes are read from the built
 * app: the browser keeps what it was sent only for a while.
 */
function scriptsAskedFor(page: Page): Set<string> {
  const paths = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') paths.add(new URL(request.url()).pathname);
  });
  return paths;
}

function bodyOf(path: string): Buffer {
  return readFileSync(join(BUILD, path));
}

test('every page starts with at most 120 kB of script, gzipped, in few files', async ({ page }) => {
  const scripts = scriptsAskedFor(page);
  for (const path of pagePaths()) {
    scripts.clear();
    await page.goto(`/${path}`);
    await untilAnswering(page);
    await page.waitForLoadState('networkidle');
    const bytes = [...scripts].reduce(
      (total, script) => total + gzipSync(bodyOf(script)).length,
      0,
    );
    expect(scripts.size, path).toBeGreaterThan(1);
    expect(scripts.size, path).toBeLessThanOrEqual(MOST_FILES);
    expect(bytes, path).toBeLessThanOrEqual(BUDGET_BYTES);
  }
});

test('a first visit opens no database, and the next does', async ({ page }) => {
  const scripts = scriptsAskedFor(page);
  const withDexie = () => [...scripts].filter((script) => bodyOf(script).includes('DexieError'));
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).length);
  await page.goto('/');
  await untilAnswering(page);
  await page.waitForLoadState('networkidle');
  expect(withDexie()).toEqual([]);
  expect(await databases()).toBe(0);
  await openDemoShop(page);
  expect(await databases()).toBe(1);
  await page.reload();
  await untilAnswering(page);
  await expect.poll(withDexie).not.toEqual([]);
});

test('a page is drawn before it asks for a script', async ({ page }) => {
  await page.goto('/');
  await untilAnswering(page);
  const { drawn, firstScript } = await page.evaluate(() => ({
    drawn: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    firstScript: Math.min(
      ...performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ startTime }) => startTime),
    ),
  }));
  expect(firstScript).toBeGreaterThan(drawn);
});

test('a page that opens unseen starts all the same', async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    // Nothing is drawn behind another page.
    PerformanceObserver.prototype.observe = () => undefined;
  });
  await page.goto('/');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('what is pressed before the page can answer is answered then', async ({ page }) => {
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/');
  await openDemoShop(page);
  await page.goto('/settings/');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/');
  await openDemoShop(page);
  await expect(page).toHaveURL(/dataset=1$/);
});

test('TensorFlow.js is loaded by the model worker, and by no page', async ({ page }) => {
  const scripts = scriptsAskedFor(page);
  const withTensors = () =>
    [...scripts].filter((script) => bodyOf(script).includes('makeTensorFromTensorInfo'));
  await page.goto('/');
  await openDemoShop(page);
  expect(withTensors()).toEqual([]);
  await declineLanguageModel(page);
  await startTraining(page);
  await expect(page.getByText(/Backtesting on earlier launches|Epoch \d+ of/)).toBeVisible({
    timeout: 30_000,
  });
  expect(withTensors()).not.toEqual([]);
  for (const path of withTensors()) expect(path).toContain('/workers/');
});
