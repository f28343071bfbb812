// Times whole trainings in headless Chromium, on synthetic rows.

import { openChromiumWorker, type ChromiumWorker } from './chromium-worker.ts';
import type { EpochCost } from './engine-worker.ts';
import type { Figure } from './figures.ts';
import { SETTINGS, SHAPE } from './problem.ts';

const MOST_SECONDS = 7;
/** Number of runs. The fastest counts, because other work on the same cores slows the others down. */
const RUNS = 3;

export async function trainTwoThousand(): Promise<Figure[]> {
  const chromium = await openChromiumWorker();
  try {
    await chromium.ask('open', 'wasm');
    const request = { shape: SHAPE, settings: SETTINGS, rowCount: 2_000 };
    const runs: number[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(secondsOf(await chromium.ask('train', request)));
    const seconds = Math.min(...runs);
    return [
      {
        what: `train: 2,000 synthetic launches × ${SETTINGS.epochs} epochs, WASM in Chromium, fastest of ${RUNS}`,
        wanted: `≤ ${MOST_SECONDS} s`,
        measured: `${seconds.toFixed(1)} s`,
        isReached: seconds <= MOST_SECONDS,
      },
    ];
  } finally {
    await chromium.close();
  }
}

const SIZES = [12_500, 25_000, 50_000];
/** Sizes take turns, so that other work on the machine affects all of them. */
const ROUNDS = 2;
const EPOCHS = 2;
/** Most time a row, as a multiple of that in the smallest history. */
const MOST_GROWTH = 1.15;
const MOST_BYTES = 1e9;

export async function trainFiftyThousand(): Promise<Figure[]> {
  const chromium = await openChromiumWorker();
  try {
    await chromium.ask('open', 'wasm');
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const epochs: number[] = [];
      for (const rowCount of SIZES) epochs.push(await secondsAnEpoch(chromium, rowCount));
      rounds.push(epochs);
    }
    const seconds = SIZES.map((_, i) => Math.min(...rounds.map((epochs) => epochs[i]!)));
    const [smallest, ...others] = seconds.map((each, i) => each / SIZES[i]!);
    const growth = Math.max(...others) / smallest!;
    const peak = await chromium.peakBytes();
    return [
      {
        what: `large: width 256, time a row against ${SIZES[0]!.toLocaleString('en')} launches`,
        wanted: `≤ ${MOST_GROWTH} times`,
        measured: `${growth.toFixed(2)} (an epoch of ${SIZES.join(', ')}: ${seconds.map((each) => each.toFixed(1)).join(', ')} s)`,
        isReached: growth <= MOST_GROWTH,
      },
      {
        what: `large: peak memory of the page's process, 50,000 launches, width 256`,
        wanted: '≤ 1 GB',
        measured: `${(peak / 1e9).toFixed(2)} GB`,
        isReached: peak <= MOST_BYTES,
      },
    ];
  } finally {
    await chromium.close();
  }
}

async function secondsAnEpoch(chromium: ChromiumWorker, rowCount: number): Promise<number> {
  const costs = await chromium.ask('train', {
    shape: { ...SHAPE, width: 256 },
    settings: { ...SETTINGS, epochs: EPOCHS },
    rowCount,
  });
  return Math.min(...costs.slice(0, EPOCHS).map(({ seconds }) => seconds));
}

function secondsOf(costs: readonly EpochCost[]): number {
  return costs.reduce((sum, { seconds }) => sum + seconds, 0);
}
