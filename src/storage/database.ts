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
  /** Missing where a data set was stored before it was kept. */
  readonly overview?: LaunchOverview;
  /** Where the file's own columns are, and how they become launches; missing where a data set was stored before they were kept. */
  readonly source?: SourceFacts;
  readonly recipe?: Recipe;
  /** Missing where the seller said nothing of selling events. */
  readonly events?: SellingEventsSaid;
  /** What the seller counts in, where the file does not say; missing where that was not chosen. */
  readonly currency?: Currency;
  /** Missing where there is no model. */
  modelInUse?: number;
}

/** A part of one column, at most CHUNK_ROWS rows of it. */
export interface ColumnRecord {
  readonly datasetId: number;
  readonly name: string;
  readonly chunk: number;
  readonly bytes: ArrayBuffer;
  /** Missing where numbers are kept as plain float64. */
  readonly isPacked?: true;
}

/** A part of one column of a file. */
export interface SourceRecord {
  readonly sourceId: string;
  readonly name: string;
  readonly part: number;
  readonly bytes: ArrayBuffer;
}

/** All models of a data set are kept; their reports are with their runs. */
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

/** Texts of a data set as the language model read them. A cache: all of it can be made again. */
export interface EmbeddingRecord {
  readonly datasetId: number;
  readonly chunk: number;
  readonly reader: string;
  readonly texts: readonly string[];
  /** Half floats. */
  readonly bytes: ArrayBuffer;
}

export interface UnfinishedRecord extends UnfinishedRun {
  /** Names the code that trains: another may come to other numbers. */
  readonly code: string;
}

/** What a training made on its way, by a key of all that went into it. A cache, as embeddings are. */
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

/** Where it rises, what the version before stored joins tests/fixtures/schema. */
export const SCHEMA_VERSION = 12;
const SEASONS_KEPT = 11;
/** One model a data set, its report inside it, until then. */
const MODELS_KEPT = 10;
const CHECKPOINTS_KEPT = 9;
/** See renewIssues. */
const FINDINGS_OF_TODAY = 6;
/** Plans of other forms cannot be shown; making them again takes a second. */
const PLANS_OF_TODAY = 7;
/**
 * Models of other forms cannot be planned with; learning again takes less than a minute. Data, products and plans stay. Model
 * files neither: FORMAT_VERSION in core/model-file/model-file.ts rises with it.
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
