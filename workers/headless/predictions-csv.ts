import { writeTable } from '#core/base/text/write-table.ts';
import { wholeUnits } from '#core/model/blend/blend.ts';
import { errorAt, RANGE_QUANTILES, type RangeBasis } from '#core/model/blend/conformal-ranges.ts';
import { demandSpread, expectedDemand } from '#core/planning/economics/demand.ts';
import { shrunkLog, type Shrinkage } from '#core/planning/suppliers/shrinkage.ts';

interface PredictedRow {
  readonly productId: string;
  /** log1p of the expected units. */
  readonly logUnits: number;
  /** Most units that can be sold; NaN where it is not known. */
  readonly firstStock: number;
}

interface ForecastErrors extends RangeBasis {
  /** null: too few unseen launches show it. */
  readonly shrinkage: Shrinkage | null;
}

/**
 * Writes one line per row: the expected units, which are whole; their mean, and the mean if the row is chosen for its
 * forecast; and the quantiles of units.
 */
export function predictionsCsv(
  rows: readonly PredictedRow[],
  { shrinkage, ...ranges }: ForecastErrors,
): string {
  const heads = RANGE_QUANTILES.map(
    (share) => `q${String(Math.round(100 * share)).padStart(2, '0')}`,
  );
  const spread = demandSpread(ranges.residuals, ranges.rangeWidth);
  const lines = rows.map(({ productId, logUnits, firstStock }) => {
    const most = Number.isNaN(firstStock) ? Infinity : firstStock;
    const units = (log: number): string => Math.min(most, Math.max(0, Math.expm1(log))).toFixed(4);
    const mean = (log: number) => Math.min(most, expectedDemand(spread, log)).toFixed(4);
    const expected = String(Math.min(most, wholeUnits(logUnits)));
    const means = [mean(logUnits), mean(shrinkage ? shrunkLog(shrinkage, logUnits) : logUnits)];
    const ends = RANGE_QUANTILES.map((share) => units(logUnits + errorAt(ranges, logUnits, share)));
    return [productId, expected, ...means, ...ends];
  });
  const means = ['units_mean', 'units_mean_if_chosen'];
  return writeTable([['product_id', 'units_expected', ...means, ...heads], ...lines]);
}
