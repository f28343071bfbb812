import type { Page } from '@playwright/test';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { expect, test } from '../support/fixtures.ts';
import {
  chooseFile,
  declineLanguageModel,
  searchNothing,
  setNumber,
} from '../support/main-flow.ts';

/** Keeps the devices that the worker opens where a test can reach them. */
function keepDevices(page: Page): void {
  page.on('worker', (worker) => {
    const kept = worker.evaluate(() => {
      const devices: GPUDevice[] = ((self as unknown as KeptDevices).devices = []);
      const request = Reflect.get<GPUAdapter, 'requestDevice'>(
        GPUAdapter.prototype,
        'requestDevice',
      );
      GPUAdapter.prototype.requestDevice = async function (description) {
        const device = await request.call(this, description);
        devices.push(device);
        return device;
      };
    });
    kept.catch(() => undefined); // it may end before it hears
  });
}

interface KeptDevices {
  devices: GPUDevice[];
}

const modelWorker = (page: Page) => page.workers().find((each) => each.url().includes('/model'))!;

function deviceCount(page: Page): Promise<number> {
  return modelWorker(page).evaluate(() => (self as unknown as KeptDevices).devices.length);
}

/** As a driver that restarts does; resolves once a new device is there. */
async function loseDevice(page: Page): Promise<void> {
  const before = await deviceCount(page);
  await modelWorker(page).evaluate(() =>
    (self as unknown as KeptDevices).devices.at(-1)!.destroy(),
  );
  await expect.poll(() => deviceCount(page), { timeout: 30_000 }).toBeGreaterThan(before);
}

test(
  'a small model trains on WebGPU, really, its loss falls, and it outlives its device',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(240_000);
    keepDevices(page);
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

    await declineLanguageModel(page);
    await searchNothing(page);
    await setNumber(page, 'Epochs', '40');
    await page.getByRole('button', { name: 'Train the model' }).click();
    await expect(page.getByText(/^Epoch [1-9]\d* of/)).toBeVisible({ timeout: 60_000 });
    await loseDevice(page);
    await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({
      timeout: 150_000,
    });
    await expect(page.getByRole('definition').filter({ hasText: 'WebGPU' })).toBeVisible();
    const summary =
      (await page.getByText(/^(Validation error:|The validation error)/).textContent()) ?? '';
    const [, first, last] =
      /Training error: ([\d.]+) after epoch 1, ([\d.]+) after epoch/.exec(summary) ?? [];
    expect(Number(first)).toBeGreaterThan(0);
    expect(Number(last)).toBeLessThan(0.8 * Number(first));

    // And once more, but twice: then WebAssembly goes on, and learns the same.
    const wape = await validationWape(page);
    await page.getByRole('button', { name: 'Train again' }).click();
    await expect(page.getByText(/^Epoch [1-9]\d* of/)).toBeVisible({ timeout: 60_000 });
    await loseDevice(page);
    await modelWorker(page).evaluate(() =>
      (self as unknown as KeptDevices).devices.at(-1)!.destroy(),
    );
    await expect(page.getByText(/The graphics chip failed twice/)).toBeVisible({ timeout: 60_000 });
    expect(Math.abs((await validationWape(page)) / wape - 1)).toBeLessThan(0.01);
  },
);

/** Of the last pass that was checked, as the report of the stored model has it. */
function validationWape(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('debut-data');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('trainings').objectStore('trainings').getAll();
          reading.onerror = () => reject(reading.error!);
          reading.onsuccess = () => {
            database.close();
            const { report } = (reading.result as TrainingRun[]).at(-1)!;
            resolve(report.curve.findLast(({ quality }) => quality)!.quality!.wape!);
          };
        };
      }),
  );
}
