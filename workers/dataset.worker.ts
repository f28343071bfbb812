import { expose } from 'comlink';
import type { DatasetWorker } from '#protocol/dataset-worker.ts';
import { installJobTransfer } from '#protocol/job.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import { importFile } from './import-file.ts';
import { importProducts } from './import-products.ts';
import { previewFile } from './preview-file.ts';
import { rebuildDataset } from './rebuild-dataset.ts';

installJobTransfer();
installErrorTransfer();
expose({ previewFile, importFile, rebuildDataset, importProducts } satisfies DatasetWorker);
