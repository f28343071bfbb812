import type { Page } from '@playwright/test';
import { launchesCsv } from '../support/demo-shop/write.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { expect, test } from './fixtures.ts';
import { chooseFile, declineLanguageModel, searchNothing, setNumber } from './main-flow.ts';

/** Keeps the devices that the worker opens where a test can reach them. */
function keepDevices(page: Page): void {
  page.on('worker', (worker) => {
    void worker.evaluate(() => {
      const devices: GPUDevice[] = ((self as unknown as KeptDevices).devices = []);
      const request = Reflect.get(GPUAdapter.prototype, 'requestDevice') as RequestDevice;
      GPUAdapter.prototype.requestDevice = async function (description) {
        const device = await request.call(this, description);
        devices.push(device);
        return device;
      };
    });
  });
}

type RequestDevice = (this: GPUAdapter, description?: GPUDeviceDescriptor) => Promise<GPUDevice>;

interface KeptDevices {
  devices: GPUDevice[];
}

async function loseDevice(page: Page): Promise<number> {
  const worker = page.workers().find((each) => each.url().includes('/model'))!;
  return worker.evaluate(() => {
    const { devices } = self as unknown as KeptDevices;
    devices.at(-1)!.destroy();
    return devices.length;
  });
}

test('a small model trains on WebGPU, really, its loss falls, and it outlives its device', async ({
  page,
}) => {
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
  await setNumber(page, 'Passes (epochs)', '14');
  await page.getByRole('button', { name: 'Train the model' }).click();
  // A driver that restarts takes the device away: the training goes on with a new one.
  await expect(page.getByText(/^Pass [1-9]\d* of/)).toBeVisible({ timeout: 60_000 });
  const devices = await loseDevice(page);
  await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({ timeout: 150_000 });
  expect(await loseDevice(page)).toBe(devices + 1);
  await expect(page.getByRole('definition').filter({ hasText: 'WebGPU' })).toBeVisible();
  const summary = (await page.getByText(/^Error after \d/).textContent()) ?? '';
  const [, last, first] =
    /passes: ([\d.]+) on launches it learns from.* began at ([\d.]+)/.exec(summary) ?? [];
  expect(Number(first)).toBeGreaterThan(0);
  expect(Number(last)).toBeLessThan(0.8 * Number(first));
});
