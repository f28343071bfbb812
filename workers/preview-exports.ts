import type { DerivedLaunch } from '#core/derivation/derivation.ts';
import { deriveLaunches } from '#core/derivation/derive-launches.ts';
import type { ExportsPreview } from '#core/exports/exports-preview.ts';
import { knowledgeGaps } from '#core/derivation/knowledge-gaps.ts';
import type { ExportsRequest } from '#protocol/dataset-worker.ts';
import type { Job } from '#protocol/job.ts';
import type { ExportsDesk } from './exports-desk.ts';
import { PacedJob } from './paced-job.ts';

const LAUNCHES_SHOWN = 20;

/** Reads exports and finds their launches; stores nothing. With other settings the files are not read again. */
export async function previewExports(
  request: ExportsRequest,
  job: Job,
  desk: ExportsDesk,
): Promise<ExportsPreview> {
  const { files, joined } = await desk.open(request, new PacedJob(job));
  const { lines, problems } = joined;
  if (lines === null) return { files, problems, account: null, largest: [], gaps: [] };
  const { launches, account } = deriveLaunches(
    { ...joined, lines, words: request.words },
    request.settings,
  );
  return { files, problems, account, largest: largest(launches), gaps: knowledgeGaps(launches) };
}

function largest(launches: readonly DerivedLaunch[]): DerivedLaunch[] {
  return launches.toSorted((a, b) => b.units - a.units).slice(0, LAUNCHES_SHOWN);
}
