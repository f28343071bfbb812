// Backtests that select network settings and measure errors, before the test. A budget of work limits them.

import {
  earlierOrigins,
  rowsByDate,
  type Origin,
  type TimeSplit,
} from '#core/model/features/time-split.ts';
import type { UnseenPart } from '#core/model/blend/blend.ts';
import { startsFromRidges } from '#core/model/training/net-start.ts';
import { knownNothing } from '#core/model/training/known-nothing.ts';
import type { OnEpoch } from '#core/model/training/net-task.ts';
import { netShape } from '#core/model/outcomes/heads.ts';
import {
  budgetOf,
  countToTry,
  passCost,
  settingsToTry,
  workOfTrying,
} from '#core/model/training/settings-search.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import {
  netSettings,
  rowsAnEpoch,
  type NetSettings,
} from '#core/model/training/training-settings.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { predictMembers } from '../predict/predict-outputs.ts';
import { beginAsTuned, beginTuned, type BegunFit } from '../members/fit-members.ts';
import { fitEncoding, type Inputs } from '../members/fit-encoding.ts';
import { unitsOf } from '../members/encode-rows.ts';
import type { Members, Tuned } from '../members/members.ts';
import type { FitEnds } from '../members/fit-net.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { followStops } from './follow-stops.ts';
import { tellFirstForecasts, tellForecast } from './tell-forecasts.ts';
import { searchSettings } from './search-settings.ts';
import { unlessStopped } from './unless-stopped.ts';
import { allOrStop } from '#workers/runtime/all-or-stop.ts';
import type { TrainingClock } from '#workers/runtime/training-clock.ts';

/** Launches after an origin, and the predictions of base models that had seen none of them. */
export interface OriginPart extends UnseenPart {
  readonly rows: Uint32Array;
  readonly learntFrom: number;
  readonly members: Members;
}

interface Found {
  readonly net: NetSettings;
  readonly settingsTried: number;
  /** Backtests from earlier origins, oldest first; none where the budget is too small or the seller stopped them. */
  readonly earlier: readonly OriginPart[];
  /** The newest origin, which trains on the whole training set and predicts the validation set. */
  readonly recent: OriginPart;
  readonly tuned: Tuned;
  /** The fit on all launches, whose ridges need none of the results. */
  readonly all: Awaited<ReturnType<typeof beginAsTuned>>;
}

/** Spends the budget on backtests from earlier origins first, then on comparing as many settings as the rest allows. */
export async function backtest(request: FitRequest, split: TimeSplit): Promise<Found> {
  const { table, clock, settings, start } = request;
  const encoding = fitEncoding(table, split.training);
  const fromRidges = startsFromRidges(encoding.basis);
  const usual = start?.net ?? netSettings(table.rowCount, settings, { fromRidges });
  const { epochs } = usual.fit;
  const origins = earlierOrigins(table, split);
  const rowCounts = origins.map(({ training }) => training.length);
  const budget = budgetOf(settings) / passCost(netShape(encoding, usual));
  const wanted = epochs * sum(rowCounts);
  const seen = wanted <= budget ? origins : [];
  const looking = seen.length > 0 ? wanted : 0;
  // From the ridges, settings change little of what a network learns.
  const candidates = start || usual.fromRidges ? [] : settingsToTry(usual, settings);
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
  // Networks and trees of one origin are fitted in parallel with those of the next, whose ridges start from its own.
  let before: Promise<Start> | undefined = start && Promise.resolve(start);
  const begin = (origin: Origin, on: 'backtest' | 'newest', inputs?: Inputs): Promise<BegunFit> => {
    const own = beginAfter(before, request, { origin, inputs }).then((fit) => {
      tellFirstForecasts(request, origin, { on, ridgeLogs: fit.laterLogs() });
      return fit;
    });
    before = own;
    return own;
  };
  const begun = (count > 0 ? origins : seen).map((origin) => begin(origin, 'backtest'));
  const searching = () =>
    allOrStop(clock.end, [
      searchSettings(request, begun, candidates.slice(0, count)),
      Promise.all(begun),
    ]);
  const found = count > 0 ? (await searching())[0] : { net: usual, tried: 0, isStopped: false };
  const { net } = found;
  const left = found.isStopped ? [] : seen;
  if (left.length < seen.length) noteBacktests(clock, 0, seen.length);
  const following = followStops(clock, { backtests: left.length, epochs: net.fit.epochs });
  const backtests = left.map(async (origin, i) => {
    const part = await backtestOne(request, origin, { net, begun: begun[i]! });
    following.backtestOver();
    return part;
  });
  const backtested = allOrStop(clock.end, backtests).then((parts) => {
    const over = parts.filter((part) => part !== null);
    if (over.length < parts.length) noteBacktests(clock, over.length, parts.length);
    clock.enter('learn');
    return over;
  });
  const newest = { training: split.training, later: split.validation };
  const beginning = begin(newest, 'newest', encoding);
  const learnt = learnNewest(request, newest, { net, begun: beginning, following });
  const beginAll = beginning.then((own) => beginAsTuned(request, rowsByDate(table), own));
  const fitted = allOrStop(clock.end, [backtested, learnt]);
  const [[earlier, { part: recent, tuned }], all] = await allOrStop(clock.end, [fitted, beginAll]);
  return { net, settingsTried: found.tried, earlier, recent, tuned, all };
}

type Start = Pick<Tuned, 'ridges'>;

async function beginAfter(
  before: Promise<Start> | undefined,
  request: FitRequest,
  { origin, inputs }: { readonly origin: Origin; readonly inputs: Inputs | undefined },
) {
  return beginTuned(request, origin, { ridges: (await before)?.ridges, inputs });
}

interface OriginFit {
  readonly net: NetSettings;
  readonly begun: Promise<BegunFit>;
}

/** Returns null where the seller stopped the backtests, or the evaluated fit, which they serve, before it was over. */
async function backtestOne(
  request: FitRequest,
  origin: Origin,
  { net, begun }: OriginFit,
): Promise<OriginPart | null> {
  const { clock, settings } = request;
  const { ridges } = await begun;
  const { stops } = clock;
  const drop = AbortSignal.any([stops.signal('backtests'), stops.signal('epochs')]);
  const rowCount = rowsAnEpoch(net, origin.training.length);
  const inputs = ['backtest', net, ridges, settings.seed];
  return unlessStopped(request, { inputs, drop }, async () => {
    const onEpoch: OnEpoch = (report, isKnown) => {
      clock.triedEpoch(report, { phase: 'search', rowCount, isKnown });
    };
    const { part } = await finishOrigin(request, origin, { net, begun, onEpoch, drop });
    tellForecast(request, part.rows, { by: 'net', on: 'backtest', logs: part.logs.net });
    return part;
  });
}

/** Fits to the newest origin. Where the seller stops its epochs, the best of them is kept. */
async function learnNewest(
  request: FitRequest,
  newest: Origin,
  { net, begun, following }: OriginFit & { readonly following: ReturnType<typeof followStops> },
): Promise<FinishedOrigin> {
  const { clock } = request;
  const rowCount = rowsAnEpoch(net, newest.training.length);
  const total = net.fit.epochs;
  let done = 0;
  const onEpoch: OnEpoch = (report, isKnown) => {
    done = report.epoch;
    clock.epoch(report, { phase: 'learn', rowCount, isKnown });
    // Epochs of an earlier run come at once, and must not be told one by one.
    if (!isKnown) following.epochOver(done);
  };
  const { stops } = clock;
  clock.compareWith(knownNothing((await begun).task(net)));
  const finished = await finishOrigin(request, newest, { net, begun, onEpoch, stops });
  const { logs, rows } = finished.part;
  tellForecast(request, rows, { by: 'net', on: 'newest', logs: logs.net });
  if (done < total) clock.noteStop({ part: 'epochs', done, total }, 'learn');
  return finished;
}

function noteBacktests(clock: TrainingClock, done: number, total: number): void {
  clock.noteStop({ part: 'backtests', done, total }, 'search');
}

interface FinishedOrigin {
  readonly part: OriginPart;
  readonly tuned: Tuned;
}

async function finishOrigin(
  request: FitRequest,
  origin: Origin,
  { begun, ...fit }: OriginFit & FitEnds & { readonly onEpoch: OnEpoch },
): Promise<FinishedOrigin> {
  const { finish } = await begun;
  const { members, tuned } = await finish(fit);
  return { part: await judgedPart(request, members, origin), tuned };
}

async function judgedPart(
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
