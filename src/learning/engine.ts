// Opens the fastest backend that can be trusted. A WebGPU adapter is trusted once it has trained a small network as the
// CPU does. It is used where a training step is faster on it than in WASM with our SIMD kernels. The CPU is used without
// SIMD, and where nothing faster starts. Each backend's code is loaded only where it is used.

import type { AdapterCheck, AdapterChecks, StepRace } from '#core/model/training/adapter-check.ts';
import type {
  BackendName,
  BackendReason,
  ChoiceReason,
  ComputePreference,
} from '#core/model/training/training-report.ts';
import { AppError } from '#core/base/errors.ts';
import { registerGradients } from './gradients.ts';
import { isSameFingerprint, takeFingerprint } from './parity.ts';
import { stepTimeMs, warmUp } from './step-race.ts';
import { assertNoOpenSession, type EngineSession } from './session.ts';
import { isSimdSupported } from './wasm/heap.ts';
import { adapterKey, adapterWords, isSoftwareAdapter } from './webgpu/adapter.ts';

export type { EngineSession } from './session.ts';

export interface EngineSources {
  /** Loads tfjs-backend-wasm-simd.wasm of the installed version. */
  readonly wasmBinary: () => Promise<ArrayBuffer>;
  readonly gpu: GPU | undefined;
  /** Monotonic clock, in milliseconds. */
  readonly now: () => number;
  /** Identifies the code that computes; a verdict holds for one version of it. */
  readonly code: string;
  readonly verdicts: AdapterChecks;
  /**
   * Allows fused multiply-add where the browser has it (default); results then differ between devices in the last bits.
   */
  readonly allowRelaxedSimd?: boolean;
}

const because = (reason: BackendReason): ChoiceReason => ({ reason, device: '' });

/**
 * Opens a backend by preference; `auto` and `webgpu` fall back to WASM, then to the CPU, and the choice says what failed.
 * Throws where a session is already open, and AppError backend-unavailable, with the backend in its details, where the
 * chosen one or the last one does not start.
 */
export async function openEngine(
  preference: ComputePreference,
  sources: EngineSources,
): Promise<EngineSession> {
  assertNoOpenSession();
  registerGradients();
  if (preference === 'cpu') return openCpuSession(because('chosen'));
  if (preference === 'wasm') return openWasmSession(sources, because('chosen'));
  const attempt = await tryWebGpu(preference, sources);
  if ('session' in attempt) return attempt.session;
  try {
    return await openWasmSession(sources, attempt.refused);
  } catch (error) {
    return openCpuSession({
      ...attempt.refused,
      reason: 'wasm-failed',
      failure: whatFailed(error),
    });
  }
}

type Attempt = { readonly session: EngineSession } | { readonly refused: ChoiceReason };

const refuse = (why: ChoiceReason): Attempt => ({ refused: why });

/** An adapter gives only one device, so each session requests an adapter of its own. */
type FindAdapter = () => Promise<GPUAdapter | null>;

async function tryWebGpu(preference: 'auto' | 'webgpu', sources: EngineSources): Promise<Attempt> {
  const { gpu } = sources;
  if (gpu === undefined) return refuse(because('no-webgpu'));
  const find: FindAdapter = () => gpu.requestAdapter({ powerPreference: 'high-performance' });
  const adapter = await find();
  if (adapter === null) return refuse(because('no-adapter'));
  const device = adapterWords(adapter);
  if (preference === 'auto' && isSoftwareAdapter(adapter))
    return refuse({ reason: 'software-adapter', device });
  try {
    const verdict = await verdictOn(adapter, find, sources);
    return await follow(verdict, { preference, device, find });
  } catch (error) {
    if (error instanceof AppError && error.code !== 'backend-unavailable') throw error;
    // A device that ends with an error is not used, like one with wrong numbers, but may be tried again.
    return refuse({ reason: 'gpu-unusable', device, failure: whatFailed(error) });
  }
}

async function follow(
  { isTrusted, race }: AdapterCheck,
  {
    preference,
    device,
    find,
  }: { preference: 'auto' | 'webgpu'; device: string; find: FindAdapter },
): Promise<Attempt> {
  if (!isTrusted) return refuse({ reason: 'parity-failed', device });
  if (preference === 'auto' && race && race.wasmMs <= race.webgpuMs)
    return refuse({ reason: 'lost-race', device, race });
  const reason = preference === 'webgpu' ? 'chosen' : race ? 'won-race' : 'real-adapter';
  const adapter = await find();
  const session = await openGpuSession(adapter, { reason, device, race });
  if (isSoftwareAdapter(adapter!)) return { session }; // its shaders run on the CPU: warming up brings nothing
  try {
    await warmUp(session);
    return { session };
  } catch (error) {
    session.dispose();
    throw error;
  }
}

/** Returns the stored verdict on the adapter, or tests the adapter now and stores it. */
async function verdictOn(
  adapter: GPUAdapter,
  find: FindAdapter,
  sources: EngineSources,
): Promise<AdapterCheck> {
  const key = `${adapterKey(adapter)} ${sources.code}`;
  const known = await sources.verdicts.load(key);
  if (known) return known;
  const why = because('chosen');
  const reference = await during(openCpuSession(why), takeFingerprint);
  const fingerprint = await during(openGpuSession(await find(), why), takeFingerprint);
  const isTrusted = isSameFingerprint(fingerprint, reference);
  const isRaced = isTrusted && !isSoftwareAdapter(adapter);
  const race = isRaced ? await raceOn(find, sources) : null;
  await sources.verdicts.save(key, { isTrusted, race });
  return { isTrusted, race };
}

/** Returns the step times of the GPU and WASM; null where WASM does not start, and the GPU has no rival. */
async function raceOn(find: FindAdapter, sources: EngineSources): Promise<StepRace | null> {
  const time = (session: EngineSession) => stepTimeMs(session, sources.now);
  const why = because('chosen');
  const rival = await openWasmSession(sources, why).catch(() => null);
  if (rival === null) return null;
  return {
    wasmMs: await during(Promise.resolve(rival), time),
    webgpuMs: await during(openGpuSession(await find(), why), time),
  };
}

async function during<T>(
  opening: Promise<EngineSession>,
  use: (session: EngineSession) => Promise<T>,
): Promise<T> {
  const session = await opening;
  try {
    return await use(session);
  } finally {
    session.dispose();
  }
}

async function openGpuSession(
  adapter: GPUAdapter | null,
  why: ChoiceReason,
): Promise<EngineSession> {
  if (adapter === null) throw new Error('expected the adapter once more, came none');
  const { openWebGpu } = await import('./webgpu/open.ts');
  return openWebGpu(adapter, why);
}

async function openWasmSession(sources: EngineSources, why: ChoiceReason): Promise<EngineSession> {
  if (!isSimdSupported()) return openCpuSession({ ...why, reason: 'no-simd' });
  const kernels = sources.allowRelaxedSimd === false ? 'plain' : 'relaxed';
  try {
    const { openWasm } = await import('./wasm/open.ts');
    return await openWasm({ ...why, kernels, binary: await sources.wasmBinary() });
  } catch (cause) {
    throw notStarted('wasm', cause);
  }
}

async function openCpuSession(why: ChoiceReason): Promise<EngineSession> {
  try {
    const { openCpu } = await import('./cpu/open.ts');
    return await openCpu(why);
  } catch (cause) {
    throw notStarted('cpu', cause);
  }
}

function notStarted(backend: BackendName, cause: unknown): AppError {
  const message = `The ${backend} backend does not start`;
  return new AppError('backend-unavailable', message, { backend }, { cause });
}

/** Returns the browser's own words for a failure, which stand at the end of the chain of causes. */
function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : whatFailed(error.cause);
}
