// @module-tag training
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { packModel, unpackModel } from '#core/model/training/packed-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { seededRandom } from '#core/base/random.ts';
import type { EngineSession } from '#learning/session.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { fitLaunches } from '#workers/model/train/fit-launches.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { shopTable } from '../../../support/shop-table.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

describe('a history of 200 launches', () => {
  const table = shopTable(generateShop({ launches: 200, newProducts: 1 }));
  /** Few epochs: ridge bears most of what is predicted. */
  const settings = { searchSeconds: 0, epochs: 6 };
  const progress: TrainingProgress[] = [];
  let model: TrainedModel;
  let tensorsBefore: number;
  beforeAll(async () => {
    tensorsBefore = memory().numTensors;
    model = await fitInNode(table, {
      engine,
      settings,
      onProgress: (report) => progress.push(report),
    });
  });

  it('leaves no tensors behind', () => {
    expect(memory().numTensors).toBe(tensorsBefore);
  });

  it('predicts launches it has not seen better than the category median', () => {
    const wapeOf = (method: string) =>
      model.report.holdout.find((score) => score.method === method)!.wape;
    expect(wapeOf('debut')).toBeLessThan(wapeOf('category-median'));
  });

  it('learns, checks and learns again, in the order of time', () => {
    const { rows, curve, coverage } = model.report;
    expect(rows.training + rows.validation + rows.test).toBe(200);
    const { epochs } = model.report.net!.fit;
    expect(curve.length).toBeGreaterThan(epochs);
    expect(curve.length).toBeLessThanOrEqual(2 * epochs);
    expect(curve.slice(0, epochs).every(({ validation }) => validation !== null)).toBe(true);
    expect(curve.slice(epochs).every(({ validation }) => validation === null)).toBe(true);
    expect(curve[epochs - 1]!.training).toBeLessThan(curve[0]!.training);
    expect(coverage.map(({ promisedFraction }) => promisedFraction)).toEqual([0.5, 0.8, 0.9]);
    const phases = [...new Set(progress.map(({ phase }) => phase))];
    expect(phases).toEqual(['search', 'learn', 'check', 'learn-all']);
    for (const phase of phases) {
      const done = progress.filter((report) => report.phase === phase).map(({ done }) => done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
    }
    for (const { done, total } of progress) expect(done).toBeLessThanOrEqual(total ?? 0);
  });

  it('says what each base model with a weight adds to the blend', () => {
    const { blend, memberWorths } = model.report;
    const used = Object.entries(blend).flatMap(([name, weight]) => (weight > 0 ? [name] : []));
    expect(memberWorths!.map(({ member }) => member).sort()).toEqual(used.sort());
    for (const { unseen, backtests } of memberWorths!) {
      expect(unseen.low80).toBeLessThanOrEqual(unseen.high80);
      expect(Number.isFinite(unseen.expected + backtests)).toBe(true);
    }
  });

  it('gives the same model for the same seed', async () => {
    const again = await fitInNode(table, { engine, settings });
    expect(again.net!.theta).toEqual(model.net!.theta);
    expect(again.report.holdout).toEqual(model.report.holdout);
  });

  it('is of numbers that storage can hold: reloaded, it predicts to the last bit what was judged', () => {
    const { net, trees } = unpackModel(packModel(model));
    expect(net).toEqual(model.net);
    expect(trees).toEqual(model.trees);
  });

  it('stops when asked and leaves no tensors behind', async () => {
    const controller = new AbortController();
    const running = fitInNode(table, {
      engine,
      signal: controller.signal,
      onProgress: ({ phase, done }) => {
        if (phase === 'search' && done > 0) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(memory().numTensors).toBe(tensorsBefore);
  });
});

describe('a market that turns round in the last tenth of the launches', () => {
  /** Sales depend on channel and category; from launch `turn` on, the better channel is the worse one. */
  const shop = (turn: number) => {
    const random = seededRandom(4);
    return launchTable(
      Array.from({ length: 400 }, (_, i): LaunchRow => {
        const [channel, effect] = i % 2 ? (['shop', 0.8] as const) : (['market', -0.8] as const);
        const isGarden = random() < 0.5;
        const log = 4 + (isGarden ? 0.4 : 0) + (i < turn ? effect : -effect);
        const units = Math.round(Math.exp(log + 0.5 * (random() + random() + random() - 1.5)));
        return { category: isGarden ? 'Garden' : 'Kitchen', channel, units, day: 18_000 + 2 * i };
      }),
    );
  };
  const settings = { searchSeconds: 0, epochs: 4 };

  it('is told, and hardly anything is believed of actions', async () => {
    const { calibration, report } = await fitInNode(shop(350), { engine, settings });
    expect(report.limits).toContain('market-changed');
    expect(calibration.actionShare).toBeLessThan(0.2);
  });

  it('is not told of a market that stays as it is', async () => {
    const { calibration, report } = await fitInNode(shop(400), { engine, settings });
    expect(report.limits).not.toContain('market-changed');
    expect(calibration.actionShare).toBeGreaterThan(0.8);
  });
});

describe('few launches', () => {
  const rows = (count: number) =>
    launchTable(
      Array.from({ length: count }, (_, i): LaunchRow => ({
        category: i % 2 ? 'Kitchen' : 'Garden',
        listPrice: 10 + i,
        units: i % 2 ? 100 + i : 10 + i,
      })),
    );

  it('are answered by shrinkage, with wide ranges, and the report says so', async () => {
    const { net, residuals, report } = await fitInNode(rows(12), { engine });
    expect(net).toBeNull();
    expect(report.method).toBe('shrinkage');
    expect(report.limits).toContain('few-launches');
    expect(residuals).toHaveLength(12);
  });

  it('of orders say that those without a sale cannot be seen, and reckon with them', async () => {
    const table = { ...rows(12), units: Float64Array.of(1, 1, 1, 9, 7, 12, 6, 30, 14, 8, 11, 5) };
    const fit: typeof fitLaunches = (request) => fitLaunches({ ...request, soldOnly: true });
    const { residuals, report } = await fitInNode(table, { engine, fit });
    expect(report.limits).toContain('sold-only');
    expect(residuals).toHaveLength(15);
  });

  it('of one day are forecast about as they sold', async () => {
    const table = launchTable(
      Array.from({ length: 12 }, (_, i): LaunchRow => ({
        ...{ category: i % 2 ? 'Kitchen' : 'Garden', listPrice: 10 + i, day: 19_500 },
        units: 40 + ((i * 7) % 20),
      })),
    );
    const model = await fitInNode(table, { engine });
    const units = (await predictLaunches(model, table, { engine })).map(Math.expm1);
    expect(Math.min(...units)).toBeGreaterThan(25);
    expect(Math.max(...units)).toBeLessThan(100);
  });

  it('are refused below eight, with how many there are and how many are needed', async () => {
    await expect(fitInNode(rows(7), { engine })).rejects.toMatchObject({
      code: 'too-few-outcomes',
      details: { rowsUsed: 7, minimum: 8 },
    });
  });
});
