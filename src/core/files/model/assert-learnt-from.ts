import { AppError } from '#core/base/errors.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';

/** The launches that a model is about to be used for. */
interface OwnLaunches {
  /** From `readingKey`. */
  readonly readingKey: string;
  readonly launchCount: number;
  /** Number of results of adopted plans added to the launches; the model may or may not have been trained on them. */
  readonly resultCount?: number;
}

/**
 * Checks that a model was trained on these launches, read in this way. Throws AppError model-file-other-launches where
 * it was not, or where its report does not say.
 */
export function assertLearntFrom(
  { learnt }: Pick<TrainingReport, 'learnt'>,
  { readingKey, launchCount, resultCount = 0 }: OwnLaunches,
): void {
  if (learnt?.readingKey === readingKey) {
    const beside = learnt.launchCount - launchCount;
    if (beside >= 0 && beside <= resultCount) return;
  }
  const came = learnt ? `${learnt.launchCount} read as ${learnt.readingKey}` : 'nothing';
  const expected = `${launchCount} launches read as ${readingKey}`;
  throw new AppError('model-file-other-launches', `expected ${expected}, got ${came}`);
}
