import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { serveSite, type RunningSite } from '#workers/build/serve.js';
import { BUILD } from '../support/fixtures.ts';
import { howToStart, type Engine } from './engines.ts';
import { Seller } from './seller.ts';
import type { RunningBrowser, Tab } from './tab.ts';

const LAPTOP = { width: 1280, height: 800 };

/** A tab and who uses it. */
export interface OpenTab {
  readonly tab: Tab;
  readonly seller: Seller;
}

export interface Visit extends OpenTab, Pick<RunningBrowser, 'close'> {
  /** Opens a page in one more tab on the same stored data. */
  newTab(url: string): Promise<OpenTab>;
  /** Where downloads arrive. */
  readonly folder: string;
}

interface Fixtures {
  site: RunningSite;
  /** Starts an engine's browser; skips the test where this machine has none. */
  visit: (engine: Engine) => Promise<Visit>;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  site: async ({}, use) => {
    const site = await serveSite({ folder: BUILD, port: 0 });
    await use(site);
    await site.close();
  },

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  visit: async ({}, use, info) => {
    const visits: Visit[] = [];
    await use(async (engine) => {
      const start = await howToStart(engine);
      if (typeof start === 'string') {
        info.skip(true, start);
        throw new Error('unreachable: a skipped test ends');
      }
      const folder = await mkdtemp(join(tmpdir(), `debut-${engine}-`));
      const browser = await start(folder);
      const usedBySeller = (tab: Tab) => ({ tab, seller: new Seller(tab) });
      const newTab = async (url: string) => {
        const other = usedBySeller(await browser.newTab());
        await other.tab.resize(LAPTOP);
        await other.tab.goto(url);
        return other;
      };
      const visit = { ...usedBySeller(browser.tab), newTab, close: () => browser.close(), folder };
      visits.push(visit);
      await browser.tab.resize(LAPTOP);
      info.annotations.push({ type: 'version', description: browser.version });
      return visit;
    });
    for (const visit of visits) {
      if (info.status !== info.expectedStatus)
        await writeFile(info.outputPath('failed.png'), await visit.tab.screenshot());
      await visit.close();
      await rm(visit.folder, { recursive: true, force: true });
    }
  },
});

export const expect = test.expect;
