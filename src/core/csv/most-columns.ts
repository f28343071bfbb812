/** Each column may be chosen for each field, so that more of them would hold up a page. No export of a shop has a quarter as many. */
export const MOST_COLUMNS = 1_000;
