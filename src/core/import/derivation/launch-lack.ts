// Explains why order lines give too few launches to learn from, so that sellers know what to export instead.

import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import type {
  DerivationAccount,
  DerivationSettings,
  DerivedLaunch,
} from './derivation-settings.ts';
import { shortRecords, type ShortRecords } from './short-records.ts';

export type LaunchLack =
  /** No line counts as a sale. */
  | { readonly kind: 'nothing-counted' }
  | ShortRecords
  /** The records are long enough, but nearly all products were sold before or came too late. */
  | {
      readonly kind: 'few-launches';
      readonly launchCount: number;
      readonly leastLaunches: number;
      readonly seenBefore: number;
      readonly tooRecent: number;
    }
  /** Each product was sold once, so what sells more cannot be learnt. */
  | { readonly kind: 'single-pieces' };

/** Returns whether it prevents importing the launches. */
export function isStoppingLack({ kind }: LaunchLack): boolean {
  return kind !== 'single-pieces';
}

/** Returns why the launches are too few or too similar to learn from, or null if they suffice. */
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
