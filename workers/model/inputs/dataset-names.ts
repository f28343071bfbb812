import type { NamesByMeaning } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { Job } from '#protocol/job.ts';
import { saveEmbeddings, loadEmbeddings } from '#storage/data/embeddings.ts';
import { loadSetting } from '#storage/app/settings.ts';
import { stoppable } from '#workers/runtime/breathe.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readNames, type NamesRead, type NamesToRead } from '#workers/text/read-names.ts';

interface DatasetNames extends Pick<
  NamesToRead,
  'titles' | 'wordsOf' | 'later' | 'engine' | 'pool'
> {
  readonly datasetId: number;
  readonly host: ModelHost;
  readonly stop: AbortSignal;
}

/**
 * Returns the embeddings of a stored data set's names. Reuses those read before, and downloads missing files unless the
 * seller has declined. Throws AppError dataset-missing where the data set is gone.
 */
export async function readDatasetNames(
  { datasetId, host, stop, ...asked }: DatasetNames,
  hear: Pick<NamesToRead, 'onStart' | 'onFetched' | 'onRead'> = {},
): Promise<NamesRead> {
  return readNames({
    ...asked,
    ...hear,
    stop,
    source: host.language,
    store: {
      load: () => loadEmbeddings(datasetId),
      keep: (chunk) => saveEmbeddings(datasetId, chunk),
    },
    mayFetch: await usesLanguageModel(),
    pause: stoppable(() => host.pause(), stop),
  });
}

/** Returns whether the seller allows the language model; true unless declined. */
export async function usesLanguageModel(): Promise<boolean> {
  return (await loadSetting('usesLanguageModel')) ?? true;
}

interface NamesOfModel {
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  /** Report of the model that the names are read for. */
  readonly report: TrainingReport;
  readonly engine: NamesToRead['engine'];
  readonly job: Job;
  readonly host: ModelHost;
}

/**
 * Returns the launches with the embeddings of their names and the products'. Returns them as they are where the model
 * learnt without, and without embeddings where names cannot be read. Throws AppError dataset-missing where the data set
 * is gone.
 */
export async function withNames({
  table,
  products,
  report,
  engine,
  job,
  host,
}: NamesOfModel): Promise<LaunchTable> {
  if (report.reading !== 'embeddings') return table;
  const { datasetId } = report;
  const names = namesToKnow(report, { table, products });
  const paced = new ThrottledJob(job);
  const { embeddings } = await readDatasetNames(
    { ...names, datasetId, engine, host, stop: job.signal },
    {
      onFetched: (done, total) => paced.report({ phase: 'fetch', done, total }),
      onRead: (done, total) => paced.report({ phase: 'read', done, total }),
    },
  );
  return { ...table, embeddings };
}

/** Returns the names that must be read for a model: of titles that it left unread, only the words. */
function namesToKnow(
  { leavesTitles = false }: Pick<TrainingReport, 'leavesTitles'>,
  { table, products }: Pick<NamesOfModel, 'table' | 'products'>,
): NamesByMeaning {
  const titles = products.map(({ title }) => title);
  if (leavesTitles) return { titles, wordsOf: table.title };
  return { titles: [...table.title, ...titles] };
}
