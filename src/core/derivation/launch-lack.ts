// Why lines of orders show too few launches to learn from, so that a seller knows what to export instead.

import { MIN_LAUNCHES } from '../launch/sizes.ts';
import type { DerivationAccount, DerivationSettings, DerivedLaunch } from './derivation.ts';
import { shortRecords, type ShortRecords } from './short-records.ts';

export type LaunchLack =
  /** No line counts as a sale. */
  | { readonly kind: 'nothing-counted' }
  | ShortRecords
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
  settings: DerivationSettings,
): LaunchLack | null {
  const { launchCount, productsSetAside } = account;
  if (launchCount >= MIN_LAUNCHES)
    return launches.every(({ units }) => units === 1) ? { kind: 'single-pieces' } : null;
  if (account.linesCounted === 0) return { kind: 'nothing-counted' };
  const tooShort = shortRecords(account.lastDay - account.firstDay + 1, settings);
  if (tooShort !== null) return tooShort;
  return {
    ...{ kind: 'few-launches', launchCount, leastLaunches: MIN_LAUNCHES },
    seenBefore: productsSetAside['seen-before'],
    tooRecent: productsSetAside['too-recent'],
  };
}
