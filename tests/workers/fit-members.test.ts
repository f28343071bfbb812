import { expect, it } from 'vitest';
import { wape } from '#core/evaluation/metrics.ts';
import { splitByTime } from '#core/features/split.ts';
import { roundToHalf } from '#core/half-floats.ts';
import { unitsFromLogs } from '#core/model/blend.ts';
import { AUTOMATIC_SETTINGS, netSettings } from '#core/model/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import { fitTuned, predictMembers, unitsOf, type Members } from '#workers/fit-members.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { TrainingClock } from '#workers/training-clock.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { shopTable } from '../support/shop-table.ts';

/** An engine that also notes the weights that were read of it, the last ones read last. */
function watched(engine: EngineSession, read: Float32Array[]): EngineSession {
  return {
    ...engine,
    createOptimiser: (start, options) => {
      const optimiser = engine.createOptimiser(start, options);
      return {
        parameters: () => optimiser.parameters(),
        step: (gradients, rate) => optimiser.step(gradients, rate),
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
  const engine = await openNodeEngine();
  const clock = new TrainingClock({
    job: new Job(new AbortController().signal, () => undefined),
    backend: engine.choice,
    now: () => 0,
    date: () => 0,
    pause: () => Promise.resolve(),
  });
  const session = watched(engine, read);
  const request = { table, datasetId: 1, settings: AUTOMATIC_SETTINGS, engine: session, clock };
  const { members } = await fitTuned(
    request,
    { training, later: validation },
    { net: netSettings(table.rowCount, AUTOMATIC_SETTINGS), onEpoch: () => undefined },
  );
  const missOf = async (net: Members['net']) => {
    const logs = await predictMembers(request, { ...members, net }, test);
    return wape(unitsOf(table, test), unitsFromLogs(logs.net));
  };
  const full = { ...members.net, theta: read.at(-1)! };
  expect(members.net.theta).not.toEqual(full.theta);
  expect(members.net.theta).toEqual(roundToHalf(full.theta));
  const [half, single] = [await missOf(members.net), await missOf(full)];
  expect(Math.abs(half / single - 1)).toBeLessThan(0.005);
  engine.dispose();
});
