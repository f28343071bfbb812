import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { ratingWithRange } from '#core/model/blend/rating-range.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { readModelFile, writeModelFile } from '#core/files/model/model-file.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { expectRatings, learnRatingSpread } from '#workers/model/train/rating-spread.ts';
import { launchTable } from '../../../support/launch-table.ts';

const DEVIATION = 0.2;
const random = seededRandom(3);
const normal = () => normalQuantile(1e-6 + random() * (1 - 2e-6));
/** Coats are rated half a star lower than bags. */
const table: LaunchTable = launchTable(
  Array.from({ length: 150 }, (_, i) => ({
    ...{ category: i % 2 ? 'coats' : 'bags', listPrice: 30, salePrice: 30, day: 19_000 + 3 * i },
    units: 20 + (i % 7),
    rating: (i % 2 ? 3.7 : 4.2) + DEVIATION * normal(),
  })),
);

let engine: EngineSession;
let model: TrainedModel;

beforeAll(async () => {
  engine = await openNodeEngine();
  model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 2 } });
});

afterAll(() => {
  engine.dispose();
});

it('is learnt at training, of launches that came after those of the fit', () => {
  const { launches, least, most } = model.ratingSpread!;
  const { training } = model.report.rows;
  expect(launches).toBe(table.rowCount - training);
  expect([least, most]).toEqual([1, 5]);
  const { low, high } = ratingWithRange(4, 23, model.ratingSpread).range80!;
  // Eight in ten of a normal variable are within 1.28 deviations of its mean.
  expect(high - low).toBeGreaterThan(2 * DEVIATION);
  expect(high - low).toBeLessThan(3.3 * DEVIATION);
});

it('is kept in a file of the model', () => {
  expect(readModelFile(writeModelFile(model)).ratingSpread).toEqual(model.ratingSpread);
});

it('leaves out launches without a rating, and is unknown where few have one', () => {
  const rows = Uint32Array.from({ length: 60 }, (_, i) => 90 + i);
  const without = (least: number) => ({
    ...table,
    rating: table.rating.map((rating, row) => (row < least ? NaN : rating)),
  });
  const spreadOf = (least: number) => learnRatingSpread(without(least), [{ members: model, rows }]);
  expect(spreadOf(120)!.launches).toBe(30);
  expect(spreadOf(140)).toBeUndefined();
});

it('says nothing where ratings were not learnt', () => {
  const { heads } = model.encoding;
  const outcomes = heads.outcomes.filter(({ name }) => name !== 'rating');
  const encoding = { ...model.encoding, heads: { ...heads, outcomes } };
  expect(expectRatings(table, { ...model, encoding }, Uint32Array.of(0))).toBeNull();
});
