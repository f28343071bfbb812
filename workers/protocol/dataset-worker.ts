import type { FilePreview, ImportReport, ProductImportReport } from '#core/csv/import-report.ts';
import type { Mapping } from '#core/schema/mapping.ts';
import type { Job } from './job.ts';

export interface ImportRequest {
  readonly file: File;
  readonly mapping: Mapping;
  readonly name: string;
  /** Set for the samples that ship with the app, so that their origin can be shown. */
  readonly sample: 'giftware' | 'demo-shop' | null;
}

export interface ProductImportRequest {
  readonly file: File;
  readonly datasetId: number;
}

/** What the page may ask of dataset.worker.ts. */
export interface DatasetWorker {
  previewFile(file: File, job: Job): Promise<FilePreview>;
  importFile(request: ImportRequest, job: Job): Promise<ImportReport>;
  /** Reads new products from a file and adds them to those that wait for a plan. */
  importProducts(request: ProductImportRequest, job: Job): Promise<ProductImportReport>;
}
