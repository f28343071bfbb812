// Forecasts the unseen launches again without each base model, as the whole blend forecast them: weights, calibration
// and level come from the backtests alone.

import type { ForecastErrors } from '#core/model/blend/forecast-errors.ts';
import type { MemberWorth } from '#core/model/training/training-report.ts';
import {
  blendLogs,
  type BlendWeights,
  type ChosenBlends,
  type UnseenPart,
  type MemberLogs,
} from '#core/model/blend/blend.ts';
import type { UnseenLogs, Shares } from '#core/model/blend/calibration.ts';
import { memberWorths, type LeftOutForecasts } from '#core/evaluation/scorecard/member-worths.ts';
import { calibratedLogs } from './unseen-predictions.ts';

/** Unseen launches as the whole blend forecasts them, with what another blend needs to. */
export interface BlendedPart extends UnseenPart {
  readonly unseen: UnseenLogs;
  /** Predictions under usual actions; null where nothing is calibrated, so that they cancel out. */
  readonly usualLogs: MemberLogs | null;
}

/** What backtests teach about the forecasts of one blend. */
interface LearntErrors {
  readonly shares: Shares;
  readonly errors: ForecastErrors;
}

/**
 * Returns what each base model with a weight adds on the test set and on the backtests: an ablation of the blend.
 * @param given `without` has the weights of the other base models, `learn` their calibration and residuals
 */
export function ablateMembers(given: {
  readonly without: ChosenBlends['without'];
  readonly whole: LearntErrors;
  readonly backtests: readonly BlendedPart[];
  readonly test: BlendedPart;
  readonly learn: (backtests: readonly UnseenLogs[]) => LearntErrors;
}): MemberWorth[] {
  const { without, whole, backtests, test, learn } = given;
  const others = [...without].map(([member, blend]) => {
    const parts = backtests.map((part) => blendedBy(part, blend));
    const learnt = learn(parts);
    return {
      member,
      backtests: forecastsOf(parts, learnt),
      test: forecastsOf([blendedBy(test, blend)], learnt),
    };
  });
  const leftOut = (on: 'backtests' | 'test', parts: readonly BlendedPart[]): LeftOutForecasts => ({
    actualUnits: parts.flatMap(({ actualUnits }) => [...actualUnits]),
    soldOut: parts.flatMap(({ soldOut }) => soldOut),
    whole: forecastsOf(
      parts.map(({ unseen }) => unseen),
      whole,
    ),
    without: new Map(others.map((other) => [other.member, other[on]])),
  });
  return memberWorths(leftOut('test', [test]), leftOut('backtests', backtests));
}

/** Returns the launches as another blend forecasts them. */
function blendedBy({ unseen, logs, usualLogs }: BlendedPart, blend: BlendWeights): UnseenLogs {
  return {
    ...unseen,
    predicted: blendLogs(logs, blend),
    ...(usualLogs && { usual: blendLogs(usualLogs, blend) }),
  };
}

/** Returns calibrated log1p(units) with the level, part after part. */
function forecastsOf(parts: readonly UnseenLogs[], { shares, errors }: LearntErrors): number[] {
  return parts.flatMap((part) =>
    Array.from(calibratedLogs(part, shares), (log) => log + errors.level),
  );
}
