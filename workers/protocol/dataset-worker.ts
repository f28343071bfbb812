import type { FilePreview, ImportReport, ProductImportReport } from '#core/csv/import-report.ts';
import type {
  LeftOut,
  ProjectGlance,
  RestoredProject,
} from '#core/project-file/project-reports.ts';
import type { Day } from '#core/dates.ts';
import type { DateOrder } from '#core/csv/read-date.ts';
import type { ReadingChoice } from '#core/csv/reading.ts';
import type { Treatments } from '#core/csv/treatments.ts';
import type { DerivationSettings } from '#core/derivation/derivation.ts';
import type { ColumnWorths } from '#core/evaluation/column-worth.ts';
import type { ExportsPreview } from '#core/exports/exports-preview.ts';
import type { PromotionWords } from '#core/derivation/launch-promotion.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { AdoptedPlan } from '#core/ledger/adopted-plan.ts';
import type { ActualsReport } from '#core/ledger/enter-actuals.ts';
import type { RecordChange } from '#core/record-change.ts';
import type { ReportChoice } from '#core/reports/report.ts';
import type { Mapping } from '#core/schema/mapping.ts';
import type { StockAccount } from '#core/stock-on-hand/stock-list.ts';
import type { FillInSheet } from '#core/table/fill-in-sheet.ts';
import type { Rebuilt } from '#core/table/rebuilt.ts';
import type { Recipe } from '#core/table/recipe.ts';
import type { Job } from './job.ts';

export interface FileToRead {
  readonly file: File;
  readonly reading: ReadingChoice;
}

export interface ImportRequest extends FileToRead, SampleOrigin {
  readonly mapping: Mapping;
  /** Columns that are not to be stored. */
  readonly dropColumns: readonly string[];
  /** null: as the column of launch dates itself shows. */
  readonly dateOrder: DateOrder | null;
  /** Over which outcomes are counted. Not there: HORIZON_DAYS. */
  readonly horizonDays?: number;
  readonly name: string;
  /** Not there: as each finding is usually treated. */
  readonly treatments?: Treatments;
  /** The seller has said so, however many there are in a time. */
  readonly areLaunches: boolean;
}

export interface RebuildRequest {
  readonly datasetId: number;
  /** What the recipe was made from: what another tab has changed since stays, unless both changed the same. */
  readonly base: Recipe;
  readonly recipe: Recipe;
  /** Nothing is done where another tab has changed the same since. */
  readonly isUndo?: boolean;
}

export interface FillInRequest {
  readonly datasetId: number;
  /** For promotions that are suggested. */
  readonly words: PromotionWords;
}

export interface MeasureRequest {
  readonly datasetId: number;
  readonly seed: number;
}

export interface ProductImportRequest {
  readonly file: File;
  readonly datasetId: number;
}

export interface ActualsRequest {
  readonly file: File;
  readonly datasetId: number;
  /** Results of horizons that are not over by then are figures so far. */
  readonly today: Day;
}

export interface StockRequest {
  readonly file: File;
  readonly datasetId: number;
  /** The pieces are those of this day. */
  readonly today: Day;
}

export interface ActualsImport {
  readonly report: ActualsReport;
  /** What it did to entries of the ledger. */
  readonly changes: readonly RecordChange<AdoptedPlan>[];
}

/** Exports of one shop, given together. */
export interface ShopFiles {
  readonly files: readonly File[];
  /** An IANA name, whose clock tells the day of a sale; null takes moments as they are written. */
  readonly timeZone: string | null;
}

export interface ExportsRequest extends ShopFiles {
  readonly settings: DerivationSettings;
  /** For promotions that no export names. */
  readonly words: PromotionWords;
  readonly reportChoice: ReportChoice;
}

export interface ExportsImport extends ExportsRequest {
  readonly name: string;
}

/** What the page may ask of dataset.worker.ts. */
export interface SaveProjectRequest {
  /** null: as a blob. */
  readonly target: FileSystemFileHandle | null;
  /** null: whoever has the file can read it. */
  readonly passphrase: string | null;
}

export interface SavedProject {
  /** null: it was written where the seller chose. */
  readonly file: Blob | null;
  readonly savedAt: number;
  readonly bytes: number;
  readonly datasetCount: number;
  readonly leftOut: readonly LeftOut[];
}

export interface RestoreProjectRequest {
  readonly file: File;
  /** null where none is needed. */
  readonly passphrase: string | null;
}

export interface DatasetWorker {
  previewFile(request: FileToRead, job: Job): Promise<FilePreview>;
  importFile(request: ImportRequest, job: Job): Promise<ImportReport>;
  /** Per file, whether it is an export of a platform. */
  recogniseFiles(files: readonly File[], job: Job): Promise<boolean[]>;
  previewExports(request: ExportsRequest, job: Job): Promise<ExportsPreview>;
  importExports(request: ExportsImport, job: Job): Promise<ImportReport>;
  /** Reads the stored file of a data set again, in another way. */
  rebuildDataset(request: RebuildRequest, job: Job): Promise<Rebuilt>;
  /** The largest launches with cells that their file left empty. */
  fillInSheet(request: FillInRequest, job: Job): Promise<FillInSheet>;
  /** How much each column that can be filled in improves predictions. */
  measureColumns(request: MeasureRequest, job: Job): Promise<ColumnWorths>;
  /** Reads new products from a file and adds them to those that wait for a plan. */
  importProducts(request: ProductImportRequest, job: Job): Promise<ProductImportReport>;
  /** Reads results of adopted plans from a file and enters them into the ledger. */
  importActuals(request: ActualsRequest, job: Job): Promise<ActualsImport>;
  /** Reads what is still in stock from a file, in place of what was said before. */
  importStock(request: StockRequest, job: Job): Promise<StockAccount>;
  saveProject(request: SaveProjectRequest, job: Job): Promise<SavedProject>;
  readProject(file: File, job: Job): Promise<ProjectGlance>;
  restoreProject(request: RestoreProjectRequest, job: Job): Promise<RestoredProject>;
}
