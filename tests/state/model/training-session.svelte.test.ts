import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { PartStops } from '#jobs/jobs.ts';
import type { TrainingRequest } from '#protocol/model-requests.ts';
import { TrainingSession, type TrainingJobs } from '#state/model/training-session.svelte.ts';

const progress = { phase: 'learn', done: 1, total: 4, stopped: [] } as unknown as TrainingProgress;
const report = { datasetId: 2, modelId: 7 } as TrainingReport;

/** A run that the test ends when it likes. */
function heldRun() {
  let onProgress: ((progress: TrainingProgress) => void) | undefined;
  let signal: AbortSignal | undefined;
  let stops: PartStops | undefined;
  let request: TrainingRequest | undefined;
  let settle!: { resolve: (report: TrainingReport) => void; reject: (error: Error) => void };
  const declineLanguageModel = vi.fn(() => Promise.resolve());
  const noteStopPoint = vi.fn<TrainingJobs['noteStopPoint']>(() => Promise.resolve());
  const deleteRun = vi.fn<TrainingJobs['deleteRun']>(() => Promise.resolve());
  const trainModel: TrainingJobs['trainModel'] = (asked, options) => {
    request = asked;
    ({ onProgress, signal, stops } = options!);
    return new Promise((resolve, reject) => (settle = { resolve, reject }));
  };
  return {
    session: new TrainingSession({ trainModel, declineLanguageModel, deleteRun, noteStopPoint }),
    declineLanguageModel,
    deleteRun,
    noteStopPoint,
    report: (told = progress) => onProgress?.(told),
    finish: () => settle.resolve(report),
    fail: (error: Error) => settle.reject(error),
    request: () => request,
    isStopped: () => signal?.aborted,
    stops: () => stops?.asked,
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

  it('stops the worker and is idle at once when paused', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    await run.session.pause();
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

describe('a training that the seller stops', () => {
  const stopPoint = { part: 'settings', done: 3, total: 9 } as const;
  const epochs = { part: 'epochs', done: 2, total: 12 } as const;
  const whole = { ...progress, stopPoint: null, stopped: [] };

  it('can be stopped while that leaves something out, and says at once that it is', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    expect(run.session.stopPoint).toBeNull();
    run.session.stopAndKeep();
    run.report(whole);
    expect(run.session.stopPoint).toBeNull();
    expect(run.stops()).toEqual([]);
    run.report({ ...whole, stopPoint });
    expect(run.session.stopPoint).toEqual(stopPoint);
    expect(run.session.stoppedPart).toBeNull();
    run.session.stopAndKeep();
    expect(run.stops()).toEqual(['settings']);
    expect(run.session.stoppedPart).toBe('settings');
    // A report that was on its way offers the same once more.
    run.report({ ...whole, stopPoint });
    expect(run.session.stopPoint).toBeNull();
    run.report({ ...whole, stopPoint: epochs, stopped: [stopPoint] });
    expect(run.session.stopPoint).toEqual(epochs);
    run.session.stopAndKeep();
    expect(run.stops()).toEqual(['settings', 'epochs']);
    run.finish();
    expect(await ended).toBe(report);
  });

  it('stays stopped after a crash; the next run is whole', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.report({ ...whole, stopPoint });
    run.session.stopAndKeep();
    run.fail(new AppError('worker-crashed', 'gone'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(run.stops()).toEqual(['settings']);
    run.finish();
    await ended;
    const next = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    expect(run.stops()).toEqual([]);
    expect(run.session.stoppedPart).toBeNull();
    run.finish();
    await next;
  });

  it('was stopped before it was interrupted, as its progress says', async () => {
    const run = heldRun();
    const ended = run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.report({ ...whole, stopped: [stopPoint] });
    expect(run.session.stoppedPart).toBe('settings');
    run.finish();
    await ended;
  });

  it('can be paused, and stopped where it was', async () => {
    const run = heldRun();
    const paused = run.session.start(2, 'wasm', AUTOMATIC_SETTINGS);
    run.report({ ...whole, stopPoint: epochs });
    await run.session.pause();
    expect(run.isStopped()).toBe(true);
    expect(run.session.phase).toEqual({ status: 'idle' });
    expect(run.noteStopPoint).toHaveBeenCalledExactlyOnceWith(2, epochs);
    run.fail(new DOMException('stopped', 'AbortError'));
    expect(await paused).toBeNull();

    const asked = { datasetId: 2, compute: 'wasm', settings: AUTOMATIC_SETTINGS } as const;
    const unfinished = { ...asked, startedAt: 5, fraction: 0.4 };
    expect(await run.session.stopPaused(unfinished)).toBeNull();
    const ended = run.session.stopPaused({ ...unfinished, stopPoint: epochs });
    expect(run.request()).toEqual(asked);
    expect(run.stops()).toEqual(['epochs']);
    expect(run.session.stoppedPart).toBe('epochs');
    run.finish();
    expect(await ended).toBe(report);
  });

  it('notes nothing where there was nothing to keep, and says where noting fails', async () => {
    const run = heldRun();
    await run.session.pause();
    void run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.report(whole);
    await run.session.pause();
    expect(run.noteStopPoint).not.toHaveBeenCalled();
    void run.session.start(2, 'auto', AUTOMATIC_SETTINGS);
    run.report({ ...whole, stopPoint: epochs });
    const error = new AppError('storage-failed', 'no');
    run.noteStopPoint.mockRejectedValueOnce(error);
    await run.session.pause();
    expect(run.session.phase).toEqual({ status: 'failed', subject: 2, error });
  });
});
