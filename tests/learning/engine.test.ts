import { readFile } from 'node:fs/promises';
import { engine, getGradient, getKernelsForBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { cpuKernels } from '#learning/cpu/kernels.ts';
import { openEngine } from '#learning/engine.ts';
import { wasmKernels } from '#learning/wasm/kernels.ts';
import { webgpuKernels } from '#learning/webgpu/kernels.ts';
import { engineSources, fit, openSession, randomRows, smallShape } from './support.ts';

/** A GPU whose adapter gives no device: enough for everything before the parity test. */
function fakeGpu(adapter: object | null): GPU {
  return { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
}

const brokenAdapter = {
  info: { vendor: 'acme', architecture: 'mark-one', isFallbackAdapter: false },
  limits: {},
  requestDevice: () => Promise.reject(new Error('no device')),
};
const softwareAdapter = {
  ...brokenAdapter,
  info: { vendor: 'google', architecture: 'swiftshader', isFallbackAdapter: true },
};

describe('the choice', () => {
  it.each([
    { says: 'no WebGPU', gpu: undefined, reason: 'no-webgpu', device: '' },
    { says: 'no adapter', gpu: fakeGpu(null), reason: 'no-adapter', device: '' },
    {
      says: 'a software adapter',
      gpu: fakeGpu(softwareAdapter),
      reason: 'software-adapter',
      device: 'google swiftshader',
    },
    {
      says: 'an adapter that gives no device',
      gpu: fakeGpu(brokenAdapter),
      reason: 'gpu-unusable',
      device: 'acme mark-one',
      failure: 'no device',
    },
  ])('is WASM with $says, and says why', async ({ gpu, reason, device, failure }) => {
    const session = await openEngine('auto', { ...engineSources, gpu });
    session.dispose();
    expect(session.choice).toEqual({
      ...{ name: 'wasm', reason, device, fastKernels: true },
      ...(failure && { failure }),
    });
  });

  it.each([
    { verdict: { isTrusted: false, race: null }, reason: 'parity-failed' },
    { verdict: { isTrusted: true, race: { webgpuMs: 9, wasmMs: 4 } }, reason: 'lost-race' },
  ])('is WASM where the adapter was found out before: $reason', async ({ verdict, reason }) => {
    const asked: string[] = [];
    const verdicts = {
      load: (key: string) => {
        asked.push(key);
        return Promise.resolve(verdict);
      },
      save: () => Promise.reject(new Error('found out again')),
    };
    const gpu = fakeGpu(brokenAdapter);
    const session = await openEngine('auto', { ...engineSources, gpu, verdicts });
    session.dispose();
    expect(session.choice).toMatchObject({ name: 'wasm', reason, device: 'acme mark-one' });
    expect(session.choice.race ?? null).toEqual(verdict.race);
    expect(asked).toEqual([expect.stringMatching(/^acme mark-one .*test$/)]);
  });

  it('remembers nothing of an adapter that gave no device', async () => {
    const verdicts = {
      load: () => Promise.resolve(undefined),
      save: () => Promise.reject(new Error('was remembered')),
    };
    const gpu = fakeGpu(brokenAdapter);
    const session = await openEngine('auto', { ...engineSources, gpu, verdicts });
    session.dispose();
    expect(session.choice).toMatchObject({ reason: 'gpu-unusable', failure: 'no device' });
  });

  it('does not hide that nothing can be stored', async () => {
    const verdicts = {
      load: () => Promise.reject(new AppError('storage-failed', 'no')),
      save: () => Promise.resolve(),
    };
    const gpu = fakeGpu(brokenAdapter);
    const opening = openEngine('auto', { ...engineSources, gpu, verdicts });
    await expect(opening).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('tries a software adapter when asked for WebGPU', async () => {
    const session = await openEngine('webgpu', { ...engineSources, gpu: fakeGpu(softwareAdapter) });
    session.dispose();
    expect(session.choice).toMatchObject({ name: 'wasm', reason: 'gpu-unusable' });
  });

  it.each(['cpu', 'wasm'] as const)('is %s when asked for it', async (name) => {
    const session = await openSession(name);
    session.dispose();
    expect(session.choice).toMatchObject({ name, reason: 'chosen', device: '' });
  });
});

it('opens again after it was closed, with fast kernels', async () => {
  const thetas = [];
  for (const name of ['wasm', 'cpu', 'wasm'] as const) {
    const session = await openSession(name);
    thetas.push((await fit(randomRows(smallShape, 9), { session, shape: smallShape })).theta);
    session.dispose();
  }
  expect(thetas[2]).toEqual(thetas[0]);
  expect(engine().backendNames()).toEqual([]);
});

it('refuses a second session at the same time', async () => {
  const session = await openSession('cpu');
  await expect(openSession('wasm')).rejects.toThrow('expected no open session, found cpu');
  session.dispose();
});

describe('where WebAssembly does not start', () => {
  const failures = [
    { wasmBinary: () => Promise.reject(new Error('offline')), failure: 'offline' },
    {
      wasmBinary: () => Promise.resolve(new ArrayBuffer(8)),
      failure: 'expected a WASM module',
    },
  ];

  it.each(failures)('a choice of it fails and says why: $failure', async (each) => {
    const { wasmBinary, failure } = each;
    await expect(openEngine('wasm', { ...engineSources, wasmBinary })).rejects.toMatchObject({
      ...{ code: 'backend-unavailable', details: { backend: 'wasm' } },
      cause: { message: failure },
    });
    (await openSession('wasm')).dispose();
  });

  it.each(failures)(
    'the CPU computes otherwise, and the choice says why: $failure',
    async (each) => {
      const { wasmBinary, failure } = each;
      for (const preference of ['auto', 'webgpu'] as const) {
        const session = await openEngine(preference, { ...engineSources, wasmBinary });
        session.dispose();
        expect(session.choice).toMatchObject({ name: 'cpu', reason: 'wasm-failed', failure });
      }
    },
  );
});

it('trains without relaxed SIMD where it is not allowed', async () => {
  const session = await openEngine('wasm', { ...engineSources, allowRelaxedSimd: false });
  expect(session.choice.fastKernels).toBe(true);
  session.check();
  session.dispose();
});

describe('what is registered by hand', () => {
  const names = (kernels: readonly { readonly kernelName: string }[]) =>
    kernels.map(({ kernelName }) => kernelName).sort();

  it('is the same set of kernels on every backend, each once', () => {
    expect(names(webgpuKernels)).toEqual(names(cpuKernels));
    expect(names(wasmKernels)).toEqual(names(cpuKernels));
    expect(new Set(names(cpuKernels)).size).toBe(cpuKernels.length);
  });

  it.each(['cpu', 'wasm'] as const)('is what an open %s session has', async (name) => {
    const session = await openSession(name);
    const registered = names(getKernelsForBackend(engine().backendName));
    session.dispose();
    expect(registered).toEqual(names(cpuKernels));
  });

  it('is as many kernels and gradients as the decisions say', async () => {
    (await openSession('cpu')).dispose();
    // Optional in truth: the registry answers undefined where there is no rule.
    const rule = getGradient as (kernel: string) => unknown;
    const gradients = names(cpuKernels).filter((kernel) => rule(kernel) !== undefined);
    const decisions = await readFile(
      new URL('../../src/learning/DECISIONS.md', import.meta.url),
      'utf8',
    );
    expect(decisions).toContain(
      `registers ${cpuKernels.length} kernels, and the tape ${gradients.length} gradients`,
    );
  });
});
