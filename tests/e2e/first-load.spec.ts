import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { openDemoShop, startTraining } from './main-flow.ts';
import { pagePaths } from './site.ts';

const BUDGET_BYTES = 150_000;

for (const path of pagePaths()) {
  test(`/${path} starts with at most 150 kB of script, gzipped`, async ({ page }) => {
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await page.goto(`/${path}`, { waitUntil: 'networkidle' });
    const bodies = await Promise.all(scripts);
    const bytes = bodies.reduce((total, body) => total + gzipSync(body).length, 0);
    expect(bodies.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
  });
}

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
  await startTraining(page);
  await expect(page.getByText(/Pass \d+ of/)).toBeVisible({ timeout: 30_000 });
  await Promise.all(checks);
  expect(withTensors).not.toEqual([]);
  for (const path of withTensors) expect(path).toContain('/workers/');
});
