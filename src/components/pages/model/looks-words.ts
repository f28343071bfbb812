import type { TrainingReport } from '#core/model/training/training-report.ts';
import { m } from '#messages';
import { formatFinePercent } from '#components/words/numbers.ts';

/** Says whether the model uses pictures, and how that changes R²; null where there are none. */
export function looksFact({ looks }: Pick<TrainingReport, 'looks'>): string | null {
  if (looks === undefined) return null;
  if (looks === null) return m.model_looks_untried();
  const shares = {
    with: formatFinePercent(Math.max(0, looks.withR2)),
    without: formatFinePercent(Math.max(0, looks.withoutR2)),
  };
  if (looks.isKept) return m.model_looks_kept(shares);
  // Both explain nothing, or equally much, so shares would say nothing.
  if (shares.with === shares.without) return m.model_looks_left_even();
  return looks.withR2 > looks.withoutR2
    ? m.model_looks_unclear(shares)
    : m.model_looks_left(shares);
}
