// Every job off the page: what is asked for, what is answered, and how its progress is reported.

import type { Progress } from '#core/base/progress.ts';
import type { ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import type { LearningPoint } from '#core/evaluation/scorecard/learning-curve.ts';
import type { NoOutcomes, SplitList } from '#core/evaluation/split-test/split-file.ts';
import type { NoReading } from '#core/evaluation/split-test/split-sums.ts';
import type { SplitReading } from '#core/evaluation/split-test/split-test.ts';
import type { ProjectGlance, RestoredProject } from '#core/files/project/project-reports.ts';
import type {
  FilePreview,
  ImportReport,
  ProductImportReport,
} from '#core/import/columns/import-report.ts';
import type { Rebuilt } from '#core/import/columns/rebuilt.ts';
import type { FillInSheet } from '#core/import/fill-in/fill-in-sheet.ts';
import type { ExportsPreview } from '#core/import/marketing/exports-preview.ts';
import type { ForeseenDemand } from '#core/demand/forecast/category-outlook.ts';
import type { PictureAccount } from '#core/import/pictures/picture-account.ts';
import type { MarketAccount } from '#core/import/market/market.ts';
import type { ReviewAccount } from '#core/import/reviews/review.ts';
import type { SuppliersAccount } from '#core/import/suppliers/supplier-list.ts';
import type { TitlesRead, TitlesUnread } from '#core/lesson/words/titles-read.ts';
import type { StockAccount } from '#core/ledger/stock/stock-list.ts';
import type {
  BackendChoice,
  ComputePreference,
  TrainingReport,
} from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import type { BuyerList } from '#core/model/segments/buyer-list.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { VariantCurves } from '#core/planning/variants/variant-curves.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import type { ComparedChoices } from '#core/season/portfolio/portfolio-choice.ts';
import type { SeasonOutcome, SeasonProgress } from '#core/season/problem/season-solution.ts';
import type {
  BuyerListRequest,
  ExportsImport,
  ExportsRequest,
  FileToRead,
  FillInRequest,
  LearnVariantsRequest,
  ImportRequest,
  MarketRequest,
  MeasureRequest,
  OpenedFiles,
  OrdersRequest,
  PicturesRequest,
  ProductImportRequest,
  DemandRequest,
  ReadReviewsRequest,
  RebuildRequest,
  RestoreProjectRequest,
  ResultsImport,
  ResultsRequest,
  ReviewsRequest,
  SavedProject,
  SaveProjectRequest,
  SplitListRequest,
  SplitReadRequest,
  StockRequest,
  SuppliersRequest,
  UnlaunchedRequest,
} from './dataset-requests.ts';
import type { Job } from './job.ts';
import type {
  EmbedTitlesRequest,
  ExplainRequest,
  FetchLanguageRequest,
  LearningRequest,
  ListRanked,
  PicturesRead,
  PlanRequest,
  PlansMade,
  ReadPicturesRequest,
  StudyRequest,
  TrainingRequest,
} from './model-requests.ts';
import type { PortfolioRequest, SeasonRequest } from './season-request.ts';
import type { StoppableJobOptions } from './worker-handle.ts';

interface Shape<Request, Answer, P extends Progress = Progress> {
  readonly request: Request;
  readonly answer: Answer;
  readonly progress: P;
}

export interface Jobs {
  /** Reads and stores data. */
  readonly dataset: {
    /** Looks at files that were given together: exports of a shop, reviews, market data, or a table of launches. */
    readonly openFiles: Shape<ExportsRequest, OpenedFiles>;
    readonly previewFile: Shape<FileToRead, FilePreview>;
    readonly importFile: Shape<ImportRequest, ImportReport>;
    readonly previewExports: Shape<ExportsRequest, ExportsPreview>;
    readonly importExports: Shape<ExportsImport, ImportReport>;
    /** Reads the stored file of a data set again, with another recipe. */
    readonly rebuildDataset: Shape<RebuildRequest, Rebuilt>;
    /** Returns the largest launches with cells that their file left empty. */
    readonly fillInSheet: Shape<FillInRequest, FillInSheet>;
    /** Returns how much each column that can be filled in improves predictions. */
    readonly measureColumns: Shape<MeasureRequest, ColumnWorths>;
    /** Reads new products from a file and adds them to those that wait for a plan. */
    readonly importProducts: Shape<ProductImportRequest, ProductImportReport>;
    /** Adds the products whose results are empty in the stored file to those that wait for a plan. */
    readonly addUnlaunched: Shape<UnlaunchedRequest, ProductImportReport>;
    /** Reads results of adopted plans from a file and enters them into the results log (ledger). */
    readonly importResults: Shape<ResultsRequest, ResultsImport>;
    /** Reads the stock on hand from a file, in place of the previous list. */
    readonly importStock: Shape<StockRequest, StockAccount>;
    /** Reads a file of reviews, returns or questions and adds it to the lists of the data set. */
    readonly importReviews: Shape<ReviewsRequest, ReviewAccount>;
    /** Finds what all reviews of a data set say, and stores it. Returns the number of reviews. */
    readonly readReviews: Shape<ReadReviewsRequest, number>;
    /** Reads a market data file and adds it to those of the data set. */
    readonly importMarket: Shape<MarketRequest, MarketAccount>;
    /** Reads a file of suppliers' lists, adds them to those of the data set and builds all articles. */
    readonly importSuppliers: Shape<SuppliersRequest, SuppliersAccount>;
    /** Reads pictures, gives them to the products that their names say, and stores them small. */
    readonly importPictures: Shape<PicturesRequest, PictureAccount>;
    /** Foresees the weekly demand of categories. Stores nothing. */
    readonly foreseeDemand: Shape<DemandRequest, ForeseenDemand>;
    /** Learns the shares of sizes and colours from the stored file of a data set. Stores nothing. */
    readonly learnVariants: Shape<LearnVariantsRequest, VariantCurves>;
    /** Reads the order lines of exports and stores what they tell, in place of what was told before. */
    readonly importOrders: Shape<OrdersRequest, OrderStudy>;
    /** Lists the buyers who are most likely to buy a product, from exports read again. Stores nothing. */
    readonly listBuyers: Shape<BuyerListRequest, BuyerList>;
    /** Writes the list of a split test, from exports read again. Stores nothing. */
    readonly drawSplit: Shape<SplitListRequest, SplitList>;
    /** Reads what a look of a split test shows, or why it cannot be read. Stores nothing. */
    readonly readSplit: Shape<SplitReadRequest, SplitReading | NoReading | NoOutcomes>;
    readonly saveProject: Shape<SaveProjectRequest, SavedProject>;
    readonly readProject: Shape<File, ProjectGlance>;
    readonly restoreProject: Shape<RestoreProjectRequest, RestoredProject>;
  };
  /** Trains and predicts; owns the GPU. */
  readonly model: {
    readonly chooseBackend: Shape<ComputePreference, BackendChoice>;
    readonly trainModel: Shape<TrainingRequest, TrainingReport, TrainingProgress>;
    readonly planLaunches: Shape<PlanRequest, PlansMade>;
    /** Ranks the articles of suppliers' lists. */
    readonly rankList: Shape<PlanRequest, ListRanked>;
    readonly explainPlan: Shape<ExplainRequest, PlanExplanation>;
    readonly studyPlan: Shape<StudyRequest, PlanStudy>;
    /** Measures how much more launches would help. */
    readonly measureLearning: Shape<LearningRequest, readonly LearningPoint[]>;
    /** Finds what stands for categories of a data set by meaning, and stores it. Downloads nothing. */
    readonly joinByMeaning: Shape<number, void>;
    /** Reads pictures by the image encoder and stores what it sees; goes on where it was interrupted. */
    readonly readPictures: Shape<ReadPicturesRequest, PicturesRead>;
    /** Downloads the files of the language model that are not on this device, and keeps them. */
    readonly fetchLanguage: Shape<FetchLanguageRequest, void>;
    /** Reads a few titles of the lesson by the language model. Stores nothing but its files. */
    readonly embedTitles: Shape<EmbedTitlesRequest, TitlesRead | TitlesUnread>;
  };
  readonly plan: {
    /** A stop ends the worker; the last report has the best calendar so far. */
    readonly planSeason: Shape<SeasonRequest, SeasonOutcome, SeasonProgress>;
    /** Chooses from the stored shortlist. Stores nothing; a stop ends the worker. */
    readonly choosePortfolio: Shape<PortfolioRequest, ComparedChoices>;
  };
}

/** What a worker has to answer. */
export type Served<J> = {
  [Name in keyof J]: J[Name] extends Shape<infer Request, infer Answer, infer P>
    ? (request: Request, job: Job<P>) => Promise<Answer>
    : never;
};

/** What the page calls. */
export type Asked<J> = {
  readonly [Name in keyof J]: J[Name] extends Shape<infer Request, infer Answer, infer P>
    ? (request: Request, options?: StoppableJobOptions<P>) => Promise<Answer>
    : never;
};
