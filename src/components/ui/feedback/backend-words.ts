import type {
  BackendChoice,
  BackendName,
  BackendReason,
  ComputePreference,
} from '#core/model/training/training-report.ts';
import type { TrainingPhase } from '#core/model/training/training-phases.ts';
import { m } from '#messages';
import { formatRough } from '#components/words/numbers.ts';
import { emphasised } from '#components/words/emphasis.ts';

const BACKEND_NAMES: Readonly<Record<BackendName, () => string>> = {
  webgpu: m.feedback_backend_webgpu,
  wasm: m.feedback_backend_wasm,
  cpu: m.feedback_backend_cpu,
};

export function backendName(name: BackendName): string {
  return BACKEND_NAMES[name]();
}

interface ComputeWords {
  readonly label: string;
  readonly help: string;
}

const COMPUTE_WORDS: Readonly<Record<ComputePreference, () => ComputeWords>> = {
  auto: () => ({ label: m.feedback_compute_auto(), help: m.feedback_compute_auto_help() }),
  webgpu: () => ({ label: backendName('webgpu'), help: m.feedback_compute_webgpu_help() }),
  wasm: () => ({ label: backendName('wasm'), help: m.feedback_compute_wasm_help() }),
  cpu: () => ({ label: backendName('cpu'), help: m.feedback_compute_cpu_help() }),
};

export function computeWords(preference: ComputePreference): ComputeWords {
  return COMPUTE_WORDS[preference]();
}

interface RaceWords {
  readonly webgpu: string;
  readonly wasm: string;
}

const REASONS: Readonly<Record<BackendReason, (race: RaceWords) => string>> = {
  'real-adapter': m.feedback_reason_real_adapter,
  'won-race': m.feedback_reason_won_race,
  'lost-race': m.feedback_reason_lost_race,
  'gpu-unusable': m.feedback_reason_gpu_unusable,
  'no-webgpu': m.feedback_reason_no_webgpu,
  'no-adapter': m.feedback_reason_no_adapter,
  'software-adapter': m.feedback_reason_software_adapter,
  'parity-failed': m.feedback_reason_parity_failed,
  'gpu-failed': m.feedback_reason_gpu_failed,
  'no-simd': m.feedback_reason_no_simd,
  'wasm-failed': m.feedback_reason_wasm_failed,
  chosen: m.feedback_reason_chosen,
};

/** Returns the reason for the choice, such as "This browser does not offer WebGPU.", with the browser's own words. */
export function backendReason({ reason, race, failure }: BackendChoice): string {
  const words = REASONS[reason]({
    webgpu: formatRough(race?.webgpuMs),
    wasm: formatRough(race?.wasmMs),
  });
  return failure ? `${words} (${failure})` : words;
}

/** Returns backend, device and reason, for a sentence that shows the backend in bold. */
export function backendFacts(choice: BackendChoice): {
  readonly backend: string;
  readonly device: string;
  readonly reason: string;
} {
  return {
    backend: emphasised(backendName(choice.name)),
    device: choice.device,
    reason: backendReason(choice),
  };
}

const PHASE_LABELS: Readonly<Record<TrainingPhase, () => string>> = {
  prepare: m.feedback_phase_prepare,
  fetch: m.feedback_phase_fetch,
  read: m.feedback_phase_read,
  meaning: m.feedback_phase_meaning,
  looks: m.feedback_phase_looks,
  search: m.feedback_phase_search,
  learn: m.feedback_phase_learn,
  check: m.feedback_phase_check,
  'learn-all': m.feedback_phase_learn_all,
  save: m.feedback_phase_save,
};

export function phaseLabel(phase: TrainingPhase): string {
  return PHASE_LABELS[phase]();
}
