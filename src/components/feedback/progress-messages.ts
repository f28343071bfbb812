import type { Progress } from '#core/progress.ts';
import { m } from '#messages';
import { formatCount } from '../format.ts';

interface FileWork {
  readonly status: 'reading' | 'importing';
  readonly name: string;
  readonly progress: Progress | null;
}

/** What is being done with a file, and how far it is. */
export function fileProgressWords({ status, name, progress }: FileWork): {
  readonly title: string;
  readonly detail: string;
} {
  const title =
    status === 'reading' ? m.feedback_reading_file({ name }) : m.feedback_importing_file({ name });
  return { title, detail: partWords(progress) };
}

/** Which part of reading a file is being done. */
export function partWords(progress: Progress | null): string {
  return (PARTS[progress?.phase ?? ''] ?? m.feedback_part_other)();
}

const PARTS: Readonly<Record<string, () => string>> = {
  read: m.feedback_part_read,
  type: m.feedback_part_type,
  store: m.feedback_part_store,
};

/** "1,200 of 2,000"; where nothing can be counted yet, what is true anyway. */
export function progressDetail(progress: Progress | null, otherwise: string): string {
  if (!progress?.total) return otherwise;
  return m.feedback_progress_of({
    done: formatCount(progress.done),
    total: formatCount(progress.total),
  });
}
