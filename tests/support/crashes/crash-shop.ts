// Makes a small shop with one of everything that can be finished, by the app's own jobs, before anything crashes. It
// has launches, a model with a trained network, plans (one of them adopted) and a calendar. Also makes the files that
// are opened while the browser crashes.

import '../database.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { lastLaunchDay } from '#core/launch/launch-table.ts';
import { canBeAdopted, freezePlan } from '#core/ledger/entries/adopted-plan.ts';
import {
  AUTOMATIC_SETTINGS,
  type TrainingSettings,
} from '#core/model/training/training-settings.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { adoptPlans } from '#storage/plan/ledger.ts';
import { addProducts } from '#storage/data/products.ts';
import { loadOffers, saveCalendar } from '#storage/plan/seasons.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { loadTrainingReport } from '#storage/model/trainings.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { planLaunches } from '#workers/model/plan/plan-launches.ts';
import { saveProject } from '#workers/dataset/project-file/save-project.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { csvFile, jobFor, PLAIN_IMPORT } from '../csv-file.ts';
import { emptyDatabase } from '../database.ts';
import { generateShop } from '../demo-shop/generator.ts';
import { launchesCsv } from '../demo-shop/write.ts';
import { modelHost } from '../model-host.ts';
import { readDatabase, type StoredDatabase } from '../schema/stored-database.ts';
import { shopProducts } from '../shop-table.ts';

export interface CrashShop {
  readonly stored: StoredDatabase;
  /** CSV of launches that are not stored yet. */
  readonly csv: string;
  /** Project file with other launches, trained and planned. */
  readonly project: Buffer;
}

export interface Sizes {
  readonly launches: number;
  /** Launches in each file that is opened. */
  readonly more: number;
  readonly products: number;
  readonly epochs: number;
}

const MAPPING = {
  fields: {
    ...{ productId: 'product_id', title: 'title', category: 'category', brand: 'brand' },
    ...{ listPrice: 'list_price_gbp', unitCost: 'unit_cost_gbp', launchDate: 'launch_date' },
    ...{ channel: 'channel', promotion: 'promotion', salePrice: 'sale_price_gbp' },
    ...{ adSpend: 'ad_spend_gbp', channelFee: 'channel_fee', units: 'units_sold_4w' },
  },
  attributes: ['material'],
};

export async function makeCrashShop({ more, ...sizes }: Sizes): Promise<CrashShop> {
  await emptyDatabase();
  await storeShop({ ...sizes, seed: 2, launches: more, name: 'Restored' });
  const { file } = await saveProject({ target: null, passphrase: null }, jobFor());
  const project = Buffer.from(await file!.arrayBuffer());
  await emptyDatabase();
  await storeShop({ ...sizes, seed: 1, name: 'Spring' });
  const csv = csvOf(3, more);
  return { stored: await readDatabase('debut-data'), csv, project };
}

interface Shop extends Omit<Sizes, 'more'> {
  readonly seed: number;
  readonly name: string;
}

async function storeShop({ seed, name, launches, products, epochs }: Shop): Promise<void> {
  const settings: TrainingSettings = { ...AUTOMATIC_SETTINGS, searchSeconds: 0, epochs };
  await saveSetting('trainingSettings', settings);
  await saveSetting('usesLanguageModel', false);
  const file = csvFile(csvOf(seed, launches));
  const request = { ...PLAIN_IMPORT, file, mapping: MAPPING, name };
  const { datasetId } = await importFile(request, jobFor());
  await saveSetting('currentDatasetId', datasetId);
  const shop = generateShop({ seed, launches: 30, newProducts: products });
  await addProducts(datasetId, () => shopProducts(shop));
  const engine = await openNodeEngine();
  const host = modelHost(() => engine);
  const quick = { ...settings, epochs: QUICK_EPOCHS };
  await trainModel({ datasetId, compute: 'wasm', settings: quick }, jobFor(), host);
  const firstWeek = lastLaunchDay(await loadLaunchTable(datasetId)) + 7;
  const asked = { datasetId, compute: 'wasm', earliestDay: firstWeek, aim: USUAL_AIM } as const;
  const ranking = await planLaunches(asked, jobFor(), host);
  engine.dispose();
  const report = (await loadTrainingReport(datasetId))!;
  const plan = ranking.plans.find(canBeAdopted) ?? ranking.plans[0]!;
  await adoptPlans(datasetId, [freezePlan(plan, ranking, { report, adoptedAt: 1 })]);
  const season = { datasetId, name: 'Season', madeAt: 1, plannedAt: ranking.plannedAt, value: 1 };
  const offers = (await loadOffers(datasetId))!;
  const limits = { ...usualLimits(offers.weeks[0]!), weekCount: offers.weeks.length };
  const problem = seasonProblem(offers, limits);
  const placements = placementsOf(problem, greedySeason(problem)!);
  await saveCalendar({ ...season, bound: null, limits, placements });
}

/** The shop needs a model, but not a good one. */
const QUICK_EPOCHS = 2;

function csvOf(seed: number, launches: number): string {
  return launchesCsv(generateShop({ seed, launches }).launches);
}
