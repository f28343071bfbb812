// Compares thirty network settings by successive halving (Jamieson and Talwalkar 2016). Runs once in as many parallel
// workers as the app would start here, and once in a single worker.

import { availableParallelism } from 'node:os';
import { seededRandom } from '#core/base/random.ts';
import { openChromiumWorker, type ChromiumWorker } from './chromium-worker.ts';
import type { TrainingRequest } from './engine-worker.ts';
import type { Figure } from './figures.ts';
import { SETTINGS, SHAPE } from './problem.ts';

const CONFIGURATIONS = 30;
/** Each rung keeps the best third of the settings, which then train three times as long. */
const RUNGS = [
  { epochs: 3, goesOn: 10 },
  { epochs: 9, goesOn: 3 },
  { epochs: 27, goesOn: 1 },
];
const ROWS = { rowCount: 1_600, validationCount: 400 };
const MOST_SECONDS = 60;
const MOST_WORKERS = 4;

type Candidate = Pick<TrainingRequest, 'shape' | 'settings'>;

export async function searchThirty(): Promise<Figure[]> {
  const size = Math.min(MOST_WORKERS, Math.max(2, availableParallelism() - 1));
  const pool = await Promise.all(Array.from({ length: size }, () => openChromiumWorker()));
  try {
    await Promise.all(pool.map((worker) => worker.ask('open', 'wasm')));
    const alone = await search(pool.slice(0, 1));
    const together = await search(pool);
    if (JSON.stringify(alone.best) !== JSON.stringify(together.best))
      throw new Error('expected the same settings to win, however many workers compare them');
    const speedUp = alone.seconds / together.seconds;
    return [
      {
        what: `search: ${CONFIGURATIONS} settings by successive halving, 2,000 synthetic launches, ${size} workers`,
        wanted: `≤ ${MOST_SECONDS} s`,
        measured: `${together.seconds.toFixed(1)} s`,
        isReached: together.seconds <= MOST_SECONDS,
      },
      {
        what: 'search: one worker against all of them',
        wanted: 'printed',
        measured: `${alone.seconds.toFixed(1)} s, ${speedUp.toFixed(2)} times as long`,
      },
    ];
  } finally {
    await Promise.all(pool.map((worker) => worker.close()));
  }
}

async function search(
  pool: readonly ChromiumWorker[],
): Promise<{ best: Candidate; seconds: number }> {
  const start = performance.now();
  let left = candidates();
  for (const { epochs, goesOn } of RUNGS) {
    const losses = await inParallel(pool, left, (worker, candidate) =>
      lossAfter(worker, candidate, epochs),
    );
    left = left
      .map((candidate, i) => ({ candidate, loss: losses[i]! }))
      .sort((a, b) => a.loss - b.loss)
      .slice(0, goesOn)
      .map(({ candidate }) => candidate);
  }
  return { best: left[0]!, seconds: (performance.now() - start) / 1000 };
}

function candidates(): Candidate[] {
  const random = seededRandom(5);
  const among = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
  const between = (low: number, high: number) => low * (high / low) ** random();
  return Array.from({ length: CONFIGURATIONS }, () => ({
    shape: { ...SHAPE, width: among([64, 96, 128, 192]) },
    settings: {
      ...SETTINGS,
      learningRate: between(1e-3, 1e-2),
      weightDecay: between(0.01, 0.3),
      dropout: among([0.05, 0.15, 0.3]),
    },
  }));
}

/** Returns the lowest validation loss over all epochs. */
async function lossAfter(
  worker: ChromiumWorker,
  { shape, settings }: Candidate,
  epochs: number,
): Promise<number> {
  const request = { shape, settings: { ...settings, epochs }, ...ROWS };
  const costs = await worker.ask('train', request);
  return Math.min(...costs.map(({ validation }) => validation ?? Infinity));
}

async function inParallel<T, R>(
  pool: readonly ChromiumWorker[],
  given: readonly T[],
  use: (worker: ChromiumWorker, each: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...given.entries()];
  const work = async (worker: ChromiumWorker) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [i, each] = next;
      results[i] = await use(worker, each);
    }
  };
  await Promise.all(pool.map(work));
  return results;
}
