// Small choices that the first drawing needs, so that they are in localStorage and not in the database. Where storage is forbidden
// they hold until the page is closed.

/** null: none, or not on a device. */
export function keptMark(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param value null: forgets it */
export function keepMark(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Forbidden, or full.
  }
}
