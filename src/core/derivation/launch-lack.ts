// Why lines of orders show too few launches to learn from, so that a seller knows what to export instead.

import { MIN_LAUNCHES } from '../launch/sizes.ts';
import type { DerivationAccount, DerivationSettings, DerivedLaunch } from './derivation.ts';

export type LaunchLack =
  /** No line counts as a sale. */
  | { readonly kind: 'nothing-counted' }
  /** The records end before a product could be seen to be new and its outcome counted. */
  | {
      readonly kind: 'short-records';
      readonly dayCount: number;
      /** Days before the first launch that can be seen, and those that count after it. */
      readonly beforeDays: number;
      readonly afterDays: number;
    }
  /** Long enough, but nearly all products were there before, or came too late. */
  | {
      readonly kind: 'few-launches';
      readonly launchCount: number;
      readonly leastLaunches: number;
      readonly seenBefore: number;
      readonly tooRecent: number;
    }
  /** Each product was sold once: what sells more cannot be learnt. */
  | { readonly kind: 'single-pieces' };

/** Whether launches cannot be imported for it. */
export function isStoppingLack({ kind }: LaunchLack): boolean {
  return kind !== 'single-pieces';
}

/** Null where there is enough to learn from. */
export function launchLack(
  { launches, account }: { launches: readonly DerivedLaunch[]; account: DerivationAccount },
  { burnInDays, horizonDays }: DerivationSettings,
): LaunchLack | null {
  const { launchCount, productsSetAside } = account;
  if (launchCount >= MIN_LAUNCHES)
    return launches.every(({ units }) => units === 1) ? { kind: 'single-pieces' } : null;
  if (account.linesCounted === 0) return { kind: 'nothing-counted' };
  const dayCount = account.lastDay - account.firstDay + 1;
  if (dayCount <= burnInDays + horizonDays)
    return {
      ...{ kind: 'short-records', dayCount },
      ...{ beforeDays: burnInDays, afterDays: horizonDays },
    };
  return {
    ...{ kind: 'few-launches', launchCount, leastLaunches: MIN_LAUNCHES },
    seenBefore: productsSetAside['seen-before'],
    tooRecent: productsSetAside['too-recent'],
  };
}
