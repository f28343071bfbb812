import type { BrowserContext } from '@playwright/test';

/** As in the browser of somebody who saw the tour or skipped it: nothing lies over a page. */
export function sawTour(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    try {
      localStorage.setItem('debut-tour', 'seen');
    } catch {
      // An empty page has no storage.
    }
  });
}
