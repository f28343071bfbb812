import { describe, expect, it } from 'vitest';
import { oneByOne, RUNS } from '#workers/runtime/one-by-one.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve));

function startingWorkers() {
  const begun: EventTarget[] = [];
  const start = oneByOne(() => {
    const worker = new EventTarget();
    begun.push(worker);
    return worker;
  });
  return { begun, start };
}

describe('oneByOne', () => {
  it('starts the next worker once the one before it says that it runs', async () => {
    const { begun, start } = startingWorkers();
    const workers = [start(), start(), start()];
    await settle();
    expect(begun).toHaveLength(1);
    begun[0]!.dispatchEvent(new MessageEvent('message', { data: RUNS }));
    await settle();
    expect(begun).toHaveLength(2);
    begun[1]!.dispatchEvent(new MessageEvent('message', { data: RUNS }));
    expect(await Promise.all(workers)).toEqual(begun);
  });

  it('goes on after a worker that fails to load', async () => {
    const { begun, start } = startingWorkers();
    const workers = [start(), start()];
    await settle();
    begun[0]!.dispatchEvent(new Event('error'));
    expect(await Promise.all(workers)).toEqual(begun);
  });

  it('goes on after a worker that the browser does not make', async () => {
    let asked = 0;
    const start = oneByOne(() => {
      asked += 1;
      if (asked === 1) throw new Error('no room');
      return new EventTarget();
    });
    await expect(start()).rejects.toThrow('no room');
    await expect(start()).resolves.toBeInstanceOf(EventTarget);
  });
});
