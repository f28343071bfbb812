import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tabLocks } from '../support/tab-locks.ts';
import { asWork, holdWork, untilNoWork } from '#jobs/work-lock.ts';

/** Long enough for everything that does not wait. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => vi.stubGlobal('navigator', { locks: tabLocks() }));
afterEach(() => vi.unstubAllGlobals());

describe('a new version', () => {
  it('waits for nothing where nothing runs', async () => {
    await untilNoWork();
  });

  it('waits until all that runs has ended, and what began meanwhile', async () => {
    const ends = [holdWork(), holdWork()];
    let isOver = false;
    const over = untilNoWork().then(() => (isOver = true));
    for (const end of ends) {
      await aMoment();
      expect(isOver).toBe(false);
      if (end === ends[0]) ends.push(holdWork());
      end();
    }
    await over;
  });

  it('does not wait for another tab that waits as well', async () => {
    const end = holdWork();
    const waits = [untilNoWork(), untilNoWork()];
    await aMoment();
    end();
    await Promise.all(waits);
  });

  it('waits for a job that fails no longer than for one that succeeds', async () => {
    await expect(asWork(() => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
    expect(await asWork(() => Promise.resolve(3))).toBe(3);
    await untilNoWork();
  });

  it('waits for nothing where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {});
    holdWork();
    await untilNoWork();
  });
});
