import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import { ModelEvidence, type ModelEvidencePorts } from '#state/model/model-evidence.svelte.ts';

const report = { modelId: 7, datasetId: 3 } as TrainingReport;
const learningCurve = [{ learntFrom: 40, wape: 0.5 }];

function evidenceOf(measureLearning: ModelEvidencePorts['measureLearning']) {
  return new ModelEvidence(() => report, {
    loadEvidence: () => Promise.resolve({ ...NO_EVIDENCE, learningCurve }),
    measureLearning,
  });
}

it('loads what is kept of the model', async () => {
  const shown = evidenceOf(() => Promise.resolve([]));
  const stop = $effect.root(() => {
    const keep = (read: unknown) => read;
    $effect(() => {
      keep(shown.evidence);
    });
  });
  flushSync();
  await expect.poll(() => shown.evidence?.learningCurve).toEqual(learningCurve);
  stop();
  expect(new ModelEvidence(() => null).evidence).toBeUndefined();
});

it('measures with progress, and is idle again', async () => {
  const seen: unknown[] = [];
  const shown = evidenceOf((request, options) => {
    expect(request).toEqual({ datasetId: 3, compute: 'wasm' });
    options?.onProgress?.({ phase: 'learn', done: 40, total: 100 });
    seen.push(shown.measuring);
    return Promise.resolve(learningCurve);
  });
  await shown.measure('wasm');
  expect(seen).toEqual([
    { status: 'running', subject: 7, progress: { phase: 'learn', done: 40, total: 100 } },
  ]);
  expect(shown.measuring.status).toBe('idle');
});

it('says what failed, and forgets what was cancelled', async () => {
  const error = new Error('no memory');
  const failing = evidenceOf(() => Promise.reject(error));
  await failing.measure('wasm');
  expect(failing.measuring).toMatchObject({ status: 'failed', error });

  let end: (reason: Error) => void = () => undefined;
  const hanging = evidenceOf(() => new Promise((_, reject) => (end = reject)));
  const measuring = hanging.measure('wasm');
  expect(hanging.measuring.status).toBe('running');
  hanging.cancel();
  end(new Error('stopped'));
  await measuring;
  expect(hanging.measuring.status).toBe('idle');
});
