import { writeTable } from '#core/base/text/write-table.ts';
import { wholeUnits } from '#core/model/blend/blend.ts';
import { RANGE_QUANTILES, residualAt, type Residuals } from '#core/model/blend/conformal-ranges.ts';

interface PredictedRow {
  readonly productId: string;
  /** log1p of the expected units. */
  readonly logUnits: number;
  /** Most units that can be sold; NaN where it is not known. */
  readonly firstStock: number;
}

/** Writes one line per row: the expected units, which are whole, and the quantiles of units. */
export function predictionsCsv(rows: readonly PredictedRow[], residuals: Residuals): string {
  const heads = RANGE_QUANTILES.map(
    (share) => `q${String(Math.round(100 * share)).padStart(2, '0')}`,
  );
  const shifts = RANGE_QUANTILES.map((share) => residualAt(residuals, share));
  const lines = rows.map(({ productId, logUnits, firstStock }) => {
    const most = Number.isNaN(firstStock) ? Infinity : firstStock;
    const units = (log: number): string => Math.min(most, Math.max(0, Math.expm1(log))).toFixed(4);
    const expected = String(Math.min(most, wholeUnits(logUnits)));
    return [productId, expected, ...shifts.map((shift) => units(logUnits + shift))];
  });
  return writeTable([['product_id', 'units_expected', ...heads], ...lines]);
}
