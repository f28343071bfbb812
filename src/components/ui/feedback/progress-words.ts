import type { Progress } from '#core/base/progress.ts';
import { m } from '#messages';
import { formatCount, formatFileSize } from '#components/words/numbers.ts';
import { formatDuration } from '#components/words/dates.ts';

const LARGE_BYTES = 4_000_000;

interface FileWork {
  readonly status: 'reading' | 'importing';
  readonly name: string;
  readonly progress: Progress | null;
  readonly secondsLeft?: number | null;
}

/** Says what is being done with a file, and how far it is. */
export function fileProgressWords({ status, name, progress, secondsLeft = null }: FileWork): {
  readonly title: string;
  readonly detail: string;
} {
  const title =
    status === 'reading' ? m.feedback_reading_file({ name }) : m.feedback_importing_file({ name });
  const detail = [
    partWords(progress),
    bytesWords(progress),
    secondsLeft !== null && m.feedback_time_left({ duration: formatDuration(secondsLeft) }),
  ];
  return { title, detail: detail.filter(Boolean).join(' · ') };
}

/** Says that a list of that file name is being imported, and how far it is. */
export function importingWords({
  subject: name,
  progress,
}: {
  readonly subject: string;
  readonly progress: Progress | null;
}): ReturnType<typeof fileProgressWords> {
  return fileProgressWords({ status: 'importing', name, progress });
}

/** Returns, for example, "12 MB of 98 MB" while a large file is read, else null. */
function bytesWords(progress: Progress | null): string | null {
  if (progress?.phase !== 'read' || !progress.total || progress.total < LARGE_BYTES) return null;
  const [done, total] = [progress.done, progress.total].map(formatFileSize) as [string, string];
  return m.feedback_progress_of({ done, total });
}

/** Says which part of reading a file is being done. */
export function partWords(progress: Progress | null): string {
  return (PARTS[progress?.phase ?? ''] ?? m.feedback_part_other)();
}

const PARTS: Readonly<Record<string, () => string>> = {
  read: m.feedback_part_read,
  type: m.feedback_part_type,
  store: m.feedback_part_store,
  associations: m.feedback_part_associations,
  buyers: m.feedback_part_buyers,
};

/** Returns, for example, "1,200 of 2,000", or `otherwise` while nothing can be counted. */
export function progressDetail(progress: Progress | null, otherwise: string): string {
  if (!progress?.total) return otherwise;
  const format = progress.phase === 'fetch' ? formatFileSize : formatCount;
  return m.feedback_progress_of({ done: format(progress.done), total: format(progress.total) });
}
