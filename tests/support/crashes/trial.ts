// Plays one crash: work is begun in a browser with a shop, something ends at a certain moment, and the database is
// compared with that before. What was finished must be there bit by bit. What was not must continue or be absent. Pages
// must open, and the work can be repeated.

import { expect, type Page } from '@playwright/test';
import { toLines, type StoredDatabase } from '../schema/stored-database.ts';
import type { CrashShop } from './crash-shop.ts';
import type { Crash, CrashingBrowser, Profiles } from './crashing-browser.ts';
import { faultsOf, rowsOf, withoutOrphans } from './stored-faults.ts';
import { WORKS, type Work, type WorkName } from './works.ts';

export interface Planned {
  readonly work: WorkName;
  readonly crash: Crash;
  /** Milliseconds after the press that begins the work. */
  readonly delayMs: number;
  /** Pages to open afterwards, in addition to that of the work. */
  readonly paths: readonly string[];
}

export interface Outcome {
  /** Whether the work was finished before it was repeated. */
  readonly wasFinished: boolean;
  /** Whether an unfinished training was offered to continue. */
  readonly wentOn: boolean;
  /** Whether nothing was running that could be ended. */
  readonly wasTooEarly: boolean;
  readonly faults: readonly string[];
}

interface Stage {
  readonly browser: CrashingBrowser;
  readonly shop: CrashShop;
  readonly work: Work;
}

export async function tryCrash(
  { work: name, crash, delayMs, paths }: Planned,
  { profiles, shop }: { readonly profiles: Profiles; readonly shop: CrashShop },
): Promise<Outcome> {
  const browser = await profiles.open();
  const work = WORKS[name];
  const stage = { browser, shop, work };
  try {
    const page = await browser.openPage(work.path);
    const before = await browser.stored(page);
    const begin = await work.prepare(page, shop);
    // The delay starts with the press: quick work would be over before the press returns.
    const begun = begin().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const wasSaid = await isShown(page, name);
    const hadSome = await browser.crash(page, crash);
    await begun;
    browser.problems.length = 0;
    if (crash === 'worker') await untilCalm(page);
    const { faults, after, wentOn } = await lookAfterwards(stage, before, paths);
    const wasFinished = work.finishedIn(after, before);
    if (work.isTorn?.(after, before)) faults.push('was done in part');
    if (wasSaid && !wasFinished) faults.push('was said to be finished, and is not there');
    faults.push(...(await doAgain(stage, after)));
    return { wasFinished, wentOn, wasTooEarly: !hadSome, faults };
  } finally {
    await browser.close();
  }
}

/** Returns the milliseconds that the work takes without a crash. */
export async function timeWork(
  name: WorkName,
  { profiles, shop }: { readonly profiles: Profiles; readonly shop: CrashShop },
): Promise<number> {
  const browser = await profiles.open();
  try {
    const page = await browser.openPage(WORKS[name].path);
    const begin = await WORKS[name].prepare(page, shop);
    const started = performance.now();
    await begin();
    await WORKS[name].isOver(page);
    return performance.now() - started;
  } finally {
    await browser.close();
  }
}

/**
 * Whether the page shows that the work is over. Only two works show it at once; the buttons of the others exist before,
 * too.
 */
async function isShown(page: Page, name: WorkName): Promise<boolean> {
  if (name === 'importing')
    return /[?&]dataset=/.test(page.url()) && !page.url().includes('import=');
  if (name === 'restoring') return page.getByText('It was added to what was here.').isVisible();
  return false;
}

/** Waits until no work is in progress: an ended worker is started again, or its work fails with a message. */
async function untilCalm(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
}

async function lookAfterwards(
  { browser, work }: Stage,
  before: StoredDatabase,
  paths: readonly string[],
): Promise<{ faults: string[]; after: StoredDatabase; wentOn: boolean }> {
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await opened(browser, path)));
  const after = await browser.storedNow();
  faults.push(...(await faultsOf(after, { isSwept: false })));
  faults.push(...lostFrom(before, { after, work }));
  return { faults, after, wentOn: rowsOf(after, 'runs').length > 0 };
}

async function opened(browser: CrashingBrowser, path: string): Promise<string[]> {
  const page = await browser.openPage(path);
  await page.waitForFunction(() => window.keepPress === undefined);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const alerts = await page.getByRole('alert').allInnerTexts();
  const said = browser.problems.splice(0).map((text) => `${path || 'home'}: ${text}`);
  return [...said, ...alerts.map((text) => `${path || 'home'} says ${text}`)];
}

async function doAgain(stage: Stage, before: StoredDatabase): Promise<string[]> {
  const { browser, shop, work } = stage;
  if (work.isDone?.(before)) return [];
  const page = await browser.openPage(work.path);
  if (rowsOf(before, 'runs').length > 0 && work === WORKS.training) {
    await page.getByText('A training run is not finished.').waitFor();
  }
  const begin = await work.prepare(page, shop);
  await begin();
  await work.isOver(page);
  const after = await browser.stored(page);
  const isSwept = work === WORKS.importing || work === WORKS.restoring;
  const faults = await faultsOf(after, { isSwept });
  faults.push(...lostFrom(before, { after, work }));
  if (!work.finishedIn(after, before)) faults.push('cannot be done again');
  if (work === WORKS.training && rowsOf(after, 'runs').length > 0) {
    faults.push('goes on though it is finished');
  }
  return [...faults, ...browser.problems.splice(0)].map((text) => `again: ${text}`);
}

const CHANGING_SETTINGS = new Set(['currentDatasetId', 'rememberedMappings', 'adapterVerdicts']);

/** Returns the records of `before` that are no longer there bit by bit, though nothing was to replace them. */
function lostFrom(
  before: StoredDatabase,
  { after, work }: { readonly after: StoredDatabase; readonly work: Work },
): string[] {
  const mayChange = work.finishedIn(after, before) ? work.replaces : ['runs', 'checkpoints'];
  return before.tables.flatMap(({ name }) => {
    if (mayChange.includes(name)) return [];
    const there = new Set(linesOf(after, name));
    const lost = linesOf(withoutOrphans(before), name).filter((line) => !there.has(line));
    return lost.map((line) => `lost from ${name}: ${line.slice(0, 80)}`);
  });
}

function linesOf(stored: StoredDatabase, name: string): string[] {
  const rows = rowsOf(stored, name)
    .filter(({ name: setting }) => name !== 'settings' || !CHANGING_SETTINGS.has(String(setting)))
    // The runs show which model is in use.
    .map((row) => (name === 'datasets' ? { ...row, modelInUse: null } : row));
  const table = { name, keyPath: null, autoIncrement: false, indexes: [], records: rows };
  return toLines({ name: '', version: 1, tables: [table] })
    .trimEnd()
    .split('\n')
    .slice(2);
}
