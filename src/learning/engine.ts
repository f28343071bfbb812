// Opens the fastest backend that can be trusted: WebGPU on a real adapter that passes the parity test, else WASM with our SIMD
// kernels, else the CPU. Each backend's code is loaded only where it is used.

import type { BackendReason, ComputePreference } from '#core/launch/training-report.ts';
import { AppError } from '#core/errors.ts';
import { registerGradients } from './gradients.ts';
import { isSameFingerprint, takeFingerprint, type Fingerprint } from './parity.ts';
import { assertNoOpenSession, type EngineSession } from './session.ts';
import { isSimdSupported } from './wasm/heap.ts';
import { adapterWords, isSoftwareAdapter } from './webgpu/adapter.ts';

export type { EngineSession } from './session.ts';

export interface EngineSources {
  /** tfjs-backend-wasm-simd.wasm of the installed version. */
  readonly wasmBinary: () => Promise<ArrayBuffer>;
  readonly gpu: GPU | undefined;
  /** Fused multiply-add where the browser has it; results then differ between devices in the last bits. */
  readonly allowRelaxedSimd?: boolean;
}

/** What the choice will say. */
interface Why {
  readonly reason: BackendReason;
  readonly device: string;
}

export async function openEngine(
  preference: ComputePreference,
  sources: EngineSources,
): Promise<EngineSession> {
  assertNoOpenSession();
  registerGradients();
  const chosen: Why = { reason: 'chosen', device: '' };
  if (preference === 'cpu') return openCpuSession(chosen);
  if (preference === 'wasm') return openWasmSession(sources, chosen);
  const attempt = await tryWebGpu(preference, sources.gpu);
  return 'refused' in attempt ? openWasmSession(sources, attempt.refused) : attempt.session;
}

type Attempt = { readonly session: EngineSession } | { readonly refused: Why };

async function tryWebGpu(preference: 'auto' | 'webgpu', gpu: GPU | undefined): Promise<Attempt> {
  const refuse = (reason: BackendReason, device = '') => ({ refused: { reason, device } });
  if (gpu === undefined) return refuse('no-webgpu');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return refuse('no-adapter');
  const words = adapterWords(adapter);
  if (preference === 'auto' && isSoftwareAdapter(adapter)) return refuse('software-adapter', words);
  const session = await openIfTrusted(adapter, preference === 'auto' ? 'real-adapter' : 'chosen');
  return session === null ? refuse('parity-failed', words) : { session };
}

async function openIfTrusted(
  adapter: GPUAdapter,
  reason: BackendReason,
): Promise<EngineSession | null> {
  const reference = await cpuFingerprint();
  let session: EngineSession | null = null;
  try {
    const { openWebGpu } = await import('./webgpu/open.ts');
    session = await openWebGpu(adapter, { reason });
    if (isSameFingerprint(await takeFingerprint(session), reference)) return session;
  } catch {
    // A device that fails the test with an error is as little trusted as one with wrong numbers.
  }
  session?.dispose();
  return null;
}

async function cpuFingerprint(): Promise<Fingerprint> {
  const session = await openCpuSession({ reason: 'chosen', device: '' });
  try {
    return await takeFingerprint(session);
  } finally {
    session.dispose();
  }
}

async function openWasmSession(sources: EngineSources, why: Why): Promise<EngineSession> {
  if (!isSimdSupported()) return openCpuSession({ ...why, reason: 'no-simd' });
  const kernels = sources.allowRelaxedSimd === false ? 'plain' : 'relaxed';
  try {
    const { openWasm } = await import('./wasm/open.ts');
    return await openWasm({ ...why, kernels, binary: await sources.wasmBinary() });
  } catch (cause) {
    // Not the CPU in silence: it would take minutes where seconds were promised.
    throw new AppError('backend-unavailable', 'WebAssembly does not start', {}, { cause });
  }
}

async function openCpuSession(why: Why): Promise<EngineSession> {
  const { openCpu } = await import('./cpu/open.ts');
  return openCpu(why);
}
