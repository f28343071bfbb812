import type { TrainingReport } from '#core/model/training/training-report.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatPercent } from '#components/words/numbers.ts';

/** Error (WAPE) of a forecast of zero for every launch. */
const OF_NOTHING = 1;

/** Says that forecasts of unseen launches were no better than none; '' where they were, or none were made. */
export function roughWords({ holdout, rows }: Pick<TrainingReport, 'holdout' | 'rows'>): string {
  const wape = holdout.find(({ method }) => method === 'debut')?.wape ?? NaN;
  if (!(wape >= OF_NOTHING)) return '';
  return m.doubt_rough({ ...tally(rows.test), error: formatPercent(wape) });
}
