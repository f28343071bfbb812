// Restores a project. Everything is written under IDs that no data set has yet, so nothing of it is visible. The
// records of the data sets are written last, all at once. A failure deletes what was written; what a closed tab leaves
// is swept before the next import.

import type {
  FiledColumn,
  FiledDataset,
  FiledEvidence,
  FiledPicture,
  FiledSettings,
  FiledSource,
  ProjectRecords,
  RecordKind,
} from '#core/files/project/project-records.ts';
import { renumbered, renumberedTraining, type NewIds } from '#core/files/project/new-ids.ts';
import { packModel } from '#core/model/training/packed-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { encodeChunk } from '#core/import/columns/encode-column.ts';
import { packNumberPart, packTextPart } from '#core/import/columns/part-bytes.ts';
import { database } from '../database/database.ts';
import type { DatasetRecord, ModelRecord } from '../database/records.ts';
import { deleteRowsOf } from '../data/dataset-rows.ts';
import { FILED_SETTINGS } from './project-listing.ts';
import { withStorage } from '../database/quota.ts';
import { sourceRange } from '../data/sources.ts';

interface Begun {
  /** ID of the data set in the file. */
  readonly old: number;
  readonly ids: NewIds;
  readonly record: DatasetRecord;
}

type Writers = {
  readonly [Kind in Exclude<RecordKind, 'data-set' | 'settings'>]: (
    record: ProjectRecords[Kind],
    begun: Begun,
  ) => PromiseLike<unknown>;
};

export class RestoringProject {
  readonly #begun = new Map<number, Begun>();
  readonly #modelIds = new Map<number, number>();
  readonly #freshSourceId: () => string;
  #settings: FiledSettings = {};

  /** @param freshSourceId returns an ID that no other stored file has */
  constructor(freshSourceId: () => string) {
    this.#freshSourceId = freshSourceId;
  }

  /**
   * Reserves new model IDs.
   * @param modelIds IDs of all models that a record refers to, ascending; the new ones keep that order
   */
  async begin(modelIds: readonly number[]): Promise<void> {
    const { models } = database;
    await withStorage(() =>
      database.transaction('rw', models, async () => {
        for (const old of modelIds) {
          const id = await models.add({ datasetId: 0, model: null } as unknown as ModelRecord);
          await models.delete(id);
          this.#modelIds.set(old, id);
        }
      }),
    );
  }

  /**
   * Writes one record.
   * @param dataSet number of its data set in the file; null for settings
   */
  async add<Kind extends RecordKind>(
    kind: Kind,
    dataSet: number | null,
    record: ProjectRecords[Kind],
  ): Promise<void> {
    if (dataSet === null) this.#settings = record as FiledSettings;
    else if (kind === 'data-set') await this.#beginDataset(dataSet, record as FiledDataset);
    else await this.#write(kind as keyof Writers, this.#begun.get(dataSet)!, record);
  }

  /**
   * Makes the restored data sets visible. Adopts a setting only where it was not chosen on this device.
   * @returns the new data set IDs, by their numbers in the file
   */
  finish(): Promise<ReadonlyMap<number, number>> {
    const { datasets, settings } = database;
    return withStorage(() =>
      database.transaction('rw', datasets, settings, async () => {
        for (const { record } of this.#begun.values()) await datasets.add(record);
        for (const name of FILED_SETTINGS) {
          const value = name === 'currentDatasetId' ? this.#current() : this.#settings[name];
          if (value === undefined || (await settings.get(name))) continue;
          await settings.add({ name, value });
        }
        return new Map([...this.#begun].map(([number, { record }]) => [number, record.id]));
      }),
    );
  }

  /** Deletes everything that was written. */
  discard(): Promise<void> {
    return withStorage(() =>
      database.transaction('rw', database.tables, async () => {
        for (const { record } of this.#begun.values()) {
          await deleteRowsOf(record.id);
          if (record.source) await sourceRange(record.source.id).delete();
        }
      }),
    );
  }

  #current(): number | undefined {
    const { currentDatasetId } = this.#settings;
    return [...this.#begun.values()].find(({ old }) => old === currentDatasetId)?.record.id;
  }

  async #beginDataset(dataSet: number, filed: FiledDataset): Promise<void> {
    const { datasets } = database;
    const id = await withStorage(() =>
      database.transaction('rw', datasets, async () => {
        const reserved = await datasets.add(withoutId(filed));
        await datasets.delete(reserved);
        return reserved;
      }),
    );
    const { source, modelInUse } = filed;
    const modelId = (old: number) => this.#modelIds.get(old)!;
    this.#begun.set(dataSet, {
      ids: { datasetId: id, modelId },
      old: filed.id,
      record: {
        ...filed,
        id,
        ...(source && { source: { ...source, id: this.#freshSourceId() } }),
        ...(modelInUse !== undefined && { modelInUse: modelId(modelInUse) }),
      },
    });
  }

  async #write(kind: keyof Writers, begun: Begun, record: unknown): Promise<void> {
    const write = WRITERS[kind] as (record: unknown, begun: Begun) => PromiseLike<unknown>;
    await withStorage(() => write(record, begun));
  }
}

const WRITERS: Writers = {
  column: writeColumn,
  source: writeSource,
  model: writeModel,
  training: (run, { ids }) => database.trainings.add(renumberedTraining(run, ids)),
  evidence: writeEvidence,
  products: (products, { ids: { datasetId } }) => database.products.add({ datasetId, products }),
  plans: (ranking, { ids }) => database.plans.add(renumbered(ranking, ids)),
  offers: (offers, { ids }) => database.offers.add(renumbered(offers, ids)),
  calendar: (calendar, { ids: { datasetId } }) =>
    database.calendars.add({ ...withoutId(calendar), datasetId }),
  ledger: (entry, { ids }) => database.ledger.add(renumbered(withoutId(entry), ids)),
  stock: (list, { ids: { datasetId } }) => database.stock.add({ datasetId, list }),
  reviews: (reviews, { ids: { datasetId } }) => database.reviews.add({ datasetId, ...reviews }),
  demand: (demand, { ids: { datasetId } }) => database.demand.add({ datasetId, ...demand }),
  orders: (study, { ids: { datasetId } }) => database.orderStudies.add({ datasetId, study }),
  'split-test': (test, { ids: { datasetId } }) =>
    database.splitTests.add({ ...withoutId(test), datasetId }),
  pictures: writePictures,
  suppliers: (suppliers, { ids: { datasetId } }) =>
    database.suppliers.add({ datasetId, ...suppliers }),
};

function writeColumn({ name, chunk, values }: FiledColumn, { ids: { datasetId } }: Begun) {
  const column =
    values instanceof Float64Array
      ? ({ kind: 'number', values } as const)
      : ({ kind: 'text', values } as const);
  const bytes = encodeChunk(column);
  return database.columns.add({ datasetId, name, chunk, bytes, isPacked: true });
}

function writeSource({ name, part, values }: FiledSource, { record: { source } }: Begun) {
  const bytes = values instanceof Float64Array ? packNumberPart(values) : packTextPart(values);
  return database.sources.add({ sourceId: source!.id, name, part, bytes });
}

function writeModel(model: TrainedModel, { ids }: Begun) {
  const { report, ...packed } = packModel(model);
  const { datasetId } = ids;
  return database.models.add({ id: ids.modelId(report.modelId), datasetId, model: packed });
}

function writeEvidence({ modelId, evidence }: FiledEvidence, { ids }: Begun) {
  const { datasetId } = ids;
  return database.evidence.add({ modelId: ids.modelId(modelId), datasetId, evidence });
}

async function writePictures(pictures: readonly FiledPicture[], { ids: { datasetId } }: Begun) {
  for (const { embedding, small, ...picture } of pictures) {
    const pictureId = await database.pictures.add({
      ...{ ...picture, datasetId },
      ...(embedding && { embedding: embedding.slice().buffer }),
    });
    if (!small) continue;
    const bytes = small.bytes.slice().buffer;
    await database.pictureFiles.add({ pictureId, datasetId, type: small.type, bytes });
  }
}

/** Returns a record without its ID, so the database assigns the next one. */
function withoutId<T extends { readonly id: number }>(record: T): Omit<T, 'id'> {
  const entries = Object.entries(record).filter(([key]) => key !== 'id');
  return Object.fromEntries(entries) as unknown as Omit<T, 'id'>;
}
