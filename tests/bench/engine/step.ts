// Compares a training step with PyTorch's. Both run in turns, so that other work on the machine affects both.

import { median } from '#core/base/statistics/statistics.ts';
import { openChromiumWorker, type ChromiumWorker } from './chromium-worker.ts';
import type { Figure } from './figures.ts';
import { MASKS_AT, SHAPE, syntheticRows } from './problem.ts';
import { relativeDistance } from './relative-distance.ts';
import { openTorch, type Torch } from './torch.ts';

const ROWS = 2_000;
const ROUNDS = 12;
const STEPS = 25;
const WARM_UP = 40;
const TOLERANCE = 1e-4;
/**
 * Least GFlop/s at which PyTorch is a fair competitor. Debian's PyTorch reaches 6 with the reference BLAS and 70 with
 * `libopenblas0-pthread`.
 */
const FAIR_SPEED = 20;

export async function stepBesideTorch({ python }: { python: string }): Promise<Figure[]> {
  const chromium = await openChromiumWorker();
  const torch = openTorch(python, syntheticRows(SHAPE, ROWS));
  try {
    await chromium.ask('open', 'wasm');
    const agreement = await agree(chromium, torch);
    await chromium.ask('prepareSteps', ROWS);
    await chromium.ask('timeSteps', WARM_UP);
    await torch.timeSteps(WARM_UP);
    const speed = await torch.productSpeed();
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(median(await chromium.ask('timeSteps', STEPS)));
      theirs.push(median(await torch.timeSteps(STEPS)));
    }
    const ratio = median(ours.map((ms, i) => ms / theirs[i]!));
    return [
      ...agreement,
      {
        what: 'step: PyTorch’s own products, a fair opponent’s',
        wanted: `≥ ${FAIR_SPEED} GFlop/s`,
        measured: `${speed.toFixed(0)} GFlop/s`,
        isReached: speed >= FAIR_SPEED,
      },
      {
        what: 'step: WASM in Chromium over PyTorch, one thread',
        wanted: '≤ 1.00',
        measured: `${ratio.toFixed(2)} (${median(ours).toFixed(1)} and ${median(theirs).toFixed(1)} ms)`,
        isReached: ratio <= 1,
      },
    ];
  } finally {
    torch.close();
    await chromium.close();
  }
}

async function agree(chromium: ChromiumWorker, torch: Torch): Promise<Figure[]> {
  const ours = await chromium.ask('lossAndGradient', ROWS, MASKS_AT);
  const theirs = await torch.lossAndGradient(MASKS_AT);
  const gradient = relativeDistance(ours.gradient, theirs.gradient);
  const loss = Math.abs(ours.loss / theirs.loss - 1);
  const figure = (what: string, value: number) => ({
    what: `step: ${what}, relative difference from PyTorch's`,
    wanted: `≤ ${TOLERANCE}`,
    measured: value.toExponential(1),
    isReached: value <= TOLERANCE,
  });
  return [figure('loss', loss), figure('gradient', gradient)];
}
