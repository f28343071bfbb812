import { keepMark } from '#state/base/kept-mark.ts';

const KEY = 'debut-returning';

/**
 * Stores whether there is data here, which the home page reads before it is drawn next time. Reveals the current page.
 */
export function markReturning(hasData: boolean): void {
  delete document.documentElement.dataset.returning;
  keepMark(KEY, hasData ? 'yes' : null);
}
