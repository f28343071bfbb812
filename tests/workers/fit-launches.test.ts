import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainingProgress } from '#core/launch/training-report.ts';
import { packModel, unpackModel } from '#core/model/packed-model.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { launchTable, type LaunchRow } from '../support/launch-table.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { shopTable } from '../support/shop-table.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const everyNumber = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array);
  return value && typeof value === 'object' ? Object.values(value).flatMap(everyNumber) : [];
};

describe('a history of 400 launches', () => {
  const table = shopTable(generateShop({ launches: 400, newProducts: 1 }));
  const progress: TrainingProgress[] = [];
  let model: TrainedModel;
  let tensorsBefore: number;
  beforeAll(async () => {
    tensorsBefore = memory().numTensors;
    model = await fitInNode(table, { engine, onProgress: (report) => progress.push(report) });
  }, 60_000);

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
    expect(rows.training + rows.validation + rows.test).toBe(400);
    expect(curve.length).toBeGreaterThan(30);
    expect(curve.length).toBeLessThanOrEqual(60);
    expect(curve.slice(0, 30).every(({ validation }) => validation !== null)).toBe(true);
    expect(curve.slice(30).every(({ validation }) => validation === null)).toBe(true);
    expect(curve[29]!.training).toBeLessThan(curve[0]!.training);
    expect(coverage.map(({ promisedFraction }) => promisedFraction)).toEqual([0.5, 0.8, 0.9]);
    const phases = [...new Set(progress.map(({ phase }) => phase))];
    expect(phases).toEqual(['learn', 'check', 'learn-all']);
    const done = progress.map((report) => report.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('gives the same model for the same seed and another for another', async () => {
    const again = await fitInNode(table, { engine });
    expect(again.net!.theta).toEqual(model.net!.theta);
    expect(again.report.holdout).toEqual(model.report.holdout);
    const other = await fitInNode(table, { engine, seed: 2 });
    expect(other.net!.theta).not.toEqual(model.net!.theta);
  }, 60_000);

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
      onProgress: ({ epoch }) => {
        if (epoch >= 2) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(memory().numTensors).toBe(tensorsBefore);
  }, 20_000);
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

  it('are refused below eight, with how many there are and how many are needed', async () => {
    await expect(fitInNode(rows(7), { engine })).rejects.toMatchObject({
      code: 'too-few-outcomes',
      details: { rowsUsed: 7, minimum: 8 },
    });
  });
});

describe('odd histories give a result without NaN', () => {
  const base = (i: number): LaunchRow => ({
    title: `Mug ${i % 5}`,
    category: i % 2 ? 'Kitchen' : 'Garden',
    channel: 'shop',
    listPrice: 10 + (i % 4),
    units: 5 + (i % 20),
  });
  const table = (count: number, change: (i: number) => LaunchRow): LaunchTable =>
    launchTable(Array.from({ length: count }, (_, i) => ({ ...base(i), ...change(i) })));

  it.each([
    {
      says: 'one category, constant columns',
      given: table(40, () => ({ category: 'A', title: 'x' })),
    },
    { says: 'all outcomes equal', given: table(40, () => ({ units: 7 })) },
    { says: 'nothing ever sold', given: table(40, () => ({ units: 0 })) },
    { says: 'outcomes of a billion', given: table(40, (i) => ({ units: i % 9 ? 20 : 1e9 })) },
    { says: 'all launched on one day', given: table(40, () => ({ day: 19_500 })) },
    { says: 'a new category a launch', given: table(60, (i) => ({ category: `c${i}` })) },
    {
      says: 'titles of 10,000 characters',
      given: table(40, () => ({ title: 'long '.repeat(2000) })),
    },
    { says: 'half of the units unknown', given: table(80, (i) => (i % 2 ? { units: NaN } : {})) },
    {
      says: 'units unknown in the newest launches',
      given: table(60, (i) => (i > 40 ? { units: NaN } : {})),
    },
    {
      says: 'a category called constructor',
      given: table(40, () => ({ category: 'constructor' })),
    },
    { says: 'no prices at all', given: table(40, () => ({ listPrice: NaN })) },
    { says: 'exactly thirty launches', given: table(30, () => ({})) },
    { says: 'eight launches', given: table(8, () => ({})) },
  ])(
    '$says',
    async ({ given }) => {
      const { net, ridge, residuals, report } = await fitInNode(given, { engine });
      expect(everyNumber({ net, ridge, residuals }).every(Number.isFinite)).toBe(true);
      expect(everyNumber(report.curve).every(Number.isFinite)).toBe(true);
      expect(report.holdout.every(({ maeUnits }) => Number.isFinite(maeUnits))).toBe(true);
    },
    20_000,
  );
});
