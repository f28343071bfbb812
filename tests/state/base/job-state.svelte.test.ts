import { describe, expect, it } from 'vitest';
import { JobState } from '#state/base/job-state.svelte.ts';

const aborted = () => new DOMException('stopped', 'AbortError');

/** A job that ends when the test says so. */
function pending<T>() {
  let [resolve, reject]: [(result: T) => void, (error: Error) => void] = [
    () => undefined,
    () => undefined,
  ];
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { work: () => promise, resolve, reject };
}

describe('JobState', () => {
  it('shows what runs, how far it is, and its result', async () => {
    const state = new JobState<string, number>();
    const job = pending<string>();
    const ended = state.run(7, ({ onProgress }) => {
      onProgress({ phase: 'read', done: 1, total: 4 });
      return job.work();
    });
    expect(state.phase).toMatchObject({ status: 'running', subject: 7 });
    expect(state.fraction).toBe(0.25);
    job.resolve('all');
    expect(await ended).toBe('all');
    expect(state.phase).toEqual({ status: 'done', subject: 7, result: 'all' });
    expect(state.fraction).toBeNull();
  });

  it('lets only the job that was started last change what is shown', async () => {
    const state = new JobState<string, string>();
    const [first, second] = [pending<string>(), pending<string>()];
    const signals: AbortSignal[] = [];
    const begin = (name: string, { work }: { work: () => Promise<string> }) =>
      state.run(name, ({ signal }) => {
        signals.push(signal);
        return work();
      });
    const [one, other] = [begin('first', first), begin('second', second)];
    expect(signals.map(({ aborted: isStopped }) => isStopped)).toEqual([true, false]);
    second.resolve('new');
    first.resolve('old');
    expect(await Promise.all([one, other])).toEqual([null, 'new']);
    expect(state.phase).toEqual({ status: 'done', subject: 'second', result: 'new' });
  });

  it('keeps what failed, and of which subject', async () => {
    const state = new JobState<string, number>();
    const error = new Error('no');
    expect(await state.run(3, () => Promise.reject(error))).toBeNull();
    expect(state.phase).toEqual({ status: 'failed', subject: 3, error });
    expect(state.error).toBe(error);
  });

  it('is idle again when it is stopped, also where the job ends or fails later', async () => {
    const state = new JobState<string>();
    const [ends, fails] = [pending<string>(), pending<string>()];
    for (const job of [ends, fails]) {
      const running = state.run(null, job.work);
      state.cancel();
      job.resolve('late');
      job.reject(new Error('late'));
      expect(await running).toBeNull();
      expect(state.phase).toEqual({ status: 'idle' });
    }
    await state.run(null, () => Promise.reject(aborted()));
    expect(state.phase).toEqual({ status: 'idle' });
  });

  it('shows no progress after the result', async () => {
    const state = new JobState<string>();
    let report: () => void = () => undefined;
    await state.run(null, ({ onProgress }) => {
      report = () => onProgress({ phase: 'read', done: 1, total: 2 });
      return Promise.resolve('all');
    });
    report();
    expect(state.phase.status).toBe('done');
  });

  it('knows how far the whole job is where it is told how', async () => {
    const state = new JobState<string>(({ done }) => done / 10);
    await state.run(null, ({ onProgress }) => {
      onProgress({ phase: 'read', done: 5, total: 5 });
      expect(state.progress).toEqual({ phase: 'read', done: 5, total: 5 });
      expect(state.fraction).toBe(0.5);
      return Promise.resolve('all');
    });
    expect([state.progress, state.fraction]).toEqual([null, null]);
  });

  it('shows what fails beside a job, which goes on', async () => {
    const state = new JobState<string, number>();
    const job = pending<string>();
    let report = (): void => undefined;
    const running = state.run(1, ({ onProgress }) => {
      report = () => onProgress({ phase: 'read', done: 1, total: 4 });
      return job.work();
    });
    const error = new Error('not stored');
    state.forget();
    expect(state.isRunning).toBe(true);
    state.fail(2, error);
    expect(state.phase).toEqual({ status: 'failed', subject: 2, error });
    report();
    expect(state.phase).toMatchObject({ status: 'running', subject: 1 });
    job.resolve('all');
    expect(await running).toBe('all');
    expect(state.phase).toEqual({ status: 'done', subject: 1, result: 'all' });
    state.fail(1, aborted());
    expect(state.phase).toEqual({ status: 'idle' });
    state.fail(1, error);
    state.forget();
    expect(state.phase).toEqual({ status: 'idle' });
  });
});
