import { describe, expect, it } from 'vitest';
import { jobFor } from '../../support/csv-file.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';

describe('ThrottledJob', () => {
  it('reports the first and the last of each phase, and few in between', () => {
    const seen: string[] = [];
    const paced = new ThrottledJob(jobFor(({ phase, done }) => seen.push(`${phase} ${done}`)));
    for (const phase of ['read', 'store']) {
      for (let done = 0; done <= 1000; done++) paced.report({ phase, done, total: 1000 });
    }
    expect(seen).toEqual(expect.arrayContaining(['read 0', 'read 1000', 'store 0', 'store 1000']));
    expect(seen.length).toBeLessThan(50);
  });

  it('hears a stop that is asked for while it works', async () => {
    const stop = new AbortController();
    const paced = new ThrottledJob(jobFor(undefined, stop.signal));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => stop.abort();
    port2.postMessage('stop');
    const steps = async (): Promise<void> => {
      for (;;) await paced.step({ phase: 'read', done: 0, total: null });
    };
    await expect(steps()).rejects.toMatchObject({ name: 'AbortError' });
    port1.close();
  });
});
