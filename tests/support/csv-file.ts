import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import type { Progress } from '#core/base/progress.ts';
import type { FileToRead } from '#protocol/dataset-requests.ts';
import { Job } from '#protocol/job.ts';

export function csvFile(content: string | Uint8Array<ArrayBuffer>, name = 'launches.csv'): File {
  return new File([content], name);
}

/** Default fields of an import request, for tests about something else. */
export const PLAIN_IMPORT = {
  reading: AS_DETECTED,
  dropColumns: [],
  dateOrder: null,
  sample: null,
  areLaunches: true,
} as const;

/** Returns a file to be read as Debut detects it. */
export function asDetected(file: File): FileToRead {
  return { file, reading: AS_DETECTED };
}

/** Reads a file of tests/fixtures. */
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
