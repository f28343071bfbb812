import type { Page } from '@playwright/test';
import { startUnconfinedHost } from './recorder.ts';

/**
 * Returns the text copied last. The app may not read the clipboard, so a page of another site does.
 * Needs the permission `clipboard-read`.
 */
export async function copiedText(page: Page): Promise<string> {
  const host = await startUnconfinedHost();
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(host.url);
  const text = await elsewhere.evaluate(() => navigator.clipboard.readText());
  await elsewhere.close();
  await host.close();
  await page.bringToFront();
  return text;
}
