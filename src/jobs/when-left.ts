// WebKit 2.54 keeps a page that was left for its Back button and only halts its workers: they keep their locks, and the
// next page is told that another tab trains. So a page that is kept ends its workers, and starts anew if it comes back.

/** Calls a function when this page is left and kept, where there is a page. */
export function whenLeft(end: (reason: Error) => void): void {
  const page = globalThis as { addEventListener?: typeof addEventListener };
  page.addEventListener?.('pagehide', ({ persisted }) => {
    if (persisted) end(new DOMException('The page was left', 'AbortError'));
  });
}
