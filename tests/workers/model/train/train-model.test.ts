// @module-tag training
import { emptyDatabase, fillStorageAfter } from '../../../support/database.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { damaged, unreachable } from '#core/model/text/language-files.ts';
import { LEARNING_PHASES, TRAINING_PHASES } from '#core/model/training/training-phases.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { freezePlan, withResult } from '#core/ledger/entries/adopted-plan.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import { database } from '#storage/database/database.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadEmbeddings } from '#storage/data/embeddings.ts';
import { adoptPlans, changeLedger } from '#storage/plan/ledger.ts';
import { loadModel } from '#storage/model/models.ts';
import { addProduct } from '#storage/data/products.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import type { LanguageSource } from '#workers/text/language-source.ts';
import { planLaunches } from '#workers/model/plan/plan-launches.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { sampleActual } from '../../../support/adopted-plan.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { modelHost } from '../../../support/model-host.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../../../support/ranking.ts';
import { noSource } from '../../../support/source.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(emptyDatabase);

/** Those of launches with names and without pictures. */
const NAME_PHASES = TRAINING_PHASES.filter((phase) => phase !== 'looks');

/** Few, so that ridge alone learns. */
const mugs = (title: (i: number) => string): LaunchRow[] =>
  Array.from({ length: 24 }, (_, i) => ({
    day: dayFromCalendar(2024, 1, 1) + 25 * i,
    title: title(i),
    units: i % 2 ? 60 + i : 20 + i,
  }));
const MUGS = mugs((i) => (i % 2 ? `Red mug ${i}` : `Blue bowl ${i}`));

async function stored(rows: readonly LaunchRow[] = MUGS): Promise<number> {
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: 24, rowsUsed: 24, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const table = launchTable(rows);
  const saved = await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() });
  return saved.datasetId;
}

const hostWith = (language: LanguageSource) => modelHost(() => engine, { language });

/** A host that has nothing to give, or something else. */
const failing = (error: Error): LanguageSource => ({
  missing: (files) => Promise.resolve(files),
  read: () => Promise.reject(error),
});
const OFFLINE = failing(unreachable('weights', 'nothing'));

async function train(datasetId: number, language: LanguageSource = new BuiltLanguage()) {
  const told: TrainingProgress[] = [];
  const job = new Job<TrainingProgress>(new AbortController().signal, (each) => told.push(each));
  const settings = AUTOMATIC_SETTINGS;
  const report = await trainModel(
    { datasetId, compute: 'wasm', settings },
    job,
    hostWith(language),
  );
  return { report, told };
}

const UNKNOWN_MUG = { category: '', brand: '', listPrice: 9, unitCost: 3, attributes: {} };

const learnt = async (datasetId: number) => (await loadModel(datasetId))!.residuals;

it('learns results of adopted plans beside the launches', async () => {
  const datasetId = await stored();
  const before = await train(datasetId, OFFLINE);
  const product = { ...sampleProduct(), title: 'Green mug' };
  const plan = samplePlan({ product });
  const adopted = freezePlan(plan, sampleRanking(), { report: null, adoptedAt: 1 });
  await adoptPlans(datasetId, [adopted]);
  await changeLedger(datasetId, ([entry]) => ({
    changed: [withResult(entry!, sampleActual({ units: 90 }))],
  }));
  const after = await train(datasetId, OFFLINE);
  expect([before, after].map(({ report }) => report.learnt?.launchCount)).toEqual([24, 25]);
  expect(after.report.learnt?.dataVersion).not.toBe(before.report.learnt?.dataVersion);
  expect(after.report.learnt?.lastDay).toBe(adopted.action.launchDay);
});

it('reads names, keeps what it read, and reads nothing again', async () => {
  const id = await stored();
  const first = await train(id);
  expect(first.report).toMatchObject({ reading: 'embeddings', isOftenUnreadable: false });
  expect(first.told.some(({ phase }) => phase === 'read')).toBe(true);
  expect(first.told.at(-1)!.phases).toEqual(NAME_PHASES.filter((phase) => phase !== 'fetch'));
  const kept = await loadEmbeddings(id);
  expect(kept.flatMap(({ texts }) => texts)).toContain('Red mug 1');
  const residuals = await learnt(id);

  const again = await train(id, OFFLINE);
  expect(again.report.reading).toBe('embeddings');
  const unread = NAME_PHASES.filter((phase) => phase !== 'fetch' && phase !== 'read');
  expect(again.told.at(-1)!.phases).toEqual(unread);
  expect(await learnt(id)).toEqual(residuals);
});

it.each([
  { reading: 'unreachable', error: unreachable('weights', '404') },
  { reading: 'damaged', error: damaged('weights', '7 bytes', '6') },
])('goes on without the language model where it is $reading, and says so', async (given) => {
  const id = await stored();
  const { report, told } = await train(id, failing(given.error));
  expect(report.reading).toBe(given.reading);
  expect(told.find(({ phase }) => phase === 'fetch')).toMatchObject({ done: 0, total: 7_298_502 });
  expect(told.at(-1)!.phases).toEqual(NAME_PHASES);
  expect(await loadModel(id)).toBeDefined();
  expect(await loadEmbeddings(id)).toEqual([]);
});

it('fails where anything else does', async () => {
  const id = await stored();
  await expect(train(id, failing(new Error('a slip of ours')))).rejects.toThrow('a slip of ours');
});

it('asks for nothing where the seller declined, whatever was read before', async () => {
  const id = await stored();
  await train(id);
  await saveSetting('usesLanguageModel', false);
  const unasked = failing(new Error('was asked'));
  const { report, told } = await train(id, unasked);
  expect(report.reading).toBe('declined');
  expect(told.at(-1)!.phases).toEqual(LEARNING_PHASES);
});

it('asks for nothing where there are no names', async () => {
  const id = await stored(mugs((i) => `P${i}`));
  expect((await train(id, failing(new Error('was asked')))).report.reading).toBe('no-text');
});

it('tells of letters that it cannot read', async () => {
  const id = await stored(mugs((i) => `Красная чашка ${i}`));
  expect((await train(id)).report).toMatchObject({
    reading: 'embeddings',
    isOftenUnreadable: true,
  });
});

it('loses nothing but the cache where the device is full', async () => {
  const id = await stored();
  const free = fillStorageAfter(0, 'embeddings');
  try {
    expect((await train(id)).report.reading).toBe('embeddings');
  } finally {
    free();
  }
  expect(await loadEmbeddings(id)).toEqual([]);
  expect(await loadModel(id)).toBeDefined();
});

it('plans with names too, keeps those of new products, and plans where they cannot be had', async () => {
  const id = await stored();
  await train(id);
  await addProduct(id, { ...UNKNOWN_MUG, title: 'Crimson teacup' });
  const earliestDay = dayFromCalendar(2026, 1, 1);
  const request = { datasetId: id, compute: 'wasm', earliestDay, aim: USUAL_AIM } as const;
  const plan = async (language: LanguageSource) =>
    planLaunches(request, jobFor(), hostWith(language));
  expect(await plan(OFFLINE)).toMatchObject({ lacksEmbeddings: true, plans: { length: 1 } });
  const before = await database.embeddings.count();
  const { plans, lacksEmbeddings } = await plan(new BuiltLanguage());
  expect(lacksEmbeddings).toBeUndefined();
  const texts = (await loadEmbeddings(id)).slice(before).flatMap((chunk) => chunk.texts);
  expect([...texts].sort()).toEqual(['Crimson teacup', 'crimson', 'teacup']);
  expect((await plan(OFFLINE)).plans).toEqual(plans);
});

it(
  'leaves long titles that would not help, and planning reads none of them either',
  { tags: ['whole'] },
  async () => {
    // Letters that the language model cannot read are no work. So few known units are learnt by ridge alone.
    const word = (i: number) => String(i).replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)]!);
    const title = (i: number) => `${word(i)} ${'ж'.repeat(480)}`;
    const rows = Array.from({ length: 1_250 }, (_, i): LaunchRow => {
      const day = dayFromCalendar(2018, 1, 1) + i;
      return { day, title: title(i), units: i < 1_230 ? NaN : 20 + (i % 7) };
    });
    const id = await stored(rows);
    const { report, told } = await train(id);
    expect(report).toMatchObject({ reading: 'embeddings', leavesTitles: true });
    const texts = async () => (await loadEmbeddings(id)).flatMap((chunk) => chunk.texts);
    const read = await texts();
    const unread = rows.length - read.filter((text) => text.length > 400).length;
    expect(unread).toBeGreaterThan(200);
    expect(told.findLast(({ phase }) => phase === 'read')?.total).toBe(read.length + unread);
    expect(read).not.toContain(title(0));
    expect(read).toContain(word(229));

    await addProduct(id, { ...UNKNOWN_MUG, title: 'Crimson teacup' });
    const earliestDay = dayFromCalendar(2026, 1, 1);
    const request = { datasetId: id, compute: 'wasm', earliestDay, aim: USUAL_AIM } as const;
    const host = hostWith(new BuiltLanguage());
    const { lacksEmbeddings } = await planLaunches(request, jobFor(), host);
    expect(lacksEmbeddings).toBeUndefined();
    const more = (await texts()).slice(read.length);
    expect([...more].sort()).toEqual(['Crimson teacup', 'crimson', 'teacup']);
  },
);
