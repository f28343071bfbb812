import type {
  DerivationSettings,
  DerivedLaunch,
} from '#core/import/derivation/derivation-settings.ts';
import { isStopping } from '#core/import/platform-files/export-problem.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { ExportsPreview, RolledUp } from '#core/import/marketing/exports-preview.ts';
import { launchLack, type LaunchLack } from '#core/import/derivation/launch-lack.ts';
import { recordedDays, shortRecords } from '#core/import/derivation/short-records.ts';
import { dataGaps } from '#core/import/derivation/data-gaps.ts';
import type { JoinedExports } from '#core/import/derivation/join-exports.ts';
import { launchesOfExports } from '#core/import/marketing/launches-of-exports.ts';
import type { ExportsRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import type { FileCache } from './file-cache.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';

const LAUNCHES_SHOWN = 20;

/** Reads exports and finds their launches; stores nothing. With other settings, the files are not read again. */
export async function previewExports(
  request: ExportsRequest,
  job: Job,
  cache: FileCache,
): Promise<ExportsPreview> {
  const { files, joined } = await cache.openShop(request, new ThrottledJob(job));
  const { launches, account, reports } = launchesOfExports(joined, request);
  const gaps = dataGaps(launches);
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
