// What each table of the database holds.

import type { FiledSuppliers } from '#core/files/project/project-records.ts';
import type { Currency } from '#core/base/currency.ts';
import type { TermChoices } from '#core/demand/market/join-terms.ts';
import type { MeaningFound } from '#core/demand/market/joins-by-meaning.ts';
import type { NicheChoices } from '#core/demand/niche/join-niches.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import type { Day } from '#core/base/dates.ts';
import type { SellingEventsSaid } from '#core/launch/events/selling-events-choice.ts';
import type { LaunchOverview } from '#core/import/columns/launch-overview.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { UnfinishedRun } from '#core/model/training/unfinished-run.ts';
import type { ProductPicture } from '#core/model/images/product-picture.ts';
import type { PackedModel } from '#core/model/training/packed-model.ts';
import type { TrainingEvidence } from '#core/evaluation/scorecard/training-evidence.ts';
import type { AspectEdits } from '#core/evaluation/reviews/aspect-edits.ts';
import type { ReviewReading } from '#core/evaluation/reviews/review-reading.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import type { ReviewOutcome } from '#core/import/reviews/review-outcomes.ts';
import type { ReviewList } from '#core/import/reviews/review.ts';
import type { StockList } from '#core/ledger/stock/stock-list.ts';
import type { Shortlist } from '#core/planning/suppliers/shortlist.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';

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
  /** Whether small pictures of products are kept. Absent, which is true, where nothing was chosen. */
  readonly keepsPictures?: boolean;
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

/**
 * Intermediate result of a training, a planning or a reading of reviews, keyed by everything that it depends on. A cache,
 * like embeddings.
 */
export interface CheckpointRecord {
  readonly datasetId: number;
  readonly key: number;
  readonly value: unknown;
}

export interface ProductsRecord {
  readonly datasetId: number;
  readonly products: readonly NewProduct[];
}

export interface StockRecord {
  readonly datasetId: number;
  readonly list: StockList;
}

export interface ReviewsRecord {
  readonly datasetId: number;
  /** One for each imported file, oldest first. */
  readonly lists: readonly ReviewList[];
  /** Words and topics of aspects that the seller changed. Absent where none were. */
  readonly edits?: AspectEdits;
}

/** What was found in the reviews. A cache: it can be found again. */
export interface ReviewReadingRecord {
  readonly datasetId: number;
  readonly reading: ReviewReading;
}

/** What the reviews tell models. Apart from the reading, because every page that asks for launches asks for these. */
export interface ReviewOutcomesRecord {
  readonly datasetId: number;
  readonly outcomes: readonly ReviewOutcome[];
}

/** What is known of demand by week: the shop's own, and the market's. */
export interface DemandRecord {
  readonly datasetId: number;
  /** Weekly units of the shop's categories; absent where no order lines were imported. */
  readonly own?: DemandPanel;
  /** Market data files as read, oldest first. */
  readonly files: readonly MarketFile[];
  /** Absent where the seller chose nothing. */
  readonly choices?: TermChoices;
  /** Absent where the seller chose nothing. */
  readonly nicheChoices?: NicheChoices;
  /** Absent where nothing was found by meaning. */
  readonly meaning?: MeaningFound;
}

/** Suppliers' lists and the articles made of them. */
export interface SuppliersRecord extends FiledSuppliers {
  readonly datasetId: number;
}

/** What is worth launching of the articles. A cache: it can be ranked again. */
export interface ShortlistRecord {
  readonly datasetId: number;
  readonly shortlist: Shortlist;
}

/** What the order lines of a shop told. The lines themselves are not stored. */
export interface OrderStudyRecord {
  readonly datasetId: number;
  readonly study: OrderStudy;
}

/** A picture of a product, without its pixels. */
export interface PictureRecord extends ProductPicture {
  readonly datasetId: number;
  /** What the image encoder sees, as half floats; absent until one has read it. */
  readonly embedding?: ArrayBuffer | undefined;
}

/** A picture made small, re-encoded. Missing where the seller keeps no pictures and the image encoder has read it. */
export interface PictureFileRecord {
  readonly pictureId: number;
  readonly datasetId: number;
  /** Media type, such as image/webp. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

export interface SettingRecord {
  readonly name: string;
  readonly value: unknown;
}
