import type { EngineSession } from '#learning/session.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import type { ModelHost } from '#workers/model-host.ts';

/**
 * What model jobs need of the thread they run on, in Node.
 * @param engine asked for when a job begins
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

/** Locks within this process, for Node, which has none: exclusive ones that are taken or refused at once. */
export function processLocks(): LockManager {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: LockOptions,
    use: (lock: Lock | null) => Promise<unknown>,
  ) => {
    if (held.has(name)) return use(null);
    held.add(name);
    try {
      return await use({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  return { request } as unknown as LockManager;
}
