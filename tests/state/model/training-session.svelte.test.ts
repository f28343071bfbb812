import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { TrainingProgress, TrainingReport } from '#core/model/training/training-report.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { TrainingRequest } from '#protocol/model-requests.ts';
import { TrainingSession, type TrainingJobs } from '#state/model/training-session.svelte.ts';

const progress = { phase: 'learn', done: 1, total: 4 } as TrainingProgress;
const report = { datasetId: 2, modelId: 7 } as TrainingReport;

/** A run that the test ends when it likes. */
function heldRun() {
  let onProgress: ((progress: TrainingProgress) => void) | undefined;
  let signal: AbortSignal | undefined;
  let request: TrainingRequest | undefined;
  let settle!: { resolve: (report: TrainingReport) => void; reject: (error: Error) => void };
  const declineLanguageModel = vi.fn(() => Promise.resolve());
  const deleteRun = vi.fn<TrainingJobs['deleteRun']>(() => Promise.resolve());
  const trainModel: TrainingJobs['trainModel'] = (asked, options) => {
    request = asked;
    ({ onProgress, signal } = options!);
    return new Promise((resolve, reject) => (settle = { resolve, reject }));
  };
  return {
    session: new TrainingSession({ trainModel, declineLanguageModel, deleteRun }),
    declineLanguageModel,
    deleteRun,
    report: () => onProgress?.(progress),
    finish: () => settle.resolve(report),
    fail: (error: Error) => settle.reject(error),
    request: () => request,
    isStopped: () => signal?.aborted,
  };
}

describe('TrainingSession', () => {
  it('shows progress while it runs and the report when it is done', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    expect(run.session.phase).toEqual({ status: 'running', subject: 2, progress: null });
    run.report();
    expect(run.session.phase).toEqual({ status: 'running', subject: 2, progress });
    run.finish();
    expect(await ended).toBe(report);
    expect(run.session.phase).toEqual({ status: 'done', subject: 2, result: report });
  });

  it('learns as the seller set it', async () => {
    const run = heldRun();
    const settings = { ...AUTOMATIC_SETTINGS, seed: 7, searchSeconds: 0 };
    const ended = run.session.start(2, 'wasm', settings);
    expect(run.request()).toEqual({ datasetId: 2, compute: 'wasm', settings });
    run.finish();
    await ended;
  });

  it('stops the worker and is idle at once when cancelled', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.session.cancel();
    expect(run.isStopped()).toBe(true);
    expect(run.session.phase).toEqual({ status: 'idle' });
    run.fail(new DOMException('stopped', 'AbortError'));
    expect(await ended).toBeNull();
    expect(run.session.phase).toEqual({ status: 'idle' });
  });

  it('keeps what went wrong, with the dataset that it concerns', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'webgpu', AUTOMATIC_SETTINGS);
    const error = new AppError('training-diverged', 'no');
    run.fail(error);
    await ended;
    expect(run.session.phase).toEqual({ status: 'failed', subject: 2, error });
  });

  it('starts a worker that crashed again, twice, and then says what went wrong', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.report();
    const crash = new AppError('worker-crashed', 'gone');
    for (let crashes = 1; crashes <= 2; crashes++) {
      run.fail(crash);
      await Promise.resolve();
      await Promise.resolve();
      expect(run.session.phase).toEqual({ status: 'running', subject: 2, progress });
    }
    run.fail(crash);
    expect(await ended).toBeNull();
    expect(run.session.phase).toEqual({ status: 'failed', subject: 2, error: crash });
  });

  it('goes on after a crash as if nothing had been', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.fail(new AppError('worker-crashed', 'gone'));
    await new Promise((resolve) => setTimeout(resolve));
    run.finish();
    expect(await ended).toBe(report);
  });

  it('gives up a run on request, and says where that does not work', async () => {
    const run = heldRun();
    await run.session.discard(2);
    expect(run.deleteRun).toHaveBeenCalledWith(2);
    expect(run.session.phase).toEqual({ status: 'idle' });
    const error = new AppError('storage-failed', 'no');
    run.deleteRun.mockRejectedValueOnce(error);
    await run.session.discard(2);
    expect(run.session.phase).toEqual({ status: 'failed', subject: 2, error });
  });

  it('begins anew without the language model where the seller does not wait for it', async () => {
    const run = heldRun();
    const first = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.report();
    const asked = run.request();
    const second = run.session.goOnWithoutLanguage();
    expect(run.isStopped()).toBe(true);
    expect(run.session.phase).toEqual({ status: 'running', subject: 2, progress: null });
    run.fail(new DOMException('stopped', 'AbortError'));
    expect(await first).toBeNull();
    expect(run.declineLanguageModel).toHaveBeenCalledOnce();
    expect(run.isStopped()).toBe(false);
    expect(run.request()).toEqual(asked);
    run.finish();
    expect(await second).toBe(report);
    expect(run.session.phase).toEqual({ status: 'done', subject: 2, result: report });
    expect(await run.session.goOnWithoutLanguage()).toBeNull();
  });

  it('runs one training at a time', async () => {
    const run = heldRun();
    const first = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    expect(await run.session.start(3, 'auto', AUTOMATIC_SETTINGS)).toBeNull();
    expect(run.session.phase).toMatchObject({ subject: 2 });
    run.finish();
    await first;
  });
});
