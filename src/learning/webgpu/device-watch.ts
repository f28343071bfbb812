// Detects failures of a GPU device. A shader that does not compile throws nothing: its whole command buffer is dropped,
// and reads return stale, plausible numbers. So after the first uncaptured error the session is unusable, and every
// read checks for one.

import { AppError } from '#core/base/errors.ts';

interface DeviceWatch {
  readonly check: () => void;
  /**
   * Runs a read and returns its values only if nothing failed. A lost device's AbortError becomes an AppError, or it
   * would look like a cancellation.
   */
  readonly guard: (read: () => Promise<Float32Array>) => Promise<Float32Array>;
}

/**
 * Watches a device for errors and loss. After one, `check` and `guard` throw AppError backend-unavailable.
 * @param words describe the device in the error
 */
export function watchDevice(device: GPUDevice, words: string): DeviceWatch {
  let failure: string | null = null;
  const fail = (message: string) => (failure ??= message);
  device.addEventListener('uncapturederror', (event) =>
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- newer types of the web know it, ours do not
    fail((event as GPUUncapturedErrorEvent).error.message),
  );
  void device.lost.then(({ message }) => fail(`lost: ${message}`));
  const failed = (message: string, cause?: unknown) =>
    new AppError(
      'backend-unavailable',
      `WebGPU ${message}`,
      { backend: 'webgpu', device: words },
      { cause },
    );
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
