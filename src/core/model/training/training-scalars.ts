import type { EpochLoss, TrainingReport } from './training-report.ts';
import type { Scalar } from './event-file.ts';

/**
 * Returns the scalars of a training run, as series by tag:
 *
 *   loss/training, loss/validation       by epoch of the evaluated fit
 *   loss/training_on_all                 by epoch of the final fit on all launches, which starts anew
 *   learning_rate, learning_rate_on_all  by epoch of either fit
 *   loss/HEAD, validation/wape, validation/coverage_80   by epoch of the evaluated fit
 *   unseen/wape/METHOD, …/mae_units, …/r2_log   on the holdout
 *   coverage/promised_80                 coverage of the 80% ranges
 *   origins/wape/blend, …/median         by backtest origin, oldest first
 *
 * Values that could not be measured are left out.
 */
export function trainingScalars(report: TrainingReport): Scalar[] {
  const checked = report.curve.filter(({ validation }) => validation !== null);
  const onAll = report.curve.filter(({ validation }) => validation === null);
  const scalars = [
    ...series('loss/training', checked, ({ training }) => training),
    ...series('loss/validation', checked, ({ validation }) => validation),
    ...series('loss/training_on_all', onAll, ({ training }) => training),
    ...series('learning_rate', checked, ({ learningRate }) => learningRate),
    ...series('learning_rate_on_all', onAll, ({ learningRate }) => learningRate),
    ...headNames(checked).flatMap((name) =>
      series(`loss/${name}`, checked, ({ byHead }) => lossOf(byHead, name)),
    ),
    ...series('validation/wape', checked, ({ quality }) => quality?.wape),
    ...series('validation/coverage_80', checked, ({ quality }) => quality?.coverage),
    ...report.holdout.flatMap(({ method, wape, maeUnits, r2Log }) => [
      { tag: `unseen/wape/${method}`, step: 0, value: wape },
      { tag: `unseen/mae_units/${method}`, step: 0, value: maeUnits },
      { tag: `unseen/r2_log/${method}`, step: 0, value: r2Log },
    ]),
    ...report.coverage.map(({ promisedFraction, reachedFraction }) => ({
      tag: `coverage/promised_${Math.round(100 * promisedFraction)}`,
      step: 0,
      value: reachedFraction,
    })),
    ...report.crossValidation.flatMap(({ blendWape, medianWape }, step) => [
      { tag: 'origins/wape/blend', step, value: blendWape },
      { tag: 'origins/wape/median', step, value: medianWape },
    ]),
  ];
  return scalars.filter(({ value }) => Number.isFinite(value));
}

/** Steps count from 1, the first epoch. */
function series(
  tag: string,
  epochs: readonly EpochLoss[],
  valueOf: (epoch: EpochLoss) => number | null | undefined,
): Scalar[] {
  return epochs.map((epoch, i) => ({ tag, step: i + 1, value: valueOf(epoch) ?? NaN }));
}

function headNames(epochs: readonly EpochLoss[]): string[] {
  return epochs[0]?.byHead?.map(({ name }) => name) ?? [];
}

function lossOf(byHead: EpochLoss['byHead'], name: string): number | undefined {
  return byHead?.find((head) => head.name === name)?.loss;
}
