// @module-tag training
import { beforeEach, expect, it } from 'vitest';
import { emptyDatabase } from '../support/database.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { asDetected, csvFile, jobFor, PLAIN_IMPORT } from '../support/csv-file.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { launchesCsv } from '../support/demo-shop/write.ts';

beforeEach(emptyDatabase);

it.each([
  { locale: 'en', market: 'GB' },
  { locale: 'zh', market: 'CN' },
] as const)(
  'the demo shop is read, mapped and learnt from, in $locale',
  { timeout: 400_000, tags: ['whole'] },
  async ({ locale, market }) => {
    const { launches } = generateShop({ locale, launches: 600 });
    const file = csvFile(launchesCsv(launches, locale));
    const { mapping } = await previewFile(asDetected(file), jobFor());
    const request = { ...PLAIN_IMPORT, file, mapping, name: 'Demo shop' };
    const { datasetId, ...read } = await importFile(request, jobFor());
    expect(read).toMatchObject({ rowsUsed: 600, issues: [] });
    const engine = await openNodeEngine();
    const settings = { searchSeconds: 0 };
    const table = await readAsApp(await loadLaunchTable(datasetId), { market });
    const { report } = await fitInNode(table, { engine, settings });
    engine.dispose();
    const wapeOf = (name: string) => report.holdout.find(({ method }) => method === name)!.wape;
    expect(report.limits).toEqual([]);
    expect(wapeOf('debut')).toBeLessThan(0.9 * wapeOf('category-median'));
  },
);
