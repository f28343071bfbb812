// How much misses of unseen launches have in common: those of one month, and those of one category in a month. Moment
// estimates of a nested analysis of variance (Searle, Casella, McCulloch: Variance Components, 1992).

import { monthStart } from '#core/base/dates.ts';
import { varianceParts } from '#core/base/statistics/variance-parts.ts';
import type { MissCorrelation } from '#core/planning/suppliers/shortlist.ts';
import { ASSUMED_CORRELATION } from '../calendar/intraclass-correlation.ts';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';

/** Launches and months from which correlations are estimated. */
const LEAST_LAUNCHES = 30;
const LEAST_MONTHS = 4;
/** Most that launches are taken to have in common. */
const MOST_SHARE = 0.9;

type Misses = Pick<Holdout, 'actualUnits' | 'predictedLog' | 'launchDay' | 'category'>;

/** Returns the correlations of the misses of launches; assumed ones where launches or months are too few. */
export function fitMissCorrelation(heldOut: Misses | null): MissCorrelation {
  const assumed = { month: ASSUMED_CORRELATION, category: 0 };
  if (!heldOut || heldOut.actualUnits.length < LEAST_LAUNCHES) return assumed;
  const months = groupsOf(heldOut);
  if (months.length < LEAST_MONTHS) return assumed;
  const ofMonths = varianceParts([months.map((categories) => categories.flat())]);
  const ofCategories = varianceParts(months);
  const within = ofCategories.within;
  const inMonth = positive(ofCategories.between);
  const all = positive(ofMonths.between) + inMonth + within;
  if (!(all > 0)) return assumed;
  const month = positive(ofMonths.between) / all;
  return {
    month: Math.min(MOST_SHARE, month),
    category: Math.min(MOST_SHARE - month, inMonth / all),
  };
}

/** Returns misses on the log scale, [months][categories][launches]. */
function groupsOf({ actualUnits, predictedLog, launchDay, category }: Misses): number[][][] {
  const months = new Map<number, Map<string, number[]>>();
  actualUnits.forEach((units, i) => {
    const miss = Math.log1p(units) - predictedLog[i]!;
    if (!Number.isFinite(miss)) return;
    const month = monthStart(launchDay[i]!);
    const own = months.get(month) ?? new Map<string, number[]>();
    months.set(month, own.set(category[i]!, [...(own.get(category[i]!) ?? []), miss]));
  });
  return [...months.values()].map((own) => [...own.values()]);
}

function positive(value: number): number {
  return Number.isFinite(value) ? Math.max(0, value) : 0;
}
