import { expect, it } from 'vitest';
import { backendReason, computeWords, phaseLabel } from '#components/ui/feedback/backend-words.ts';
import { TRAINING_PHASES } from '#core/model/training/training-phases.ts';
import type { BackendChoice } from '#core/model/training/training-report.ts';
import { m } from '#messages';

const choice: BackendChoice = { name: 'wasm', device: '', reason: 'no-webgpu', fastKernels: true };

it('says what runs and why', () => {
  expect(backendReason(choice)).toBe(m.feedback_reason_no_webgpu());
  const auto = { label: m.feedback_compute_auto(), help: m.feedback_compute_auto_help() };
  expect(computeWords('auto')).toEqual(auto);
});

it('quotes the browser where a faster processor did not start', () => {
  const failed = { ...choice, reason: 'wasm-failed', failure: 'out of memory' } as const;
  expect(backendReason(failed)).toBe(`${m.feedback_reason_wasm_failed()} (out of memory)`);
});

it('tells the times of a race, as roughly as they are known', () => {
  const race = { webgpuMs: 3.1372, wasmMs: 12.412 };
  const won = { ...choice, name: 'webgpu', reason: 'won-race', race } as const;
  expect(backendReason(won)).toBe(
    'Faster here: 3.1 milliseconds a step, against 12 on WebAssembly.',
  );
  const lost = { ...choice, reason: 'lost-race', race: { webgpuMs: 40, wasmMs: 6.44 } } as const;
  expect(backendReason(lost)).toBe(m.feedback_reason_lost_race({ wasm: '6.4', webgpu: '40' }));
});

it('names the steps of a run', () => {
  expect(TRAINING_PHASES.map(phaseLabel)).toEqual([
    ...[m.feedback_phase_prepare(), m.feedback_phase_fetch(), m.feedback_phase_read()],
    ...[m.feedback_phase_meaning(), m.feedback_phase_looks(), m.feedback_phase_search()],
    ...[m.feedback_phase_learn(), m.feedback_phase_check(), m.feedback_phase_learn_all()],
    m.feedback_phase_save(),
  ]);
});
