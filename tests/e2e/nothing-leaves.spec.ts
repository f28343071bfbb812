import type { Page, Worker } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sendFromAnyThread, sendFromPage } from './leak-attempts.ts';
import { openDemoShop, startTraining } from './main-flow.ts';
import { startRecorder, startUnconfinedHost, type Recorder } from './recorder.ts';
import { untilOfflineReady } from './site.ts';

test.use({ expectProblems: true });

/** Long enough for a request on its way to arrive. */
const SETTLE_MS = 1_000;

const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

async function expectNothingReceived(recorder: Recorder): Promise<void> {
  await settle();
  const byteCount = await recorder.close();
  expect(recorder.received).toEqual([]);
  expect(byteCount).toBe(0);
}

async function workerNamed(page: Page, name: string): Promise<Worker> {
  const find = () => page.workers().find((worker) => worker.url().includes(`/${name}.worker`));
  await expect.poll(find).toBeDefined();
  return find()!;
}

for (const bare of [false, true]) {
  const host = bare ? 'a host that sends no headers' : 'a host that sends our headers';

  test(`nothing leaves the page or its workers on ${host}`, async ({ page, openSite }) => {
    const recorder = await startRecorder();
    const site = await openSite({ bare });
    await page.goto(site.url);
    await untilOfflineReady(page);
    await openDemoShop(page);
    const dataset = await workerNamed(page, 'dataset');
    await dataset.evaluate(sendFromAnyThread, `${recorder.url}dataset/`);
    await startTraining(page);
    const model = await workerNamed(page, 'model');
    await model.evaluate(sendFromAnyThread, `${recorder.url}model/`);
    await page.evaluate(sendFromAnyThread, `${recorder.url}page/`);
    await page.evaluate(sendFromPage, `${recorder.url}page/`);
    await expectNothingReceived(recorder);
  });
}

test('nothing leaves the service worker', async ({ page, context }) => {
  const recorder = await startRecorder();
  await page.goto('');
  await untilOfflineReady(page);
  const [serviceWorker] = context.serviceWorkers();
  await serviceWorker!.evaluate(sendFromAnyThread, `${recorder.url}service-worker/`);
  await expectNothingReceived(recorder);
});

test('the same attempts all arrive from a page and a worker without a policy', async ({ page }) => {
  const recorder = await startRecorder();
  const host = await startUnconfinedHost();
  await page.goto(host.url);
  await fetch(`${recorder.url}node`);
  await expect.poll(() => page.workers().length).toBe(1);
  await page.workers()[0]!.evaluate(sendFromAnyThread, `${recorder.url}worker/`);
  await page.evaluate(sendFromAnyThread, `${recorder.url}page/`);
  await page.evaluate(sendFromPage, `${recorder.url}page/`);
  await settle();
  const anywhere = ['fetch', 'xhr', 'websocket', 'event-source', 'import'];
  const pageOnly = ['beacon', 'image', 'frame', 'script', 'style', 'prefetch', 'video', 'object'];
  for (const path of [
    '/node',
    ...[...anywhere, 'import-scripts'].map((channel) => `/worker/${channel}`),
    ...[...anywhere, ...pageOnly].map((channel) => `/page/${channel}`),
  ]) {
    expect(recorder.received).toContain(path);
  }
  await Promise.all([host.close(), recorder.close()]);
});
