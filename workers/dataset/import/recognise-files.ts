import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import type { Job } from '#protocol/job.ts';
import { openCsv } from '../file/open-csv.ts';
import { splitFiles, type NamedFile } from '../file/split-files.ts';

/**
 * Returns for each file whether its beginning is that of an export; reads no further. A file that cannot be read is
 * none.
 */
export async function recogniseFiles(files: readonly File[], job: Job): Promise<boolean[]> {
  const isExport: boolean[] = [];
  for (const file of files) {
    job.signal.throwIfAborted();
    isExport.push(await holdsExport(file));
  }
  return isExport;
}

async function holdsExport(file: File): Promise<boolean> {
  for (const table of await splitFiles([file])) if (await beginsAsExport(table)) return true;
  return false;
}

async function beginsAsExport(table: NamedFile): Promise<boolean> {
  try {
    const { headers, firstRecords } = await openCsv(table);
    return recogniseTable(headers, firstRecords) !== null;
  } catch {
    return false; // reading it later reports why
  }
}
