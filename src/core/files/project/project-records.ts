// The kinds of records in a project file: database records, with the columns of launches and of source files unpacked,
// so that any program can read them. Numbers of data sets, models and so on are those of the device that saved the
// file.

import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import type { Day } from '#core/base/dates.ts';
import type { Currency, CurrencyRates } from '#core/base/currency.ts';
import type { TermChoices } from '#core/demand/market/join-terms.ts';
import type { MeaningFound } from '#core/demand/market/joins-by-meaning.ts';
import type { NicheChoices } from '#core/demand/niche/join-niches.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import type { SellingEventsSaid } from '#core/launch/events/selling-events-choice.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { LaunchOverview } from '#core/import/columns/launch-overview.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { SampleOrigin } from '#core/launch/sample.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import type { RememberedMapping } from '#core/import/schema/remembered-mapping.ts';
import type { StoredSplitTest } from '#core/evaluation/split-test/split-test.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import type { TrainingEvidence } from '#core/evaluation/scorecard/training-evidence.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { AspectEdits } from '#core/evaluation/reviews/aspect-edits.ts';
import type { ReviewList } from '#core/import/reviews/review.ts';
import type { ArticleEdits, MergedArticle } from '#core/import/suppliers/build-articles.ts';
import type { SupplierList } from '#core/import/suppliers/supplier-list.ts';
import type { ShortlistDecisions } from '#core/season/portfolio/shortlist-decisions.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import type { Article } from '#core/launch/article.ts';
import type { StockList } from '#core/ledger/stock/stock-list.ts';
import type { ProductPicture } from '#core/model/images/product-picture.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';

export interface FiledDataset extends SampleOrigin {
  readonly id: number;
  readonly importedAt: number;
  readonly report: Omit<ImportReport, 'datasetId'>;
  readonly rowCount: number;
  readonly firstLaunchDay: Day;
  readonly lastLaunchDay: Day;
  readonly overview?: LaunchOverview;
  readonly source?: SourceFacts;
  readonly recipe?: Recipe;
  readonly events?: SellingEventsSaid;
  readonly currency?: Currency;
  /** Absent where the seller did not choose. */
  readonly keepsPictures?: boolean;
  readonly modelInUse?: number;
}

/** Part of one column of the launches; chunks are numbered from 0. */
export interface FiledColumn {
  readonly name: string;
  readonly chunk: number;
  readonly values: readonly string[] | Float64Array;
}

/** Part of one column of the seller's file, as stored in it; parts are numbered from 0. */
export interface FiledSource {
  readonly name: string;
  readonly part: number;
  readonly values: FiledTexts | Float64Array;
}

/** A text column as a dictionary: every distinct text once, in UTF-8, and the index of each row's text. */
export interface FiledTexts {
  readonly lengths: Uint32Array;
  readonly bytes: Uint8Array;
  readonly codes: Uint16Array;
}

export interface FiledEvidence {
  readonly modelId: number;
  readonly evidence: TrainingEvidence;
}

export interface FiledReviews {
  readonly lists: readonly ReviewList[];
  readonly edits?: AspectEdits;
}

export interface FiledDemand {
  readonly own?: DemandPanel;
  readonly files: readonly MarketFile[];
  readonly choices?: TermChoices;
  /** Absent where the seller chose nothing. */
  readonly nicheChoices?: NicheChoices;
  /** Absent where nothing was found by meaning. */
  readonly meaning?: MeaningFound;
}

/** Suppliers' lists, and the articles made of them. */
export interface FiledSuppliers {
  /** In the order in which they were added. */
  readonly lists: readonly SupplierList[];
  readonly articles: readonly Article[];
  readonly merges: readonly MergedArticle[];
  /** Findings of each list among the others. */
  readonly issues: readonly (readonly Issue[])[];
  /** Median units of a launch when the last list was added; null where it was not known. */
  readonly usualUnits: number | null;
  /** Absent where the seller changed nothing. */
  readonly edits?: ArticleEdits;
  /** Rates that the seller gave for these lists; absent where none. */
  readonly rates?: CurrencyRates;
  /** Absent where the seller decided nothing about the shortlist. */
  readonly decisions?: ShortlistDecisions;
}

/** A picture of a product. */
export interface FiledPicture extends Omit<ProductPicture, 'id'> {
  /** What the image encoder sees: the bits of half floats. */
  readonly embedding?: Uint16Array;
  /** The picture made small; absent where it is not kept. */
  readonly small?: { readonly type: string; readonly bytes: Uint8Array };
}

/** Settings that the seller chose for all data sets; results of measuring the device are not included. */
export interface FiledSettings {
  readonly computePreference?: ComputePreference;
  readonly currentDatasetId?: number;
  readonly currency?: string;
  readonly planAim?: Aim;
  readonly trainingSettings?: TrainingSettings;
  readonly usesLanguageModel?: boolean;
  readonly rememberedMappings?: readonly RememberedMapping[];
}

export interface ProjectRecords {
  readonly 'data-set': FiledDataset;
  readonly column: FiledColumn;
  readonly source: FiledSource;
  readonly model: TrainedModel;
  readonly training: TrainingRun;
  readonly evidence: FiledEvidence;
  readonly products: readonly NewProduct[];
  readonly plans: Ranking;
  readonly offers: SeasonOffers;
  readonly calendar: SeasonCalendar;
  readonly ledger: AdoptedPlan;
  readonly stock: StockList;
  readonly reviews: FiledReviews;
  readonly demand: FiledDemand;
  readonly suppliers: FiledSuppliers;
  readonly orders: OrderStudy;
  readonly 'split-test': StoredSplitTest;
  /** At most PICTURES_A_RECORD. */
  readonly pictures: readonly FiledPicture[];
  readonly settings: FiledSettings;
}

export type RecordKind = keyof ProjectRecords;

interface ProjectTable {
  /** Name of the table in the database. */
  readonly table: string;
  /** A data set has at most one record, found by its number. */
  readonly isSingle?: true;
  /** Property of the stored record that is filed; the whole record where absent. */
  readonly content?: string;
}

/** Where each kind of record is stored. Embeddings, checkpoints, unfinished runs, what was found in reviews and shortlists are not filed. */
export const PROJECT_TABLES: Readonly<Record<RecordKind, ProjectTable>> = {
  'data-set': { table: 'datasets' },
  column: { table: 'columns' },
  source: { table: 'sources' },
  model: { table: 'models' },
  training: { table: 'trainings' },
  evidence: { table: 'evidence' },
  products: { table: 'products', isSingle: true, content: 'products' },
  plans: { table: 'plans', isSingle: true },
  offers: { table: 'offers', isSingle: true },
  calendar: { table: 'calendars' },
  ledger: { table: 'ledger' },
  stock: { table: 'stock', isSingle: true, content: 'list' },
  reviews: { table: 'reviews', isSingle: true },
  demand: { table: 'demand', isSingle: true },
  suppliers: { table: 'suppliers', isSingle: true },
  orders: { table: 'orderStudies', isSingle: true, content: 'study' },
  'split-test': { table: 'splitTests' },
  pictures: { table: 'pictures' },
  settings: { table: 'settings' },
};

/** Pictures are filed some at a time: each record is a file of the zip. */
export const PICTURES_A_RECORD = 50;

export const RECORD_KINDS: readonly RecordKind[] = Object.keys(PROJECT_TABLES) as RecordKind[];

/** Returns the number of launches, rows, products, pictures or plans in a record; 1 for any other record. */
export function rowsIn<Kind extends RecordKind>(kind: Kind, record: ProjectRecords[Kind]): number {
  if (kind === 'column') return (record as FiledColumn).values.length;
  if (kind === 'source') {
    const { values } = record as FiledSource;
    return values instanceof Float64Array ? values.length : values.codes.length;
  }
  if (kind === 'products' || kind === 'pictures') return (record as readonly unknown[]).length;
  return kind === 'plans' ? (record as ProjectRecords['plans']).plans.length : 1;
}
