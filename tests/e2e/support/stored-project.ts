// Provides a project as a seller finds it the next day. It is imported, trained and planned once in each language.
// Every test that asks for it gets it, in any worker.
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Locale } from '#messages/runtime';
import { sawTour } from '../../support/saw-tour.ts';
import { test as base } from './fixtures.ts';
import {
  makePlans,
  openDemoShop,
  startQuickTraining,
  thinDemoShop,
  untilTrained,
} from './main-flow.ts';
import { projectFolder } from './project-folder.ts';
import { untilAnswering, untilQuiet } from './quiet.ts';
import { places } from './site.ts';

type StoredState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

export const LOCALES = { en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

/** Each language and each theme once. Colours do not depend on the language, and words do not depend on the theme. */
export const LOOKS = [
  { locale: LOCALES.en, colorScheme: 'light' },
  { locale: LOCALES.zh, colorScheme: 'dark' },
] as const;

/** Only the whole suite looks twice. */
export function tagOf({ locale }: (typeof LOOKS)[number]): string[] {
  return locale === LOCALES.en ? [] : ['@whole'];
}

export function localeOf(tag: string | undefined): Locale {
  return tag === LOCALES.zh ? 'zh' : 'en';
}

interface WorkerFixtures {
  storedProject: (locale: Locale) => Promise<StoredState>;
}

export const test = base.extend<object, WorkerFixtures>({
  storedProject: [
    async ({ browser, site }, use) => {
      const known: Partial<Record<Locale, Promise<StoredState>>> = {};
      await use((locale) => (known[locale] ??= sharedProject(browser, site.url, locale)));
    },
    { scope: 'worker' },
  ],

  storageState: [
    async ({ storedProject, locale }, use) => use(await storedProject(localeOf(locale))),
    { timeout: 180_000, scope: 'test' },
  ],
});

/** Returns the project of a language. The first worker to ask makes it; the others wait for its file. */
async function sharedProject(
  browser: Browser,
  baseURL: string,
  locale: Locale,
): Promise<StoredState> {
  const file = join(projectFolder(), `${locale}.json`);
  if (await isFirst(`${file}.begun`)) {
    const made = await makeProject(browser, baseURL, locale);
    await writeFile(`${file}.part`, JSON.stringify(made));
    await rename(`${file}.part`, file);
    return made;
  }
  while (!existsSync(file)) await wait(100);
  const { cookies, origins } = JSON.parse(await readFile(file, 'utf8')) as StoredState;
  // Each worker serves the build from a port of its own.
  const { origin } = new URL(baseURL);
  return { cookies, origins: origins.map((stored) => ({ ...stored, origin })) };
}

async function isFirst(mark: string): Promise<boolean> {
  try {
    await writeFile(mark, '', { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

async function makeProject(
  browser: Browser,
  baseURL: string,
  locale: Locale,
): Promise<StoredState> {
  const context = await browser.newContext({ baseURL, locale: LOCALES[locale] });
  await sawTour(context);
  await thinDemoShop(context);
  const page = await context.newPage();
  await page.goto('./');
  await openDemoShop(page, locale);
  await startQuickTraining(page, locale);
  await untilTrained(page, locale);
  await makePlans(page, locale);
  const state = await context.storageState({ indexedDB: true });
  await context.close();
  return state;
}

export interface Stop {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
}

/** Returns every page of the project, every view of its data, and the plan of one product. */
export function stops(): readonly Stop[] {
  return [...places().map(stopAt), { name: 'one-plan', open: openOnePlan }];
}

function stopAt({ name, path }: { name: string; path: string }): Stop {
  return {
    name,
    open: async (page) => {
      await page.goto(`./${path}`);
      await untilAnswering(page);
      await untilQuiet(page);
    },
  };
}

async function openOnePlan(page: Page): Promise<void> {
  await page.goto('./plan/');
  await page.locator('main a[href*="product="]').first().click();
  // Its sliders and its evidence are computed meanwhile.
  await page.locator('input[type=range]').first().waitFor();
  await page.locator('circle.typical').waitFor();
  await untilQuiet(page);
}
