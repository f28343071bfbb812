// @module-tag training
// @module-tag whole
// Whatever ends a training, the next one goes on where it was, and ends with the same model.

import { emptyDatabase, fillStorageAfter } from '../../../support/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError, isAbort } from '#core/base/errors.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { BackendName } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import { database } from '#storage/database/database.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadModel } from '#storage/model/models.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { loadUnfinishedRun } from '#storage/model/training-runs.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import type { ModelHost } from '#workers/model/engine/model-host.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { modelHost, processLocks } from '../../../support/model-host.ts';
import { shopTable } from '../../../support/shop-table.ts';
import { noSource } from '../../../support/source.ts';

const table = shopTable(generateShop({ launches: 60, newProducts: 1 }));
const settings = { ...AUTOMATIC_SETTINGS, searchSeconds: 0.3, epochs: 4, width: 8, members: 2 };

/** Sixty launches, 32 a step, once more blurred. */
const STEPS_A_PASS = 4;

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(emptyDatabase);

async function stored(launches: LaunchTable = table): Promise<number> {
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: 60, rowsUsed: 60, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  const saved = await saveDataset({ ...origin, report, table: launches });
  await saveSetting('usesLanguageModel', false);
  return saved.datasetId;
}

const hostOf = (given: Partial<ModelHost> = {}) => modelHost(() => engine, given);

/** Notes how many steps were taken; ends the run before one of them. */
function counting(real: EngineSession, end: (step: number) => void = () => undefined) {
  const taken = { steps: 0 };
  const session: EngineSession = {
    ...real,
    createOptimiser: (start, options) => {
      const optimiser = real.createOptimiser(start, options);
      return {
        parameters: () => optimiser.parameters(),
        step: (gradients, rate) => {
          end((taken.steps += 1));
          optimiser.step(gradients, rate);
        },
        read: () => optimiser.read(),
        snapshot: () => optimiser.snapshot(),
        dispose: () => optimiser.dispose(),
      };
    },
  };
  return { session, taken };
}

async function train(datasetId: number, host = hostOf(), stop = new AbortController()) {
  const told: TrainingProgress[] = [];
  const job = new Job<TrainingProgress>(stop.signal, (progress) => told.push(progress));
  await trainModel({ datasetId, compute: 'auto', settings }, job, host);
  return told;
}

/** All but what tells of time, and of where it was stored. */
function timeless(model: TrainedModel): TrainedModel {
  const times = { seconds: 0, stepsPerSecond: 0, trainedAt: 0 };
  const { fastKernels } = model.report.backend;
  const backend = { name: 'wasm', reason: 'chosen', device: '', fastKernels } as const;
  const place = { modelId: 0, datasetId: 0, storedBytes: 0, backend };
  return { ...model, report: { ...model.report, ...times, ...place } };
}

const learnt = async (datasetId: number) => timeless((await loadModel(datasetId))!);

describe('a training that was interrupted', () => {
  it.each([0.4, 0.9])('after %f of its steps ends as if it had not been', async (share) => {
    const [one, two] = [await stored(), await stored()];
    const whole = counting(engine);
    await train(one, hostOf({ openEngine: () => Promise.resolve(whole.session) }));

    const last = Math.floor(share * whole.taken.steps);
    const crash = (step: number) => {
      if (step === last) throw new Error('the tab was closed');
    };
    const first = counting(engine, crash);
    const interrupted = train(two, hostOf({ openEngine: () => Promise.resolve(first.session) }));
    await expect(interrupted).rejects.toThrow('the tab was closed');
    expect((await loadUnfinishedRun(two))!.fraction).toBeGreaterThan(0);
    expect(await loadModel(two)).toBeUndefined();

    const second = counting(engine);
    await train(two, hostOf({ openEngine: () => Promise.resolve(second.session) }));
    expect(await learnt(two)).toEqual(await learnt(one));
    // No more than a fit as short as these, whose passes are over before the one before is written.
    const again = last - 1 + second.taken.steps - whole.taken.steps;
    expect(again).toBeLessThanOrEqual(settings.epochs * STEPS_A_PASS);
    expect(await loadUnfinishedRun(two)).toBeUndefined();
    expect(await database.checkpoints.count()).toBe(0);
  });

  it('says where it goes on', async () => {
    const id = await stored();
    const stop = new AbortController();
    const end = counting(engine, (step) => {
      if (step === 15) stop.abort();
    });
    const stopped = train(id, hostOf({ openEngine: () => Promise.resolve(end.session) }), stop);
    expect(isAbort(await stopped.catch((error: unknown) => error))).toBe(true);
    const { fraction } = (await loadUnfinishedRun(id))!;
    expect(fraction).toBeGreaterThan(0);
    const told = await train(id);
    const begun = told.find(({ phase }) => phase === 'search');
    expect(begun).toBeDefined();
    expect(told.at(-1)).toMatchObject({ phase: 'save' });
  });

  it('trains all the same where the device has no room for what could be gone on with', async () => {
    const id = await stored();
    const free = fillStorageAfter(2, 'checkpoints', 'put');
    try {
      await train(id);
    } finally {
      free();
    }
    expect(await loadModel(id)).toBeDefined();
  });
});

it('leaves nothing to go on with where it would fail again', async () => {
  const id = await stored(shopTable(generateShop({ launches: 3, newProducts: 1 })));
  await expect(train(id)).rejects.toMatchObject({ code: 'too-few-outcomes' });
  expect(await loadUnfinishedRun(id)).toBeUndefined();
});

describe('a GPU that fails', () => {
  /** One that is lost once so many steps were taken. */
  function failing(after: number, name: BackendName = 'webgpu') {
    let isLost = false;
    const lost = () => new AppError('backend-unavailable', 'WebGPU lost: destroyed');
    const { session, taken } = counting(engine, (step) => {
      if (step < after) return;
      isLost = true;
      throw lost();
    });
    const choice = { name, reason: 'won-race', device: 'acme', fastKernels: false } as const;
    const check = () => {
      if (isLost) throw lost();
    };
    return { session: { ...session, choice, check }, taken };
  }

  it('is asked once more, and then left alone; the model is the same', async () => {
    const [one, two] = [await stored(), await stored()];
    await train(one);
    const gpus = [failing(12), failing(6)];
    const opened: string[] = [];
    const openEngine: ModelHost['openEngine'] = (compute) => {
      opened.push(compute);
      return Promise.resolve(gpus.shift()?.session ?? engine);
    };
    await train(two, hostOf({ openEngine }));
    expect(opened).toEqual(['auto', 'auto', 'wasm']);
    expect(await learnt(two)).toEqual(await learnt(one));
    const { backend } = (await loadModel(two))!.report;
    expect(backend).toMatchObject({ name: 'wasm', reason: 'gpu-failed', device: 'acme' });
  });

  it('is not blamed for what it did not do', async () => {
    const id = await stored();
    const { session } = counting(engine, () => {
      throw new Error('a slip of ours');
    });
    const opened: string[] = [];
    const openEngine: ModelHost['openEngine'] = (compute) => {
      opened.push(compute);
      return Promise.resolve(session);
    };
    await expect(train(id, hostOf({ openEngine }))).rejects.toThrow('a slip of ours');
    expect(opened).toHaveLength(1);
  });
});

it('refuses a second training from the same launches, and lets another begin', async () => {
  const [one, two] = [await stored(), await stored()];
  const locks = processLocks();
  let goOn!: () => void;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const first = train(one, hostOf({ locks, pause: () => held }));
  const second = await train(one, hostOf({ locks })).catch((error: unknown) => error);
  expect(second).toBeInstanceOf(AppError);
  expect((second as AppError).code).toBe('trained-elsewhere');
  await train(two, hostOf({ locks }));
  goOn();
  await first;
});

it('waits a moment for one that is about to end', async () => {
  const id = await stored();
  const locks = processLocks();
  const stop = new AbortController();
  const first = train(id, hostOf({ locks }), stop);
  const second = train(id, hostOf({ locks }));
  setTimeout(() => stop.abort(), 300);
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  await second;
  expect(await loadModel(id)).toBeDefined();
});
