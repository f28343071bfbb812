import type { Browser, BrowserContext } from '@playwright/test';
import { LOCALES } from './stored-project.ts';

/** Opens a phone with nothing stored. Tests of the stored project have all of it in their own browser. */
export function otherDevice(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const viewport = { width: 360, height: 740 };
  const storageState = { cookies: [], origins: [] };
  return browser.newContext({ locale: LOCALES.en, storageState, baseURL, viewport });
}
