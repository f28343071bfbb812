import type { ProjectGlance } from '#core/files/project/project-reports.ts';
import type { Job } from '#protocol/job.ts';
import { SCHEMA_VERSION } from '#storage/database/database.ts';
import { openProjectFile, ProjectArchive } from './project-archive.ts';

/** Returns what a file contains, or that it needs a passphrase. Throws what openProjectFile() throws. */
export async function readProject(file: File, job: Job): Promise<ProjectGlance> {
  const opened = await openProjectFile(file);
  job.signal.throwIfAborted();
  if (opened.header.encryption) return { isEncrypted: true, contents: null };
  const { manifest } = await ProjectArchive.unlock(opened, null, SCHEMA_VERSION);
  const { savedAt, dataSets, parts } = manifest;
  const bytes = parts
    .filter(({ kind }) => kind !== 'launches')
    .reduce((sum, part) => sum + part.bytes, 0);
  return { isEncrypted: false, contents: { savedAt, dataSets, bytes } };
}
