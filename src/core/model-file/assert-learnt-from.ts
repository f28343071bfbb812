import { AppError } from '../errors.ts';
import type { TrainingReport } from '../launch/training-report.ts';

/** The launches that a model is to be used for. */
interface OwnLaunches {
  /** As `readingKey` gives it. */
  readonly readingKey: string;
  readonly launchCount: number;
  /** Results of adopted plans that came in beside them, and may be learnt or not. */
  readonly resultCount?: number;
}

/** Throws AppError model-file-other-launches where a model learnt others, or these in another way, or does not say. */
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
