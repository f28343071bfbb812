// Stores small choices that the first drawing needs, so they are in localStorage and not in the database. Where storage
// is forbidden they last until the page is closed.

/** Returns a stored value; null where there is none, or no localStorage. */
export function keptMark(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a value; null deletes it. */
export function keepMark(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden or full.
  }
}
