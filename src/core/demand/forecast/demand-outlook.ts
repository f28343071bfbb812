// Forecasts weekly demand: the level of today, what the seasons add, and how far it may err.

import type { DemandPanel } from '../series/demand-panel.ts';
import type { SameWeek } from '../series/same-week.ts';
import { closedWeeks } from './closed-weeks.ts';
import { demandErrors, errorQuantile } from './demand-ranges.ts';
import { fitDemand, type DemandFit } from './fit-demand.ts';
import { columnsOf, expectedChange } from './past-changes.ts';
import { seasonalColumns } from './seasonal-columns.ts';

export interface Outlook {
  readonly name: string;
  /** One entry a week, from the week after the last known one. */
  readonly weeks: readonly OutlookWeek[];
}

/** Median and ranges of a week's units. */
export interface OutlookWeek {
  readonly units: number;
  readonly range50: Range;
  readonly range80: Range;
  readonly range90: Range;
}

type Range = readonly [low: number, high: number];

export interface DemandOutlooks {
  readonly outlooks: readonly Outlook[];
  readonly fit: DemandFit;
}

export interface OutlookBasis {
  readonly sameWeek: SameWeek;
  /** Log of the market of each series by week of the panel; null where none is known. */
  readonly market?: readonly (Float64Array | null)[];
}

export const OUTLOOK_WEEKS = 52;

/** A fit, and the series that it was fitted to: log1p of units by week, NaN where not known or closed. */
interface FittedPanel {
  readonly own: readonly Float64Array[];
  readonly fit: DemandFit;
}

/** Fits the demand of a panel, without an outlook; null where no series is known for long enough (`LEAST_WEEKS`). */
export function fitPanel(
  { series }: DemandPanel,
  { sameWeek, market = series.map(() => null) }: OutlookBasis,
): FittedPanel | null {
  const isClosed = closedWeeks(series.map(({ units }) => units));
  const own = series.map(({ units }) =>
    units.map((each, week) => (isClosed[week] ? NaN : Math.log1p(each))),
  );
  const fit = fitDemand({ own, market, sameWeek });
  return fit && { own, fit };
}

/** Returns the outlook of every series; null where none is known for long enough (`LEAST_WEEKS`). */
export function demandOutlooks(
  panel: DemandPanel,
  basis: OutlookBasis,
  weeksAhead: number = OUTLOOK_WEEKS,
): DemandOutlooks | null {
  const fitted = fitPanel(panel, basis);
  if (!fitted) return null;
  const { own, fit } = fitted;
  const { series } = panel;
  const errors = demandErrors(own, fit, weeksAhead);
  const origin = own[0]!.length;
  const weeks: OutlookWeek[][] = series.map(() => []);
  for (let ahead = 0; ahead < weeksAhead; ahead++) {
    const columns = seasonalColumns(fit.smoothed, { origin, target: origin + ahead });
    for (const [i, { levels }] of fit.smoothed.own.entries()) {
      const log = levels.at(-1)! + expectedChange(columnsOf(columns, i), fit.weights);
      const when = { series: i, weeksAhead: ahead + 1 };
      weeks[i]!.push(weekOf(log, (share) => errorQuantile(errors, when, share)));
    }
  }
  return { outlooks: series.map(({ name }, i) => ({ name, weeks: weeks[i]! })), fit };
}

function weekOf(log: number, errorAt: (share: number) => number): OutlookWeek {
  const at = (share: number) => Math.max(0, Math.expm1(log + errorAt(share)));
  const range = (held: number): Range => [at((1 - held) / 2), at((1 + held) / 2)];
  return {
    units: Math.max(0, Math.expm1(log)),
    ...{ range50: range(0.5), range80: range(0.8), range90: range(0.9) },
  };
}
