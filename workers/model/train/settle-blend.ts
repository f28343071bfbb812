// Blends, calibrates and evaluates the base models on launches that they had not seen.

import { coveredBy, forecastErrors } from '#core/model/blend/forecast-errors.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { measuredRows } from '#core/launch/launch-table.ts';
import { usualActions } from '#core/model/features/paired-launches.ts';
import { blendLogs, chooseBlends, usedMembers } from '#core/model/blend/blend.ts';
import {
  calibrationShares,
  changedShares,
  UNCALIBRATED,
  type UnseenLogs,
} from '#core/model/blend/calibration.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { evaluateHoldout } from './evaluate-holdout.ts';
import {
  unseenPredictions,
  crossFitPredictions,
  calibratedResiduals,
} from './unseen-predictions.ts';
import { crossFitLog, type UnseenLaunches } from './cross-fit-log.ts';
import type { OriginPart } from './backtest.ts';
import { predictUsual } from '../predict/predict-usual.ts';
import { tellForecast } from './tell-forecasts.ts';
import { ablateMembers, type BlendedPart } from './ablate-members.ts';

/**
 * Fewest training launches with which predictions are not calibrated: the slopes are near 1, and predicting usual
 * actions of all evaluated launches takes seconds.
 */
const LONG_HISTORY = 1_000;

/**
 * With fewer launches than this, all of them serve to calibrate, each predicted by ridges fitted without it: too few
 * came after the backtest origins.
 */
const ALL_CALIBRATE = 100;

/**
 * Chooses the blend, calibration, level and residuals, and evaluates them on the test set.
 * @param origins backtest origins, oldest first; the base models of the last one are evaluated
 * @param test launches of the test set, not used before
 */
export async function settleBlend(
  request: FitRequest,
  { origins, test }: { readonly origins: readonly OriginPart[]; readonly test: Uint32Array },
) {
  const { table } = request;
  const { members, learntFrom } = origins.at(-1)!;
  const { channels, promotions } = members.encoding.basis;
  const hasChoices = channels.length > 1 || promotions.length > 1;
  const { blend, without } = chooseBlends(origins, { hasChoices });
  const learnt = measuredRows(table, rowsByDate(table).subarray(0, learntFrom));
  const usual = usualActions(table, learnt);
  const isLong = learnt.length >= LONG_HISTORY;
  const used = usedMembers(isLong ? [blend] : [blend, ...without.values()]);
  const askUsual = (part: UnseenLaunches) =>
    predictUsual(request, part.members, { rows: part.rows, usual, used });
  const backtests: BlendedPart[] = [];
  for (const origin of origins) {
    const usualLogs = isLong ? null : await askUsual(origin);
    const ofBlend = usualLogs ? blendLogs(usualLogs, blend) : new Float64Array(origin.rows.length);
    const unseen = unseenPredictions(table, origin, { blend, usual, usualLogs: ofBlend });
    backtests.push({ ...origin, unseen, usualLogs });
  }
  const measured = measuredRows(table, rowsByDate(table));
  const few = measured.length < ALL_CALIBRATE ? [await crossFitPredictions(request, measured)] : [];
  const unseenCount = sum([...origins.map(({ rows }) => rows.length), test.length]);
  const learn = (parts: readonly UnseenLogs[]) => {
    const shares = isLong
      ? UNCALIBRATED
      : calibrationShares(few.length > 0 ? few : parts, measured.length);
    const before = parts.map((part) => calibratedResiduals(part, shares));
    return { shares, before, errors: forecastErrors({ origins: before, unseenCount }) };
  };
  const whole = learn(backtests.map(({ unseen }) => unseen));
  const { shares, before } = whole;
  const newest = { members, rows: test };
  const usualLogs = await askUsual(newest);
  const verdict = await evaluateHoldout(request, members, {
    ...{ test, blend, usual, learntFrom, shares, errors: whole.errors },
    usualLogs: blendLogs(usualLogs, blend),
  });
  for (const by of ['category-median', 'debut'] as const) {
    const logs = verdict.heldOut.expectedUnits[by]!.map(Math.log1p);
    tellForecast(request, test, { by, on: 'test', logs });
  }
  const { unseen } = verdict;
  const changed = changedShares(unseen, shares);
  const errors = changed
    ? forecastErrors({ origins: [calibratedResiduals(unseen, changed)] })
    : forecastErrors({
        origins: [...before, calibratedResiduals(unseen, shares)],
        others: few.map((part) => calibratedResiduals(part, shares)),
      });
  const logged = await crossFitLog(request, [...origins, newest], { blend, errors });
  return {
    blend,
    ...errors,
    calibration: { ...(changed ?? shares), usual },
    hasChanged: changed !== null,
    covered80: before.map((own, i) =>
      i > 0
        ? coveredBy(forecastErrors({ origins: before.slice(0, i), unseenCount }), own, 0.8)
        : undefined,
    ),
    verdict,
    memberWorths: ablateMembers({
      ...{ without, whole, backtests, learn },
      test: { ...verdict.part, unseen, usualLogs: isLong ? null : usualLogs },
    }),
    logged,
  };
}
