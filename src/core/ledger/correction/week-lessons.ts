// What the weeks so far of past launches tell of the weeks that followed. Each past launch is predicted as if it had not
// been learnt from (leave-one-out by leverage), and what it then sold beyond that is its residual path.

import { mean } from '#core/base/statistics/statistics.ts';
import { conditionalNormal, type ConditionalNormal } from './conditional-normal.ts';
import {
  fitForecastBeyond,
  forecastBeyond,
  NO_FORECAST,
  type ForecastCase,
  type ForecastLesson,
} from './forecast-beyond.ts';
import type { FirstReviews } from './first-reviews.ts';
import { fitReviewTerm, reviewEffect, type ReviewTerm } from './review-term.ts';
import type { SalesCurve } from './sales-curve.ts';
import { seenOfPast, type SeenWeeks } from './seen-weeks.ts';

/** What was seen, and what else is known of a launch. */
export interface Told {
  /** How far the seen weeks are from the curve, log. */
  readonly beyond: readonly number[];
  readonly forecastLog: number;
  readonly reviews: FirstReviews | undefined;
}

/** A past launch, predicted from its first weeks. */
export interface PastPath {
  /** Mean log of the coming weeks that was predicted, without season. */
  readonly size: number;
  readonly logPrice: number;
  /** Log of each coming week over its prediction. */
  readonly residuals: readonly number[];
}

export interface WeekLesson {
  readonly normal: ConditionalNormal;
  readonly forecast: ForecastLesson;
  readonly paths: readonly PastPath[];
}

/** Lessons for each way in which the first `after` weeks can be seen. */
export interface WeekLessons {
  readonly curve: SalesCurve;
  readonly after: number;
  /** null where the first reviews of past launches told nothing of their later units. */
  readonly reviews: ReviewTerm | null;
  readonly lessonFor: (seen: Pick<SeenWeeks, 'weeks' | 'isSum'>) => WeekLesson;
}

/** Largest leverage that is corrected for. */
const MOST_LEVERAGE = 0.5;

/** Learns from past launches after `after` weeks; a lesson is fitted once for each set of seen weeks. */
export function weekLessons(curve: SalesCurve, after: number): WeekLessons {
  const all = { weeks: Array.from({ length: after }, (_, week) => week), isSum: false };
  const plain = fitLesson({ curve, after, reviews: null }, all);
  const reviews = fitReviewTerm(
    curve.launches.map(({ reviewsBy }) => reviewsBy(after)),
    plain.paths.map(({ residuals }) => mean(residuals)),
  );
  const known = new Map<string, WeekLesson>();
  const lessonFor: WeekLessons['lessonFor'] = (seen) => {
    const key = `${seen.isSum ? 'sum' : 'weeks'} ${seen.weeks.join(' ')}`;
    const found = known.get(key) ?? fitLesson({ curve, after, reviews }, seen);
    known.set(key, found);
    return found;
  };
  return { curve, after, reviews, lessonFor };
}

/** Returns the log of each coming week, without season. */
export function expectedLogs(
  { curve, after, reviews }: Pick<WeekLessons, 'curve' | 'after' | 'reviews'>,
  { normal, forecast }: Pick<WeekLesson, 'normal' | 'forecast'>,
  told: Told,
): number[] {
  const { forecastLog } = told;
  const added =
    forecastBeyond(forecast, { seen: meanOrZero(told.beyond), forecastLog }) +
    (reviews && told.reviews ? reviewEffect(reviews, told.reviews) : 0);
  return curve.mean
    .slice(after)
    .map((log, week) =>
      told.beyond.reduce((all, each, i) => all + each * normal.weights[i]![week]!, log + added),
    );
}

function fitLesson(
  basis: Pick<WeekLessons, 'curve' | 'after' | 'reviews'>,
  seen: Pick<SeenWeeks, 'weeks' | 'isSum'>,
): WeekLesson {
  const { curve, after } = basis;
  const { launches } = curve;
  const coming = curve.mean.map((_, week) => week).slice(after);
  const normal = conditionalNormal(curve.covariance, seen.weeks, coming);
  const told = launches.map((launch): Told => ({
    beyond: seenOfPast(curve, launch, seen),
    forecastLog: launch.forecastLog,
    reviews: launch.reviewsBy(after),
  }));
  const bare = { normal, forecast: NO_FORECAST };
  const held = told.map(({ beyond }) => 1 - leverage(normal.distance(beyond), launches.length));
  const residualsOf = (expected: readonly number[], i: number): number[] =>
    expected.map((log, week) => (launches[i]!.logs[after + week]! - log) / held[i]!);
  const cases = told.map((each, i): ForecastCase => ({
    seen: meanOrZero(each.beyond),
    forecastLog: each.forecastLog,
    residual: mean(residualsOf(expectedLogs({ curve, after, reviews: null }, bare, each), i)),
  }));
  const lesson = { normal, forecast: fitForecastBeyond(cases) };
  const paths = launches.map(({ logPrice }, i) => {
    const expected = expectedLogs(basis, lesson, told[i]!);
    return { size: mean(expected), logPrice, residuals: residualsOf(expected, i) };
  });
  return { ...lesson, paths };
}

/** Returns how far a launch pulls its own prediction, as in a regression on what was seen. */
function leverage(distance: number, launches: number): number {
  return Math.min(MOST_LEVERAGE, (1 + distance) / launches);
}

function meanOrZero(values: readonly number[]): number {
  return values.length > 0 ? mean(values) : 0;
}
