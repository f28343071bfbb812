// A browser with a profile on disk, and the ways in which it, its tab or its workers end abruptly.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { bundleForBrowser } from '../../bench/bundle-for-browser.ts';
import { fromLines, toLines, type StoredDatabase } from '../schema/stored-database.ts';
import { sawTour } from '../saw-tour.ts';
import type { StoredInPage } from './stored-in-page.ts';

declare const storedInPage: StoredInPage;

const QUIET = [
  ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** Kinds of crash: the tab is closed, the tab crashes, the worker throws, all processes of the browser are killed. */
export const CRASHES = ['tab-closed', 'tab-crashed', 'worker', 'browser'] as const;
export type Crash = (typeof CRASHES)[number];

export class Profiles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'debut-crashes-'));
  readonly #url: string;
  #script: string | undefined;
  #count = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** Prepares a profile with this stored database and the app kept for use without a network. */
  async prepare(stored: StoredDatabase): Promise<void> {
    const browser = await this.#open(join(this.#folder, 'prepared'));
    const page = await browser.context.newPage();
    // A file of this origin that is not a page of the app.
    await page.goto(new URL('precache.json', this.#url).href);
    await page.evaluate((lines) => storedInPage.write(lines), toLines(stored));
    await page.goto(this.#url);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await browser.close();
  }

  /** Opens a browser on a copy of the prepared profile. */
  async open(): Promise<CrashingBrowser> {
    const folder = join(this.#folder, `trial-${this.#count++}`);
    cpSync(join(this.#folder, 'prepared'), folder, { recursive: true });
    return this.#open(folder);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #open(folder: string): Promise<CrashingBrowser> {
    const entry = fileURLToPath(new URL('stored-in-page.ts', import.meta.url));
    const script = (this.#script ??= await bundleForBrowser(entry));
    return CrashingBrowser.open({ folder, script, url: this.#url });
  }
}

interface Place {
  readonly folder: string;
  readonly script: string;
  readonly url: string;
}

export class CrashingBrowser {
  /** Errors that pages threw or logged, without those of a crash itself. */
  readonly problems: string[] = [];
  readonly #place: Place;
  #context: BrowserContext;

  private constructor(place: Place, context: BrowserContext) {
    this.#place = place;
    this.#context = context;
    this.#listen();
  }

  static async open(place: Place): Promise<CrashingBrowser> {
    return new CrashingBrowser(place, await launched(place));
  }

  get context(): BrowserContext {
    return this.#context;
  }

  async openPage(path: string): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(new URL(path, this.#place.url).href);
    return page;
  }

  async stored(page: Page): Promise<StoredDatabase> {
    return fromLines(await page.evaluate(() => storedInPage.read()));
  }

  /** Returns the database as any page sees it. Opens a page of the origin where none is open. */
  async storedNow(): Promise<StoredDatabase> {
    const open = this.#context.pages().find((page) => page.url().startsWith(this.#place.url));
    return this.stored(open ?? (await this.openPage('precache.json')));
  }

  /** Makes the crash. Returns whether there was something to end: a worker may not have begun. */
  async crash(page: Page, crash: Crash): Promise<boolean> {
    if (crash === 'browser') await this.#kill(page);
    else if (crash === 'worker') return throwInWorker(page);
    else if (crash === 'tab-closed') await page.close({ runBeforeUnload: false });
    else await crashTab(page);
    return true;
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(join(this.#place.folder, 'SingletonLock'), { force: true });
  }

  /** Kills all processes at once, so that none cleans up after another, then opens the same profile again. */
  async #kill(page: Page): Promise<void> {
    const session = await this.#context.browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const closed = page.waitForEvent('close').catch(() => undefined);
    for (const { id } of processInfo) killed(id);
    await closed;
    this.#context = await launched(this.#place);
    this.#listen();
  }

  #listen(): void {
    this.#context.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    this.#context.on('weberror', (error) => this.problems.push(error.error().message));
  }
}

async function launched({ folder, script }: Place): Promise<BrowserContext> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(CHROMIUM_ADVICE);
  rmSync(join(folder, 'SingletonLock'), { force: true });
  const context = await chromium.launchPersistentContext(folder, {
    ...{ executablePath, args: QUIET, locale: 'en-GB', serviceWorkers: 'allow' },
  });
  await sawTour(context);
  await context.addInitScript({ content: script });
  return context;
}

function killed(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // The process has ended since it was listed.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function crashTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // A crashed tab does not answer.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

async function throwInWorker(page: Page): Promise<boolean> {
  const worker = page.workers().at(-1);
  if (!worker) return false;
  const thrown = worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('a crash');
    });
  });
  // The worker may end before it answers, without saying so.
  const ended = worker.waitForEvent('close', { timeout: LONGEST_THROW_MS });
  await Promise.race([thrown, ended].map((each) => each.catch(() => undefined)));
  return true;
}

const LONGEST_THROW_MS = 5_000;
