// One opened backend. TensorFlow.js keeps its engine, backends and kernels in global state, so a realm has at most one
// session at a time. The code that opens a session disposes of it.

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
import type { BackendChoice, BackendName } from '#core/model/training/training-report.ts';
import type { AdamWOptions, Optimiser, StartingPoint } from './optimiser.ts';

export interface EngineSession {
  readonly choice: BackendChoice;
  /** Number of training steps between pauses, about 50 ms of work; messages are handled in the pauses. */
  readonly stepsPerBreath: number;
  createOptimiser(start: StartingPoint, options: AdamWOptions): Optimiser;
  /**
   * Returns the tensor's values, row-major, and disposes of it. Throws AppError backend-unavailable rather than return
   * what a failed GPU left behind.
   */
  read(tensor: Tensor): Promise<Float32Array>;
  /**
   * Resolves once the device has done all submitted work, without reading from it. This limits the queue, so that a
   * stop takes effect soon.
   */
  settle(): Promise<void>;
  /** Returns the memory in use, in bytes. */
  memoryBytes(): number;
  /** Throws AppError backend-unavailable where the GPU reported an error or was lost. */
  check(): void;
  dispose(): void;
}

/** Registers kernels and backend with TensorFlow.js and starts the backend; throws where it does not start. */
export async function startBackend(
  name: BackendName,
  kernels: readonly KernelConfig[],
  backend: KernelBackend,
): Promise<void> {
  kernels.forEach((kernel) => registerKernel(kernel));
  registerBackend(name, () => backend);
  if (!(await setBackend(name))) throw new Error(`expected backend ${name} to start`);
}

/** Removes the backend and its kernels, which close over its memory. */
export function stopBackend(name: BackendName): void {
  removeBackend(name);
  for (const { kernelName } of getKernelsForBackend(name)) unregisterKernel(kernelName, name);
}

/** Throws where a session is open. A realm has room for one. */
export function assertNoOpenSession(): void {
  const open = engine().backendNames();
  if (open.length > 0) throw new Error(`expected no open session, found ${open.join()}`);
}

/** Returns whether the session still works: false once its GPU reported an error or was lost. */
export function isUsable(session: EngineSession): boolean {
  try {
    session.check();
    return true;
  } catch {
    return false;
  }
}

/** Reads the tensor's values, row-major, and disposes of it, also on failure. */
export async function takeValues(tensor: Tensor): Promise<Float32Array> {
  try {
    return await tensor.data<'float32'>();
  } finally {
    tensor.dispose();
  }
}
