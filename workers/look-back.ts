// What the past says before the present is opened: which settings of the net suit this history, and how far predictions from
// earlier points in time missed. As much of it as the budget of work allows.

import { earlierOrigins, type Origin, type TimeSplit } from '#core/features/split.ts';
import type { JudgedPart } from '#core/model/blend.ts';
import { netShape } from '#core/model/heads.ts';
import {
  budgetOf,
  countToTry,
  passCost,
  settingsToTry,
  workOfTrying,
} from '#core/model/settings-search.ts';
import { soldOutFlags } from '#core/model/sold-out.ts';
import { netSettings, rowsAnEpoch, type NetSettings } from '#core/model/training-settings.ts';
import type { Ridge } from '#core/ridge/ridge.ts';
import { sum } from '#core/statistics.ts';
import { predictMembers } from './ask-members.ts';
import { fitEncoding, beginTuned, unitsOf, type Members } from './fit-members.ts';
import type { FitRequest } from './fit-request.ts';
import { searchSettings } from './search-settings.ts';
import { together } from './together.ts';

/** Launches after a point in time, and what members that had seen none of them say. */
export interface OriginPart extends JudgedPart {
  readonly rows: Uint32Array;
  readonly learntFrom: number;
  readonly members: Members;
}

interface Found {
  readonly net: NetSettings;
  readonly settingsTried: number;
  /** Oldest first; none where the budget is too small for them. */
  readonly parts: readonly OriginPart[];
  /** Of the latest of them. */
  readonly ridges?: readonly Ridge[] | undefined;
}

/** Looking from earlier points in time comes first, then as many settings as the rest of the budget can compare. */
export async function lookBack(request: FitRequest, split: TimeSplit): Promise<Found> {
  const { table, clock, settings, start } = request;
  const usual = start?.net ?? netSettings(table.rowCount, settings);
  const { epochs } = usual.fit;
  const origins = earlierOrigins(table, split);
  const rowCounts = origins.map(({ training }) => training.length);
  const budget = budgetOf(settings) / passCost(netShape(fitEncoding(table, split.training), usual));
  const wanted = epochs * sum(rowCounts);
  const seen = wanted <= budget ? origins : [];
  const looking = seen.length > 0 ? wanted : 0;
  const candidates = start ? [] : settingsToTry(usual, settings);
  const count = countToTry(budget - looking, rowCounts, { epochs, most: candidates.length });
  clock.start(
    {
      search: workOfTrying(count, rowCounts, epochs) + looking,
      learn: epochs * split.training.length,
      'learn-all': epochs * table.rowCount,
    },
    2 * epochs,
  );
  clock.enter('search');
  const tried = candidates.slice(0, count);
  const net = count > 0 ? await searchSettings(request, origins, tried) : usual;
  // Nets and trees of one point in time are fitted beside those of the next, whose ridges start from its own.
  let begun: Promise<Pick<Found, 'ridges'>> | undefined = start && Promise.resolve(start);
  const looks = seen.map((origin) => {
    const before = begun;
    const own = beginAfter(before, request, origin);
    begun = own;
    return lookFrom(request, origin, { net, begun: own });
  });
  const parts = await together(clock.end, looks);
  return { net, settingsTried: count, parts, ridges: (await begun)?.ridges };
}

async function beginAfter(
  before: Promise<Pick<Found, 'ridges'>> | undefined,
  request: FitRequest,
  origin: Origin,
) {
  return beginTuned(request, origin, { ridges: (await before)?.ridges });
}

async function lookFrom(
  request: FitRequest,
  origin: Origin,
  { net, begun }: { readonly net: NetSettings; readonly begun: ReturnType<typeof beginTuned> },
): Promise<OriginPart> {
  const rowCount = rowsAnEpoch(net, origin.training.length);
  const { finish } = await begun;
  const { members } = await finish({
    net,
    onEpoch: (report, isKnown) => request.clock.triedEpoch(report, { rowCount, isKnown }),
  });
  return judgedPart(request, members, origin);
}

export async function judgedPart(
  request: FitRequest,
  members: Members,
  { training, later: rows }: Origin,
): Promise<OriginPart> {
  return {
    members,
    rows,
    learntFrom: training.length,
    actualUnits: unitsOf(request.table, rows),
    soldOut: soldOutFlags(request.table, rows),
    logs: await predictMembers(request, members, rows),
  };
}
