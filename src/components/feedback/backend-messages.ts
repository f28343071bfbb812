import type {
  BackendChoice,
  BackendName,
  BackendReason,
  ComputePreference,
  TrainingPhase,
} from '#core/launch/training-report.ts';

export const BACKEND_NAMES: Readonly<Record<BackendName, string>> = {
  webgpu: 'GPU (WebGPU)',
  wasm: 'WebAssembly',
  cpu: 'Plain processor',
};

export const COMPUTE_WORDS: Readonly<Record<ComputePreference, { label: string; help: string }>> = {
  auto: { label: 'Automatic', help: 'The fastest that calculates correctly here' },
  webgpu: { label: 'GPU (WebGPU)', help: 'The graphics chip' },
  wasm: { label: 'WebAssembly', help: 'The processor, with fast number code' },
  cpu: { label: 'Plain processor', help: 'Works everywhere, the slowest' },
};

const REASONS: Readonly<Record<BackendReason, string>> = {
  'real-adapter': 'This device has a graphics chip that passed the check.',
  'no-webgpu': 'This browser does not offer WebGPU.',
  'no-adapter': 'This browser offers WebGPU but found no graphics chip for it.',
  'software-adapter': 'The graphics chip is only imitated in software here, which would be slower.',
  'parity-failed':
    'The graphics chip calculated differently from the processor, so it is not used.',
  'no-simd': 'This browser lacks fast number code for WebAssembly (SIMD).',
  chosen: 'You chose it.',
};

/** "WebAssembly: this browser does not offer WebGPU." */
export function backendReason(choice: BackendChoice): string {
  return REASONS[choice.reason];
}

/** The steps of a training run, in order, in words. */
export const PHASES: readonly { readonly phase: TrainingPhase; readonly label: string }[] = [
  { phase: 'prepare', label: 'Prepare' },
  { phase: 'learn', label: 'Learn' },
  { phase: 'check', label: 'Check on unseen launches' },
  { phase: 'learn-all', label: 'Learn from all' },
  { phase: 'save', label: 'Save' },
];
