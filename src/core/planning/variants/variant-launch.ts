// What a past launch sold of each variant, as a cell such as "XL / Sand: 12; L / Black: 7" says it. "12+" marks a variant
// that sold out: its demand was at least 12. "3XL: 0" was offered and not sold.

import type { Day } from '#core/base/dates.ts';

export interface SoldVariant {
  readonly name: string;
  readonly units: number;
  readonly isSoldOut: boolean;
}

export interface VariantLaunch {
  readonly category: string;
  readonly day: Day;
  /** Whether the launch sold its whole stock, so that its units are those of the stock. */
  readonly isSoldOut: boolean;
  readonly variants: readonly SoldVariant[];
}

const ENTRY = /^(?<name>.*\S)\s*[:\uff1a]\s*(?<units>\d+(?:\.\d+)?)\s*(?<more>\+)?$/u;

/** Returns the variants that a cell lists; entries that cannot be read are left out. */
export function soldVariants(cell: string): SoldVariant[] {
  return cell.split(/[;\uff1b]/u).flatMap((entry) => {
    const found = ENTRY.exec(entry.trim())?.groups;
    const units = Number(found?.units);
    return found ? [{ name: found.name!, units, isSoldOut: found.more === '+' }] : [];
  });
}
