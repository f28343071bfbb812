// @module-tag training
// @module-tag whole
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { wape } from '#core/base/statistics/metrics.ts';
import { splitByTime } from '#core/model/features/time-split.ts';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { unitsFromLogs } from '#core/model/blend/blend.ts';
import { addStart } from '#core/model/training/net-start.ts';
import type { NetTask } from '#core/model/training/net-task.ts';
import { AUTOMATIC_SETTINGS, netSettings } from '#core/model/training/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { beginTuned, fitTuned } from '#workers/model/members/fit-members.ts';
import type { FitNet } from '#workers/model/members/fit-net.ts';
import { fitEncodingToDemand } from '#workers/model/members/fit-encoding.ts';
import { unitsOf } from '#workers/model/members/encode-rows.ts';
import type { Members } from '#workers/model/members/members.ts';
import { predictMembers } from '#workers/model/predict/predict-outputs.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { fitRequest } from '../../../support/fit-request.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { allRows } from '../../../support/launch-table.ts';
import { shopTable } from '../../../support/shop-table.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

/** An engine that also notes the weights that were read of it, the last ones read last. */
function watched(engine: EngineSession, read: Float32Array[]): EngineSession {
  return {
    ...engine,
    createOptimiser: (start, options) => {
      const optimiser = engine.createOptimiser(start, options);
      return {
        parameters: () => optimiser.parameters(),
        step: (gradients, rate) => optimiser.step(gradients, rate),
        snapshot: () => optimiser.snapshot(),
        dispose: () => optimiser.dispose(),
        read: async () => {
          const theta = await optimiser.read();
          read.push(theta.slice());
          return theta;
        },
      };
    },
  };
}

it('give up less than half a percent of the error on unseen launches for weights at half precision', async () => {
  const table = shopTable(generateShop({ launches: 250, newProducts: 1 }));
  const { training, validation, test } = splitByTime(table);
  const read: Float32Array[] = [];
  const given = fitRequest(table, watched(engine, read));
  let start: NetTask['start'];
  const fitNet: FitNet = (task, onEpoch) => {
    start = task.start;
    return given.fitNet(task, onEpoch);
  };
  const request = { ...given, fitNet };
  const { members } = await fitTuned(
    request,
    { training, later: validation },
    {
      net: netSettings(table.rowCount, AUTOMATIC_SETTINGS, { fromRidges: true }),
      onEpoch: () => undefined,
    },
  );
  const missOf = async (net: Members['net']) => {
    const logs = await predictMembers(request, { ...members, net }, test);
    return wape(unitsOf(table, test), unitsFromLogs(logs.net));
  };
  const full = { ...members.net, theta: addStart(members.net.shape, read.at(-1)!, start!) };
  expect(members.net.theta).not.toEqual(full.theta);
  expect(members.net.theta).toEqual(roundToHalf(full.theta));
  const [half, single] = [await missOf(members.net), await missOf(full)];
  expect(Math.abs(half / single - 1)).toBeLessThan(0.005);
});

it.each([true, false])(
  'starts the network from the ridges as its settings say: %s',
  async (fromRidges) => {
    const table = shopTable(generateShop({ launches: 80, newProducts: 1 }));
    const { training, validation } = splitByTime(table);
    const request = fitRequest(table, engine);
    const { ridges, task } = await beginTuned(request, { training, later: validation }, {});
    const { start } = task(netSettings(table.rowCount, AUTOMATIC_SETTINGS, { fromRidges }));
    expect(start?.heads).toBe(fromRidges ? ridges.length : undefined);
  },
);

it('stops the network after the epoch after which an earlier fit was stopped', async () => {
  const table = shopTable(generateShop({ launches: 80, newProducts: 1 }));
  const { training, validation } = splitByTime(table);
  const request = fitRequest(table, engine);
  const epochs: number[] = [];
  const { tuned } = await fitTuned(
    request,
    { training, later: validation },
    {
      net: netSettings(table.rowCount, { ...AUTOMATIC_SETTINGS, epochs: 5, width: 8, members: 2 }),
      stopAfter: 2,
      onEpoch: ({ epoch }) => epochs.push(epoch),
    },
  );
  expect(epochs).toEqual([1, 2]);
  expect(tuned.epochs).toBeLessThanOrEqual(2);
});

describe('launches that sold out', () => {
  // Half of the launches had a stock that is nothing to do with their demand.
  const demand = shopTable(generateShop({ launches: 300, newProducts: 1 }));
  const firstStock = demand.units.map((_, row) => (row % 2 ? NaN : 5 + ((row * 37) % 60)));
  const units = demand.units.map((sold, row) => Math.min(sold, firstStock[row]! || Infinity));
  const share = units.map((sold, row) => (demand.units[row]! > 0 ? sold / demand.units[row]! : 1));
  const orders = demand.orders.map((count, row) => Math.round(count * share[row]!));
  const table: LaunchTable = { ...demand, units, orders, firstStock };
  const rows = allRows(table);
  const soldOut = soldOutFlags(table, rows);
  const logOf = ({ units: of }: LaunchTable, row: number) => Math.log1p(of[row]!);

  it('teach about what they would have sold, and more of it stays with those that had enough', async () => {
    const { table: taught } = await fitEncodingToDemand(fitRequest(table, engine), rows);
    const cut = Array.from(rows).filter((row) => soldOut[row] && demand.units[row]! > units[row]!);
    expect(cut.length).toBeGreaterThan(50);
    const biasOf = (of: LaunchTable) => mean(cut.map((row) => logOf(of, row) - logOf(demand, row)));
    expect(biasOf(table)).toBeLessThan(-0.5);
    expect(Math.abs(biasOf(taught))).toBeLessThan(0.5 * Math.abs(biasOf(table)));
    for (const row of rows) if (!soldOut[row]) expect(taught.units[row]).toBe(units[row]);
  });

  it('are taken as they are where the seller names no stock', async () => {
    const unknown = { ...table, firstStock: units.map(() => NaN) };
    const { table: taught } = await fitEncodingToDemand(fitRequest(unknown, engine), rows);
    expect(taught).toBe(unknown);
  });
});
