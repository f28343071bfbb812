// @module-tag training
// @module-tag whole
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '#core/base/dates.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { seededRandom } from '#core/base/random.ts';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { textRows } from '../../../support/text-rows.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const settings = { searchSeconds: 0, epochs: 6 };
const FIRST_DAY = 19_000;

describe('a history in which weight decides', () => {
  const random = seededRandom(5);
  /** Medium weights sell best: an effect that bends. */
  const logOf = (weight: number) => 4 - 3 * Math.abs(Math.log(weight / 300));
  const rows = Array.from({ length: 240 }, (_, i): LaunchRow & { weight: number } => {
    const weight = Math.round(100 * 9 ** random());
    const units = Math.round(Math.exp(logOf(weight) + 0.4 * (random() - 0.5)));
    return { title: `Lamp ${i}`, day: FIRST_DAY + 3 * i, units, weight };
  });
  const wapeOf = async (material: (weight: number) => string) => {
    const table = launchTable(rows.map((row) => ({ ...row, material: material(row.weight) })));
    const { report } = await fitInNode(table, { engine, settings });
    return report.holdout.find(({ method }) => method === 'debut')!.wape;
  };

  it('is learnt from the numbers, in whatever unit', async () => {
    const without = await wapeOf(() => '');
    const inGrams = await wapeOf((weight) => `${weight} g`);
    expect(inGrams).toBeLessThan(0.5 * without);
    expect(await wapeOf((weight) => String(weight / 1000))).toBeCloseTo(inGrams, 2);
  });
});

describe('a history in which the time since the design decides', () => {
  const random = seededRandom(8);
  const headers = ['title', 'launch date', 'designed on', 'units'];
  const records = Array.from({ length: 240 }, (_, i) => {
    const lead = Math.floor(10 + 170 * random());
    /** Neither too early nor too late: an effect that bends. */
    const log = 2 + 2 * Math.exp(-(((lead - 90) / 40) ** 2)) + 0.4 * (random() - 0.5);
    const day = FIRST_DAY + 3 * i;
    return [`Lamp ${i}`, isoDate(day), isoDate(day - lead), String(Math.round(Math.exp(log)))];
  });

  it('is learnt from the dates that are proposed', async () => {
    const { fields, attributes } = matchHeaders(headers, records);
    expect(attributes).toEqual(['designed on']);
    const wapeWith = async (names: readonly string[]) => {
      const recipe = plainRecipe({ fields, attributes: names });
      const { table } = buildLaunchTable(textRows(headers, records), recipe);
      const { report } = await fitInNode(table, { engine, settings });
      return report.holdout.find(({ method }) => method === 'debut')!.wape;
    };
    expect(await wapeWith(attributes)).toBeLessThan(0.3 * (await wapeWith([])));
  });
});

describe('a history whose launches sell less and less', () => {
  const random = seededRandom(6);
  const table = launchTable(
    Array.from({ length: 400 }, (_, i): LaunchRow => {
      const log = i < 280 ? 5 : 5 - (i - 280) / 40;
      return {
        ...{ title: `Lamp ${i}`, category: i % 2 ? 'Kitchen' : 'Garden', day: FIRST_DAY + 2 * i },
        units: Math.round(Math.exp(log + 0.6 * (random() - 0.5))),
      };
    }),
  );

  it('is forecast with the level by which newer launches were missed, and only after its last launch', async () => {
    const model = await fitInNode(table, { engine, settings });
    expect(model.level).toBeLessThan(-0.1);
    const early = Uint32Array.from({ length: 200 }, (_, i) => i);
    const logs = await predictLaunches(model, table, { engine, rows: early });
    const missed = Array.from(early, (row, i) => Math.log1p(table.units[row]!) - logs[i]!);
    expect(Math.abs(median(missed))).toBeLessThan(0.1);
    const later = { ...table, launchDay: table.launchDay.map((day) => day + 1000) };
    const atEnd = { ...table, launchDay: table.launchDay.map(() => FIRST_DAY + 2 * 399) };
    const [next] = await predictLaunches(model, later, { engine, rows: Uint32Array.of(0) });
    const [last] = await predictLaunches(model, atEnd, { engine, rows: Uint32Array.of(0) });
    expect(next! - last!).toBeLessThan(model.level + 0.05);
  });
});
