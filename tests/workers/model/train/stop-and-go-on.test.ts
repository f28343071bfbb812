// @module-tag training
// @module-tag whole
// What the seller stopped stays so, whatever interrupts the training afterwards; a paused one can be stopped as well.

import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { StoppablePart } from '#core/model/training/stop-point.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import { PartStops } from '#protocol/part-stops.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadModel } from '#storage/model/models.ts';
import { loadUnfinishedRun } from '#storage/model/training-runs.ts';
import { addProduct } from '#storage/data/products.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planLaunches } from '#workers/model/plan/plan-launches.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { modelHost } from '../../../support/model-host.ts';
import { sampleProduct } from '../../../support/ranking.ts';
import { shopTable } from '../../../support/shop-table.ts';
import { noSource } from '../../../support/source.ts';

const table = shopTable(generateShop({ launches: 60, newProducts: 1 }));
/** Without channels to choose from, settings are searched for. */
const oneChannel = { ...table, channel: table.channel.map(() => 'web') };
const quick = { ...AUTOMATIC_SETTINGS, searchSeconds: 0, epochs: 6, width: 8, members: 2 };
const searching = { ...quick, searchSeconds: 20, epochs: 4 };
/** Fewer than 64 launches, 32 a step. */
const STEPS_A_PASS = 2;

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(emptyDatabase);

async function stored(launches: LaunchTable): Promise<number> {
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: 60, rowsUsed: 60, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  await saveSetting('usesLanguageModel', false);
  return (await saveDataset({ ...origin, report, table: launches })).datasetId;
}

/** A place in a run: a step of one of the networks, both counted from 1. */
interface Place {
  readonly net: number;
  readonly step: number;
}

/** An engine that calls back at some places. */
function watched(at: readonly (Place & { readonly call: () => void })[]): EngineSession {
  let nets = 0;
  return {
    ...engine,
    createOptimiser: (start, options) => {
      const optimiser = engine.createOptimiser(start, options);
      const net = (nets += 1);
      let steps = 0;
      return {
        parameters: () => optimiser.parameters(),
        step: (gradients, rate) => {
          steps += 1;
          for (const place of at) if (place.net === net && place.step === steps) place.call();
          optimiser.step(gradients, rate);
        },
        read: () => optimiser.read(),
        snapshot: () => optimiser.snapshot(),
        dispose: () => optimiser.dispose(),
      };
    },
  };
}

/** Leaves time to write the checkpoint of an epoch, on a busy machine too. */
const writing = () => new Promise<void>((resolve) => setTimeout(resolve, 60));

interface Given {
  readonly settings: typeof quick;
  /** Where the seller stops parts of the run. */
  readonly stopAt?: Place & { readonly part: StoppablePart };
  /** Where the seller pauses the run. */
  readonly pauseAt?: Place;
  readonly stops?: PartStops;
  readonly pause?: () => Promise<void>;
}

/** Trains, and returns what the run told last. */
async function train(datasetId: number, { settings, stopAt, pauseAt, stops, pause }: Given) {
  const asked = stops ?? new PartStops();
  const paused = new AbortController();
  const told: TrainingProgress[] = [];
  const job = new Job<TrainingProgress>(paused.signal, (each) => told.push(each), asked);
  const session = watched([
    ...(stopAt ? [{ ...stopAt, call: () => asked.stop(stopAt.part) }] : []),
    ...(pauseAt ? [{ ...pauseAt, call: () => paused.abort() }] : []),
  ]);
  const host = modelHost(() => session, pause && { pause });
  const running = trainModel({ datasetId, compute: 'auto', settings }, job, host);
  if (pauseAt) await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  else await running;
  return told.at(-1)!;
}

/** All but what tells of time, and of where it was stored. */
async function learnt(datasetId: number): Promise<TrainedModel> {
  const model = (await loadModel(datasetId))!;
  const times = { seconds: 0, stepsPerSecond: 0, trainedAt: 0 };
  const place = { modelId: 0, datasetId: 0, storedBytes: 0 };
  return { ...model, report: { ...model.report, ...times, ...place } };
}

describe('a training of which a part was stopped', () => {
  it.each([
    {
      says: 'epochs of the evaluated fit',
      launches: table,
      settings: quick,
      stopAt: { part: 'epochs', net: 1, step: 2 * STEPS_A_PASS + 1 },
      pauseAt: { net: 2, step: 1 },
      stopped: [{ part: 'epochs', done: 2, total: 6 }],
    },
    {
      says: 'the search for settings',
      launches: oneChannel,
      settings: searching,
      stopAt: { part: 'settings', net: 4, step: 1 },
      pauseAt: { net: 5, step: STEPS_A_PASS + 1 },
      stopped: [
        { part: 'settings', done: 3, total: 9 },
        { part: 'backtests', done: 0, total: 2 },
      ],
    },
  ] as const)('ends as it would have: $says', async ({ launches, settings, stopped, ...given }) => {
    const [one, two] = [await stored(launches), await stored(launches)];
    const { stopAt, pauseAt } = given;
    await train(one, { settings, stopAt });
    await train(two, { settings, stopAt, pauseAt });
    expect(await loadModel(two)).toBeUndefined();
    await train(two, { settings });
    const { report } = (await loadModel(two))!;
    expect(report.stopped).toEqual(stopped);
    expect(await learnt(two)).toEqual(await learnt(one));
  });
});

it('stops a training that was paused, where it was', async () => {
  const id = await stored(table);
  const pauseAt = { net: 1, step: 4 * STEPS_A_PASS + 1 };
  const last = await train(id, { settings: quick, pauseAt, pause: writing });
  expect(last).toMatchObject({ phase: 'learn', stopPoint: { part: 'epochs' } });
  expect(await loadUnfinishedRun(id)).toBeDefined();
  const stops = new PartStops();
  stops.stop('epochs');
  await train(id, { settings: quick, stops });
  const { stopped, curve, coverage } = (await loadModel(id))!.report;
  const [point] = stopped!;
  expect(stopped).toEqual([{ part: 'epochs', done: point!.done, total: 6 }]);
  // The last checkpoint may still have been on its way.
  expect(point!.done).toBeGreaterThanOrEqual(3);
  expect(point!.done).toBeLessThanOrEqual(4);
  expect(curve.filter(({ validation }) => validation !== null)).toHaveLength(point!.done);
  expect(coverage).toHaveLength(3);
});

it('plans by the model that was evaluated, which does not know what only the newest launches have', async () => {
  const newest = Math.max(...table.launchDay) - 20;
  const isNewest = (row: number) => table.launchDay[row]! > newest;
  const ofNewest = (texts: readonly string[], text: string) =>
    texts.map((each, row) => (isNewest(row) ? text : each));
  const id = await stored({
    ...table,
    channel: ofNewest(table.channel, 'fair'),
    category: ofNewest(table.category, 'Toys'),
  });
  await train(id, { settings: quick, stopAt: { part: 'launches', net: 2, step: 1 } });
  expect((await loadModel(id))!.report.stopped).toMatchObject([{ part: 'launches' }]);
  for (const category of ['Toys', table.category[0]!])
    await addProduct(id, sampleProduct({ title: `New ${category}`, category }));
  const earliestDay = Math.max(...table.launchDay) + 30;
  const request = { datasetId: id, compute: 'wasm', earliestDay, aim: USUAL_AIM } as const;
  const { plans } = await planLaunches(
    request,
    jobFor(),
    modelHost(() => engine),
  );
  expect(plans).toHaveLength(2);
  for (const { action, outcome } of plans) {
    expect(action.channel).not.toBe('fair');
    expect(Number.isFinite(outcome.units.expected)).toBe(true);
  }
});
