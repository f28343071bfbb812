import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { serveSite, type RunningSite, type SiteOptions } from '#workers/build/serve.js';
import { sawTour } from '../../support/saw-tour.ts';
import { watchRequests } from './quiet.ts';

export const BUILD = fileURLToPath(new URL('../../../build', import.meta.url));

interface TestFixtures {
  /** Serves the build once more, for tests that need their own host. */
  openSite: (options?: Partial<SiteOptions>) => Promise<RunningSite>;
  /** Set by tests of the tour. Otherwise the tour has been seen and covers no page. */
  isNew: boolean;
  /** Errors in the console or thrown by a page, including refused requests. */
  problems: string[];
  /** Set by the few tests that provoke errors; all others fail on any. */
  expectProblems: boolean;
}

interface WorkerFixtures {
  site: RunningSite;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const site = await serveSite({ folder: BUILD, port: 0 });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => use(site.url),

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  openSite: async ({}, use) => {
    const opened: RunningSite[] = [];
    await use(async (options) => {
      const site = await serveSite({ folder: BUILD, port: 0, ...options });
      opened.push(site);
      return site;
    });
    await Promise.all(opened.map((site) => site.close()));
  },

  expectProblems: [false, { option: true }],

  isNew: [false, { option: true }],

  context: async ({ context, isNew }, use) => {
    if (!isNew) await sawTour(context);
    watchRequests(context);
    await use(context);
  },

  problems: [
    async ({ context, expectProblems }, use) => {
      const problems: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error')
          problems.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => problems.push(error.error().message));
      await use(problems);
      if (!expectProblems) expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export const expect = test.expect;
