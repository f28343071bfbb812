import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';
import type { ChoiceReason } from '#core/model/training/training-report.ts';
import { memory } from '@tensorflow/tfjs-core';
import { ArrayAdamW } from '../optimiser.ts';
import { startBackend, stopBackend, takeValues, type EngineSession } from '../session.ts';
import { cpuKernels } from './kernels.ts';

/**
 * Opens the CPU backend: plain JavaScript, about fifty times slower than WASM. It is the last resort and the reference
 * for the others.
 */
export async function openCpu(why: ChoiceReason): Promise<EngineSession> {
  // Otherwise its first use in Node prints an advertisement for another package.
  const backend = Object.assign(new MathBackendCPU(), { firstUse: false });
  await startBackend('cpu', cpuKernels, backend);
  return {
    choice: { name: 'cpu', ...why, fastKernels: false },
    stepsPerBreath: 1,
    createOptimiser: (start, options) => new ArrayAdamW(start, options),
    read: takeValues,
    settle: () => Promise.resolve(),
    memoryBytes: () => memory().numBytes,
    check: () => undefined,
    dispose: () => stopBackend('cpu'),
  };
}
