import type { StopPoint } from '#core/model/training/stop-point.ts';
import type { TrainingClock } from '#workers/runtime/training-clock.ts';

interface Following {
  readonly backtestOver: () => void;
  /** @param epoch number of epochs that the evaluated fit has done */
  readonly epochOver: (epoch: number) => void;
}

/**
 * Tells the clock what stopping would keep while backtests and the fit that is evaluated run in parallel. As soon as the
 * fit has an epoch, stopping ends both; before, only the backtests.
 * @param total number of backtests, and of epochs of the fit
 */
export function followStops(
  clock: Pick<TrainingClock, 'offerStop'>,
  total: { readonly backtests: number; readonly epochs: number },
): Following {
  const done = { backtests: 0, epochs: 0 };
  const pointOf = (part: 'backtests' | 'epochs'): StopPoint => ({
    part,
    done: done[part],
    total: total[part],
  });
  const tell = () => {
    const isLearning = done.epochs > 0 && done.epochs < total.epochs;
    const isTesting = done.backtests < total.backtests;
    if (isLearning) clock.offerStop(pointOf('epochs'));
    else clock.offerStop(isTesting ? pointOf('backtests') : null);
  };
  tell();
  return {
    backtestOver: () => {
      done.backtests += 1;
      tell();
    },
    epochOver: (epoch) => {
      done.epochs = epoch;
      tell();
    },
  };
}
