// The order sheet that goes to a supplier: units of each variant, as a table for spreadsheets.

import type { Currency } from '#core/base/currency.ts';
import { inCents } from '#core/base/cents.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { writeTable } from '#core/base/text/write-table.ts';

export interface OrderedVariant {
  readonly name: string;
  readonly units: number;
  /** null where packs hold several variants. */
  readonly packs: number | null;
}

export interface OrderSheet {
  /** '' where it is not known. */
  readonly supplier: string;
  /** The supplier's or the seller's own; '' where there is none. */
  readonly sku: string;
  readonly title: string;
  /** In the shop's currency; null where it is not known. */
  readonly unitCost: number | null;
  readonly currency: Currency | null;
  /** Variants with units. */
  readonly lines: readonly OrderedVariant[];
}

/** Returns the sheet's total units and their cost; the cost is null where the unit cost is not known. */
export function totalsOf({ lines, unitCost }: OrderSheet): {
  readonly units: number;
  readonly cost: number | null;
} {
  const units = sum(lines.map((line) => line.units));
  return { units, cost: unitCost === null ? null : inCents(units * unitCost) };
}

/** Writes one line for each variant. The header names are a public format; new columns go to the end. */
export function orderSheetCsv(sheet: OrderSheet): string {
  const { supplier, sku, title, unitCost, currency, lines } = sheet;
  const header = [
    'supplier',
    'sku',
    'product',
    'variant',
    'units',
    'packs',
    'unit_cost',
    'total',
    'currency',
  ];
  return writeTable([
    header,
    ...lines.map(({ name, units, packs }) => {
      const total = unitCost === null ? null : inCents(units * unitCost);
      return [supplier, sku, title, name, units, packs, unitCost, total, currency];
    }),
  ]);
}
