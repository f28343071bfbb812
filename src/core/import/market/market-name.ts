import { columnName } from '../platform-files/column-name.ts';

const DAYS = /[([]?\s*(?:in the )?(?:past|last)\s+(\d+)\s+days\s*[)\]]?/g;
const CURRENCY = /\(\s*[a-z]{3}\s*\)/g;

/**
 * Normalises a header of a market data file: "Search Volume (Past 360 days)" and "Search VolumePast 360 days" become
 * "search volume 360d", "Price  $" and "Price (EUR)" become "price". Letters and digits remain.
 */
export function marketName(header: string): string {
  return columnName(header)
    .replace(DAYS, ' $1d ')
    .replace(CURRENCY, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
