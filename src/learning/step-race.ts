// Measures how long a training step takes on this device: small networks are often slower on a GPU than in WASM.

import type { FitSettings, NetShape } from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import { fitNet } from './fit-net.ts';
import { probeRows } from './probe-rows.ts';
import type { EngineSession } from './session.ts';

/** As large as the network of a shop with a thousand launches. */
const SHAPE: NetShape = {
  inputs: 156,
  members: 8,
  width: 128,
  hasSkip: true,
  heads: ['standardised', 'rate', 'another rate'].map((name) => ({ name, basis: 36 })),
};
const BATCH = 128;
const STEPS = 4;

const SETTINGS: FitSettings = {
  epochs: 4,
  batch: BATCH,
  learningRate: 1e-3,
  weightDecay: 0.05,
  dropout: 0.15,
  clipNorm: 1,
};

/**
 * Returns the milliseconds of one step in the usual training loop. It is the fastest of a few epochs, because the first
 * one compiles shaders and others may be disturbed. Throws what `fitNet` throws.
 * @param now monotonic clock, in milliseconds
 */
export async function stepTimeMs(session: EngineSession, now: () => number): Promise<number> {
  let last = now();
  let best = Infinity;
  await trainProbe(session, SETTINGS.epochs, () => {
    const time = now();
    best = Math.min(best, (time - last) / STEPS);
    last = time;
  });
  return best;
}

/** Compiles the shaders of a training in advance. Throws what `fitNet` throws. */
export function warmUp(session: EngineSession): Promise<void> {
  return trainProbe(session, 1, () => undefined);
}

async function trainProbe(
  session: EngineSession,
  epochs: number,
  onEpoch: () => void,
): Promise<void> {
  const random = seededRandom(1);
  const rows = probeRows(SHAPE, STEPS * BATCH, random);
  await fitNet(rows, {
    ...{ shape: SHAPE, offsets: [0, -1, -1], settings: { ...SETTINGS, epochs }, random, session },
    stop: { aborted: false, throwIfAborted: () => undefined },
    pause: () => Promise.resolve(),
    onEpoch,
  });
}
