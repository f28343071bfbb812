import type {
  FilePreview,
  ImportReport,
  ProductImportReport,
} from '#core/import/columns/import-report.ts';
import type { ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import type { ExportsPreview } from '#core/import/marketing/exports-preview.ts';
import type { FillInSheet } from '#core/import/fill-in/fill-in-sheet.ts';
import type { ProjectGlance, RestoredProject } from '#core/files/project/project-reports.ts';
import type { Rebuilt } from '#core/import/columns/rebuilt.ts';
import type { StockAccount } from '#core/ledger/stock/stock-list.ts';
import type {
  ResultsImport,
  ResultsRequest,
  DatasetWorker,
  ExportsImport,
  ExportsRequest,
  FileToRead,
  FillInRequest,
  ImportRequest,
  MeasureRequest,
  ProductImportRequest,
  RebuildRequest,
  RestoreProjectRequest,
  SavedProject,
  SaveProjectRequest,
  StockRequest,
} from '#protocol/dataset-worker.ts';
import type { JobOptions } from '#protocol/worker-handle.ts';
import { TrustedHandle } from './trusted-handle.ts';

export type { JobOptions } from '#protocol/worker-handle.ts';

const datasetWorker = new TrustedHandle<DatasetWorker>('dataset');

export function previewFile(request: FileToRead, options?: JobOptions): Promise<FilePreview> {
  return datasetWorker.run((worker, job) => worker.previewFile(request, job), options);
}

export function importFile(request: ImportRequest, options?: JobOptions): Promise<ImportReport> {
  return datasetWorker.run((worker, job) => worker.importFile(request, job), options);
}

export function recogniseFiles(files: readonly File[], options?: JobOptions): Promise<boolean[]> {
  return datasetWorker.run((worker, job) => worker.recogniseFiles(files, job), options);
}

export function previewExports(
  request: ExportsRequest,
  options?: JobOptions,
): Promise<ExportsPreview> {
  return datasetWorker.run((worker, job) => worker.previewExports(request, job), options);
}

export function importExports(request: ExportsImport, options?: JobOptions): Promise<ImportReport> {
  return datasetWorker.run((worker, job) => worker.importExports(request, job), options);
}

export function rebuildDataset(request: RebuildRequest, options?: JobOptions): Promise<Rebuilt> {
  return datasetWorker.run(async (worker, job) => worker.rebuildDataset(request, job), options);
}

export function fillInSheet(request: FillInRequest, options?: JobOptions): Promise<FillInSheet> {
  return datasetWorker.run((worker, job) => worker.fillInSheet(request, job), options);
}

export function measureColumns(
  request: MeasureRequest,
  options?: JobOptions,
): Promise<ColumnWorths> {
  return datasetWorker.run((worker, job) => worker.measureColumns(request, job), options);
}

export function importProducts(
  request: ProductImportRequest,
  options?: JobOptions,
): Promise<ProductImportReport> {
  return datasetWorker.run((worker, job) => worker.importProducts(request, job), options);
}

export function importResults(
  request: ResultsRequest,
  options?: JobOptions,
): Promise<ResultsImport> {
  return datasetWorker.run((worker, job) => worker.importResults(request, job), options);
}

export function importStock(request: StockRequest, options?: JobOptions): Promise<StockAccount> {
  return datasetWorker.run((worker, job) => worker.importStock(request, job), options);
}

export function saveProject(
  request: SaveProjectRequest,
  options?: JobOptions,
): Promise<SavedProject> {
  return datasetWorker.run((worker, job) => worker.saveProject(request, job), options);
}

export function readProject(file: File, options?: JobOptions): Promise<ProjectGlance> {
  return datasetWorker.run((worker, job) => worker.readProject(file, job), options);
}

export function restoreProject(
  request: RestoreProjectRequest,
  options?: JobOptions,
): Promise<RestoredProject> {
  return datasetWorker.run((worker, job) => worker.restoreProject(request, job), options);
}
