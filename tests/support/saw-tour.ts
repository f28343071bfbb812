import type { BrowserContext } from '@playwright/test';

/** Marks the tour as seen, so that it covers no page. */
export function sawTour(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    try {
      localStorage.setItem('debut-tour', 'seen');
    } catch {
      // An empty page has no storage.
    }
  });
}
