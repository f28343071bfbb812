import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ChoiceReason } from '#core/model/training/training-report.ts';
import { startBackend, stopBackend, takeValues, type EngineSession } from '../session.ts';
import { adapterInfo, adapterWords, isSoftwareAdapter } from './adapter.ts';
import { watchDevice } from './device-watch.ts';
import { GpuAdamW } from './gpu-adamw.ts';
import { webgpuKernels } from './kernels.ts';

/**
 * Opens the WebGPU backend on an adapter, with the adapter's highest limits. The session's reads, `settle` and `check`
 * throw AppError backend-unavailable once the device has failed or was lost.
 */
export async function openWebGpu(
  adapter: GPUAdapter,
  { reason, race }: Omit<ChoiceReason, 'device'>,
): Promise<EngineSession> {
  const words = adapterWords(adapter);
  const device = await adapter.requestDevice({ requiredLimits: highestLimits(adapter) });
  const watch = watchDevice(device, words);
  const backend = new WebGPUBackend(device, adapterInfo(adapter));
  await startBackend('webgpu', webgpuKernels, backend);
  const read = (tensor: Tensor) => watch.guard(() => takeValues(tensor));
  return {
    choice: { name: 'webgpu', reason, race, device: words, fastKernels: false },
    stepsPerBreath: isSoftwareAdapter(adapter) ? 1 : 4,
    createOptimiser: (start, options) => new GpuAdamW({ backend, read }, start, options),
    read,
    settle: async () => {
      backend.ensureCommandEncoderReady(); // there is none after everything was submitted
      backend.endComputePassEncoder();
      backend.submitQueue();
      await device.queue.onSubmittedWorkDone();
      watch.check();
    },
    memoryBytes: () => backend.memory().numBytesInGPU,
    check: watch.check,
    dispose: () => {
      stopBackend('webgpu');
      device.destroy();
    },
  };
}

/** Returns the adapter's limits; a device otherwise gets the lowest limits of any adapter. */
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
