// @module-tag training
// @module-tag whole
// The seller stops a part of a training: the best so far is kept, evaluated like any other model, and says so.

import { memory } from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wholeUnits } from '#core/model/blend/blend.ts';
import { rowsByDate, splitByTime } from '#core/model/features/time-split.ts';
import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import type { NetTask } from '#core/model/training/net-task.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { PartStops } from '#protocol/part-stops.ts';
import { fitWithEvidence } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import type { FitNet } from '#workers/model/members/fit-net.ts';
import type { Members } from '#workers/model/members/members.ts';
import { predictMembers } from '#workers/model/predict/predict-outputs.ts';
import { fitLaunches } from '#workers/model/train/fit-launches.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { shopTable } from '../../../support/shop-table.ts';

const table = shopTable(generateShop({ launches: 70, newProducts: 1 }));
/** Without channels to choose from, settings are searched for. */
const oneChannel = { ...table, channel: table.channel.map(() => 'web') };
const { training, test } = splitByTime(table);

let engine: EngineSession;
let tensorsBefore: number;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(() => {
  tensorsBefore = memory().numTensors;
});
afterEach(() => {
  expect(memory().numTensors).toBe(tensorsBefore);
});

/** Network fits of a run, told apart by what they are for. */
interface Fits {
  /** Called when a trial of settings is over, with the number of those that are. */
  readonly onTrial?: (done: number, stops: PartStops) => void;
  /** Called when a backtest's network is fitted, with the number of those that are. */
  readonly onBacktest?: (done: number, stops: PartStops) => void;
  /** Called after each epoch of the fit that is evaluated. */
  readonly onEpoch?: (epoch: number, stops: PartStops) => void;
  /** Called before the last fit, on all launches. */
  readonly onLast?: (stops: PartStops) => void;
  /** Changes the fit that is evaluated. */
  readonly change?: (task: NetTask) => NetTask;
}

const kindOf = ({ validation, yardstick }: NetTask, ends: Parameters<FitNet>[2]) => {
  if (!validation) return 'last';
  if (!yardstick) return 'trial';
  return ends?.stops ? 'evaluated' : 'backtest';
};

async function train(launches: typeof table, settings: Partial<TrainingSettings>, fits: Fits = {}) {
  const stops = new PartStops();
  const told: TrainingProgress[] = [];
  const done = { trial: 0, backtest: 0, evaluated: 0, last: 0 };
  const fit: typeof fitLaunches = (request) =>
    fitLaunches({
      ...request,
      fitNet: async (task, onEpoch, ends) => {
        const kind = kindOf(task, ends);
        if (kind === 'last') fits.onLast?.(stops);
        const asked = kind === 'evaluated' && fits.change ? fits.change(task) : task;
        const net = await request.fitNet(
          asked,
          (report, isKnown) => {
            onEpoch(report, isKnown);
            if (kind === 'evaluated') fits.onEpoch?.(report.epoch, stops);
          },
          ends,
        );
        done[kind] += 1;
        if (kind === 'trial') fits.onTrial?.(done.trial, stops);
        if (kind === 'backtest') fits.onBacktest?.(done.backtest, stops);
        return net;
      },
    });
  const onProgress = (progress: TrainingProgress) => told.push(progress);
  const given = { engine, settings, stops, onProgress, fit };
  const { model, evidence } = await fitWithEvidence(launches, given);
  return { model, evidence, told, fitted: done, report: model.report };
}

const quick = { searchSeconds: 0, epochs: 6, width: 8, members: 2 };
const searching = { searchSeconds: 20, epochs: 4, width: 8, members: 2 };

function expectEvaluated({ report, model }: Awaited<ReturnType<typeof train>>) {
  const { wape } = report.holdout.find(({ method }) => method === 'debut')!;
  expect(Number.isFinite(wape)).toBe(true);
  expect(report.coverage).toHaveLength(3);
  expect(report.rows.test).toBe(test.length);
  expect(model.residuals.length).toBeGreaterThanOrEqual(test.length);
  expect(model.calibration).toBeDefined();
}

/** Expects an offer for each part that can be stopped, only while stopping leaves something out. */
function expectOffersWhileRunning(told: readonly TrainingProgress[]) {
  const points = told.flatMap(({ stopPoint }) => stopPoint ?? []);
  const parts = points.map(({ part }) => part).filter((part, i, all) => part !== all[i - 1]);
  expect(parts).toEqual(['settings', 'backtests', 'epochs', 'launches']);
  expect(points[0]).toMatchObject({ part: 'settings', done: 1 });
  for (const { done, total } of points) expect(done).toBeLessThan(total);
  expect(told.at(-1)!.stopPoint).toBeNull();
  expect(told.every(({ stopped }) => stopped.length === 0)).toBe(true);
}

describe('epochs that the seller stops', () => {
  const stopAt = (last: number): Fits => ({
    onEpoch: (epoch, stops) => {
      if (epoch === last) stops.stop('epochs');
    },
  });

  it('end the evaluated fit at its best epoch, as if it had been planned so', async () => {
    const stopped = await train(table, quick, stopAt(3));
    const planned = await train(table, quick, { change: (task) => ({ ...task, stopAfter: 3 }) });
    expect(stopped.model.net).toEqual(planned.model.net);
    expect(stopped.report.holdout).toEqual(planned.report.holdout);
    expect(stopped.model.residuals).toEqual(planned.model.residuals);
    expectEvaluated(stopped);
    expect(stopped.report.stopped).toEqual([{ part: 'epochs', done: 3, total: 6 }]);
    expect(stopped.told.at(-1)!.stopped).toEqual(stopped.report.stopped);
    const { curve } = stopped.report;
    expect(curve.filter(({ validation }) => validation !== null)).toHaveLength(3);
    expect(curve.length).toBeLessThanOrEqual(6);
  });

  it('leave out backtests that are not over, and no work remains of them', async () => {
    const asked = { ...quick, searchSeconds: 20 };
    // Backtests come first where one engine fits all, so the request is there before the first epoch: nothing is to keep.
    const early: Fits = {
      onBacktest: (_, stops) => stops.stop('epochs'),
    };
    const { report, fitted } = await train(table, asked, early);
    expect(fitted).toEqual({ trial: 0, backtest: 1, evaluated: 1, last: 1 });
    expect(report.stopped!.map(({ part }) => part)).toEqual(['backtests']);
    expect(report.curve.filter(({ validation }) => validation !== null)).toHaveLength(6);
  });

  it('are not said to be stopped where the request came with the last of them', async () => {
    const { report } = await train(table, quick, stopAt(6));
    expect(report).not.toHaveProperty('stopped');
  });
});

describe('backtests that the seller stops', () => {
  it('leave those that are over, and the fit that follows is whole', async () => {
    const asked = { ...quick, searchSeconds: 20 };
    const whole = await train(table, asked);
    expect(whole.report.crossValidation).toHaveLength(3);
    const stopped = await train(table, asked, {
      onBacktest: (done, stops) => {
        if (done === 1) stops.stop('backtests');
      },
    });
    const { done, total } = stopped.report.stopped![0]!;
    expect(total).toBe(2);
    expect(done).toBeLessThan(2);
    expect(stopped.report.crossValidation).toHaveLength(1 + done);
    expect(stopped.fitted.evaluated).toBe(1);
    expect(stopped.report.curve.filter(({ validation }) => validation !== null)).toHaveLength(6);
    expectEvaluated(stopped);
  });
});

describe('a search for settings that the seller stops', () => {
  const stopAfter = (trials: number): Fits => ({
    onTrial: (done, stops) => {
      if (done === trials) stops.stop('settings');
    },
  });

  it('goes on with the best settings tried, without backtests, to the same model each time', async () => {
    const { report: whole, told } = await train(oneChannel, searching);
    expect(whole.settingsTried).toBeGreaterThan(4);
    expect(whole).not.toHaveProperty('stopped');
    expectOffersWhileRunning(told);
    const stopped = await train(oneChannel, searching, stopAfter(3));
    expect(stopped.fitted).toMatchObject({ trial: 3, backtest: 0, evaluated: 1, last: 1 });
    const { settingsTried, crossValidation } = stopped.report;
    expect(settingsTried).toBe(3);
    expect(crossValidation).toHaveLength(1);
    expect(stopped.report.stopped).toEqual([
      { part: 'settings', done: 3, total: whole.settingsTried + 2 },
      { part: 'backtests', done: 0, total: 2 },
    ]);
    expectEvaluated(stopped);
    const again = await train(oneChannel, searching, stopAfter(3));
    expect(again.model.net).toEqual(stopped.model.net);
    expect(again.report.holdout).toEqual(stopped.report.holdout);
  });
});

describe('the last fit, which the seller stops', () => {
  it('leaves the model that was evaluated', async () => {
    const whole = await train(table, quick);
    const stopped = await train(table, quick, { onLast: (stops) => stops.stop('launches') });
    const { model, evidence, report } = stopped;
    expect(report.stopped).toEqual([
      { part: 'launches', done: training.length, total: table.rowCount },
    ]);
    expect(stopped.fitted).toMatchObject({ evaluated: 1, last: 0 });
    expect(report.holdout).toEqual(whole.report.holdout);
    expect(report.coverage).toEqual(whole.report.coverage);
    expect(model.residuals).toEqual(whole.model.residuals);
    // What is kept forecasts the test set as it was evaluated there.
    const logs = await predictMembers({ table, engine }, model as Members, test);
    for (const name of ['net', 'ridge', 'trees', 'analogues'] as const) {
      const kept = Float64Array.from(logs[name], wholeUnits);
      expect(kept).toEqual(evidence.heldOut!.expectedUnits[name]);
    }
    const last = table.launchDay[training.at(-1)!]!;
    expect(model.encoding.basis.lastDay).toBe(last);
    expect(last).toBeLessThan(table.launchDay[rowsByDate(table).at(-1)!]!);
  });
});

it('offers nothing where few launches are learnt at once', async () => {
  const rows = Array.from({ length: MIN_LAUNCHES + 4 }, (_, i): LaunchRow => ({ units: 10 + i }));
  const { told, report } = await train(launchTable(rows), {});
  expect(report.method).toBe('shrinkage');
  expect(told.every(({ stopPoint }) => stopPoint === null)).toBe(true);
});
