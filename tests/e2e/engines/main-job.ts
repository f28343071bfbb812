// Steps of a seller through the app, in any engine.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { m } from '#messages';
import { expect, type Visit } from './engine-test.ts';
import type { Tab } from './tab.ts';

export const LONG = { timeout: 30_000 };
const TRAINING_MS = 300_000;
export const PLANNING_MS = 60_000;
const FEW_EPOCHS = '6';

/** Resolves when the service worker has stored every file and serves this page. */
export async function untilOfflineReady(tab: Tab): Promise<void> {
  const state = () => tab.run(() => navigator.serviceWorker.controller?.state);
  await expect.poll(state, LONG).toBe('activated');
}

export async function openDemoShop({ seller }: Visit): Promise<void> {
  await seller.press('button', m.home_try_demo());
  await seller.sees('heading', /2,000 launches/);
}

/** Trains with Debut's own settings. */
export async function train({ seller }: Visit): Promise<void> {
  await seller.press('link', /^Model/);
  await seller.press('button', m.data_train());
  await seller.sees('button', m.pages_train_again(), TRAINING_MS);
  expect(await seller.textOf('h1')).toMatch(/^Average error on unseen launches: \d+%/);
}

/** Sets how many epochs the next training has, without a search for settings. */
export async function setEpochs({ seller }: Visit, epochs: string): Promise<void> {
  await seller.press('link', /^Model/);
  await seller.press('button', new RegExp(`^${m.forms_settings()}`));
  await seller.fill(m.forms_settings_search(), '0');
  await seller.fill(m.forms_settings_epochs(), epochs);
  // They are stored a moment after they were typed.
  await seller.sees('button', /2 values set by you$/);
}

/** Trains in a few seconds: the model computes like any other, but is not a good one. */
export async function trainQuickly(visit: Visit): Promise<void> {
  const { seller } = visit;
  await setEpochs(visit, FEW_EPOCHS);
  await train(visit);
  await expect.poll(() => seller.textOf('main'), LONG).toContain(`after epoch ${FEW_EPOCHS}`);
}

export async function makePlans({ seller }: Visit, count: RegExp): Promise<void> {
  await seller.press('link', m.pages_plan_new());
  await seller.press('button', m.pages_make_plans());
  await seller.sees('heading', count, PLANNING_MS);
}

/** Opens the first plan of the list, and waits for what is computed once it is open. */
export async function openFirstPlan({ tab, seller }: Visit): Promise<void> {
  const first = () =>
    tab.run(() => document.querySelector<HTMLAnchorElement>('main a[href*="product="]')?.href);
  await expect.poll(first, LONG).toBeTruthy();
  await tab.goto((await first())!);
  await seller.sees('text', /^Launch on /);
  const isWhole = () => tab.run(() => document.querySelector('circle.typical') !== null);
  await expect.poll(isWhole, LONG).toBe(true);
}

/** Returns what the list of the demo shop's plans says, in full. */
export async function plansOf({ tab, seller }: Visit): Promise<string> {
  await seller.press('link', /^Plan/);
  await seller.sees('heading', /30 plans/);
  return tab.run(() => document.querySelector('main ol')?.textContent ?? '');
}

/** Saves everything as a project file. Returns its path. */
export async function saveProject({ tab, seller, folder }: Visit): Promise<string> {
  // A test cannot answer the browser's own dialog; most browsers have none.
  await tab.run(() => void Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await seller.press('link', /^Settings/);
  await seller.press('button', m.settings_project());
  await seller.press('button', m.project_save());
  await seller.press('button', m.project_save_now());
  return downloaded(folder, '.debut');
}

/** Returns the path of the one downloaded file with this ending, once it is whole. */
export async function downloaded(folder: string, ending: string): Promise<string> {
  const paths = async () =>
    (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(ending));
  await expect.poll(paths, LONG).toHaveLength(1);
  return join(folder, (await paths())[0]!);
}

/** Opens a project file from a home page that has no data. */
export async function openProject({ seller }: Visit, path: string): Promise<void> {
  await seller.press('link', m.home_open_project());
  await seller.press('button', m.settings_project());
  await seller.chooseFile(m.project_open(), path);
  await seller.sees('text', /^Restored from /, PLANNING_MS);
}
