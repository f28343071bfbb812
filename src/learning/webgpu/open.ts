// A shader that does not compile throws nothing: its whole command buffer is dropped, and reads return stale, plausible
// numbers. So the first uncaptured error condemns the session, and every read asks for it.

import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu';
import type { Tensor } from '@tensorflow/tfjs-core';
import { AppError } from '#core/errors.ts';
import type { BackendReason } from '#core/launch/training-report.ts';
import { startBackend, stopBackend, takeValues, type EngineSession } from '../session.ts';
import { adapterWords, isSoftwareAdapter } from './adapter.ts';
import { GpuAdamW } from './gpu-adamw.ts';
import { webgpuKernels } from './kernels.ts';

export async function openWebGpu(
  adapter: GPUAdapter,
  { reason }: { readonly reason: BackendReason },
): Promise<EngineSession> {
  const words = adapterWords(adapter);
  const device = await adapter.requestDevice({ requiredLimits: highestLimits(adapter) });
  const watch = watchDevice(device, words);
  const backend = new WebGPUBackend(device);
  await startBackend('webgpu', webgpuKernels, backend);
  const read = (tensor: Tensor) => watch.guard(() => takeValues(tensor));
  return {
    choice: { name: 'webgpu', reason, device: words, fastKernels: false },
    stepsPerBreath: isSoftwareAdapter(adapter) ? 1 : 4,
    createOptimiser: (start, options) => new GpuAdamW({ backend, read }, start, options),
    read,
    check: watch.check,
    dispose: () => {
      stopBackend('webgpu');
      device.destroy();
    },
  };
}

/** A device starts with the lowest limits that any adapter has. */
function highestLimits(adapter: GPUAdapter): Record<string, number> {
  const names = [
    'maxComputeWorkgroupStorageSize',
    'maxComputeWorkgroupsPerDimension',
    'maxStorageBufferBindingSize',
    'maxBufferSize',
    'maxComputeWorkgroupSizeX',
    'maxComputeInvocationsPerWorkgroup',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, adapter.limits[name]]));
}

interface DeviceWatch {
  readonly check: () => void;
  /** Runs a read and gives its values only if nothing failed; a lost device's AbortError must not look like a cancellation. */
  readonly guard: (read: () => Promise<Float32Array>) => Promise<Float32Array>;
}

function watchDevice(device: GPUDevice, words: string): DeviceWatch {
  let failure: string | null = null;
  const fail = (message: string) => (failure ??= message);
  device.addEventListener('uncapturederror', (event) =>
    fail((event as GPUUncapturedErrorEvent).error.message),
  );
  void device.lost.then(({ message }) => fail(`lost: ${message}`));
  const failed = (message: string, cause?: unknown) =>
    new AppError('backend-unavailable', `WebGPU ${message}`, { device: words }, { cause });
  const check = () => {
    if (failure !== null) throw failed(failure);
  };
  const guard = async (read: () => Promise<Float32Array>) => {
    const values = await read().catch((error: unknown) => {
      throw failed('could not be read', error);
    });
    check();
    return values;
  };
  return { check, guard };
}
