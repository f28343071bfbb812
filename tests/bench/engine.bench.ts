// npm run bench:engine [-- --parts step,train,search,large,gpu,flat,bundle] [--python /usr/bin/python3]
//   [--real-adapter]
// Measures what training costs in headless Chromium, on synthetic rows:
// - step: a training step, compared with PyTorch on one thread (with an optimised BLAS, such as Debian's
//   libopenblas0-pthread)
// - train, search: whole trainings and a search for settings
// - large: up to 50,000 launches
// - gpu: dispatches on WebGPU; --real-adapter uses the machine's own GPU
// - flat: whether memory stays constant
// - bundle: how much of TensorFlow.js is loaded
// Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { librarySize } from './engine/bundle.ts';
import { dispatchesOnGpu } from './engine/dispatches.ts';
import { printTable, type Figure } from './engine/figures.ts';
import { memoryStaysFlat } from './engine/flat.ts';
import { searchThirty } from './engine/search.ts';
import { stepBesideTorch } from './engine/step.ts';
import { trainFiftyThousand, trainTwoThousand } from './engine/train.ts';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'step,train,search,large,gpu,flat,bundle' },
    python: { type: 'string', default: 'python3' },
    'real-adapter': { type: 'boolean', default: false },
  },
});

const { python } = values;
const play: Record<string, () => Promise<Figure[]>> = {
  step: () => stepBesideTorch({ python }),
  train: trainTwoThousand,
  search: searchThirty,
  large: trainFiftyThousand,
  gpu: () => dispatchesOnGpu({ isReal: values['real-adapter'] }),
  flat: memoryStaysFlat,
  bundle: librarySize,
};

const figures: Figure[] = [];
for (const part of values.parts.split(',')) {
  const run = play[part];
  if (!run) throw new Error(`expected parts out of ${Object.keys(play).join()}, came ${part}`);
  figures.push(...(await run()));
}
printTable(figures);
if (figures.some(({ isReached }) => isReached === false)) process.exitCode = 1;
