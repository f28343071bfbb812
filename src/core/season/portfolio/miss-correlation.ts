// How much misses of unseen launches have in common: those of one month, and those of one category in a month. Moment
// estimates of a nested analysis of variance of unequal groups (Searle, Casella, McCulloch: Variance Components, 1992, 5.3).

import { monthStart } from '#core/base/dates.ts';
import { sum } from '#core/base/statistics/statistics.ts';
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
  const ofMonth = positive(ofMonths.between - inMonth * categoriesCounted(months));
  const all = ofMonth + inMonth + within;
  if (!(all > 0)) return assumed;
  const month = ofMonth / all;
  return {
    month: Math.min(MOST_SHARE, month),
    category: Math.min(MOST_SHARE - month, inMonth / all),
  };
}

/**
 * Returns the share of the variance of categories that an analysis of months alone counts as that of months: a month of few
 * categories differs from others by them too. With N launches in a months, n of a month and n_c of its categories, and
 * S = Σ n_c² / n, it is ((S − Σ n_c² / N) / (a − 1) − (N − S) / (N − a)) / ((N − Σ n² / N) / (a − 1)).
 */
function categoriesCounted(months: readonly (readonly (readonly number[])[])[]): number {
  const counts = months.map((categories) => categories.map(({ length }) => length));
  const ofMonths = counts.map(sum);
  const total = sum(ofMonths);
  const squares = counts.map((own) => sum(own.map((count) => count ** 2)));
  const shared = sum(squares.map((square, i) => square / ofMonths[i]!));
  const freedom = months.length - 1;
  const between = (shared - sum(squares) / total) / freedom;
  const within = (total - shared) / (total - months.length);
  const size = (total - sum(ofMonths.map((count) => count ** 2)) / total) / freedom;
  return (between - within) / size;
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
