import type { FilePreview } from '#core/import/columns/import-report.ts';
import type { ExportsPreview } from '#core/import/marketing/exports-preview.ts';
import type { LeftOut } from '#core/files/project/project-reports.ts';
import type { Day } from '#core/base/dates.ts';
import type { DateOrder } from '#core/import/values/read-date.ts';
import type { ReadingChoice } from '#core/import/csv/reading-choice.ts';
import type { Treatments } from '#core/import/csv/treatments.ts';
import type { DerivationSettings } from '#core/import/derivation/derivation-settings.ts';
import type { PromotionWords } from '#core/import/derivation/launch-promotion.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { ResultsReport } from '#core/ledger/results/enter-results.ts';
import type { RecordChange } from '#core/base/record-change.ts';
import type { ReportChoice } from '#core/import/marketing/report-match.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import type { SplitTest } from '#core/evaluation/split-test/split-test.ts';
import type { WantedBuyers } from '#core/model/segments/buyer-list.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';

export interface FileToRead {
  readonly file: File;
  readonly reading: ReadingChoice;
}

export interface ImportRequest extends FileToRead, SampleOrigin {
  readonly mapping: Mapping;
  /** Columns that are not stored. */
  readonly dropColumns: readonly string[];
  /** null: as the column of launch dates itself shows. */
  readonly dateOrder: DateOrder | null;
  /** Days over which outcomes are counted; undefined: HORIZON_DAYS. */
  readonly horizonDays?: number;
  /** Present where launches were derived from sales. */
  readonly soldOnly?: true;
  readonly name: string;
  /** undefined: the usual treatment of each finding. */
  readonly treatments?: Treatments;
  /** Whether the seller has confirmed that rows are launches, however many there are. */
  readonly areLaunches: boolean;
}

export interface RebuildRequest {
  readonly datasetId: number;
  /** Recipe that was changed. Changes of another tab since then stay, unless both changed the same. */
  readonly base: Recipe;
  readonly recipe: Recipe;
  /** Whether this undoes a change; nothing is done where another tab has changed the same since. */
  readonly isUndo?: boolean;
}

export interface FillInRequest {
  readonly datasetId: number;
  /** Words for suggested promotions. */
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

export interface UnlaunchedRequest {
  readonly datasetId: number;
}

export interface ResultsRequest {
  readonly file: File;
  readonly datasetId: number;
  /** Current day; results of horizons that are not over are preliminary. */
  readonly today: Day;
}

export interface StockRequest {
  readonly file: File;
  readonly datasetId: number;
  /** Day that the units in stock refer to. */
  readonly today: Day;
}

export interface ReviewsRequest {
  readonly file: File;
  readonly datasetId: number;
}

export interface MarketRequest {
  readonly file: File;
  readonly datasetId: number;
}

export interface SuppliersRequest {
  readonly file: File;
  readonly datasetId: number;
}

export interface PicturesRequest {
  readonly datasetId: number;
  /** Pictures, zips of pictures, or workbooks with pictures inside; named by their paths in a folder. */
  readonly files: readonly File[];
}

export interface DemandRequest {
  readonly datasetId: number;
  /** Language tag of the browser: where no selling market was chosen, it suggests one. */
  readonly language?: string | undefined;
}

export interface ReadReviewsRequest {
  readonly datasetId: number;
}

export interface LearnVariantsRequest {
  readonly datasetId: number;
}

export interface ResultsImport {
  readonly report: ResultsReport;
  /** Changes to entries of the results log (ledger). */
  readonly changes: readonly RecordChange<AdoptedPlan>[];
}

/** Exports of one shop, read together. */
export interface ShopFiles {
  readonly files: readonly File[];
  /** IANA name of the time zone that decides the day of a sale; null takes times as they are written. */
  readonly timeZone: string | null;
}

export interface OrdersRequest extends ShopFiles {
  readonly datasetId: number;
  /** Whether the seller has confirmed that they are of this shop, however few are of its launches. */
  readonly areOfShop: boolean;
}

/** Asks for the buyers of a re-read export who are most likely to buy a launch. */
export interface BuyerListRequest extends ShopFiles, WantedBuyers {
  /** Data set whose stored study says who returns. */
  readonly datasetId: number;
}

/** Asks for the list of a split test, from exports read again. */
export interface SplitListRequest extends ShopFiles {
  readonly test: SplitTest;
}

/** Asks for what a look of a split test shows, from later exports or a table of results. */
export interface SplitReadRequest extends SplitListRequest {
  /** Number of the look, from 1. */
  readonly look: number;
}

export interface ExportsRequest extends ShopFiles {
  readonly settings: DerivationSettings;
  /** Words for promotions that no export names. */
  readonly words: PromotionWords;
  readonly reportChoice: ReportChoice;
}

export type OpenedFiles =
  /** At least one file is an export of a platform. */
  | { readonly kind: 'exports'; readonly preview: ExportsPreview }
  /** Every file holds what buyers said. */
  | { readonly kind: 'reviews' }
  /** Every file is a market data file. */
  | { readonly kind: 'market' }
  /** The first file as a table of launches; null where it cannot be read, which `previewFile` explains. */
  | { readonly kind: 'table'; readonly preview: FilePreview | null };

export interface ExportsImport extends ExportsRequest {
  readonly name: string;
}

export interface SaveProjectRequest {
  /** null: the file is returned as a blob. */
  readonly target: FileSystemFileHandle | null;
  /** null: the file is not encrypted. */
  readonly passphrase: string | null;
}

export interface SavedProject {
  /** null where it was written to the file that the seller chose. */
  readonly file: Blob | null;
  readonly savedAt: number;
  readonly bytes: number;
  readonly datasetCount: number;
  readonly leftOut: readonly LeftOut[];
}

export interface RestoreProjectRequest {
  readonly file: File;
  /** null where the file is not encrypted. */
  readonly passphrase: string | null;
}
