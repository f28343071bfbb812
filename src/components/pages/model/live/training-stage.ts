import type { StoppablePart } from '#core/model/training/stop-point.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { m } from '#messages';
import { formatCount, formatFileSize, formatFinePercent } from '#components/words/numbers.ts';
import { formatDuration } from '#components/words/dates.ts';
import { finishingWords } from '../stop-words.ts';

/** Head of the training display: what is running, the time left or the progress, and a note. */
interface TrainingTop {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/**
 * Returns the head for the current phase: the time left of the whole run, but while the language model is downloaded.
 * @param stoppedPart part that the seller stopped last; null where the run is whole
 */
export function trainingTop(
  progress: TrainingProgress | null,
  stoppedPart: StoppablePart | null = null,
): TrainingTop {
  if (progress?.phase === 'fetch') return fetchingTop(progress);
  return {
    label: m.model_time_left(),
    value: timeLeft(progress?.secondsLeft ?? null) ?? m.model_time_left_unknown(),
    note: topNote(progress, stoppedPart),
  };
}

function fetchingTop({ done, total }: TrainingProgress): TrainingTop {
  return {
    label: m.model_fetching(),
    value: m.model_done_of_total({ done: formatFileSize(done), total: formatFileSize(total) }),
    note: m.model_fetching_once(),
  };
}

function topNote(progress: TrainingProgress | null, stoppedPart: StoppablePart | null): string {
  if (stoppedPart) return finishingWords(stoppedPart, progress);
  return progress ? (NOTES[progress.phase]?.(progress) ?? '') : '';
}

const NOTES: Readonly<
  Partial<Record<TrainingProgress['phase'], (progress: TrainingProgress) => string>>
> = {
  read: readingNote,
  meaning: () => m.model_testing_meaning_note(),
  looks: () => m.model_testing_looks_note(),
  search: backtestNote,
  learn: passNote,
  'learn-all': passNote,
};

function readingNote({ done, total }: TrainingProgress): string {
  const count = m.model_done_of_total({ done: formatCount(done), total: formatCount(total) });
  return m.model_reading_note({ count });
}

function timeLeft(seconds: number | null): string | null {
  return seconds === null ? null : m.model_time_left_about({ duration: formatDuration(seconds) });
}

function passNote({ epoch, epochCount }: TrainingProgress): string {
  if (epoch === 0) return '';
  return m.model_pass_of({ epoch: formatCount(epoch), total: formatCount(epochCount) });
}

function backtestNote({ tried }: TrainingProgress): string {
  if (!tried) return m.model_looking_back();
  return m.model_backtest_pass({
    epoch: formatCount(tried.epoch),
    share: formatFinePercent(tried.wape),
  });
}
