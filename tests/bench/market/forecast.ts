// Rolling origins: every fourth week, what the next 4 and 13 weeks of each category bring.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mean } from '#core/base/statistics/statistics.ts';
import { demandOutlooks, type OutlookWeek } from '#core/demand/forecast/demand-outlook.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { sameWeekIn } from '#core/demand/series/same-week.ts';
import { shopWeeks } from './shop-weeks.ts';

const HORIZONS = [4, 13] as const;
const MOST_WEEKS = 13;
const STEP_WEEKS = 4;
/** First origins: a year and a month where there are two years, else half a year. */
const FIRST_ORIGINS = [56, 26];
const TWO_YEARS = 100;
const MARKETS = { giftware: 'GB', groceries: 'US' } as const;
const BELOW_SEASONAL_NAIVE = 0.85;
const BESIDE_BEST = 1.02;
const COVERAGE = { low: 0.76, high: 0.84 };
const REFERENCES = join(import.meta.dirname, 'references.json');

/** Mean absolute scaled errors by shop, method and horizon in weeks. */
type References = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
>;

export function forecast(): string[] {
  const references = JSON.parse(readFileSync(REFERENCES, 'utf8')) as References;
  const missed: string[] = [];
  for (const { name, panel } of shopWeeks()) {
    const market = MARKETS[name as keyof typeof MARKETS];
    const { errors, held, origins } = rollingErrors(panel, market);
    const methods = references[name]!;
    console.log(
      `${name}: ${panel.series.length} categories, ${panel.weekCount} weeks, ${origins} origins`,
    );
    for (const horizon of HORIZONS) {
      const own = mean(errors.get(horizon)!);
      const others = Object.entries(methods).map(([method, by]) => [method, by[horizon]!] as const);
      console.log(
        `  MASE ${horizon} weeks: ${own.toFixed(3)}; ${others.map(([method, error]) => `${method} ${error.toFixed(3)}`).join(', ')}`,
      );
      const naive = methods['seasonal naive']![horizon]!;
      const best = Math.min(...others.map(([, error]) => error));
      if (own > BELOW_SEASONAL_NAIVE * naive)
        missed.push(`${name}, ${horizon} weeks: 15% below seasonal naive`);
      if (own > BESIDE_BEST * best)
        missed.push(`${name}, ${horizon} weeks: 1.02 of the best reference`);
    }
    const shares = held.map((each) => mean(each));
    console.log(
      `  held: ${['50%', '80%', '90%'].map((label, i) => `${label} ${(100 * shares[i]!).toFixed(1)}%`).join(', ')}`,
    );
    if (shares[1]! < COVERAGE.low || shares[1]! > COVERAGE.high)
      missed.push(`${name}: 80% ranges hold 76–84%`);
  }
  return missed;
}

interface RollingErrors {
  readonly errors: ReadonlyMap<number, readonly number[]>;
  /** Whether a week was within its 50%, 80% and 90% range. */
  readonly held: readonly (readonly number[])[];
  readonly origins: number;
}

function rollingErrors(panel: DemandPanel, market: 'GB' | 'US'): RollingErrors {
  const errors = new Map<number, number[]>(HORIZONS.map((horizon) => [horizon, []]));
  const held: number[][] = [[], [], []];
  const sameWeek = sameWeekIn(market, panel.firstDay);
  const first = panel.weekCount > TWO_YEARS ? FIRST_ORIGINS[0]! : FIRST_ORIGINS[1]!;
  let origins = 0;
  for (let origin = first; origin + MOST_WEEKS <= panel.weekCount; origin += STEP_WEEKS) {
    origins++;
    const known = {
      ...panel,
      weekCount: origin,
      series: panel.series.map(({ name, units }) => ({ name, units: units.slice(0, origin) })),
    };
    const { outlooks } = demandOutlooks(known, { sameWeek }, MOST_WEEKS)!;
    for (const [i, { weeks }] of outlooks.entries()) {
      const came = panel.series[i]!.units.slice(origin, origin + MOST_WEEKS);
      const scale = naiveError(panel.series[i]!.units.slice(0, origin));
      if (!(scale > 0)) continue;
      for (const horizon of HORIZONS) {
        const missedBy = weeks.slice(0, horizon).map(({ units }, k) => Math.abs(units - came[k]!));
        errors.get(horizon)!.push(mean(missedBy) / scale);
      }
      for (const [r, own] of held.entries())
        own.push(...weeks.map((week, k) => Number(isWithin(came[k]!, rangesOf(week)[r]!))));
    }
  }
  return { errors, held, origins };
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

function rangesOf({ range50, range80, range90 }: OutlookWeek) {
  return [range50, range80, range90];
}

/** Mean absolute step from week to week: what an error is scaled by (Hyndman and Koehler 2006). NaN before two known weeks. */
function naiveError(units: Float64Array): number {
  const steps = Array.from(units.slice(1), (each, i) => Math.abs(each - units[i]!));
  return mean(steps.filter((step) => !Number.isNaN(step)));
}
