// That nothing leaves is told by who would receive it: another origin that listens to requests, connections and packets, and the host of the
// app itself, which writes down what it is asked.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { m } from '#messages';
import { filesIn } from '#workers/build/site-files.js';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import {
  DEPARTURES,
  departFromPage,
  sendFromAnyThread,
  sendFromPage,
} from '../support/leak-attempts.ts';
import { chooseFile, startQuickTraining, untilTrained } from '../support/main-flow.ts';
import { startRecorder, startUnconfinedHost, type Recorder } from '../support/recorder.ts';
import { untilOfflineReady } from '../support/site.ts';

// What is refused is an error in the console.
test.use({ expectProblems: true, serviceWorkers: 'allow' });

/** Long enough for a request on its way to arrive. */
const SETTLE_MS = 1_000;

/** A season is planned meanwhile. */
const LONG = { timeout: 30_000 };

const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

async function expectNothingReceived(recorder: Recorder): Promise<void> {
  await settle();
  const arrived = await recorder.close();
  expect(recorder.received).toEqual([]);
  expect(arrived).toEqual({ connectionCount: 0, byteCount: 0, packetCount: 0 });
}

/** As a script would that had got into each worker that starts. Tells which were still there when all was tried. */
function tryFromWorkers(page: Page, target: string): () => Promise<string[]> {
  const attempts: Promise<string | undefined>[] = [];
  page.on('worker', (worker) => {
    const name = /([a-z]+)\.worker/.exec(worker.url())?.[1] ?? worker.url();
    const attempt = worker.evaluate(sendFromAnyThread, `${target}${name}/`);
    attempts.push(
      attempt.then(
        () => name,
        () => undefined,
      ),
    );
  });
  return async () => {
    const names = new Set(await Promise.all(attempts));
    return [...names].filter((name) => name !== undefined).sort();
  };
}

async function tryFromPage(page: Page, target: string): Promise<void> {
  await page.evaluate(sendFromAnyThread, `${target}page/`);
  await page.evaluate(sendFromPage, `${target}page/`);
  await settle();
  for (const way of DEPARTURES) {
    const address = page.url();
    await page.evaluate(departFromPage, [`${target}page/`, way] as const).catch(() => undefined);
    await settle();
    await page.goto(address);
  }
}

/** Launches whose texts are all hostile; what they sold is as in the demo shop. */
function hostileLaunches(target: string): string {
  const csv = launchesCsv(generateShop({ launches: 120 }).launches);
  const { data, meta } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
  const texts = hostileTexts(target);
  const [header] = texts;
  const hostile = data.map((row, i) => ({
    ...row,
    title: `${texts[i % texts.length]} ${row.title}`,
    brand: `${row.brand} ${texts[0]}`,
    category: `${row.category} ${texts[3]}`,
    channel: `${row.channel} ${texts[1]}`,
    promotion: `${row.promotion} ${texts[2]}`,
    [header!]: texts[(i + 1) % texts.length],
  }));
  return Papa.unparse(hostile, { columns: [...meta.fields!, header!] });
}

async function importHostileLaunches(page: Page, target: string): Promise<void> {
  await chooseFile(page, { content: hostileLaunches(target) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/120 launches/);
}

/** Names an address wherever a name is, and a file outside its folder. */
function hostileProject(target: string): Buffer {
  const [text] = hostileTexts(target);
  const manifest = { format: text, version: 1, parts: [{ path: '../../index.html', kind: text }] };
  const page = strToU8(`<script src="${target}project/script"></script>`);
  const files = { 'manifest.json': strToU8(JSON.stringify(manifest)), '../../index.html': page };
  return Buffer.from(zipSync(files));
}

async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await press();
  return readFile(await (await download).path());
}

async function planHostileProduct(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: m.pages_plan_new() }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('List price').fill('2.50');
  await page.getByRole('button', { name: 'Add this product' }).click();
  await page.getByRole('button', { name: m.pages_make_plans() }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/1 plan/);
  await page.locator('main ol a[href*="product="]').first().click();
  await expect(page.getByRole('region', { name: 'Decision' })).toBeVisible();
}

async function openProject(page: Page, content: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: m.project_open() }).click();
  const file = { name: 'all.debut', mimeType: 'application/octet-stream', buffer: content };
  await (await chooser).setFiles(file);
}

/** Its pages hold what the file says as words, and no element that it describes. */
async function expectInert(page: Page): Promise<void> {
  await expect(page.locator('main :is(script, iframe, form, meta, link)')).toHaveCount(0);
  await expect(page.locator('main [onerror], main [onload]')).toHaveCount(0);
}

/** The app's own host is asked for files of the app, and told nothing. */
function expectOnlyFiles(requests: readonly IncomingMessage[], basePath: string): void {
  const files = new Set(filesIn(BUILD));
  for (const path of [...files]) files.add(path.replace(/index\.html$/, ''));
  for (const { method, url = '', headers } of requests) {
    expect(method, url).toMatch(/^(GET|HEAD)$/);
    expect(headers, url).not.toHaveProperty('content-length');
    expect(headers, url).not.toHaveProperty('transfer-encoding');
    expect(headers, url).not.toHaveProperty('cookie');
    // Referrer-Policy leaves out everything but what the browser says of the service worker's own script.
    expect(headers.referer ?? '/service-worker.js', url).toMatch(/\/service-worker\.js$/);
    const [path = '', query] = url.split('?');
    expect(files, url).toContain(path.slice(basePath.length + 1));
    // Which data set a page shows is a number of this device; it is asked for once, by the page itself.
    expect(query ?? '', url).toMatch(/^([a-z]+=\d+(&|$))*$/);
  }
}

test('nothing leaves on the whole way from a hostile table to a restored project', async ({
  page,
  openSite,
}) => {
  test.setTimeout(120_000);
  const recorder = await startRecorder();
  const requests: IncomingMessage[] = [];
  const site = await openSite({ onrequest: (request) => requests.push(request) });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));

  const triedFrom = tryFromWorkers(page, recorder.url);

  await page.goto(site.url);
  await untilOfflineReady(page);
  await importHostileLaunches(page, recorder.url);
  await expectInert(page);

  await startQuickTraining(page);
  await untilTrained(page);

  await planHostileProduct(page, hostileTexts(recorder.url).join(' '));
  await expectInert(page);

  await page.goto(`${site.url}plan/`);
  const plans = await saved(page, async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'All plans as CSV' }).click();
  });
  expect(plans.toString()).toContain('cell/image');
  await page.goto(`${site.url}calendar/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/: \d+ launch/, LONG);
  // Workers end with their page.
  await expect.poll(triedFrom).toEqual(['dataset', 'model', 'plan']);
  await expectInert(page);

  await page.goto(`${site.url}settings/`);
  await page.getByRole('button', { name: m.settings_project() }).click();
  await page.getByRole('button', { name: m.project_save() }).click();
  const project = await saved(page, () =>
    page.getByRole('button', { name: m.project_save_now() }).click(),
  );
  await openProject(page, hostileProject(recorder.url));
  await expect(page.getByRole('alert')).toBeVisible();
  await openProject(page, project);
  await expect(page.getByText(m.project_restored_beside())).toBeVisible();
  await expectInert(page);

  await tryFromPage(page, recorder.url);
  await expectNothingReceived(recorder);
  expect(requests.length).toBeGreaterThan(50);
  expectOnlyFiles(requests, '');
});

test('nothing leaves the page or its workers on a host that sends no headers', async ({
  page,
  openSite,
}) => {
  const recorder = await startRecorder();
  const site = await openSite({ bare: true });
  const triedFrom = tryFromWorkers(page, recorder.url);
  await page.goto(site.url);
  await untilOfflineReady(page);
  await importHostileLaunches(page, recorder.url);
  // Only from now on does the page itself come from the service worker.
  await page.reload();
  await startQuickTraining(page);
  await untilTrained(page);
  await tryFromPage(page, recorder.url);
  expect(await triedFrom()).toEqual(['dataset', 'model']);
  await expectNothingReceived(recorder);
});

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
  await tryFromPage(page, recorder.url);
  const anywhere = ['fetch', 'xhr', 'websocket', 'event-source', 'import', 'font', 'cache'];
  const pageOnly = [
    ...['beacon', 'image', 'image-set', 'image-button', 'frame', 'script', 'style', 'prefetch'],
    ...['preload', 'module', 'video', 'audio', 'object', 'embed', 'background'],
    ...['imported-style', 'ping', 'new-tab', 'window', 'speculation'],
    ...DEPARTURES,
  ];
  for (const path of [
    '/node',
    ...[...anywhere, 'import-scripts'].map((channel) => `/worker/${channel}`),
    ...[...anywhere, ...pageOnly].map((channel) => `/page/${channel}`),
  ]) {
    expect.soft(recorder.received).toContain(path);
  }
  await host.close();
  expect((await recorder.close()).packetCount).toBeGreaterThan(0);
});
