// Counts the dispatches of a training step on WebGPU. Each costs a buffer, a bind group and queue time on any GPU. Also
// compares the gradients with those of WASM.

import { median } from '#core/base/statistics/statistics.ts';
import { openChromiumWorker } from './chromium-worker.ts';
import type { Figure } from './figures.ts';
import { MASKS_AT } from './problem.ts';
import { relativeDistance } from './relative-distance.ts';

const MOST = 80;
const ROWS = 256;
const STEPS = 5;
const TOLERANCE = 1e-4;

export async function dispatchesOnGpu({ isReal }: { isReal: boolean }): Promise<Figure[]> {
  const chromium = await openChromiumWorker({ isReal });
  try {
    if (isReal && !(await chromium.ask('hasAdapter'))) {
      return [{ what: 'gpu: this machine’s own adapter', wanted: 'recorded', measured: 'none' }];
    }
    await chromium.ask('open', 'wasm');
    const expected = await chromium.ask('lossAndGradient', ROWS, MASKS_AT);
    const adapter = await chromium.ask('open', 'webgpu');
    const found = await chromium.ask('lossAndGradient', ROWS, MASKS_AT);
    const distance = relativeDistance(found.gradient, expected.gradient);
    await chromium.ask('prepareSteps', ROWS);
    await chromium.ask('timeSteps', 1);
    const count = await chromium.ask('countDispatches');
    const ms = median(await chromium.ask('timeSteps', STEPS));
    const where = isReal ? `“${adapter}”` : `“${adapter}”, in software`;
    return [
      {
        what: `gpu: gradient on ${where}, relative difference from WASM's`,
        wanted: `≤ ${TOLERANCE}`,
        measured: distance.toExponential(1),
        isReached: distance <= TOLERANCE,
      },
      {
        what: `gpu: dispatches of a step on ${where}`,
        wanted: `≤ ${MOST}`,
        measured: String(count),
        isReached: count <= MOST,
      },
      {
        what: `gpu: a step on ${where}`,
        wanted: 'recorded',
        measured: `${ms.toFixed(isReal ? 1 : 0)} ms`,
      },
    ];
  } finally {
    await chromium.close();
  }
}
