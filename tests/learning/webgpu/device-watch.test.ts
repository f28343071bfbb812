import { expect, it } from 'vitest';
import { AppError, isAbort } from '#core/base/errors.ts';
import { watchDevice } from '#learning/webgpu/device-watch.ts';

/** The two ways in which a device speaks of its failures. */
function fakeDevice() {
  const target = new EventTarget();
  let lose: (reason: { message: string }) => void = () => undefined;
  const lost = new Promise((resolve) => (lose = resolve));
  const device = Object.assign(target, { lost }) as unknown as GPUDevice;
  const report = (message: string) =>
    target.dispatchEvent(Object.assign(new Event('uncapturederror'), { error: { message } }));
  return {
    watch: watchDevice(device, 'acme mark-one'),
    report,
    lose: (m: string) => lose({ message: m }),
  };
}

const values = Float32Array.of(1, 2);
const readValues = () => Promise.resolve(values);

it('gives the values while nothing failed', async () => {
  const { watch } = fakeDevice();
  watch.check();
  expect(await watch.guard(readValues)).toBe(values);
});

it('refuses every value after the first uncaptured error, which it keeps', async () => {
  const { watch, report } = fakeDevice();
  report('shader does not compile');
  report('buffer is not valid');
  await expect(watch.guard(readValues)).rejects.toThrow('WebGPU shader does not compile');
  expect(watch.check).toThrow(AppError);
});

it('says that the device was lost', async () => {
  const { watch, lose } = fakeDevice();
  lose('driver update');
  await expect(watch.guard(readValues)).rejects.toMatchObject({
    code: 'backend-unavailable',
    message: 'WebGPU lost: driver update',
    details: { device: 'acme mark-one' },
  });
});

it('does not take an aborted read for a cancellation', async () => {
  const { watch } = fakeDevice();
  const aborted = () => Promise.reject(new DOMException('unmapped', 'AbortError'));
  const failure = await watch.guard(aborted).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect(isAbort(failure)).toBe(false);
});
