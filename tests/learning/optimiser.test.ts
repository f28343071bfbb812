import { tensor, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { parameterCount, segments } from '#core/model/net/net-layout.ts';
import { seededRandom } from '#core/base/random.ts';
import { optimiserScale } from '#learning/network.ts';
import type { AdamWOptions } from '#learning/optimiser.ts';
import type { EngineSession } from '#learning/session.ts';
import { randomVector, relativeDistance, smallShape, withSession } from './support.ts';

const STEPS = 12;
const parts = segments(smallShape);
const length = parameterCount(smallShape);
const rateOf = (step: number) => 0.05 * (1 - step / 20);

function gradientsOf(seed: number): Float32Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: STEPS }, () => randomVector(length, random));
}

const theta = randomVector(length, seededRandom(7));

/** From the paper's formulas (Loshchilov and Hutter 2019), in double precision. */
function naiveAdamW(gradients: readonly Float32Array[], options: AdamWOptions): Float64Array {
  const scale = optimiserScale(smallShape);
  const decays = new Set(parts.flatMap((part) => (part.decay ? indexes(part) : [])));
  const values = Float64Array.from(theta);
  const first = new Float64Array(length);
  const second = new Float64Array(length);
  gradients.forEach((gradient, step) => {
    const scaled = Array.from(gradient, (value, i) => value * scale[i]!);
    const clip = Math.min(1, options.clipNorm / (Math.hypot(...scaled) + 1e-6));
    const rate = rateOf(step);
    scaled.forEach((value, i) => {
      const slope = value * clip;
      first[i] = 0.9 * first[i]! + 0.1 * slope;
      second[i] = 0.999 * second[i]! + 0.001 * slope ** 2;
      const mean = first[i] / (1 - 0.9 ** (step + 1));
      const variance = second[i] / (1 - 0.999 ** (step + 1));
      if (decays.has(i)) values[i] = values[i]! * (1 - rate * options.weightDecay);
      values[i] = values[i]! - (rate * scale[i]! * mean) / (Math.sqrt(variance) + 1e-8);
    });
  });
  return values;
}

function indexes({ offset, size }: { offset: number; size: number }): number[] {
  return Array.from({ length: size }, (_, i) => offset + i);
}

async function train(
  session: EngineSession,
  gradients: readonly Float32Array[],
  options: AdamWOptions,
): Promise<Float32Array> {
  const start = { theta, scale: optimiserScale(smallShape), segments: parts };
  const optimiser = session.createOptimiser(start, options);
  gradients.forEach((gradient, step) => {
    tidy(() => {
      const tensors = parts.map(({ offset, size, shape }) =>
        tensor(gradient.slice(offset, offset + size), shape),
      );
      optimiser.step(tensors, rateOf(step));
    });
  });
  const trained = await optimiser.read();
  optimiser.dispose();
  return trained;
}

const cases = [
  { says: 'clipping and decay', options: { clipNorm: 1, weightDecay: 0.05 } },
  { says: 'neither', options: { clipNorm: 1e9, weightDecay: 0 } },
];

describe.each(['cpu', 'wasm'] as const)('AdamW on %s', (name) => {
  it.each(cases)('agrees with double precision with $says', async ({ options }) => {
    await withSession(name, async (session) => {
      const gradients = gradientsOf(11);
      const trained = await train(session, gradients, options);
      expect(relativeDistance(trained, naiveAdamW(gradients, options))).toBeLessThan(1e-6);
    });
  });

  it('leaves the starting point as it was', async () => {
    await withSession(name, async (session) => {
      const before = theta.slice();
      await train(session, gradientsOf(12), cases[0]!.options);
      expect(theta).toEqual(before);
    });
  });

  it('gives parameters that show the last step', async () => {
    await withSession(name, async (session) => {
      const start = { theta, scale: optimiserScale(smallShape), segments: parts };
      const optimiser = session.createOptimiser(start, cases[0]!.options);
      tidy(() => {
        optimiser.step(
          optimiser.parameters().map((part) => tensor(part.dataSync(), part.shape)),
          0.1,
        );
      });
      const trained = await optimiser.read();
      const shown = tidy(() => optimiser.parameters().map((part) => Array.from(part.dataSync())));
      expect(shown.flat()).toEqual(Array.from(trained));
      expect(trained).not.toEqual(theta);
      optimiser.dispose();
    });
  });
});
