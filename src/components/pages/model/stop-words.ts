// What stopping a part of a training keeps, in words: before, while the run finishes, and of its model.

import type { StoppablePart, StopPoint } from '#core/model/training/stop-point.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { TRAINING_PHASES, type TrainingPhase } from '#core/model/training/training-phases.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';

type PointWords = (words: { readonly done: string; readonly total: string }) => string;

const KEEPING: Readonly<Record<StoppablePart, PointWords>> = {
  settings: m.model_stop_settings,
  backtests: m.model_stop_backtests,
  epochs: m.model_stop_epochs,
  launches: m.model_stop_launches,
};

const STOPPED: Readonly<Record<StoppablePart, PointWords>> = {
  settings: m.model_stopped_settings,
  backtests: m.model_stopped_backtests,
  epochs: m.model_stopped_epochs,
  launches: m.model_stopped_launches,
};

/** Returns what stopping would keep. */
export function keepingWords(point: StopPoint): string {
  return worded(KEEPING, point);
}

/** Returns what stopping would keep now, or from when on, or why nothing more can be left out. */
export function stopHelp({ progress, stopPoint, stoppedPart }: Stopping): string {
  if (stopPoint) return keepingWords(stopPoint);
  if (stoppedPart) return m.model_stop_asked();
  const isLate = progress !== null && isAfter(progress.phase, 'learn');
  return isLate ? m.model_stop_last_steps() : m.model_stop_from();
}

/** A run that may be stopped. */
export interface Stopping {
  readonly progress: TrainingProgress | null;
  /** What stopping now would keep; null where nothing can be left out. */
  readonly stopPoint: StopPoint | null;
  /** Part that was stopped last; null where none was. */
  readonly stoppedPart: StoppablePart | null;
}

/** Returns what a run that was stopped still does. Its reports may be of the phase before for a moment. */
export function finishingWords(part: StoppablePart, progress: TrainingProgress | null): string {
  const phase = progress?.phase ?? 'prepare';
  if (phase === 'save') return m.model_finishing_save();
  if (part === 'launches') return m.model_finishing_check();
  if (phase === 'learn-all') return m.model_finishing_learn_all();
  return phase === 'check' ? m.model_finishing_check() : m.model_finishing_learn();
}

/** Returns a sentence for each part that the seller stopped in the training of a model. */
export function stoppedWords(stopped: readonly StopPoint[] = []): string[] {
  return stopped.map((point) => worded(STOPPED, point));
}

function worded(
  words: Readonly<Record<StoppablePart, PointWords>>,
  { part, done, total }: StopPoint,
): string {
  return words[part]({ done: formatCount(done), total: formatCount(total) });
}

function isAfter(phase: TrainingPhase, other: TrainingPhase): boolean {
  return TRAINING_PHASES.indexOf(phase) > TRAINING_PHASES.indexOf(other);
}
