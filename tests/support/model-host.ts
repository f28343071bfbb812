import type { EngineSession } from '#learning/session.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import type { ModelHost } from '#workers/model/engine/model-host.ts';

/**
 * Provides in Node what model jobs need of the thread on which they run.
 * @param engine called when a job begins
 */
export function modelHost(engine: () => EngineSession, given: Partial<ModelHost> = {}): ModelHost {
  return {
    openEngine: () => Promise.resolve(engine()),
    pause: () => Promise.resolve(),
    language: new BuiltLanguage(),
    code: 'of today',
    locks: processLocks(),
    fitWorkers: 0,
    startFitWorker: () => {
      throw new Error('expected no worker in Node');
    },
    ...given,
  };
}

/**
 * Provides exclusive locks within this process, for Node, which has none. A request waits until the lock is free or its
 * signal aborts.
 */
export function processLocks(): LockManager {
  const held = new Map<string, Promise<void>>();
  const request = async (
    name: string,
    { signal }: LockOptions,
    use: (lock: Lock) => Promise<unknown>,
  ) => {
    const stopped = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
    while (held.has(name)) await Promise.race([held.get(name), stopped]);
    stopped.catch(() => undefined);
    const using = use({ name, mode: 'exclusive' });
    const free = () => void held.delete(name);
    held.set(name, using.then(free, free));
    return using;
  };
  return { request } as unknown as LockManager;
}
