import { AS_DETECTED } from '#core/csv/reading.ts';
import { recogniseTable } from '#core/exports/recognise-sales.ts';
import type { Job } from '#protocol/job.ts';
import { openCsv } from './open-csv.ts';

/** Per file, whether its beginning is that of an export; reads no further. A file that cannot be read is none. */
export async function recogniseFiles(files: readonly File[], job: Job): Promise<boolean[]> {
  const isExport: boolean[] = [];
  for (const file of files) {
    job.signal.throwIfAborted();
    isExport.push(await beginsAsExport(file));
  }
  return isExport;
}

async function beginsAsExport(file: File): Promise<boolean> {
  try {
    const { headers, firstRecords } = await openCsv({ file, reading: AS_DETECTED });
    return recogniseTable(headers, firstRecords) !== null;
  } catch {
    return false; // whoever reads it says why
  }
}
