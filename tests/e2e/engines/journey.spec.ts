// The main job of a seller, in each engine that a seller may have: from the first load and a file to a plan. In the project
// engines-whole it begins with the demo shop, and goes on to a project that opens again. From the third step on there is no
// host.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { m } from '#messages';
import type { RunningSite } from '#workers/build/serve.js';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { ENGINES } from './engines.ts';
import { expect, test, type Visit } from './engine-test.ts';
import {
  LONG,
  makePlans,
  openDemoShop,
  openFirstPlan,
  openProject,
  PLANNING_MS,
  plansOf,
  saveProject,
  trainQuickly,
  untilOfflineReady,
} from './main-job.ts';
import type { Tab } from './tab.ts';

for (const engine of ENGINES)
  test(
    `a seller does the main job in ${engine}`,
    { tag: engine === 'chromium' ? '@whole' : [] },
    async ({ visit, site }) => {
      test.setTimeout(600_000);
      const visitor = await visit(engine);
      await loadOnce(visitor, site);
      const isWhole = test.info().project.name === 'engines-whole';
      if (isWhole) {
        await demoShopToPlan(visitor);
        await planToProject(visitor);
        await visitor.seller.press('link', /^Data/);
      }
      const chooser = isWhole ? m.pages_choose_file() : m.home_choose_file();
      await step('own file to a plan', () => ownFileToPlan(visitor, chooser));
    },
  );

/** Runs a step and notes how long it took. */
async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await test.step(name, work);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  test.info().annotations.push({ type: 'seconds', description: `${seconds} ${name}` });
}

async function loadOnce(visit: Visit, site: RunningSite): Promise<void> {
  const { tab, seller } = visit;
  await step('first load', async () => {
    await tab.goto(site.url);
    await seller.sees('button', m.home_try_demo());
  });
  await step('service worker', () => untilOfflineReady(tab));
  await site.close();
  await step('reload without a host', async () => {
    await expect(fetch(site.url)).rejects.toThrow();
    await tab.goto(site.url);
    await seller.sees('heading', m.home_title());
  });
}

async function demoShopToPlan(visit: Visit): Promise<void> {
  await step('demo shop', () => openDemoShop(visit));
  await step('training', () => trainQuickly(visit));
  await step('plans', () => makePlans(visit, /30 plans/));
  await step('one plan', async () => {
    await openFirstPlan(visit);
    expect(await visit.seller.textOf('main')).not.toMatch(/NaN|undefined|Infinity/);
  });
}

async function planToProject(visit: Visit): Promise<void> {
  const { tab, seller } = visit;
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
  const plans = await plansOf(visit);
  let file = '';
  await step('project file saved', async () => (file = await saveProject(visit)));
  await step('everything deleted', async () => {
    await seller.press('button', 'Delete everything');
    await seller.sees('button', 'Keep everything');
    await seller.press('button', 'Delete everything');
    await seller.sees('button', m.home_try_demo());
  });
  await step('project file opened', async () => {
    await openProject(visit, file);
    await expect.poll(() => plansOf(visit), LONG).toBe(plans);
  });
}

async function ownFileToPlan(visit: Visit, chooser: string): Promise<void> {
  const { seller, folder } = visit;
  const own = join(folder, 'launches.csv');
  await writeFile(own, launchesCsv(generateShop({ launches: 240 }).launches));
  await seller.chooseFile(chooser, own);
  await seller.press('button', 'Import');
  await seller.sees('heading', /240 launches/);
  await trainQuickly(visit);
  await seller.press('link', m.pages_plan_new());
  await seller.fill('Title', 'Linen throw');
  await seller.fill('List price', '25');
  await seller.press('button', 'Add this product');
  await seller.press('button', m.pages_make_plans());
  await seller.sees('heading', /1 plan/, PLANNING_MS);
  await openFirstPlan(visit);
  expect(await seller.textOf('main')).not.toMatch(/NaN|undefined|Infinity/);
}

function ground(tab: Tab): Promise<string> {
  return tab.run(() => getComputedStyle(document.documentElement).backgroundColor);
}
