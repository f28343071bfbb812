// One opened backend. TensorFlow.js keeps its engine, backends and kernels in global state, so that a realm has at most one
// session at a time, and whoever opens it disposes it.

import {
  engine,
  getKernelsForBackend,
  registerBackend,
  registerKernel,
  removeBackend,
  setBackend,
  unregisterKernel,
  type KernelBackend,
  type KernelConfig,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { BackendChoice, BackendName } from '#core/launch/training-report.ts';
import type { AdamWOptions, Optimiser, StartingPoint } from './optimiser.ts';

export interface EngineSession {
  readonly choice: BackendChoice;
  /** Training steps that take about 50 ms; after them the loop lets messages in. */
  readonly stepsPerBreath: number;
  createOptimiser(start: StartingPoint, options: AdamWOptions): Optimiser;
  /** The tensor's values; disposes it. Throws rather than give what a failed GPU left behind. */
  read(tensor: Tensor): Promise<Float32Array>;
  /** Resolves once the device has done what it was given, without reading from it: work does not pile up, and a stop is heard. */
  settle(): Promise<void>;
  /** What it holds, in all. */
  memoryBytes(): number;
  /** Throws an AppError if the GPU reported an error or was lost. */
  check(): void;
  dispose(): void;
}

export async function startBackend(
  name: BackendName,
  kernels: readonly KernelConfig[],
  backend: KernelBackend,
): Promise<void> {
  kernels.forEach((kernel) => registerKernel(kernel));
  registerBackend(name, () => backend);
  if (!(await setBackend(name))) throw new Error(`expected backend ${name} to start`);
}

/** Kernels close over their backend's memory, so that they go with it. */
export function stopBackend(name: BackendName): void {
  removeBackend(name);
  for (const { kernelName } of getKernelsForBackend(name)) unregisterKernel(kernelName, name);
}

export function assertNoOpenSession(): void {
  const open = engine().backendNames();
  if (open.length > 0) throw new Error(`expected no open session, found ${open.join()}`);
}

/** A GPU that reported an error or was lost is not asked again. */
export function isUsable(session: EngineSession): boolean {
  try {
    session.check();
    return true;
  } catch {
    return false;
  }
}

/** Reads and disposes, whatever happens. */
export async function takeValues(tensor: Tensor): Promise<Float32Array> {
  try {
    return await tensor.data<'float32'>();
  } finally {
    tensor.dispose();
  }
}
