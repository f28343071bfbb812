import type { Progress } from '#core/progress.ts';
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
  const title = status === 'reading' ? `Looking at ${name}` : `Importing ${name}`;
  return { title, detail: PARTS[progress?.phase ?? ''] ?? 'On this device' };
}

const PARTS: Readonly<Record<string, string>> = {
  read: 'Reading the rows',
  type: 'Understanding the cells',
  store: 'Storing on this device',
};

/** "1,200 of 2,000"; where nothing can be counted yet, what is true anyway. */
export function progressDetail(progress: Progress | null, otherwise: string): string {
  if (!progress?.total) return otherwise;
  return `${formatCount(progress.done)} of ${formatCount(progress.total)}`;
}
