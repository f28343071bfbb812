import { describe, expect, it } from 'vitest';
import { AppError, isAbort } from '#core/base/errors.ts';
import { segments } from '#core/model/net/net-layout.ts';
import { startFromRidges } from '#core/model/training/net-start.ts';
import type { NetShape, TrainingRows } from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { EpochReport } from '#core/model/training/net-task.ts';
import type { FitCheckpoint } from '#learning/fit-options.ts';
import { registerGradients } from '#learning/gradients.ts';
import { headOutputs } from '#learning/predict-outputs.ts';
import type { EngineSession } from '#learning/session.ts';
import { openWasm } from '#learning/wasm/open.ts';
import { naiveLoss } from './naive-net.ts';
import {
  expectNoTensorLeak,
  fit,
  neverStop,
  randomRows,
  readWasmBinary,
  randomVector,
  relativeDistance,
  settings,
  smallShape,
  withSession,
  withoutSkip,
} from './support.ts';

const shape = smallShape;

function trainFor20Steps(session: EngineSession) {
  return fit(randomRows(shape, 32), {
    session,
    shape,
    settings: { ...settings, epochs: 5 },
  });
}

describe.each(['cpu', 'wasm'] as const)('on %s', (name) => {
  it('gives the same weights for the same seed, and others for another', async () => {
    await withSession(name, async (session) => {
      const rows = randomRows(shape, 20);
      const first = await fit(rows, { session, shape });
      const second = await fit(rows, { session, shape });
      const other = await fit(rows, { session, shape, random: seededRandom(2) });
      expect(second.theta).toEqual(first.theta);
      expect(other.theta).not.toEqual(first.theta);
    });
  });

  it('learns ten rows by heart', async () => {
    await withSession(name, async (session) => {
      const wide = { ...shape, width: 24 };
      const byHeart = { epochs: 200, dropout: 0, weightDecay: 0, learningRate: 0.03 };
      const curve: number[] = [];
      await fit(squareRows(10), {
        session,
        shape: wide,
        settings: { ...settings, ...byHeart },
        onEpoch: ({ training }) => curve.push(training),
      });
      expect(curve.at(-1)).toBeLessThan(curve[0]! / 1000);
    });
  });

  it.each([1, 3])(
    'goes on from the checkpoint after pass %i to the same last bit',
    async (taken) => {
      await withSession(name, async (session) => {
        const rows = randomRows(shape, 20);
        const validation = randomRows(shape, 12, 9);
        const reports: EpochReport[] = [];
        const onEpoch = (report: EpochReport) => reports.push(report);
        const whole = await fit(rows, { session, shape, validation, onEpoch });
        const checkpoints: FitCheckpoint[] = [];
        const interrupted = fit(rows, {
          session,
          shape,
          validation,
          onCheckpoint: async (take) => {
            if (checkpoints.push(await take()) === taken) throw new Error('the power went');
          },
        });
        await expect(interrupted).rejects.toThrow('the power went');
        const later: EpochReport[] = [];
        const resumed = await fit(rows, {
          session,
          shape,
          validation,
          resumeFrom: structuredClone(checkpoints.at(-1)!),
          onEpoch: (report) => later.push(report),
        });
        expect(resumed).toEqual(whole);
        expect(later).toEqual(reports.slice(taken));
      });
    },
  );

  it('works with fewer rows than a batch, and with one', async () => {
    await withSession(name, async (session) => {
      for (const rowCount of [1, 3]) {
        const rows = randomRows(shape, rowCount);
        const net = await fit(rows, { session, shape, settings: { ...settings, batch: 128 } });
        expect(net.theta.every(Number.isFinite)).toBe(true);
      }
    });
  });

  it.each([
    { says: 'a skip', net: shape },
    { says: 'none', net: withoutSkip },
  ])('leaves no tensors behind, with $says', async ({ net }) => {
    await withSession(name, async (session) => {
      await expectNoTensorLeak(() => fit(randomRows(net, 20), { session, shape: net }));
    });
  });

  it('stops within a few steps and leaves no tensors behind', async () => {
    await withSession(name, async (session) => {
      const controller = new AbortController();
      let pauses = 0;
      const pause = () => {
        pauses += 1;
        if (pauses === 3) controller.abort();
        return Promise.resolve();
      };
      const stopped = async () => {
        const failure = await fit(randomRows(shape, 400), {
          session,
          shape,
          stop: controller.signal,
          pause,
        }).catch((error: unknown) => error);
        expect(isAbort(failure)).toBe(true);
      };
      await expectNoTensorLeak(stopped);
      expect(pauses).toBe(3);
    });
  });

  it('ends early with the best epoch so far, as a fit of so many epochs does', async () => {
    await withSession(name, async (session) => {
      const rows = randomRows(shape, 20);
      const given = { session, shape, validation: randomRows(shape, 12, 9) };
      const planned = await fit(rows, { ...given, stopAfter: 2 });
      for (const when of ['between', 'within'] as const) {
        const end = new AbortController();
        const reports: EpochReport[] = [];
        const pauses = { left: Infinity };
        const early = async () => {
          const net = await fit(rows, {
            ...given,
            endEarly: end.signal,
            onEpoch: (report) => {
              reports.push(report);
              if (report.epoch < 2) return;
              if (when === 'between') end.abort();
              else pauses.left = 1; // in the third epoch
            },
            pause: () => {
              if (pauses.left-- === 1) end.abort();
              return Promise.resolve();
            },
          });
          expect(net).toEqual(planned);
        };
        await expectNoTensorLeak(early);
        expect(reports.map(({ epoch }) => epoch)).toEqual([1, 2]);
      }
    });
  });

  it('ends early after its first epoch at the earliest, and at once with a checkpoint', async () => {
    await withSession(name, async (session) => {
      const rows = randomRows(shape, 20);
      const given = { session, shape, validation: randomRows(shape, 12, 9) };
      const checkpoints: FitCheckpoint[] = [];
      const onCheckpoint = async (take: () => Promise<FitCheckpoint>) =>
        void checkpoints.push(await take());
      const first = await fit(rows, { ...given, endEarly: { aborted: true } });
      expect(first).toEqual(await fit(rows, { ...given, stopAfter: 1 }));
      await fit(rows, { ...given, onCheckpoint });
      const later: EpochReport[] = [];
      const resumed = await fit(rows, {
        ...given,
        endEarly: { aborted: true },
        resumeFrom: checkpoints[1],
        onEpoch: (report) => later.push(report),
      });
      expect(resumed).toEqual(await fit(rows, { ...given, stopAfter: 2 }));
      expect(later).toEqual([]);
    });
  });

  it('reports numbers that run away and leaves no tensors behind', async () => {
    await withSession(name, async (session) => {
      const rows = randomRows(shape, 20);
      rows.x[5] = Number.NaN;
      const diverged = async () => {
        const failure = await fit(rows, { session, shape }).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(AppError);
        expect((failure as AppError).code).toBe('training-diverged');
      };
      await expectNoTensorLeak(diverged);
    });
  });

  it('leaves no tensors behind when a report throws', async () => {
    await withSession(name, async (session) => {
      const onEpoch = () => {
        throw new Error('enough');
      };
      await expectNoTensorLeak(async () => {
        const training = fit(randomRows(shape, 20), { session, shape, onEpoch });
        await expect(training).rejects.toThrow('enough');
      });
    });
  });
});

/** Standardised outcomes only: the loss can reach zero. */
function squareRows(rowCount: number): TrainingRows {
  const rows = randomRows(shape, rowCount);
  return {
    ...rows,
    soft: rows.soft.map(() => 0),
    square: rows.square.map(() => 1),
    constant: rows.target.map((value) => (value * value) / 2),
  };
}

describe('the reports', () => {
  it('come once an epoch with the losses of both parts', async () => {
    await withSession('cpu', async (session) => {
      const reports: EpochReport[] = [];
      const validation = randomRows(shape, 300, 9); // more than one block
      const net = await fit(randomRows(shape, 20), {
        session,
        shape,
        validation,
        offsets: [0.1, -0.3, 0.2],
        onEpoch: (report) => reports.push(report),
      });
      expect(reports.map(({ epoch, steps }) => [epoch, steps])).toEqual([
        [1, 3],
        [2, 3],
        [3, 3],
        [4, 3],
      ]);
      const expected = naiveLoss({ ...net, rows: validation });
      const { validation: last, byHead, learningRate } = reports.at(-1)!;
      expect(last).toBeCloseTo(expected, 5);
      expect(byHead!.map((head) => head.name)).toEqual(shape.heads.map((head) => head.name));
      expect(sum(byHead!.map((head) => head.loss))).toBe(last);
      // The eleventh of twelve steps.
      expect(learningRate).toBeCloseTo(settings.learningRate / 12, 12);
    });
  });

  it('have no validation loss without validation rows', async () => {
    await withSession('cpu', async (session) => {
      const reports: EpochReport[] = [];
      await fit(randomRows(shape, 5), {
        session,
        shape,
        onEpoch: (report) => reports.push(report),
      });
      expect(reports.every(({ validation }) => validation === null)).toBe(true);
    });
  });
});

it('refuses a matrix of the wrong size', async () => {
  await withSession('cpu', async (session) => {
    const rows = { ...randomRows(shape, 5), phi: new Float32Array(3) };
    await expect(fit(rows, { session, shape })).rejects.toThrow('expected 35 values in phi, got 3');
  });
});

it('goes on elsewhere as well', async () => {
  const given = { shape, validation: randomRows(shape, 16, 9) };
  const rows = randomRows(shape, 32);
  const checkpoints: FitCheckpoint[] = [];
  const reports: EpochReport[] = [];
  const whole = await withSession('cpu', (session) =>
    fit(rows, {
      session,
      ...given,
      onCheckpoint: async (take) => void checkpoints.push(await take()),
      onEpoch: (report) => reports.push(report),
    }),
  );
  const later: EpochReport[] = [];
  const resumed = await withSession('wasm', (session) =>
    fit(rows, {
      session,
      ...given,
      resumeFrom: checkpoints[1],
      onEpoch: (report) => later.push(report),
    }),
  );
  expect(relativeDistance(resumed.theta, whole.theta)).toBeLessThan(1e-3);
  expect(later.at(-1)!.validation! / reports.at(-1)!.validation!).toBeCloseTo(1, 3);
});

it('trains alike on every backend', async () => {
  const reference = await withSession('cpu', trainFor20Steps);
  const own = await withSession('wasm', trainFor20Steps);
  expect(relativeDistance(own.theta, reference.theta)).toBeLessThan(1e-4);
  for (const kernels of ['plain', 'shipped'] as const) {
    registerGradients();
    const binary = await readWasmBinary();
    const session = await openWasm({ binary, kernels, reason: 'chosen', device: '' });
    expect(session.choice.fastKernels).toBe(kernels === 'plain');
    const net = await trainFor20Steps(session);
    session.dispose();
    expect(relativeDistance(net.theta, reference.theta)).toBeLessThan(1e-4);
  }
});

describe('on products whose response to the price depends on what they are', () => {
  const learned: NetShape = {
    inputs: 4,
    members: 4,
    width: 16,
    hasSkip: true,
    heads: [{ name: 'units', basis: 2 }],
  };

  /** units = x0 + (x1 + 2·x2·x3) × price + noise: [x | 1, price]. */
  function makeRows(rowCount: number, seed: number): TrainingRows {
    const random = seededRandom(seed);
    const rows = {
      rowCount,
      x: Float32Array.from({ length: rowCount * 4 }, () => 2 * random() - 1),
      phi: Float32Array.from({ length: rowCount * 2 }, (_, i) =>
        i % 2 === 0 ? 1 : 2 * random() - 1,
      ),
      soft: new Float32Array(rowCount),
      square: new Float32Array(rowCount).fill(1),
      target: new Float32Array(rowCount),
      constant: new Float32Array(rowCount),
    };
    for (let row = 0; row < rowCount; row++) {
      const [x0, x1, x2, x3] = rows.x.subarray(row * 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const noise = 0.2 * (random() - 0.5);
      rows.target[row] = x0 + (x1 + 2 * x2 * x3) * rows.phi[row * 2 + 1]! + noise;
    }
    return rows;
  }

  it('explains most of what a constant cannot', async () => {
    await withSession('wasm', async (session) => {
      const training = makeRows(600, 1);
      const test = makeRows(200, 2);
      const net = await fit(training, {
        session,
        shape: learned,
        settings: { ...settings, epochs: 60, batch: 32, learningRate: 0.01, dropout: 0 },
        stop: neverStop,
      });
      const z = await headOutputs(net, test.x, test.phi, 200, session);
      let left = 0;
      let all = 0;
      test.target.forEach((value, row) => {
        const members = [0, 1, 2, 3].map((member) => z[member * 200 + row]!);
        left += (members.reduce((sum, member) => sum + member, 0) / 4 - value) ** 2;
        all += value ** 2; // the best constant is about zero
      });
      expect(left / all).toBeLessThan(0.15);
    });
  });
});

describe.each(['cpu', 'wasm'] as const)('from the start that a ridge gives, on %s', (name) => {
  const rowCount = 24;
  const heads = [
    { name: 'units', basis: 3 },
    { name: 'channel:web', basis: 1 },
  ];
  const started: NetShape = { inputs: 3, members: 2, width: 5, hasSkip: true, heads };
  const drawn = randomRows(started, rowCount, 4);
  const rows = { ...drawn, phi: drawn.phi.map((value, i) => (i % 4 === 0 ? 1 : value)) };
  const phi = Float32Array.from(
    { length: rowCount * 3 },
    (_, i) => rows.phi[Math.floor(i / 3) * 4 + (i % 3)]!,
  );
  const ridge: Ridge = {
    base: 0.4,
    weights: randomVector(12, seededRandom(3)),
    signed: [],
    penalties: Float64Array.of(1),
    noise: 1,
  };
  const start = startFromRidges(started, [0, 0], { ridges: [ridge], x: rows.x });
  const expected = predictRidge(ridge, rows.x, phi, rowCount);

  /** Returns the fitted network, and how far its first head is from the ridge, as a root mean square. */
  async function departed(session: EngineSession, own: Partial<typeof settings>) {
    const fitting = { ...settings, epochs: 30, learningRate: 0.03, ...own };
    const net = await fit(rows, { session, shape: started, start, settings: fitting });
    const z = await headOutputs(net, rows.x, rows.phi, rowCount, session);
    const misses = Array.from(expected, (value, row) => (z[row * 2]! - value) ** 2);
    return { net, far: Math.sqrt(sum(misses) / rowCount) };
  }

  it('predicts what the ridge predicts before the first step', async () => {
    await withSession(name, async (session) => {
      const { far } = await departed(session, { learningRate: 0 });
      expect(far).toBeLessThan(1e-3); // weights are rounded to half precision
    });
  });

  it('learns more, and stays nearer to the ridge under weight decay', async () => {
    await withSession(name, async (session) => {
      const free = await departed(session, { weightDecay: 0 });
      const held = await departed(session, { weightDecay: 10 });
      expect(free.far).toBeGreaterThan(0.02);
      expect(held.far).toBeLessThan(0.7 * free.far);
    });
  });

  it('leaves what is linear in the ridge to it, and learns that of the other head', async () => {
    await withSession(name, async (session) => {
      const { net } = await departed(session, {});
      const { offset, size } = segments(started).find((part) => part.name === 'headSkip')!;
      const skip = Array.from(net.theta.subarray(offset, offset + size));
      const ofHabit = skip.filter((_, i) => i % 4 === 3);
      const ofUnits = skip.filter((_, i) => i % 4 !== 3);
      const wanted = Array.from(start.skip).filter((_, i) => i % 4 !== 3);
      ofUnits.forEach((value, i) => expect(value).toBeCloseTo(wanted[i % wanted.length]!, 3));
      expect(Math.max(...ofHabit.map(Math.abs))).toBeGreaterThan(0.01);
    });
  });

  it('goes on from a checkpoint to the same last bit', async () => {
    await withSession(name, async (session) => {
      const whole = await fit(rows, { session, shape: started, start });
      const checkpoints: FitCheckpoint[] = [];
      await fit(rows, {
        ...{ session, shape: started, start },
        onCheckpoint: async (take) => void checkpoints.push(await take()),
      });
      const resumeFrom = structuredClone(checkpoints[1]!);
      expect(await fit(rows, { session, shape: started, start, resumeFrom })).toEqual(whole);
    });
  });

  it('leaves no tensor behind', async () => {
    await withSession(name, async (session) => {
      await departed(session, { epochs: 1 });
      await expectNoTensorLeak(() => departed(session, { epochs: 1 }));
    });
  });
});
