import { AppError } from '#core/base/errors.ts';
import { readSalesLog, type ReadSalesLog } from '#core/import/baskets/read-sales-log.ts';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import type { JoinedExports } from '#core/import/derivation/join-exports.ts';

/** Returns the sales log of a shop. Throws AppError no-order-lines where its files have none. */
export function logOf(joined: JoinedExports, files: readonly File[]): ReadSalesLog {
  const log = readSalesLog(joined, USUAL_DERIVATION);
  if (log !== null) return log;
  const names = files.map(({ name }) => name).join(', ');
  throw new AppError('no-order-lines', `expected sold order lines in ${names}, got none`);
}
