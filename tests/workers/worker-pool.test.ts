import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import type { EpochReport, NetTask } from '#core/model/net-task.ts';
import type { FitWorker } from '#protocol/fit-worker.ts';
import { installJobTransfer } from '#protocol/job.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import type { WorkerLike } from '#protocol/worker-handle.ts';
import { FitPool } from '#workers/fit-pool.ts';

installJobTransfer();
installErrorTransfer();

const taskOf = (seed: number) => ({ seed, settings: { epochs: 3 } }) as NetTask;
const reportOf = (epoch: number) => ({ epoch }) as EpochReport;

/** Workers that fit nothing but take their time; a net that is asked for with seed 13 fails. */
function startPool(size: number) {
  const seen = { alive: 0, atOnce: 0, most: 0, order: [] as number[] };
  const stop = new AbortController();
  const spawn = (): WorkerLike => {
    const { port1, port2 } = new MessageChannel();
    seen.alive += 1;
    const api: FitWorker = {
      async fitOneNet({ task }, job) {
        seen.order.push(task.seed);
        seen.most = Math.max(seen.most, (seen.atOnce += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.atOnce -= 1;
        if (task.seed === 13) throw new Error('unlucky');
        const reports = [1, 2, 3].map(reportOf);
        const told = { phase: 'fit', done: 1, total: 3, isKnown: true, memoryBytes: 1_000 };
        job.report({ ...told, report: reports[0]! });
        await new Promise((resolve) => setTimeout(resolve, 5));
        const net = { theta: Float32Array.of(task.seed) } as never;
        return { net, reports };
      },
    };
    expose(api, port1);
    port2.start();
    const terminate = () => {
      seen.alive -= 1;
      port1.close();
      port2.close();
    };
    return Object.assign(port2 as unknown as WorkerLike, { terminate });
  };
  const options = { size, spawn, datasetId: 1, backend: 'wasm', stop: stop.signal } as const;
  return { pool: new FitPool(options), seen, stop };
}

describe('a pool of workers', () => {
  it('fits as many nets at once as it has workers, and the others in their order', async () => {
    const { pool, seen } = startPool(2);
    const seeds = [5, 4, 3, 2, 1];
    const nets = await Promise.all(seeds.map((seed) => pool.fit(taskOf(seed), () => undefined)));
    expect(nets.map(({ theta }) => theta[0])).toEqual(seeds);
    expect(seen).toMatchObject({ alive: 2, most: 2, order: seeds });
  });

  it('starts no worker that is not needed', async () => {
    const { pool, seen } = startPool(4);
    await pool.fit(taskOf(1), () => undefined);
    await pool.fit(taskOf(2), () => undefined);
    expect(seen.alive).toBe(1);
  });

  it('tells of each epoch once, also of those that come with the result', async () => {
    const { pool } = startPool(1);
    const heard: [epoch: number, isKnown: boolean][] = [];
    await pool.fit(taskOf(1), ({ epoch }, isKnown) => heard.push([epoch, isKnown]));
    expect(heard).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
  });

  it('adds up what its workers hold', async () => {
    const { pool } = startPool(2);
    expect(pool.memoryBytes).toBe(0);
    await Promise.all([1, 2, 3].map((seed) => pool.fit(taskOf(seed), () => undefined)));
    expect(pool.memoryBytes).toBe(2_000);
  });

  it('says what went wrong, and goes on with other nets', async () => {
    const { pool } = startPool(1);
    const fits = [13, 2].map((seed) => pool.fit(taskOf(seed), () => undefined));
    await expect(fits[0]).rejects.toThrow('unlucky');
    expect((await fits[1])!.theta[0]).toBe(2);
  });

  it('ends its workers when the run ends, whatever they are about', async () => {
    const { pool, seen, stop } = startPool(2);
    const fits = [1, 2].map((seed) => pool.fit(taskOf(seed), () => undefined));
    await new Promise((resolve) => setTimeout(resolve, 2));
    stop.abort();
    const ended = await Promise.allSettled(fits);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(seen.alive).toBe(0);
    expect(pool.memoryBytes).toBe(0);
  });
});
