import { keepMark } from '#state/kept-mark.ts';

const KEY = 'debut-returning';

/** Tells the next opening of the start page, before it is drawn, whether there is data here; and lets this one be seen. */
export function markReturning(hasData: boolean): void {
  delete document.documentElement.dataset.returning;
  keepMark(KEY, hasData ? 'yes' : null);
}
