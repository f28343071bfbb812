// Web locks as the standard defines them, for Node, which has none: first come, first served; shared locks coexist.

interface Waiting {
  readonly name: string;
  readonly mode: LockMode;
  readonly begin: () => void;
}

/** Returns the locks of all tabs and workers of one browser. */
export function tabLocks(): LockManager {
  const held: Waiting[] = [];
  const pending: Waiting[] = [];
  const isFree = ({ name, mode }: Waiting) =>
    held.every((each) => each.name !== name || (mode === 'shared' && each.mode === 'shared'));
  const advance = (): void => {
    const blocked = new Set<string>();
    for (const next of [...pending]) {
      if (blocked.has(next.name) || !isFree(next)) {
        blocked.add(next.name);
        continue;
      }
      pending.splice(pending.indexOf(next), 1);
      held.push(next);
      next.begin();
    }
  };
  const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
    const use = rest.at(-1) as (lock: object | null) => unknown;
    const options = rest.length > 1 ? (rest[0] as LockOptions) : {};
    const { mode = 'exclusive', signal, ifAvailable = false } = options;
    return new Promise((resolve, reject) => {
      const begin = () => {
        const free = () => {
          held.splice(held.indexOf(waiting), 1);
          advance();
        };
        const used = new Promise((settle) => settle(use({ name, mode })));
        void used.then(resolve, reject).finally(free);
      };
      const waiting = { name, mode, begin };
      const isTaken = !isFree(waiting) || pending.some((each) => each.name === name);
      if (ifAvailable && isTaken) {
        resolve(use(null));
        return;
      }
      signal?.addEventListener('abort', () => {
        if (!pending.includes(waiting)) return;
        pending.splice(pending.indexOf(waiting), 1);
        reject(signal.reason as Error);
        advance();
      });
      pending.push(waiting);
      queueMicrotask(advance);
    });
  };
  const told = (locks: readonly Waiting[]) => locks.map(({ name, mode }) => ({ name, mode }));
  const query = () => Promise.resolve({ held: told(held), pending: told(pending) });
  return { request, query };
}
