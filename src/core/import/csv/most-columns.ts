/**
 * Most columns of a file. Every column can be chosen for every field, so more would slow down the page. No shop's
 * export has a quarter as many.
 */
export const MOST_COLUMNS = 1_000;
