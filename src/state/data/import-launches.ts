import { inertText } from '#core/base/text/inert-text.ts';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import { dataset, type JobOptions } from '#jobs/jobs.ts';
import { later } from '../base/later.ts';
import type { OpenedFile } from './column-choice.svelte.ts';
import { droppedColumns, horizonOf, undecidedDate } from './mapping-draft.ts';
import type { SampleExtras } from './sample-files.ts';

const { deleteDataset } = later(() => import('#storage/data/datasets.ts'));
const { saveMarket } = later(() => import('#storage/data/selling-events.ts'));

/** Fetched with the first file, so no page loads it at start. */
const memory = () => import('./mapping-memory.ts');

export const importJobs = {
  previewFile: dataset.previewFile,
  importFile: dataset.importFile,
  importProducts: dataset.importProducts,
  saveMarket,
  deleteDataset,
  fetchFile: (address: string, signal: AbortSignal) => fetch(address, { signal }),
  recallMapping: async (headers: readonly string[]) => (await memory()).recallMapping(headers),
  rememberMapping: async (headers: readonly string[], mapping: Mapping) =>
    (await memory()).rememberMapping(headers, mapping),
};
export type ImportJobs = typeof importJobs;

interface LaunchOrigin {
  readonly origin: SampleOrigin;
  /** What a sample has besides launches; null for the seller's own file. */
  readonly extras: SampleExtras | null;
  /** Skips the question whether so many rows are launches. */
  readonly areLaunches: boolean;
}

/**
 * Imports the launches of a file with the chosen columns, then a sample's market and products. Where these fail, or the
 * seller has cancelled meanwhile, deletes the data set again. Throws what the jobs throw.
 */
export async function importLaunches(
  opened: OpenedFile,
  { origin, extras, areLaunches }: LaunchOrigin,
  { jobs, ...options }: Required<JobOptions> & { readonly jobs: ImportJobs },
): Promise<ImportReport> {
  const { file, reading, name, mapping, preview, kept } = opened;
  const horizonDays = horizonOf(opened);
  const report = await jobs.importFile(
    {
      ...{ file, reading, mapping, name: name.trim() || inertText(file.name), ...origin },
      dropColumns: droppedColumns(preview, kept),
      dateOrder: undecidedDate(opened) ? opened.dateOrder : null,
      ...(horizonDays !== HORIZON_DAYS && { horizonDays }),
      areLaunches,
    },
    options,
  );
  const { datasetId } = report;
  try {
    options.signal.throwIfAborted();
    if (!extras) return report;
    await jobs.saveMarket(datasetId, extras.market);
    await jobs.importProducts({ file: extras.products, datasetId }, options);
    options.signal.throwIfAborted();
    return report;
  } catch (error) {
    await jobs.deleteDataset(datasetId);
    throw error;
  }
}
