// Compares a training step with that of the same network in stock TensorFlow.js. Both run in Chromium on WASM with one
// thread, in turns, so that other work on the machine affects both.

import { median } from '#core/base/statistics/statistics.ts';
import { openChromiumWorker, openStockWorker } from './chromium-worker.ts';
import type { Figure } from './figures.ts';
import { MASKS_AT } from './problem.ts';
import { relativeDistance } from './relative-distance.ts';

const ROWS = 2_000;
const ROUNDS = 10;
const STEPS = 10;
const WARM_UP = 20;
const TOLERANCE = 1e-5;
const MOST = 0.1;

export async function stepBesideStock(): Promise<Figure[]> {
  const ours = await openChromiumWorker();
  const stock = await openStockWorker();
  try {
    await ours.ask('open', 'wasm');
    await stock.ask('open');
    const own = await ours.ask('lossAndGradient', ROWS, MASKS_AT);
    const theirs = await stock.ask('lossAndGradient', ROWS, MASKS_AT);
    for (const worker of [ours, stock]) {
      await worker.ask('prepareSteps', ROWS);
      await worker.ask('timeSteps', WARM_UP);
    }
    const [ownTimes, stockTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ownTimes.push(median(await ours.ask('timeSteps', STEPS)));
      stockTimes.push(median(await stock.ask('timeSteps', STEPS)));
    }
    const ratio = median(ownTimes.map((ms, i) => ms / stockTimes[i]!));
    const times = [ownTimes, stockTimes].map((ms) => median(ms).toFixed(1));
    return [
      agreement('loss', Math.abs(own.loss / theirs.loss - 1)),
      agreement('gradient', relativeDistance(own.gradient, theirs.gradient)),
      {
        what: 'stock: a step of ours over one of stock TensorFlow.js, WASM in Chromium',
        wanted: `≤ ${MOST}`,
        measured: `${ratio.toFixed(3)} (${times.join(' and ')} ms)`,
        isReached: ratio <= MOST,
      },
    ];
  } finally {
    await ours.close();
    await stock.close();
  }
}

function agreement(what: string, difference: number): Figure {
  return {
    what: `stock: ${what}, relative difference from stock TensorFlow.js`,
    wanted: `≤ ${TOLERANCE}`,
    measured: difference.toExponential(1),
    isReached: difference <= TOLERANCE,
  };
}
