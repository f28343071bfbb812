import type { Jobs, Served } from '#protocol/jobs.ts';
import { FileCache } from './dataset/import/file-cache.ts';
import { addUnlaunched } from './dataset/import/add-unlaunched.ts';
import { fillInSheet } from './dataset/import/fill-in-sheet.ts';
import { importResults } from './dataset/import/import-results.ts';
import { importExports } from './dataset/import/import-exports.ts';
import { importFile } from './dataset/import/import-file.ts';
import { importMarket } from './dataset/import/import-market.ts';
import { importProducts } from './dataset/import/import-products.ts';
import { importReviews } from './dataset/import/import-reviews.ts';
import { importStock } from './dataset/import/import-stock.ts';
import { importSuppliers } from './dataset/import/import-suppliers.ts';
import { measureColumns } from './dataset/import/measure-columns.ts';
import { openFiles } from './dataset/import/open-files.ts';
import { previewExports } from './dataset/import/preview-exports.ts';
import { previewFile } from './dataset/import/preview-file.ts';
import { rebuildDataset } from './dataset/import/rebuild-dataset.ts';
import { serve } from './runtime/serve.ts';

const files = new FileCache();

serve({
  openFiles: (request, job) => openFiles(request, job, files),
  previewFile: (request, job) => previewFile(request, job, files),
  importFile: (request, job) => importFile(request, job, files),
  previewExports: (request, job) => previewExports(request, job, files),
  importExports: (request, job) => importExports(request, job, files),
  rebuildDataset,
  fillInSheet,
  measureColumns,
  importProducts,
  addUnlaunched,
  importResults,
  importStock,
  importReviews,
  importMarket,
  importSuppliers,
  importPictures: async (request, job) => {
    return (await import('./images/import-pictures.ts')).importPictures(request, job);
  },
  foreseeDemand: async (request, job) => {
    return (await import('./dataset/demand/foresee-demand.ts')).foreseeDemand(request, job);
  },
  learnVariants: async (request, job) => {
    return (await import('./dataset/variants/learn-variants.ts')).learnVariants(request, job);
  },
  importOrders: async (request, job) => {
    return (await import('./dataset/orders/import-orders.ts')).importOrders(request, job, files);
  },
  listBuyers: async (request, job) => {
    return (await import('./dataset/orders/list-buyers.ts')).listBuyers(request, job);
  },
  drawSplit: async (request, job) => {
    return (await import('./dataset/orders/draw-split.ts')).drawSplit(request, job);
  },
  readSplit: async (request, job) => {
    return (await import('./dataset/orders/read-split.ts')).readSplit(request, job);
  },
  readReviews: async (request, job) => {
    return (await import('./dataset/reviews/read-reviews.ts')).readReviews(request, job);
  },
  // Loaded on demand: few sessions save or restore anything.
  saveProject: async (request, job) => {
    return (await import('./dataset/project-file/save-project.ts')).saveProject(request, job);
  },
  readProject: async (file, job) => {
    return (await import('./dataset/project-file/read-project.ts')).readProject(file, job);
  },
  restoreProject: async (request, job) => {
    return (await import('./dataset/project-file/restore-project.ts')).restoreProject(request, job);
  },
} satisfies Served<Jobs['dataset']>);
