import type { FitNet } from './fit-net.ts';
import { fitNetOnce, type NetHost } from './fit-net-once.ts';

/**
 * Fits networks one after another, in the order of the calls: one engine has room for one. A fit that throws AppError
 * training-diverged does not keep the next one from starting.
 */
export function fitNetsHere(host: NetHost): FitNet {
  let last: Promise<unknown> = Promise.resolve();
  return (task, onEpoch, ends) => {
    const fitted = last.then(() => fitNetOnce(task, onEpoch, { ...host, ...ends }));
    last = fitted.catch(() => undefined);
    return fitted.then(({ net }) => net);
  };
}
