const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A cell as it stands in a CSV. */
export function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param cells as they stand in a CSV */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
