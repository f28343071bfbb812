// Selects the settings that suit this history: successive halving over past origins.

import { RUNGS } from '#core/model/training/settings-search.ts';
import type { NetTask } from '#core/model/training/net-task.ts';
import type { NetSettings } from '#core/model/training/training-settings.ts';
import type { BegunFit } from '../members/fit-members.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { allOrStop } from '#workers/runtime/all-or-stop.ts';

/** Share of the loss by which others have to beat the usual settings: less is chance. */
const CLEARLY_BETTER = 0.01;

/**
 * Returns the settings with the least loss on later launches; the usual ones unless others are clearly better.
 * @param begun fits of the past origins
 * @param candidates the usual settings first
 */
export async function searchSettings(
  request: FitRequest,
  begun: readonly Promise<BegunFit>[],
  candidates: readonly NetSettings[],
): Promise<NetSettings> {
  let left = candidates;
  for (const { origin, epochShare, goesOn } of RUNGS) {
    const { task } = await begun[origin]!;
    const losses = await allOrStop(
      request.clock.end,
      left.map((candidate) => lossOf(request, task(shortened(candidate, epochShare)))),
    );
    const order = left
      .map((candidate, i) => ({
        candidate,
        loss: candidate === candidates[0] ? losses[i]! * (1 - CLEARLY_BETTER) : losses[i]!,
      }))
      .sort((a, b) => a.loss - b.loss);
    left = order.slice(0, goesOn).map(({ candidate }) => candidate);
  }
  return left[0]!;
}

function shortened(net: NetSettings, share: number): NetSettings {
  return { ...net, fit: { ...net.fit, epochs: Math.max(1, Math.round(net.fit.epochs * share)) } };
}

/** Returns the least loss on later launches over all epochs. */
async function lossOf({ clock, fitNet }: FitRequest, task: NetTask): Promise<number> {
  let least = Infinity;
  await fitNet(task, (report, isKnown) => {
    least = Math.min(least, report.validation ?? Infinity);
    const { rowCount } = task.rows;
    clock.triedEpoch(report, { phase: 'search', rowCount, isKnown });
  });
  return least;
}
