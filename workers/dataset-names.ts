import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainingReport } from '#core/launch/training-report.ts';
import type { Job } from '#protocol/job.ts';
import { keepEmbeddings, loadEmbeddings } from '#storage/embeddings.ts';
import { loadSetting } from '#storage/settings.ts';
import type { ModelHost } from './model-host.ts';
import { PacedJob } from './paced-job.ts';
import { readNames, type NamesRead, type NamesToRead } from './read-names.ts';

export interface DatasetNames extends Pick<NamesToRead, 'titles' | 'engine'> {
  readonly datasetId: number;
  readonly host: ModelHost;
  readonly stop: AbortSignal;
}

/** Of a stored data set: with what was read before, and fetching what is missing where the seller has not declined it. */
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
      keep: (chunk) => keepEmbeddings(datasetId, chunk),
    },
    mayFetch: await usesLanguageModel(),
    pause: async () => {
      await host.pause();
      stop.throwIfAborted();
    },
  });
}

export async function usesLanguageModel(): Promise<boolean> {
  return (await loadSetting('usesLanguageModel')) ?? true;
}

interface NamesOfModel {
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  /** Of the model that is to read them. */
  readonly report: TrainingReport;
  readonly engine: NamesToRead['engine'];
  readonly job: Job;
  readonly host: ModelHost;
}

/** The launches with what the model read of names, its own and the products'; as they are where it learnt without, or nothing can be had. */
export async function withNames({
  table,
  products,
  report,
  engine,
  job,
  host,
}: NamesOfModel): Promise<LaunchTable> {
  if (report.reading !== 'embeddings') return table;
  const titles = [...table.title, ...products.map(({ title }) => title)];
  const { datasetId } = report;
  const paced = new PacedJob(job);
  const { embeddings } = await readDatasetNames(
    { datasetId, titles, engine, host, stop: job.signal },
    {
      onFetched: (done, total) => paced.report({ phase: 'fetch', done, total }),
      onRead: (done, total) => paced.report({ phase: 'read', done, total }),
    },
  );
  return { ...table, embeddings };
}
