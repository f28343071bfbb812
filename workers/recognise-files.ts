import { AS_DETECTED } from '#core/csv/reading.ts';
import { recogniseExport } from '#core/exports/recognise-export.ts';
import type { Job } from '#protocol/job.ts';
import { openCsv } from './open-csv.ts';

/** Per file, whether its header is that of an export; reads no further. A file that cannot be read is none. */
export async function recogniseFiles(files: readonly File[], job: Job): Promise<boolean[]> {
  const isExport: boolean[] = [];
  for (const file of files) {
    job.signal.throwIfAborted();
    isExport.push(await hasExportHeader(file));
  }
  return isExport;
}

async function hasExportHeader(file: File): Promise<boolean> {
  try {
    const { headers } = await openCsv({ file, reading: AS_DETECTED });
    return recogniseExport(headers) !== null;
  } catch {
    return false; // whoever reads it says why
  }
}
