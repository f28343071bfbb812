import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { StoredSplitTest } from '#core/evaluation/split-test/split-test.ts';
import { DATABASE_NAME, announceDatabase } from './first-use.ts';
import { declareVersions, withoutNewer, type SchemaVersion } from './schema-version.ts';
import type {
  DatasetRecord,
  ColumnRecord,
  SourceRecord,
  ModelRecord,
  EvidenceRecord,
  EmbeddingRecord,
  UnfinishedRecord,
  CheckpointRecord,
  ProductsRecord,
  StockRecord,
  ReviewsRecord,
  ReviewReadingRecord,
  ReviewOutcomesRecord,
  DemandRecord,
  SuppliersRecord,
  ShortlistRecord,
  OrderStudyRecord,
  PictureRecord,
  PictureFileRecord,
  SettingRecord,
} from './records.ts';

/**
 * Every version of the schema, the first one first: a later one names the tables that it adds or changes. Before one is
 * added, what the version before stored is added to tests/fixtures/schema.
 */
const VERSIONS: readonly SchemaVersion[] = [
  {
    tables: {
      datasets: '++id',
      columns: '[datasetId+name+chunk]',
      sources: '[sourceId+name+part]',
      models: '++id, datasetId',
      embeddings: '[datasetId+chunk]',
      trainings: 'modelId, datasetId',
      evidence: 'modelId, datasetId',
      runs: 'datasetId',
      checkpoints: '[datasetId+key]',
      products: 'datasetId',
      plans: 'datasetId',
      offers: 'datasetId',
      calendars: '++id, datasetId',
      ledger: '++id, datasetId',
      stock: 'datasetId',
      reviews: 'datasetId',
      reviewReadings: 'datasetId',
      reviewOutcomes: 'datasetId',
      readingCheckpoints: '[datasetId+key]',
      demand: 'datasetId',
      suppliers: 'datasetId',
      shortlists: 'datasetId',
      orderStudies: 'datasetId',
      splitTests: '++id, datasetId',
      pictures: '++id, datasetId, [datasetId+owner]',
      pictureFiles: 'pictureId, datasetId',
      settings: 'name',
    },
  },
];
export const SCHEMA_VERSION = VERSIONS.length;

/** What builds before the first release stored under: today's code cannot read it. */
const UNRELEASED_NAME = 'debut';

class DebutDatabase extends Dexie {
  declare readonly datasets: EntityTable<DatasetRecord, 'id'>;
  declare readonly columns: Table<ColumnRecord, [number, string, number]>;
  declare readonly sources: Table<SourceRecord, [string, string, number]>;
  declare readonly models: EntityTable<ModelRecord, 'id'>;
  declare readonly embeddings: Table<EmbeddingRecord, [number, number]>;
  declare readonly trainings: EntityTable<TrainingRun, 'modelId'>;
  declare readonly evidence: EntityTable<EvidenceRecord, 'modelId'>;
  declare readonly runs: Table<UnfinishedRecord, number>;
  declare readonly checkpoints: Table<CheckpointRecord, [number, number]>;
  declare readonly products: Table<ProductsRecord, number>;
  declare readonly plans: Table<Ranking, number>;
  declare readonly offers: Table<SeasonOffers, number>;
  declare readonly calendars: EntityTable<SeasonCalendar, 'id'>;
  declare readonly ledger: EntityTable<AdoptedPlan, 'id'>;
  declare readonly stock: Table<StockRecord, number>;
  declare readonly reviews: Table<ReviewsRecord, number>;
  declare readonly reviewReadings: Table<ReviewReadingRecord, number>;
  declare readonly reviewOutcomes: Table<ReviewOutcomesRecord, number>;
  declare readonly readingCheckpoints: Table<CheckpointRecord, [number, number]>;
  declare readonly demand: Table<DemandRecord, number>;
  declare readonly suppliers: Table<SuppliersRecord, number>;
  declare readonly shortlists: Table<ShortlistRecord, number>;
  declare readonly orderStudies: Table<OrderStudyRecord, number>;
  declare readonly splitTests: EntityTable<StoredSplitTest, 'id'>;
  declare readonly pictures: EntityTable<PictureRecord, 'id'>;
  declare readonly pictureFiles: Table<PictureFileRecord, number>;
  declare readonly settings: Table<SettingRecord, string>;

  constructor() {
    super(DATABASE_NAME, withoutNewer(SCHEMA_VERSION));
    declareVersions(this, VERSIONS);
    this.on('populate', () => {
      announceDatabase();
      indexedDB.deleteDatabase(UNRELEASED_NAME);
    });
  }
}

export const database = new DebutDatabase();
