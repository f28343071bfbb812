const KEY = 'debut-returning';

/** Tells the next opening of the start page, before it is drawn, whether there is data here; and lets this one be seen. */
export function markReturning(hasData: boolean): void {
  delete document.documentElement.dataset.returning;
  try {
    if (hasData) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: the start page is then drawn for a stranger first.
  }
}
