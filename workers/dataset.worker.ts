import { expose } from 'comlink';
import type { DatasetWorker } from '#protocol/dataset-worker.ts';
import { installJobTransfer } from '#protocol/job.ts';
import { isSendingRefused, type SendingTest } from '#protocol/try-sending.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import { ExportsDesk } from './exports-desk.ts';
import { fillInSheet } from './fill-in-sheet.ts';
import { importActuals } from './import-actuals.ts';
import { importExports } from './import-exports.ts';
import { importFile } from './import-file.ts';
import { importProducts } from './import-products.ts';
import { importStock } from './import-stock.ts';
import { measureColumns } from './measure-columns.ts';
import { previewExports } from './preview-exports.ts';
import { previewFile } from './preview-file.ts';
import { rebuildDataset } from './rebuild-dataset.ts';
import { recogniseFiles } from './recognise-files.ts';
import { tellRequests } from './tell-requests.ts';

const desk = new ExportsDesk();

tellRequests();
installJobTransfer();
installErrorTransfer();
expose({
  isSendingRefused,
  previewFile,
  importFile,
  recogniseFiles,
  previewExports: (request, job) => previewExports(request, job, desk),
  importExports: (request, job) => importExports(request, job, desk),
  rebuildDataset,
  fillInSheet,
  measureColumns,
  importProducts,
  importActuals,
  importStock,
  // Loaded on demand: few sessions save or restore anything.
  saveProject: async (request, job) => {
    return (await import('./project-file/save-project.ts')).saveProject(request, job);
  },
  readProject: async (file, job) => {
    return (await import('./project-file/read-project.ts')).readProject(file, job);
  },
  restoreProject: async (request, job) => {
    return (await import('./project-file/restore-project.ts')).restoreProject(request, job);
  },
} satisfies DatasetWorker & SendingTest);
