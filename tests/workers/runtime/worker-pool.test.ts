import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import type { EpochReport, NetTask } from '#core/model/training/net-task.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import type { RidgeTask } from '#core/model/ridge/ridge-task.ts';
import { installJobTransfer, type Job } from '#protocol/job.ts';
import { PartStops } from '#protocol/part-stops.ts';
import type { TwinWorker } from '#protocol/twin-worker.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import type { WorkerLike } from '#protocol/worker-handle.ts';
import type { FitEnds } from '#workers/model/members/fit-net.ts';
import { fitNetElsewhere } from '#workers/model/members/fit-net-elsewhere.ts';
import { NO_JOURNAL, type Journal } from '#workers/runtime/journal.ts';
import { poolReaders } from '#workers/text/pool-readers.ts';
import { WorkerPool } from '#workers/runtime/worker-pool.ts';

installJobTransfer();
installErrorTransfer();

const taskOf = (seed: number) => ({ seed, settings: { epochs: 3 } }) as NetTask;
const reportOf = (epoch: number) => ({ epoch }) as EpochReport;

/** Waits until the epochs of the job are to stop; fails where the job is to. */
async function stopped({ signal, stops }: Pick<Job, 'signal' | 'stops'>): Promise<void> {
  while (!stops.signal('epochs').aborted) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/**
 * Workers that fit nothing but take their time. A net that is asked for with seed 13 fails; one with seed 7 takes until
 * it is stopped.
 */
function startPool(size: number) {
  const seen = { alive: 0, atOnce: 0, most: 0, order: [] as number[] };
  const stop = new AbortController();
  const spawn = (): WorkerLike => {
    const { port1, port2 } = new MessageChannel();
    seen.alive += 1;
    let isOpen = false;
    const api: TwinWorker = {
      fitOneRidge: ({ task }) => Promise.resolve({ base: task.seed } as Ridge),
      openEncoder: async () => {
        isOpen = true;
        await Promise.resolve();
      },
      embedBatches: (batches) =>
        isOpen
          ? Promise.resolve(batches.map(([text]) => Float32Array.from(text!)))
          : Promise.reject(new Error('closed')),
      closeEncoder: async () => {
        isOpen = false;
        await Promise.resolve();
      },
      async fitOneNet({ task }, job) {
        seen.order.push(task.seed);
        seen.most = Math.max(seen.most, (seen.atOnce += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (task.seed === 7) await stopped(job);
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
  const pool = new WorkerPool({ size, spawn, stop: stop.signal });
  const fit = (
    seed: number,
    onEpoch: Parameters<typeof fitNetElsewhere>[1] = () => undefined,
    given: FitEnds & { readonly journal?: Journal } = {},
  ) => {
    const fits = { datasetId: 1, backend: 'wasm', pool, journal: NO_JOURNAL } as const;
    return fitNetElsewhere(taskOf(seed), onEpoch, { ...fits, ...given });
  };
  return { pool, fit, seen, stop };
}

describe('a pool of workers', () => {
  it('fits as many nets at once as it has workers, and the others in their order', async () => {
    const { fit, seen } = startPool(2);
    const seeds = [5, 4, 3, 2, 1];
    const nets = await Promise.all(seeds.map((seed) => fit(seed)));
    expect(nets.map(({ theta }) => theta[0])).toEqual(seeds);
    expect(seen).toMatchObject({ alive: 2, most: 2, order: seeds });
  });

  it('starts no worker that is not needed', async () => {
    const { fit, seen } = startPool(4);
    await fit(1);
    await fit(2);
    expect(seen.alive).toBe(1);
  });

  it('tells of each epoch once, also of those that come with the result', async () => {
    const { fit } = startPool(1);
    const heard: [epoch: number, isKnown: boolean][] = [];
    await fit(1, ({ epoch }, isKnown) => heard.push([epoch, isKnown]));
    expect(heard).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
  });

  it('adds up what its workers hold', async () => {
    const { pool, fit } = startPool(2);
    expect(pool.memoryBytes).toBe(0);
    await Promise.all([1, 2, 3].map((seed) => fit(seed)));
    expect(pool.memoryBytes).toBe(2_000);
  });

  it('says what went wrong, and goes on with other nets', async () => {
    const { fit } = startPool(1);
    const fits = [13, 2].map((seed) => fit(seed));
    await expect(fits[0]).rejects.toThrow('unlucky');
    expect((await fits[1])!.theta[0]).toBe(2);
  });

  it('ends its workers when the run ends, whatever they are about', async () => {
    const { pool, fit, seen, stop } = startPool(2);
    const fits = [1, 2].map((seed) => fit(seed));
    await new Promise((resolve) => setTimeout(resolve, 2));
    stop.abort();
    const ended = await Promise.allSettled(fits);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(seen.alive).toBe(0);
    expect(pool.memoryBytes).toBe(0);
  });

  it('gives up a net that is dropped, and goes on with the others on the same worker', async () => {
    const { fit, seen } = startPool(1);
    const drop = new AbortController();
    const dropped = [7, 8].map((seed) => fit(seed, undefined, { drop: drop.signal }));
    const other = fit(2);
    setTimeout(() => drop.abort(), 10);
    const ended = await Promise.allSettled(dropped);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await other).theta[0]).toBe(2);
    expect(seen).toMatchObject({ alive: 1, order: [7, 2] });
  });

  it('knows a dropped net that was fitted before, without a worker', async () => {
    const { fit, seen } = startPool(1);
    const net = { theta: Float32Array.of(5) } as never;
    const known = { net, reports: [1, 2].map(reportOf) };
    const journal: Journal = { ...NO_JOURNAL, load: () => Promise.resolve(known) };
    const heard: [epoch: number, isKnown: boolean][] = [];
    const hear = ({ epoch }: EpochReport, isKnown: boolean) => void heard.push([epoch, isKnown]);
    const drop = AbortSignal.abort();
    expect(await fit(5, hear, { drop, journal })).toBe(net);
    expect(heard).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(seen.alive).toBe(0);
    await expect(fit(5, hear, { drop })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('passes on that the epochs of a net are to stop', async () => {
    const { fit } = startPool(1);
    const stops = new PartStops();
    const running = fit(7, undefined, { stops });
    setTimeout(() => stops.stop('epochs'), 10);
    expect((await running).theta[0]).toBe(7);
  });

  it('starts none again for what was waiting when the run ended', async () => {
    const { fit, seen, stop } = startPool(1);
    const fits = [1, 2, 3].map((seed) => fit(seed));
    await new Promise((resolve) => setTimeout(resolve, 2));
    stop.abort();
    const ended = await Promise.allSettled(fits);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(seen.alive).toBe(0);
  });

  it('takes a call only if a worker has nothing to do', async () => {
    const { pool, fit } = startPool(1);
    const task = { seed: 7 } as RidgeTask;
    const ridge = () =>
      pool.runIfIdle((worker, job) => worker.fitOneRidge({ datasetId: 1, task }, job));
    const net = fit(1);
    expect(ridge()).toBeNull();
    await net;
    await expect(ridge()).resolves.toEqual({ base: 7 });
  });

  it('reads in each worker by an encoder that is open meanwhile, and closed afterwards', async () => {
    const { pool, seen } = startPool(2);
    const asked = { backend: 'wasm', weights: new Uint8Array() } as const;
    const values: Float32Array[] = [];
    const read = poolReaders(pool, asked).map((beside, i) =>
      beside(async (embed) => {
        values.push(...(await embed([[[i, 5]]])));
      }),
    );
    await Promise.all(read);
    expect(seen.alive).toBe(2);
    expect(values.map((each) => [...each]).sort()).toEqual([
      [0, 5],
      [1, 5],
    ]);
    await expect(pool.run((worker, job) => worker.embedBatches([[[1]]], job))).rejects.toThrow(
      'closed',
    );
    expect(poolReaders(pool, { ...asked, backend: 'webgpu' })).toEqual([]);
  });
});
