import { AppError } from '#core/base/errors.ts';
import { rowsIn } from '#core/files/project/project-records.ts';
import { readPart } from '#core/files/project/part-content.ts';
import type { ProjectPart } from '#core/files/project/manifest.ts';
import type { ProjectRecords, RecordKind } from '#core/files/project/project-records.ts';
import type { RestoredProject } from '#core/files/project/project-reports.ts';
import { WholeProject, type DatasetContents } from '#core/files/project/whole-project.ts';
import type { RestoreProjectRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { SCHEMA_VERSION } from '#storage/database/database.ts';
import { RestoringProject } from '#storage/project/restoring-project.ts';
import { deleteOrphanRows, whileImporting } from '#storage/app/delete-orphans.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { freshId } from '#workers/runtime/fresh-id.ts';
import { openProjectFile, ProjectArchive } from './project-archive.ts';

/**
 * Adds the data sets of a project file to the stored ones. The file is read twice: first all of it is checked, then it
 * is written. It becomes visible only when all of it is there. A stop or failure before leaves what was stored before,
 * and nothing else.
 */
export async function restoreProject(
  { file, passphrase }: RestoreProjectRequest,
  job: Job,
): Promise<RestoredProject> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'check', done: 0, total: file.size });
  const archive = await ProjectArchive.unlock(
    await openProjectFile(file),
    passphrase,
    SCHEMA_VERSION,
  );
  const whole = new WholeProject();
  await eachRecord(archive, { job: paced, phase: 'check' }, whole);
  const { dataSets, savedAt } = archive.manifest;
  const contents = whole.finish(dataSets);
  await deleteOrphanRows();
  const ids = await whileImporting(() => write(archive, whole.modelIds, paced));
  return { savedAt, datasets: dataSets.map(({ number }) => told(contents, ids, number)) };
}

async function write(
  archive: ProjectArchive,
  modelIds: readonly number[],
  job: ThrottledJob,
): Promise<ReadonlyMap<number, number>> {
  const restoring = new RestoringProject(freshId);
  try {
    await restoring.begin(modelIds);
    await eachRecord(archive, { job, phase: 'restore' }, restoring);
    return await restoring.finish();
  } catch (error) {
    await restoring.discard();
    throw error;
  }
}

interface Taker {
  add<Kind extends RecordKind>(
    kind: Kind,
    dataSet: number | null,
    record: ProjectRecords[Kind],
  ): void | Promise<void>;
}

async function eachRecord(
  archive: ProjectArchive,
  { job, phase }: { readonly job: ThrottledJob; readonly phase: string },
  taker: Taker,
): Promise<void> {
  const { parts } = archive.manifest;
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const part of parts) {
    await job.step({ phase, done, total });
    await take(archive, part, taker);
    done += part.bytes;
  }
  await job.step({ phase, done: total, total });
}

/** Reads one part. Readable copies are checked against their checksums too, but not restored. */
async function take(archive: ProjectArchive, part: ProjectPart, taker: Taker): Promise<void> {
  const content = await archive.read(part);
  const { kind, dataSet, rows } = part;
  if (kind === 'launches') return;
  const record = readPart(kind, content);
  if (rowsIn(kind, record) !== rows) throw unlike(part);
  await taker.add(kind, dataSet, record);
}

function unlike({ path, rows }: ProjectPart): AppError {
  const message = `expected ${rows} rows in ${path}, got another number`;
  return new AppError('project-file-unreadable', message);
}

function told(
  contents: ReadonlyMap<number, DatasetContents>,
  ids: ReadonlyMap<number, number>,
  number: number,
): RestoredProject['datasets'][number] {
  const { dataset, ...counts } = contents.get(number)!;
  const { report, rowCount } = dataset;
  return { datasetId: ids.get(number)!, name: report.name, launchCount: rowCount, ...counts };
}
