import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launchesCsv } from '../support/demo-shop/write.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { expect, test } from './fixtures.ts';
import { chooseFile, searchNothing } from './main-flow.ts';
import { keptEmbeddings } from './kept-embeddings.ts';

/** Texts that are compared. */
const COMPARED = 100;

function embeddedInNode(texts: readonly string[]): number[][] {
  const script = fileURLToPath(new URL('../support/embed-in-node.ts', import.meta.url));
  const told = execFileSync('npx', ['tsx', script], { input: JSON.stringify(texts) });
  return JSON.parse(told.toString()) as number[][];
}

test('a small model trains on WebGPU, really, its loss falls, and names are read as elsewhere', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const csv = launchesCsv(generateShop({ launches: 60 }).launches);
  await page.goto('/');
  await chooseFile(page, { content: csv });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/60 launches/);
  await page.getByRole('navigation').getByRole('link', { name: /Model/ }).click();

  // A software adapter is never taken by itself; asked for, it is.
  await expect(page.getByText(/On this device: WebAssembly/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('radio', { name: /GPU \(WebGPU\)/ }).check();
  await expect(page.getByText(/On this device: GPU/)).toBeVisible({ timeout: 60_000 });

  await searchNothing(page);
  await page.getByRole('button', { name: 'Train the model' }).click();
  await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({ timeout: 150_000 });
  await expect(page.getByRole('definition').filter({ hasText: 'WebGPU' })).toBeVisible();
  const summary = (await page.getByText(/^Error after \d/).textContent()) ?? '';
  const [, last, first] =
    /passes: ([\d.]+) on launches it learns from.* began at ([\d.]+)/.exec(summary) ?? [];
  expect(Number(first)).toBeGreaterThan(0);
  expect(Number(last)).toBeLessThan(0.8 * Number(first));

  const kept = await keptEmbeddings(page);
  expect(kept.size).toBeGreaterThan(100);
  const compared = [...kept.keys()].slice(0, COMPARED);
  embeddedInNode(compared).forEach((expected, row) => {
    const text = compared[row]!;
    const apart = Math.max(...expected.map((value, i) => Math.abs(value - kept.get(text)![i]!)));
    expect(apart, text).toBeLessThan(1e-3);
  });
});
