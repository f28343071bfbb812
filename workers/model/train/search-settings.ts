// Selects the settings that suit this history: successive halving over past origins.

import type { StopPoint } from '#core/model/training/stop-point.ts';
import { rankSettings, RUNGS, trialCount } from '#core/model/training/settings-search.ts';
import type { OnEpoch } from '#core/model/training/net-task.ts';
import type { NetSettings } from '#core/model/training/training-settings.ts';
import type { BegunFit } from '../members/fit-members.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { allOrStop } from '#workers/runtime/all-or-stop.ts';
import { unlessStopped } from './unless-stopped.ts';

export interface FoundSettings {
  readonly net: NetSettings;
  /** Number of settings compared. */
  readonly tried: number;
  /** Whether the seller stopped the search. */
  readonly isStopped: boolean;
}

/**
 * Returns the settings with the least loss on later launches; the usual ones unless others are clearly better. Where the
 * seller stops the search, trials that are not over are left out.
 * @param begun fits of the past origins
 * @param candidates the usual settings first
 */
export async function searchSettings(
  request: FitRequest,
  begun: readonly Promise<BegunFit>[],
  candidates: readonly NetSettings[],
): Promise<FoundSettings> {
  const { clock } = request;
  const total = trialCount(candidates.length);
  const [usual] = candidates;
  let left = candidates;
  let tried: number | null = null;
  let done = 0;
  const pointAt = (tried: number): StopPoint => ({ part: 'settings', done: tried, total });
  for (const { origin, epochShare, goesOn } of RUNGS) {
    const fit = await begun[origin]!;
    const trials = left.map(async (candidate) => {
      const loss = await lossOf(request, fit, shortened(candidate, epochShare));
      if (loss !== null) clock.offerStop(++done < total ? pointAt(done) : null);
      return loss;
    });
    const losses = await allOrStop(clock.end, trials);
    tried ??= done;
    left = rankSettings(left, losses, usual!).slice(0, goesOn);
    if (!losses.includes(null)) continue;
    clock.noteStop({ part: 'settings', done, total }, 'search');
    return { net: left[0]!, tried, isStopped: true };
  }
  clock.offerStop(null);
  return { net: left[0]!, tried: candidates.length, isStopped: false };
}

function shortened(net: NetSettings, share: number): NetSettings {
  return { ...net, fit: { ...net.fit, epochs: Math.max(1, Math.round(net.fit.epochs * share)) } };
}

/** Returns the least loss on later launches over all epochs; null where the seller stopped the search before. */
async function lossOf(
  request: FitRequest,
  { task, ridges }: BegunFit,
  net: NetSettings,
): Promise<number | null> {
  const { clock, fitNet, settings } = request;
  const drop = clock.stops.signal('settings');
  const inputs = ['trial', net, ridges, settings.seed];
  return unlessStopped(request, { inputs, drop }, async () => {
    const trial = task(net);
    let least = Infinity;
    const hear: OnEpoch = (report, isKnown) => {
      least = Math.min(least, report.validation ?? Infinity);
      clock.triedEpoch(report, { phase: 'search', rowCount: trial.rows.rowCount, isKnown });
    };
    await fitNet(trial, hear, { drop });
    return least;
  });
}
