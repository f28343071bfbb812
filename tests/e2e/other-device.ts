import type { Browser, BrowserContext } from '@playwright/test';
import { LOCALES } from './stored-project.ts';

/** A phone with nothing stored: a test of the stored project has all of it in its own browser. */
export function otherDevice(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const viewport = { width: 360, height: 740 };
  const storageState = { cookies: [], origins: [] };
  return browser.newContext({ locale: LOCALES.en, storageState, baseURL, viewport });
}
