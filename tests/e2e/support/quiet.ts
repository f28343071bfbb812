// Waits until a page has finished its own work. Playwright's "networkidle" takes half a second each time and ignores
// what a page does with what it received.
import type { BrowserContext, Page, Request } from '@playwright/test';

const QUIET_MS = 300;

const underWay = new WeakMap<Page, Set<Request>>();

/** Tracks the pending requests of the context's pages from now on. */
export function watchRequests(context: BrowserContext): void {
  context.on('page', (page) => {
    const requests = new Set<Request>();
    underWay.set(page, requests);
    page.on('request', (request) => requests.add(request));
    page.on('requestfinished', (request) => requests.delete(request));
    page.on('requestfailed', (request) => requests.delete(request));
  });
}

/** Resolves when the page responds to presses. It requests its scripts only once it is drawn. */
export async function untilAnswering(page: Page): Promise<void> {
  await page.waitForFunction(() => window.keepPress === undefined);
}

/** Resolves when nothing on the page has changed for 300 ms and no request is pending. */
export async function untilQuiet(page: Page): Promise<void> {
  do await untilUnchanged(page);
  while ((underWay.get(page)?.size ?? 0) > 0);
}

function untilUnchanged(page: Page): Promise<void> {
  return page.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(end, quietMs);
        });
        const end = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(end, quietMs);
        observer.observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      }),
    QUIET_MS,
  );
}
