const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Returns a cell as it stands in a CSV, in quotes where needed. */
export function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns a line of a CSV. @param cells as they stand in a CSV */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
