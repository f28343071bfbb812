// Launches that base models had not seen, as calibration and ranges use them. Each has its forecast and result, the
// forecast of its product under usual actions, and the published response to its price and ad spend.

import { residualsOf, type LoggedError } from '#core/model/blend/conformal-ranges.ts';
import { pastAction, type ActionBasis } from '#core/model/features/action-basis.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import type { UsualAction } from '#core/model/features/paired-launches.ts';
import { blendLogs, type BlendWeights } from '#core/model/blend/blend.ts';
import { calibratedLog, type UnseenLogs, type Shares } from '#core/model/blend/calibration.ts';
import { publishedBeyond } from '#core/model/blend/published-response.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { crossFitRidges, meanLog } from './cross-fit.ts';
import { unitsOf } from '../members/encode-rows.ts';
import type { FitRequest } from '../members/fit-request.ts';
import type { OriginPart } from './backtest.ts';

/** Returns the launches of one origin. */
export function unseenPredictions(
  table: LaunchTable,
  { actualUnits, soldOut, logs, rows, learntFrom, members }: OriginPart,
  given: {
    readonly blend: BlendWeights;
    readonly usual: readonly UsualAction[];
    readonly usualLogs: Float64Array;
  },
): UnseenLogs {
  const { blend, usual, usualLogs } = given;
  const learnt = measuredRows(table, rowsByDate(table).subarray(0, learntFrom));
  return {
    ...{ soldOut, usual: usualLogs },
    published: publishedOf(table, rows, { usual, basis: members.encoding.basis }),
    middle: new Float64Array(rows.length).fill(meanLog(table, learnt)),
    actual: actualUnits.map(Math.log1p),
    predicted: blendLogs(logs, blend),
  };
}

/** Returns the published response to each launch's price and ad spend, beyond that of usual actions. */
function publishedOf(
  table: LaunchTable,
  rows: Uint32Array,
  { usual, basis }: { readonly usual: readonly UsualAction[]; readonly basis: ActionBasis },
): Float64Array {
  const beyond = publishedBeyond(basis, usual);
  return Float64Array.from(rows, (row) => beyond(pastAction(table, row)));
}

/** Returns predictions, log1p(units), of ridges for launches that they were fitted without. */
export async function crossFitPredictions(
  request: FitRequest,
  rows: Uint32Array,
): Promise<UnseenLogs> {
  return {
    ...(await crossFitRidges(request, rows)),
    actual: unitsOf(request.table, rows).map(Math.log1p),
    soldOut: soldOutFlags(request.table, rows),
  };
}

/** Returns calibrated log1p(units) of each launch, [rows], without the level. */
export function calibratedLogs(unseen: UnseenLogs, shares: Shares): Float64Array {
  const { predicted, usual, published, middle } = unseen;
  return Float64Array.from(predicted, (log, i) =>
    calibratedLog({ ...shares, middle: middle[i]! }, log, {
      usual: usual[i]!,
      published: published[i]!,
    }),
  );
}

/** Returns the residuals of calibrated predictions, without the level, on the log scale. */
export function calibratedResiduals(unseen: UnseenLogs, shares: Shares): LoggedError {
  const units = Float64Array.from(unseen.actual, Math.expm1);
  return residualsOf(units, calibratedLogs(unseen, shares), unseen.soldOut);
}
