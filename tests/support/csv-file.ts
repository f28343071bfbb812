import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '#core/progress.ts';
import { Job } from '#protocol/job.ts';

export function csvFile(content: string | Uint8Array<ArrayBuffer>, name = 'launches.csv'): File {
  return new File([content], name);
}

/** The rest of an import request, where a test is about something else. */
export const PLAIN_IMPORT = { dropColumns: [], sample: null } as const;

export function fixture(name: string): File {
  const path = join(import.meta.dirname, '../fixtures', name);
  return new File([readFileSync(path)], name);
}

export function jobFor(
  onProgress: (progress: Progress) => void = () => undefined,
  signal = new AbortController().signal,
): Job {
  return new Job(signal, onProgress);
}
