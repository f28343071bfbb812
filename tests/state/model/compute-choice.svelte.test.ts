import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { BackendChoice } from '#core/model/training/training-report.ts';
import { ComputeChoice, type ComputePorts } from '#state/model/compute-choice.svelte.ts';

const choice = (name: BackendChoice['name']): BackendChoice => ({
  name,
  reason: 'chosen',
  device: '',
  fastKernels: true,
});

function choiceWith(ports: Partial<ComputePorts>): ComputeChoice {
  return new ComputeChoice({
    chooseBackend: () => Promise.resolve(choice('wasm')),
    loadPreference: () => Promise.resolve(undefined),
    savePreference: () => Promise.resolve(),
    ...ports,
  });
}

describe('ComputeChoice', () => {
  it('finds out what the stored preference leads to, once', async () => {
    const chooseBackend = vi.fn<ComputePorts['chooseBackend']>(() =>
      Promise.resolve(choice('cpu')),
    );
    const compute = choiceWith({ chooseBackend, loadPreference: () => Promise.resolve('cpu') });
    expect(compute.preference).toBe('auto');
    await compute.find();
    await compute.find();
    expect(compute.preference).toBe('cpu');
    expect(compute.phase).toEqual({ status: 'done', subject: 'cpu', result: choice('cpu') });
    expect(chooseBackend).toHaveBeenCalledOnce();
  });

  it('keeps a new preference and looks again', async () => {
    const savePreference = vi.fn<ComputePorts['savePreference']>(() => Promise.resolve());
    const compute = choiceWith({ savePreference });
    await compute.prefer('wasm');
    expect(savePreference).toHaveBeenCalledWith('wasm');
    expect(compute.phase.status).toBe('done');
  });

  it('says why a preference leads nowhere', async () => {
    const error = new AppError('backend-unavailable', 'no');
    const compute = choiceWith({ chooseBackend: () => Promise.reject(error) });
    await compute.prefer('webgpu');
    expect(compute.phase).toEqual({ status: 'failed', subject: 'webgpu', error });
  });
});
