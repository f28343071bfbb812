import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { StoredSplitTest } from '#core/evaluation/split-test/split-test.ts';
import { DATABASE_NAME, announceDatabase } from './first-use.ts';
import {
  completeRuns,
  keepOutcomesApart,
  keepReportsApart,
  renewIssues,
} from './upgrade-records.ts';
import { withoutNewer } from './schema-version.ts';
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

/** Version of the schema. When it rises, records stored by the version before are added to tests/fixtures/schema. */
export const SCHEMA_VERSION = 18;
const ORDERS_KEPT = 17;
const SUPPLIERS_KEPT = 16;
const DEMAND_KEPT = 15;
const OUTCOMES_KEPT = 14;
const REVIEWS_KEPT = 13;
const RUNS_COMPLETE = 12;
const SEASONS_KEPT = 11;
/** Versions before kept one model per data set, with its report inside. */
const MODELS_KEPT = 10;
const CHECKPOINTS_KEPT = 9;
/** See renewIssues. */
const FINDINGS_OF_TODAY = 6;
/** Version that clears plans in older formats, which cannot be shown. Recalculating them takes a second. */
const PLANS_OF_TODAY = 7;
/**
 * Version that clears models in older formats, which cannot make plans. Training again takes less than a minute. Data,
 * products and plans stay. Model files in older formats cannot be opened either: FORMAT_VERSION in
 * core/files/model/model-file.ts rises with this.
 */
const MODELS_OF_TODAY = 8;

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
    this.version(1).stores({
      datasets: '++id',
      columns: '[datasetId+name+chunk]',
      models: '++id, datasetId',
      products: 'datasetId',
      plans: 'datasetId',
      settings: 'name',
    });
    this.version(FINDINGS_OF_TODAY)
      .stores({ sources: '[sourceId+name+part]' })
      .upgrade((upgrade) => upgrade.table('datasets').toCollection().modify(renewIssues));
    this.version(PLANS_OF_TODAY).upgrade((upgrade) => upgrade.table('plans').clear());
    this.version(MODELS_OF_TODAY)
      .stores({ embeddings: '[datasetId+chunk]' })
      .upgrade((upgrade) => upgrade.table('models').clear());
    this.version(CHECKPOINTS_KEPT).stores({ runs: 'datasetId', checkpoints: '[datasetId+key]' });
    this.version(MODELS_KEPT)
      .stores({
        trainings: 'modelId, datasetId',
        evidence: 'modelId, datasetId',
        ledger: '++id, datasetId',
      })
      .upgrade(keepReportsApart);
    this.version(SEASONS_KEPT).stores({
      ...{ offers: 'datasetId', calendars: '++id, datasetId' },
      stock: 'datasetId',
    });
    this.version(RUNS_COMPLETE).upgrade(completeRuns);
    this.version(REVIEWS_KEPT).stores({ reviews: 'datasetId', reviewReadings: 'datasetId' });
    this.version(OUTCOMES_KEPT)
      .stores({ reviewOutcomes: 'datasetId', readingCheckpoints: '[datasetId+key]' })
      .upgrade(keepOutcomesApart);
    this.version(DEMAND_KEPT).stores({ demand: 'datasetId' });
    this.version(SUPPLIERS_KEPT).stores({ suppliers: 'datasetId', shortlists: 'datasetId' });
    this.version(ORDERS_KEPT).stores({
      orderStudies: 'datasetId',
      splitTests: '++id, datasetId',
    });
    this.version(SCHEMA_VERSION).stores({
      pictures: '++id, datasetId, [datasetId+owner]',
      pictureFiles: 'pictureId, datasetId',
    });
    this.on('populate', announceDatabase);
  }
}

export const database = new DebutDatabase();
