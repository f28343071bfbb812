import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { EngineSession } from '#learning/session.ts';
import { crossFitRidges } from '#workers/model/train/cross-fit.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { fitRequest } from '../../../support/fit-request.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { shopTable } from '../../../support/shop-table.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const table = shopTable(generateShop({ launches: 24, newProducts: 1 }));
const rows = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
const weekOf = (row: number) => Math.floor(table.launchDay[row]! / 7);
const crossFit = (given: LaunchTable) => crossFitRidges(fitRequest(given, engine), rows);

it('says nothing of a launch that it, or another of its week, has told', async () => {
  const told = await crossFit(table);
  const place = 11;
  const units = table.units.map((count, row) =>
    weekOf(row) === weekOf(place) ? 50 * count : count,
  );
  const changed = await crossFit({ ...table, units, orders: table.orders, clicks: table.clicks });
  expect(changed.predicted[place]).toBe(told.predicted[place]);
  expect(changed.usual[place]).toBe(told.usual[place]);
  expect(changed.middle[place]).toBe(told.middle[place]);
  const moved = rows.filter((row) => weekOf(row) !== weekOf(place));
  expect(moved.some((row) => changed.predicted[row] !== told.predicted[row])).toBe(true);
});

it('knows every launch, and is the same each time', async () => {
  const told = await crossFit(table);
  for (const list of Object.values(told) as Float64Array[]) {
    expect(list).toHaveLength(table.rowCount);
    expect(list.every(Number.isFinite)).toBe(true);
  }
  expect(await crossFit(table)).toEqual(told);
});
