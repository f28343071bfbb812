import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { declineLanguageModel, openDemoShop, startTraining } from './main-flow.ts';
import { pagePaths, untilAnswering } from './site.ts';

const BUDGET_BYTES = 150_000;

for (const path of pagePaths()) {
  test(`/${path} starts with at most 150 kB of script, gzipped`, async ({ page }) => {
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await page.goto(`/${path}`);
    await untilAnswering(page);
    const bodies = await Promise.all(scripts);
    const bytes = bodies.reduce((total, body) => total + gzipSync(body).length, 0);
    expect(bodies.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
  });
}

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
  const withTensors: string[] = [];
  const checks: Promise<void>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const check = response.text().then((code) => {
      if (code.includes('makeTensorFromTensorInfo'))
        withTensors.push(new URL(response.url()).pathname);
    });
    checks.push(check);
  });
  await page.goto('/');
  await openDemoShop(page);
  await Promise.all(checks);
  expect(withTensors).toEqual([]);
  await declineLanguageModel(page);
  await startTraining(page);
  await expect(page.getByText(/Predicting launches of earlier days|Pass \d+ of/)).toBeVisible({
    timeout: 30_000,
  });
  await Promise.all(checks);
  expect(withTensors).not.toEqual([]);
  for (const path of withTensors) expect(path).toContain('/workers/');
});
