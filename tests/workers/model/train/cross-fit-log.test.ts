// @module-tag training
// @module-tag whole
import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitByTime } from '#core/model/features/time-split.ts';
import { demandSpread, expectedDemand } from '#core/planning/economics/demand.ts';
import { blendLogs } from '#core/model/blend/blend.ts';
import { AUTOMATIC_SETTINGS, netSettings } from '#core/model/training/training-settings.ts';
import {
  KERNEL_PRICES,
  KERNEL_WEEKS,
  OWN_PRICE,
  OWN_WEEK,
} from '#core/evaluation/off-policy/kernel.ts';
import { coarseActions, launchOffers } from '#core/evaluation/off-policy/logged-offers.ts';
import { launchRewards, moneyUnder, rewardOf } from '#core/evaluation/off-policy/launch-reward.ts';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { EngineSession } from '#learning/session.ts';
import { predictMembers } from '#workers/model/predict/predict-outputs.ts';
import { fitTuned } from '#workers/model/members/fit-members.ts';
import type { Members } from '#workers/model/members/members.ts';
import type { FitRequest } from '#workers/model/members/fit-request.ts';
import { fitWithEvidence } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { crossFitLog } from '#workers/model/train/cross-fit-log.ts';
import { fitRequest } from '../../../support/fit-request.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { shopTable } from '../../../support/shop-table.ts';

const table = shopTable(generateShop({ launches: 250, newProducts: 1 }));
const { training, validation, test: rows } = splitByTime(table);
const blend = { net: 0.25, ridge: 0.25, trees: 0.25, analogues: 0.125, median: 0.125 };
/** With a level, so that it cannot be forgotten: together they are −0.6, −0.2, 0.1, 0.3 and 0.7. */
const errors = { level: 0.3, residuals: Float64Array.of(-0.9, -0.5, -0.2, 0, 0.4) };
let engine: EngineSession;
let request: FitRequest;
let members: Members;
let logged: LoggedLaunches;
beforeAll(async () => {
  engine = await openNodeEngine();
  request = fitRequest(table, engine);
  const net = netSettings(table.rowCount, { ...AUTOMATIC_SETTINGS, epochs: 4 });
  ({ members } = await fitTuned(
    request,
    { training, later: validation },
    { net, onEpoch: () => undefined },
  ));
  logged = (await crossFitLog(request, [{ members, rows }], { blend, errors }))!;
});
afterAll(() => engine.dispose());

it('logs what was done, what came of it and how likely it was', () => {
  expect(logged.count).toBe(rows.length);
  expect(logged.objective).toBe('profit');
  const width = logged.actions.length;
  rows.forEach((row, i) => {
    expect(logged.actions[logged.taken[i]!]).toEqual({
      channel: table.channel[row],
      promotion: table.promotion[row],
    });
    const profit =
      table.units[row]! *
        (table.salePrice[row]! * (1 - table.channelFee[row]!) - table.unitCost[row]!) -
      table.adSpend[row]!;
    expect(logged.reward[i]! / profit).toBeCloseTo(1, 1); // a promotion's usual depth stands for its own
    expect(sum(logged.propensities.subarray(i * width, (i + 1) * width))).toBeCloseTo(1, 5);
  });
});

it('finds what was done likelier than any action at random', () => {
  const width = logged.actions.length;
  const ofTaken = Array.from(logged.taken, (a, i) => logged.propensities[i * width + a]!);
  expect(mean(ofTaken)).toBeGreaterThan(1 / width);
});

it('expects what the blend says of a launch table in which each action stands, averaged by the kernel', async () => {
  const i = 3;
  const row = rows[i]!;
  const space = deriveActionSpace(table, members.encoding.basis, Math.max(...table.launchDay));
  const coarse = coarseActions(table, space);
  const offers = launchOffers(coarse, table, { row, taken: logged.taken[i]! });
  const { economics } = launchRewards(table, Uint32Array.of(row));
  const spread = demandSpread(Float64Array.of(-0.6, -0.2, 0.1, 0.3, 0.7));
  for (const a of [0, Math.floor(coarse.actions.length / 2), logged.taken[i]!]) {
    const offer = offers[a]!;
    const logsAt = (daysAway: number, factor: number) =>
      predictMembers(
        {
          engine,
          table: {
            ...table,
            launchDay: replaced(table.launchDay, row, table.launchDay[row]! + daysAway),
            channel: table.channel.with(row, coarse.actions[a]!.channel!),
            promotion: table.promotion.with(row, coarse.actions[a]!.promotion!),
            salePrice: replaced(
              table.salePrice,
              row,
              table.listPrice[row]! * offer.priceRatio * factor,
            ),
            adSpend: replaced(table.adSpend, row, offer.adSpend),
          },
        },
        members,
        Uint32Array.of(row),
      );
    const own = await logsAt(KERNEL_WEEKS[OWN_WEEK]!.daysAway, KERNEL_PRICES[OWN_PRICE]!.factor);
    let expected = 0;
    for (const week of KERNEL_WEEKS)
      for (const price of KERNEL_PRICES) {
        const near = await logsAt(week.daysAway, price.factor);
        // Trees and nearest launches are asked about the own week and price only.
        const [log] = blendLogs({ ...own, net: near.net, ridge: near.ridge }, blend);
        const money = moneyUnder(economics[0]!, {
          ...offer,
          priceRatio: offer.priceRatio * price.factor,
        });
        const reward = rewardOf('profit', expectedDemand(spread, log!), money);
        expected += week.share * price.share * reward;
      }
    const found = logged.expected[i * logged.actions.length + a]!;
    expect(found / expected).toBeCloseTo(1, 3);
  }
});

it('keeps the newest launches of the latest points in time, in their order', async () => {
  const parts = [
    { members, rows: validation },
    { members, rows },
  ];
  const both = (await crossFitLog(request, parts, { blend, errors }))!;
  expect(both.count).toBe(validation.length + rows.length);
  expect([...both.reward.slice(validation.length)]).toEqual([...logged.reward]);
});

it('has nothing to log where there was nothing to choose', async () => {
  const plain = {
    ...table,
    channel: table.channel.map(() => ''),
    promotion: table.promotion.map(() => ''),
  };
  const asked = fitRequest(plain, engine);
  const net = netSettings(table.rowCount, { ...AUTOMATIC_SETTINGS, epochs: 1 });
  const fitted = await fitTuned(
    asked,
    { training, later: validation },
    { net, onEpoch: () => undefined },
  );
  const parts = [{ members: fitted.members, rows }];
  expect(await crossFitLog(asked, parts, { blend, errors })).toBeNull();
});

it('comes with a training, of launches after every point in time that was looked from', async () => {
  const small = shopTable(generateShop({ launches: 120, newProducts: 1 }));
  const { model, evidence } = await fitWithEvidence(small, {
    engine,
    settings: { searchSeconds: 0.3, epochs: 6 },
  });
  const { rows: counts, crossValidation } = model.report;
  const judged = sum(crossValidation.map(({ judgedOn }) => judgedOn)) + counts.test;
  expect(evidence.logged!.count).toBeLessThanOrEqual(judged);
  expect(evidence.logged!.count).toBeGreaterThan(0.9 * judged);
});

it('does not come with a training that has no net', async () => {
  const few = launchTable(
    Array.from({ length: 12 }, (_, i) => ({
      day: 19_000 + 9 * i,
      units: 5 + i,
      channel: `c${i % 2}`,
    })),
  );
  expect((await fitWithEvidence(few, { engine })).evidence.logged).toBeNull();
});

function replaced(column: Float64Array, row: number, value: number): Float64Array {
  return column.with(row, value);
}
