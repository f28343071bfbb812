import type { Currency } from '#core/base/currency.ts';
import type { ExportKind, RecognisedExport } from '../platform-files/export-format.ts';
import { agreedCurrency } from '../schema/header-currency.ts';

/** Reports of ads are billed in another currency at times. */
const OF_SALES: ReadonlySet<ExportKind> = new Set<ExportKind>(['order-lines', 'orders']);

/** Returns the currency of a shop's platforms; null where they differ or count in several. */
export function exportCurrency(exports: readonly RecognisedExport[]): Currency | null {
  const sales = exports.filter(({ kind }) => OF_SALES.has(kind));
  const known = sales.flatMap(({ format }) => format.currency ?? []);
  return known.length === sales.length ? agreedCurrency(known) : null;
}
