// Measures what importing a large file does to the page: tasks that block its main thread, and how soon a cancelled one
// is gone.

import type { Browser, Page } from '@playwright/test';
import { serveSite } from '#workers/build/serve.js';

export interface PageFigures {
  /** The longest task on the main thread during the import; 0 if none took over 50 ms. */
  readonly longestTaskMs: number;
  readonly importSeconds: number;
  /** Milliseconds from pressing Cancel until nothing of the file is stored. */
  readonly cancelMs: readonly number[];
}

const CANCEL_AFTER_MS = [200, 700, 1_200];

export async function importOnPage(
  browser: Browser,
  { build, path }: { readonly build: string; readonly path: string },
): Promise<PageFigures> {
  const site = await serveSite({ folder: build, port: 0 });
  const page = await browser.newPage();
  try {
    await page.addInitScript(() => {
      const tasks: PerformanceEntry[] = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({
        type: 'longtask',
      });
      Object.assign(globalThis, { longTasks: tasks });
    });
    const cancelMs: number[] = [];
    for (const wait of CANCEL_AFTER_MS)
      cancelMs.push(await cancelled(page, { home: site.url, path, waitMs: wait }));
    await open(page, site.url, path);
    const startMs = await page.evaluate(() => performance.now());
    await page.getByRole('button', { name: 'Import' }).click();
    await page.waitForURL(/dataset=/, { timeout: 120_000 });
    const { endMs, longestTaskMs } = await page.evaluate((from) => {
      const tasks = (globalThis as unknown as { longTasks: PerformanceEntry[] }).longTasks;
      const during = tasks.filter(({ startTime }) => startTime >= from);
      const longestTaskMs = Math.max(0, ...during.map(({ duration }) => duration));
      return { endMs: performance.now(), longestTaskMs };
    }, startMs);
    return { longestTaskMs, importSeconds: (endMs - startMs) / 1000, cancelMs };
  } finally {
    await page.close();
    await site.close();
  }
}

async function open(page: Page, home: string, path: string): Promise<void> {
  await page.goto(home);
  await page.waitForLoadState('networkidle');
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByRole('button', { name: 'Import' }).waitFor({ timeout: 60_000 });
}

interface CancelledImport {
  readonly home: string;
  readonly path: string;
  readonly waitMs: number;
}

async function cancelled(page: Page, { home, path, waitMs }: CancelledImport): Promise<number> {
  await open(page, home, path);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.waitForTimeout(waitMs);
  return page.evaluate(async () => {
    const buttons = [...document.querySelectorAll('button')];
    const start = performance.now();
    buttons.find(({ textContent }) => textContent.trim() === 'Cancel')!.click();
    for (;;) {
      const count = await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('debut-data');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('sources').objectStore('sources').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      });
      if (count === 0) return performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
}
