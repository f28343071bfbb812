// The main job of a seller, in each engine that a seller may have: from the first load to a plan and, in the project
// engines-whole, on to a project that opens again. From the third step on there is no host.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { m } from '#messages';
import { serveSite } from '#workers/build/serve.js';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { BUILD } from '../support/fixtures.ts';
import { ENGINES, howToStart } from './engines.ts';
import { Seller } from './seller.ts';
import type { RunningBrowser, Tab } from './tab.ts';

const LAPTOP = { width: 1280, height: 800 };
const TRAINING_MS = 240_000;
const PLANNING_MS = 60_000;
const FEW_EPOCHS = '6';

for (const engine of ENGINES) {
  test.describe(engine, () => {
    let browser: RunningBrowser;
    let folder: string;

    test.beforeEach(async () => {
      const start = await howToStart(engine);
      test.skip(typeof start === 'string', String(start));
      folder = await mkdtemp(join(tmpdir(), `debut-${engine}-`));
      browser = await (start as Exclude<typeof start, string>)(folder);
      await browser.tab.resize(LAPTOP);
    });

    test.afterEach(async () => {
      const info = test.info();
      if (info.status === 'skipped') return;
      if (info.status !== 'passed')
        await writeFile(info.outputPath('failed.png'), await browser.tab.screenshot());
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    });

    test('a seller does the main job', async () => {
      test.setTimeout(600_000);
      await firstLoadToPlan(browser);
      if (isWhole()) await planToProject(browser.tab, folder);
    });
  });
}

function isWhole(): boolean {
  return test.info().project.name === 'engines-whole';
}

/** Runs a step and notes how long it took. */
async function step(name: string, work: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  await test.step(name, work);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  test.info().annotations.push({ type: 'seconds', description: `${seconds} ${name}` });
}

async function firstLoadToPlan({ tab, version }: RunningBrowser): Promise<void> {
  test.info().annotations.push({ type: 'version', description: version });
  const seller = new Seller(tab);
  const site = await serveSite({ folder: BUILD, port: 0 });
  try {
    await step('first load', async () => {
      await tab.goto(site.url);
      await seller.sees('button', m.home_try_demo());
    });
    await step('service worker', () => untilOfflineReady(tab));
  } finally {
    await site.close();
  }
  await step('reload without a host', async () => {
    await expect(fetch(site.url)).rejects.toThrow();
    await tab.goto(site.url);
    await seller.sees('heading', m.home_title());
  });
  await step('demo shop', async () => {
    await seller.press('button', m.home_try_demo());
    await seller.sees('heading', /2,000 launches/);
  });
  await step('training', () => trainQuickly(seller));
  await step('plans', async () => {
    await seller.press('link', m.pages_plan_new());
    await seller.press('button', m.pages_make_plans());
    await seller.sees('heading', /30 plans/, PLANNING_MS);
  });
  await step('one plan', async () => {
    await openFirstPlan(tab, seller);
    expect(await seller.textOf('main')).not.toMatch(/NaN|undefined|Infinity/);
  });
}

async function planToProject(tab: Tab, folder: string): Promise<void> {
  const seller = new Seller(tab);
  await step('a plan changed and adopted', async () => {
    await seller.press('button', /Change: Initial stock$/);
    await seller.sees('dialog', m.doubt_stock());
    await seller.fill(m.doubt_stock(), '37');
    await seller.sees('text', /37 units/);
    await seller.press('button', m.ledger_adopt());
    await seller.sees('text', /^Adopted/);
  });
  await step('calendar', async () => {
    await seller.press('link', /^Calendar/);
    await seller.sees('heading', /: \d+ launches/, PLANNING_MS);
  });
  await step('evidence', async () => {
    await seller.press('link', /^Evidence/);
    await seller.sees('heading', /^80% ranges covered \d+% of launches$/);
  });
  await step('language and theme', async () => {
    await seller.press('link', /^Settings/);
    const light = await ground(tab);
    await seller.press('choice', m.settings_theme_dark());
    await expect.poll(() => ground(tab)).not.toBe(light);
    await seller.press('button', '中文');
    await seller.sees('choice', m.settings_theme_dark({}, { locale: 'zh' }));
    await seller.press('button', 'English');
    await seller.press('choice', m.settings_theme_light());
    await expect.poll(() => ground(tab)).toBe(light);
  });
  const plans = await plansOn(tab, seller);
  await step('project file saved', async () => {
    // A test cannot answer the browser's own dialog; most browsers have none.
    await tab.run(() => void Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await seller.press('link', /^Settings/);
    await seller.press('button', m.settings_project());
    await seller.press('button', m.project_save());
    await seller.press('button', m.project_save_now());
    await expect.poll(() => projectsIn(folder), LONG).toHaveLength(1);
  });
  await step('everything deleted', async () => {
    await seller.press('button', 'Delete everything');
    await seller.sees('button', 'Keep everything');
    await seller.press('button', 'Delete everything');
    await seller.sees('button', m.home_try_demo());
  });
  await step('project file opened', async () => {
    const [project] = await projectsIn(folder);
    await seller.press('link', m.home_open_project());
    await seller.press('button', m.settings_project());
    await tab.chooseFile(`input[aria-label="${m.project_open()}"]`, join(folder, project!));
    await seller.sees('text', /^Restored from /, PLANNING_MS);
    await expect.poll(() => plansOn(tab, seller), LONG).toBe(plans);
  });
  await step('own file to a plan', async () => {
    const file = join(folder, 'launches.csv');
    await writeFile(file, launchesCsv(generateShop({ launches: 240 }).launches));
    await seller.press('link', /^Data/);
    await seller.sees('heading', /2,000 launches/);
    await seller.sees('button', m.pages_choose_file());
    await tab.chooseFile(`main input[aria-label="${m.pages_choose_file()}"]`, file);
    await seller.press('button', 'Import');
    await seller.sees('heading', /240 launches/);
    await trainQuickly(seller);
    await seller.press('link', m.pages_plan_new());
    await seller.fill('Title', 'Linen throw');
    await seller.fill('List price', '25');
    await seller.press('button', 'Add this product');
    await seller.press('button', m.pages_make_plans());
    await seller.sees('heading', /1 plan/, PLANNING_MS);
    await openFirstPlan(tab, seller);
  });
}

async function trainQuickly(seller: Seller): Promise<void> {
  await seller.press('link', /^Model/);
  await seller.press('button', new RegExp(`^${m.forms_settings()}`));
  await seller.fill(m.forms_settings_search(), '0');
  await seller.fill(m.forms_settings_epochs(), FEW_EPOCHS);
  await seller.press('button', m.data_train());
  await seller.sees('button', m.pages_train_again(), TRAINING_MS);
  expect(await seller.textOf('main')).toContain(`after epoch ${FEW_EPOCHS}`);
  expect(await seller.textOf('h1')).toMatch(/^Average error on unseen launches: \d+%/);
}

async function openFirstPlan(tab: Tab, seller: Seller): Promise<void> {
  const first = () =>
    tab.run(() => document.querySelector<HTMLAnchorElement>('main a[href*="product="]')?.href);
  await expect.poll(first, LONG).toBeTruthy();
  await tab.goto((await first())!);
  await seller.sees('text', /^Launch on /);
  // What is computed after the page has opened.
  await expect
    .poll(() => tab.run(() => document.querySelector('circle.typical') !== null), LONG)
    .toBe(true);
}

const LONG = { timeout: 30_000 };

/** Returns what the list of plans says, in full. */
async function plansOn(tab: Tab, seller: Seller): Promise<string> {
  await seller.press('link', /^Plan/);
  await seller.sees('heading', /30 plans/);
  return tab.run(() => document.querySelector('main ol')!.textContent);
}

async function projectsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((path) => path.endsWith('.debut'));
}

function ground(tab: Tab): Promise<string> {
  return tab.run(() => getComputedStyle(document.documentElement).backgroundColor);
}

async function untilOfflineReady(tab: Tab): Promise<void> {
  await expect
    .poll(() => tab.run(() => navigator.serviceWorker.controller?.state), LONG)
    .toBe('activated');
}
