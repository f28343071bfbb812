import Dexie, { type EntityTable, type Table } from 'dexie';
import type { ImportReport } from '#core/csv/import-report.ts';
import type { SourceFacts } from '#core/csv/source-facts.ts';
import type { Day } from '#core/dates.ts';
import type { Currency } from '#core/csv/currency.ts';
import type { SellingEventsSaid } from '#core/events/selling-events-choice.ts';
import type { LaunchOverview } from '#core/launch/launch-overview.ts';
import type { Ranking } from '#core/launch/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { UnfinishedRun } from '#core/launch/unfinished-run.ts';
import type { AdoptedPlan } from '#core/ledger/adopted-plan.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { PackedModel } from '#core/model/packed-model.ts';
import type { TrainingRun } from '#core/runs/training-run.ts';
import type { TrainingEvidence } from '#core/scorecard/training-evidence.ts';
import type { SeasonCalendar } from '#core/season/season-calendar.ts';
import type { SeasonOffers } from '#core/season/season-offers.ts';
import type { StockList } from '#core/stock-on-hand/stock-list.ts';
import type { Recipe } from '#core/table/recipe.ts';
import { DATABASE_NAME, tellBegun } from './begun.ts';
import { completeRuns, keepReportsApart, renewIssues } from './older-records.ts';
import { withoutNewer } from './own-version.ts';

export interface DatasetRecord extends SampleOrigin {
  readonly id: number;
  readonly importedAt: number;
  readonly report: Omit<ImportReport, 'datasetId'>;
  readonly rowCount: number;
  readonly firstLaunchDay: Day;
  readonly lastLaunchDay: Day;
  /** Missing where a data set was stored before overviews were kept. */
  readonly overview?: LaunchOverview;
  /** Stored columns of the file; `recipe` says how they become launches. Both are missing in older data sets. */
  readonly source?: SourceFacts;
  readonly recipe?: Recipe;
  /** Missing where the seller chose nothing about sales events (selling events in code). */
  readonly events?: SellingEventsSaid;
  /** Currency of the amounts where the file does not state it; missing where none was chosen. */
  readonly currency?: Currency;
  /** Missing where there is no model. */
  modelInUse?: number;
}

/** Part of one column, at most CHUNK_ROWS rows. */
export interface ColumnRecord {
  readonly datasetId: number;
  readonly name: string;
  readonly chunk: number;
  readonly bytes: ArrayBuffer;
  /** Missing where numbers are stored as plain float64. */
  readonly isPacked?: true;
}

/** Part of one column of an imported file. */
export interface SourceRecord {
  readonly sourceId: string;
  readonly name: string;
  readonly part: number;
  readonly bytes: ArrayBuffer;
}

/** One of a data set's models. All are kept; their reports are stored with their runs, in `trainings`. */
export interface ModelRecord {
  readonly id: number;
  readonly datasetId: number;
  readonly model: Omit<PackedModel, 'report'>;
}

export interface EvidenceRecord {
  readonly modelId: number;
  readonly datasetId: number;
  readonly evidence: TrainingEvidence;
}

/** Embeddings of a data set's texts by the language model. A cache: all of it can be recomputed. */
export interface EmbeddingRecord {
  readonly datasetId: number;
  readonly chunk: number;
  readonly reader: string;
  readonly texts: readonly string[];
  /** Embeddings as half-precision floats (16 bits each). */
  readonly bytes: ArrayBuffer;
}

export interface UnfinishedRecord extends UnfinishedRun {
  /** Identifies the training code: other code may compute different numbers. */
  readonly code: string;
}

/** Intermediate result of a training run, keyed by everything that it depends on. A cache, like embeddings. */
interface CheckpointRecord {
  readonly datasetId: number;
  readonly key: number;
  readonly value: unknown;
}

interface ProductsRecord {
  readonly datasetId: number;
  readonly products: readonly NewProduct[];
}

interface StockRecord {
  readonly datasetId: number;
  readonly list: StockList;
}

interface SettingRecord {
  readonly name: string;
  readonly value: unknown;
}

/** Version of the schema. When it rises, records stored by the version before are added to tests/fixtures/schema. */
export const SCHEMA_VERSION = 12;
const SEASONS_KEPT = 11;
/** Versions before kept one model per data set, with its report inside. */
const MODELS_KEPT = 10;
const CHECKPOINTS_KEPT = 9;
/** See renewIssues. */
const FINDINGS_OF_TODAY = 6;
/** Clears plans in older formats, which cannot be shown. Recalculating them takes a second. */
const PLANS_OF_TODAY = 7;
/**
 * Clears models in older formats, which cannot make plans. Training again takes less than a minute. Data, products and
 * plans stay.
 * Model files in older formats cannot be opened either: FORMAT_VERSION in core/model-file/model-file.ts rises with
 * this.
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
    this.version(SCHEMA_VERSION).upgrade(completeRuns);
    this.on('populate', tellBegun);
  }
}

export const database = new DebutDatabase();
