import { describe, expect, it } from 'vitest';
import { shareWork } from '#workers/runtime/share-work.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Another worker, which takes one task at a time. */
function other(ms: number, taken: number[]) {
  let isBusy = false;
  return (task: number) => {
    if (isBusy) return null;
    isBusy = true;
    taken.push(task);
    return later(ms).then(() => {
      isBusy = false;
      return 10 * task;
    });
  };
}

const end = () => undefined;

describe('shared work', () => {
  it('is done here while the other worker is busy, and returned in order', async () => {
    const away: number[] = [];
    const own: number[] = [];
    const here = async (task: number) => {
      own.push(task);
      await later(6);
      return 10 * task;
    };
    let told = 0;
    const onDone = () => void told++;
    const elsewhere = other(10, away);
    const done = await shareWork([1, 2, 3, 4, 5], { elsewhere, here, end, onDone });
    expect(told).toBe(5);
    expect(done).toEqual([10, 20, 30, 40, 50]);
    expect(away[0]).toBe(1);
    expect(own).toContain(2);
    expect([...away, ...own].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('is all done here where there is no other worker', async () => {
    const here = (task: number) => Promise.resolve(task + 1);
    expect(await shareWork([1, 2], { here, end })).toEqual([2, 3]);
  });

  it('ends what is done elsewhere when a task fails here, and throws its error', async () => {
    const ended: unknown[] = [];
    const unlucky = new Error('unlucky');
    const work = shareWork([1, 2], {
      elsewhere: other(5, []),
      here: () => Promise.reject(unlucky),
      end: (error) => ended.push(error),
    });
    await expect(work).rejects.toBe(unlucky);
    expect(ended).toEqual([unlucky]);
  });

  it('throws what failed elsewhere', async () => {
    const elsewhere = (task: number) => (task === 1 ? Promise.reject(new Error('gone')) : null);
    const here = (task: number) => later(5).then(() => task);
    await expect(shareWork([1, 2], { elsewhere, here, end })).rejects.toThrow('gone');
  });
});
