import type { StoppablePart } from '#core/model/training/stop-point.ts';
import type { TrainingProgress } from '#core/model/training/training-report.ts';
import { m } from '#messages';
import { formatCount, formatFileSize } from '#components/words/numbers.ts';
import { formatDuration } from '#components/words/dates.ts';
import { finishingWords } from './stop-words.ts';

/** Head of the training display: what is running, the time left or the progress, and a note. */
interface TrainingTop {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/**
 * Returns the head for the current phase. While names are read, the training time is not known yet: the time left is
 * that of reading, and labelled so.
 * @param stoppedPart part that the seller stopped last; null where the run is whole
 */
export function trainingTop(
  progress: TrainingProgress | null,
  stoppedPart: StoppablePart | null = null,
): TrainingTop {
  const special = progress && TOPS[progress.phase]?.(progress);
  if (special) return special;
  return {
    label: m.model_time_left(),
    value: timeLeft(progress?.secondsLeft ?? null) ?? m.model_time_left_unknown(),
    note: topNote(progress, stoppedPart),
  };
}

const TOPS: Readonly<
  Partial<Record<TrainingProgress['phase'], (progress: TrainingProgress) => TrainingTop>>
> = {
  fetch: fetchingTop,
  read: readingTop,
  meaning: testingTop,
  looks: testingTop,
};

function topNote(progress: TrainingProgress | null, stoppedPart: StoppablePart | null): string {
  if (stoppedPart) return finishingWords(stoppedPart, progress);
  return progress ? learningNote(progress) : '';
}

function fetchingTop({ done, total }: TrainingProgress): TrainingTop {
  return {
    label: m.model_fetching(),
    value: m.model_done_of_total({ done: formatFileSize(done), total: formatFileSize(total) }),
    note: m.model_fetching_once(),
  };
}

function readingTop({ done, total, secondsLeft }: TrainingProgress): TrainingTop {
  const count = m.model_done_of_total({ done: formatCount(done), total: formatCount(total) });
  return {
    label: m.model_reading_names(),
    value: timeLeft(secondsLeft) ?? count,
    note: m.model_reading_note({ count }),
  };
}

function testingTop({ phase, secondsLeft }: TrainingProgress): TrainingTop {
  const words =
    phase === 'looks'
      ? { label: m.model_testing_looks(), note: m.model_testing_looks_note() }
      : { label: m.model_testing_meaning(), note: m.model_testing_meaning_note() };
  return { ...words, value: timeLeft(secondsLeft) ?? m.model_time_left_unknown() };
}

function timeLeft(seconds: number | null): string | null {
  return seconds === null ? null : m.model_time_left_about({ duration: formatDuration(seconds) });
}

function learningNote({ phase, epoch, epochCount }: TrainingProgress): string {
  if (phase === 'search') return m.model_looking_back();
  const isLearning = phase === 'learn' || phase === 'learn-all';
  if (!isLearning || epoch === 0) return '';
  return m.model_pass_of({ epoch: formatCount(epoch), total: formatCount(epochCount) });
}
