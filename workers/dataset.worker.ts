import { expose } from 'comlink';
import type { DatasetWorker } from '#protocol/dataset-worker.ts';
import { installJobTransfer } from '#protocol/job.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import { importFile } from './import-file.ts';
import { importProducts } from './import-products.ts';
import { previewFile } from './preview-file.ts';

installJobTransfer();
installErrorTransfer();
expose({ previewFile, importFile, importProducts } satisfies DatasetWorker);
