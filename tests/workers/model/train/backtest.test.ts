// @module-tag training
// @module-tag whole
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { shopTable } from '../../../support/shop-table.ts';

const table = shopTable(generateShop({ launches: 120, newProducts: 1 }));
let engine: EngineSession;
let model: TrainedModel;
beforeAll(async () => {
  engine = await openNodeEngine();
  model = await fitInNode(table, { engine });
});
afterAll(() => engine.dispose());

it('predicts from points in time, each later and with more launches than the one before', () => {
  const { crossValidation, rows } = model.report;
  expect(crossValidation).toHaveLength(3);
  for (const name of ['firstDay', 'learntFrom'] as const) {
    const values = crossValidation.map((score) => score[name]);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  }
  expect(crossValidation.at(-1)).toMatchObject({
    learntFrom: rows.training,
    judgedOn: rows.validation,
  });
  for (const { blendWape, medianWape } of crossValidation)
    expect(blendWape).toBeLessThan(medianWape);
});

it('compares settings where the network has no ridges to start from, and finds the same again', async () => {
  expect(model.report).toMatchObject({ settingsTried: 0, net: { fromRidges: true } });
  const oneChannel = { ...table, channel: table.channel.map(() => 'web') };
  const [once, again] = [
    await fitInNode(oneChannel, { engine }),
    await fitInNode(oneChannel, { engine }),
  ];
  expect(once.report.settingsTried).toBeGreaterThan(4);
  expect(once.report.net!.fromRidges).toBe(false);
  expect(again.report.net).toEqual(once.report.net);
  expect(again.report.holdout).toEqual(once.report.holdout);
});

it('draws ranges of a small shop from more launches than the newest few', () => {
  const { validation, test } = model.report.rows;
  expect(model.residuals.length).toBeGreaterThan(validation + test);
});

it('does not look back where no time is given to it', async () => {
  const { report } = await fitInNode(table, { engine, settings: { searchSeconds: 0 } });
  expect(report.settingsTried).toBe(0);
  expect(report.crossValidation).toHaveLength(1);
});

it('keeps to what the seller set', async () => {
  const settings = { searchSeconds: 0, width: 12, members: 2, epochs: 3 };
  const { net, report } = await fitInNode(table, { engine, settings });
  expect(net!.shape).toMatchObject({ width: 12, members: 2 });
  expect(report.curve.length).toBeLessThanOrEqual(6);
});
