import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asWork, holdWork, untilNoWork } from '#jobs/running-work.ts';

interface Waiting {
  readonly mode: LockMode;
  readonly begin: () => void;
}

/** The locks of one name as the standard has them: first come, first served; shared ones beside each other. */
function locksOfAllTabs(): LockManager {
  const held: LockMode[] = [];
  const pending: Waiting[] = [];
  const advance = (): void => {
    const [next] = pending;
    if (!next || (held.length > 0 && (next.mode === 'exclusive' || held.includes('exclusive'))))
      return;
    pending.shift();
    held.push(next.mode);
    next.begin();
    advance();
  };
  const request = (_: string, ...rest: unknown[]): Promise<unknown> => {
    const use = rest.at(-1) as () => unknown;
    const { mode = 'exclusive' } = rest.length > 1 ? (rest[0] as LockOptions) : {};
    return new Promise((resolve, reject) => {
      const begin = () => {
        const free = () => {
          held.splice(held.indexOf(mode), 1);
          advance();
        };
        void Promise.resolve(use()).then(resolve, reject).finally(free);
      };
      pending.push({ mode, begin });
      queueMicrotask(advance);
    });
  };
  const told = (modes: readonly LockMode[]) => modes.map((mode) => ({ name: 'debut-work', mode }));
  const query = () =>
    Promise.resolve({ held: told(held), pending: told(pending.map(({ mode }) => mode)) });
  return { request, query };
}

/** Long enough for everything that does not wait. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => vi.stubGlobal('navigator', { locks: locksOfAllTabs() }));
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
