import type { DerivationSettings, DerivedLaunch } from '#core/derivation/derivation.ts';
import { isStopping } from '#core/exports/export-problem.ts';
import { sum } from '#core/statistics.ts';
import type { ExportsPreview, RolledUp } from '#core/exports/exports-preview.ts';
import { launchLack, type LaunchLack } from '#core/derivation/launch-lack.ts';
import { recordedDays, shortRecords } from '#core/derivation/short-records.ts';
import { knowledgeGaps } from '#core/derivation/knowledge-gaps.ts';
import type { JoinedExports } from '#core/exports/join-exports.ts';
import { launchesOfExports } from '#core/reports/launches-of-exports.ts';
import type { ExportsRequest } from '#protocol/dataset-worker.ts';
import type { Job } from '#protocol/job.ts';
import type { ExportsDesk } from './exports-desk.ts';
import { PacedJob } from './paced-job.ts';

const LAUNCHES_SHOWN = 20;

/** Reads exports and finds their launches; stores nothing. With other settings, the files are not read again. */
export async function previewExports(
  request: ExportsRequest,
  job: Job,
  desk: ExportsDesk,
): Promise<ExportsPreview> {
  const { files, joined } = await desk.open(request, new PacedJob(job));
  const { launches, account, reports } = launchesOfExports(joined, request);
  const gaps = knowledgeGaps(launches);
  return {
    files,
    problems: joined.problems,
    account,
    lack: lackOf(joined, { launches, account }, request.settings),
    reports,
    rolledUp: rolledUp(launches),
    largest: largest(launches),
    gaps,
  };
}

/**
 * Returns what the launches lack. Where files lack something, launches lack it too, so only the days that they have to
 * cover are checked.
 */
function lackOf(
  { problems, lines }: JoinedExports,
  { launches, account }: Pick<ReturnType<typeof launchesOfExports>, 'launches' | 'account'>,
  settings: DerivationSettings,
): LaunchLack | null {
  if (problems.some(isStopping)) return shortRecords(recordedDays(lines), settings);
  return account && launchLack({ launches, account }, settings);
}

function rolledUp(launches: readonly DerivedLaunch[]): RolledUp {
  const several = launches.filter(({ variants }) => variants.length > 0);
  return {
    launchCount: several.length,
    variantCount: sum(several.map(({ variants }) => variants.length)),
    largest: several
      .toSorted((a, b) => b.variants.length - a.variants.length)
      .slice(0, LAUNCHES_SHOWN)
      .map(({ title, variants }) => ({ title, variants: variants.map(({ name }) => name) })),
  };
}

function largest(launches: readonly DerivedLaunch[]): DerivedLaunch[] {
  return launches.toSorted((a, b) => b.units - a.units).slice(0, LAUNCHES_SHOWN);
}
