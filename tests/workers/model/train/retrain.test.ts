// @module-tag training
// @module-tag whole
// More launches, learnt on top of what a model knows already: the newer one is used only if it was better on them.

import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import { database } from '#storage/database/database.ts';
import { replaceLaunches, saveDataset } from '#storage/data/datasets.ts';
import { loadModel } from '#storage/model/models.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { loadEvidence, loadRuns, loadTrainingReport } from '#storage/model/trainings.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { measureLearning } from '#workers/model/train/measure-learning.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { modelHost } from '../../../support/model-host.ts';
import { shopTable } from '../../../support/shop-table.ts';
import { noSource } from '../../../support/source.ts';

const shop = generateShop({ launches: 64, newProducts: 1 });
const byDate = shop.launches.toSorted((a, b) => a.action.launchDay - b.action.launchDay);
const table = shopTable({ ...shop, launches: byDate });
const earlier = shopTable({ ...shop, launches: byDate.slice(0, 48) });
const settings = { ...AUTOMATIC_SETTINGS, searchSeconds: 0.3, epochs: 4, width: 8, members: 2 };
const mapping = { fields: {}, attributes: [] };
const reading = {
  ...{ name: 'Spring', mapping, issues: [] },
  ...{ rowsRead: 48, rowsUsed: 48, rowsSetAside: 0 },
};

const SEVERAL_TRAININGS_MS = 180_000;

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(emptyDatabase);

const host = () => modelHost(() => engine, {});

async function stored(launches: LaunchTable): Promise<number> {
  const origin = { sample: null, importedAt: 1, ...noSource() };
  await saveSetting('usesLanguageModel', false);
  return (await saveDataset({ ...origin, report: reading, table: launches })).datasetId;
}

function train(datasetId: number): Promise<TrainingReport> {
  const job = new Job<TrainingProgress>(new AbortController().signal, () => undefined);
  return trainModel({ datasetId, compute: 'wasm', settings }, job, host());
}

async function grow(datasetId: number): Promise<void> {
  const { signal } = new AbortController();
  await replaceLaunches(datasetId, { report: reading, table, recipe: noSource().recipe }, signal);
}

it(
  'starts from the model in use, and compares on launches that neither had seen',
  async () => {
    const datasetId = await stored(earlier);
    const first = await train(datasetId);
    expect(first.startedFrom).toBeUndefined();
    // The same launches are learnt anew.
    const again = await train(datasetId);
    expect(again.startedFrom).toBeUndefined();
    expect(again.settingsTried).toBe(first.settingsTried);
    expect((await loadTrainingReport(datasetId))!.modelId).toBe(again.modelId);
    await grow(datasetId);
    const grown = await train(datasetId);
    expect(grown).toMatchObject({ startedFrom: again.modelId, settingsTried: 0, net: again.net });
    const [{ comparison }, before] = (await loadRuns(datasetId)).runs as readonly [
      TrainingRun,
      TrainingRun,
    ];
    expect(before.comparison).toBeNull();
    const { heldOut } = await loadEvidence(grown.modelId);
    const later = heldOut!.launchDay.filter((day) => day > again.learnt!.lastDay).length;
    expect(comparison).toMatchObject({ modelId: again.modelId, judgedOn: later });
    expect(later).toBeGreaterThan(10);
    const winner = comparison!.verdict === 'worse' ? again : grown;
    expect((await loadTrainingReport(datasetId))!.modelId).toBe(winner.modelId);
  },
  SEVERAL_TRAININGS_MS,
);

it(
  'keeps using a model that was better',
  async () => {
    const datasetId = await stored(table);
    const knowing = await train(datasetId);
    // It says that it knows the earlier launches only, and knows the later ones by heart.
    const [run] = await database.trainings.toArray();
    const learnt = { ...run!.report.learnt!, lastDay: earlier.launchDay.at(-1)!, dataVersion: 1 };
    await database.trainings.put({ ...run!, report: { ...run!.report, learnt } });
    const second = await train(datasetId);
    expect(second.startedFrom).toBe(knowing.modelId);
    const { comparison } = (await loadRuns(datasetId)).runs[0]!;
    expect(comparison!.verdict).toBe('worse');
    expect((await loadModel(datasetId))!.report.modelId).toBe(knowing.modelId);
    expect(await loadModel(datasetId, second.modelId)).toBeDefined();
  },
  SEVERAL_TRAININGS_MS,
);

it('searches for settings again where the seller stopped the search', async () => {
  const datasetId = await stored(earlier);
  await train(datasetId);
  const [run] = await database.trainings.toArray();
  const stopped = [{ part: 'settings', done: 1, total: 9 }] as const;
  await database.trainings.put({ ...run!, report: { ...run!.report, stopped } });
  await grow(datasetId);
  expect(await train(datasetId)).not.toHaveProperty('startedFrom');
});

it('measures how much more launches would help, and keeps it', async () => {
  const datasetId = await stored(earlier);
  const { modelId, rows, holdout } = await train(datasetId);
  const told: number[] = [];
  const job = new Job(new AbortController().signal, ({ done }) => told.push(done));
  const points = await measureLearning({ datasetId, compute: 'wasm' }, job, host());
  expect(points.map(({ learntFrom }) => learntFrom)).toEqual(
    [0.25, 0.5, 0.75, 1].map((fraction) => Math.round(fraction * rows.training)),
  );
  // The judged fit began with what earlier ones had found out; this one with nothing.
  expect(Math.abs(points.at(-1)!.wape - holdout[0]!.wape)).toBeLessThan(0.1);
  expect((await loadEvidence(modelId)).learningCurve).toEqual(points);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(1);
  await grow(datasetId);
  const changed = measureLearning({ datasetId, compute: 'wasm' }, job, host());
  await expect(changed).rejects.toMatchObject({ code: 'launches-changed' });
});
