// Fits the base models to one part of the history.

import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { fitCategoryMedians } from '#core/model/blend/category-median.ts';
import type { Origin } from '#core/model/features/time-split.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { withoutCountErrors } from '#core/model/outcomes/count-errors.ts';
import { netShape, unitsScale, type RowEncoding } from '#core/model/outcomes/heads.ts';
import { buildTrainingRows } from '#core/model/outcomes/training-rows.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import type { NetTask, OnEpoch } from '#core/model/training/net-task.ts';
import type { NetSettings } from '#core/model/training/training-settings.ts';
import { allOrStop } from '#workers/runtime/all-or-stop.ts';
import { encodeRows, joinedRows, unitsOf, type EncodedRows } from './encode-rows.ts';
import { analoguesOf } from './fit-analogues.ts';
import { fitEncodingToDemand, type FitStart } from './fit-encoding.ts';
import type { FitEnds } from './fit-net.ts';
import type { FitRequest } from './fit-request.ts';
import { fitProcessOnce } from './fit-process-once.ts';
import { fitRidges, ridgeLogs, ridgeRequest } from './fit-ridges.ts';
import { fitTreesAsTuned, fitTreesTuned, treeRequest } from './fit-trees.ts';
import type { Members, Tuned } from './members.ts';
import { netTask, type RidgesFirst } from './net-task.ts';

/** Settings of the network, the listener to its epochs, and how the fit may end before. */
interface NetFit extends FitEnds {
  readonly net: NetSettings;
  /** Ridges of an earlier origin, whose penalties are a good start. */
  readonly ridges?: readonly Ridge[] | undefined;
  readonly onEpoch: OnEpoch;
  /** Epoch after which a fit that is repeated was stopped. */
  readonly stopAfter?: number | undefined;
}

/** Fits the base models, tuned on the later rows: the number of trees, and the epoch at which the network is kept. */
export async function fitTuned(
  asked: FitRequest,
  origin: Origin,
  { ridges, ...fit }: NetFit,
): Promise<{ members: Members; tuned: Tuned }> {
  const begun = await beginTuned(asked, origin, { ridges });
  return begun.finish(fit);
}

/** A fit whose ridges are there. */
export type BegunFit = Awaited<ReturnType<typeof beginTuned>>;

/**
 * Fits the ridges. `laterLogs` are what they forecast of the later rows, as log1p(units). `task` fits a network that is
 * only tried. `finish` fits the other base models, which can run in
 * parallel with other work.
 */
export async function beginTuned(
  asked: FitRequest,
  { training: rows, later }: Origin,
  start: Pick<FitStart, 'ridges' | 'inputs'>,
) {
  const first = await fitRidgesFirst(asked, rows, start);
  const { request, encoding, encoded: earlier, ridges } = first;
  const { table } = request;
  const outcomes = encoding.heads.outcomes.map(({ name }) => name);
  const validation = buildTrainingRows(table, later, encoding);
  const task = (net: NetSettings): NetTask => ({ ...netTask(first, net), validation });
  const finish = async ({
    net: settings,
    onEpoch,
    stopAfter,
    ...ends
  }: Omit<NetFit, 'ridges'>): Promise<{ members: Members; tuned: Tuned }> => {
    let epochs = 0;
    const yardstick = {
      actualUnits: unitsOf(table, later),
      soldOut: soldOutFlags(table, later),
      units: unitsScale(encoding.heads),
      shape: netShape(encoding, settings),
    };
    const hear: OnEpoch = (report, isKnown) => {
      if (report.kept) epochs = report.epoch;
      onEpoch(report, isKnown);
    };
    const breathe = breatheUnlessDropped(request, ends);
    const [net, grown, process] = await allOrStop(endUnlessDropped(request, ends), [
      request.fitNet({ ...task(settings), yardstick, ...(stopAfter && { stopAfter }) }, hear, ends),
      fitTreesTuned(
        treeRequest(request, encoding, breathe),
        joinedRows(earlier, encoding),
        joinedRows(encodeRows(table, later, encoding), encoding),
      ),
      fitProcessOnce({ ...request, encoding, breathe }, earlier),
    ]);
    const trees = grown.map((each) => each.trees);
    const treeRounds = grown.map(({ rounds }) => rounds);
    return {
      members: membersOf(first, { net, trees, process }),
      tuned: { net: settings, ridges, epochs, treeRounds, outcomes },
    };
  };
  const laterLogs = () => ridgeLogs({ table, encoding, ridges }, later);
  return { ridges, outcomes, laterLogs, task, finish };
}

/** Fits the ridges. `finish` fits the other base models with the settings that tuning has found meanwhile. */
export async function beginAsTuned(
  asked: FitRequest,
  rows: Uint32Array,
  start: Pick<Tuned, 'ridges' | 'outcomes'>,
) {
  const first = await fitRidgesFirst(asked, rows, start);
  const { request, encoding, encoded, ridges } = first;
  const finish = async ({ tuned, onEpoch, ...ends }: TunedFit): Promise<Members> => {
    const task = { ...netTask(first, tuned.net), stopAfter: tuned.epochs };
    const breathe = breatheUnlessDropped(request, ends);
    const [net, trees, process] = await allOrStop(endUnlessDropped(request, ends), [
      request.fitNet(task, onEpoch, ends),
      fitTreesAsTuned(
        treeRequest(request, encoding, breathe),
        joinedRows(encoded, encoding),
        tuned.treeRounds,
      ),
      fitProcessOnce({ ...request, encoding, breathe }, encoded),
    ]);
    return membersOf(first, { net, trees, process });
  };
  return { ridges, finish };
}

/** Returns what stops the run where a part of a fit fails. A fit that was dropped ends alone. */
function endUnlessDropped({ clock }: FitRequest, { drop }: FitEnds): (error: unknown) => void {
  return (error) => {
    if (!drop?.aborted) clock.end(error);
  };
}

/** Returns what lets messages through, and throws where a part of a fit was dropped. */
function breatheUnlessDropped({ clock }: FitRequest, { drop }: FitEnds): () => Promise<void> {
  return async () => {
    await clock.breathe();
    drop?.throwIfAborted();
  };
}

/**
 * Adds the base models that take no time to fit, and the ridges that were fitted first. Model files keep the order of
 * these names.
 */
function membersOf(
  { request: { table }, encoding, encoded, ridges }: RidgesFirst,
  fitted: Pick<Members, 'net' | 'trees' | 'process'>,
): Members {
  const medians = fitCategoryMedians(table, measuredRows(table, encoded.rows));
  const analogues = analoguesOf(table, encoding, encoded);
  const { net, trees, process } = fitted;
  return { encoding, net, ridges, trees, process, analogues, medians };
}

interface TunedFit extends Pick<FitEnds, 'drop'> {
  readonly tuned: Tuned;
  readonly onEpoch: OnEpoch;
}

/** Fits ridges first; the other base models then learn from the table without its count errors. */
async function fitRidgesFirst(
  asked: FitRequest,
  rows: Uint32Array,
  start: FitStart,
): Promise<RidgesFirst> {
  const { outcomes, inputs } = start;
  const toDemand = await fitEncodingToDemand(asked, rows, outcomes ? start : { inputs });
  const { table, encoding, encoded } = toDemand;
  const ridges = await fitRidges(
    ridgeRequest({ ...asked, table }, encoding),
    encoded,
    start.ridges,
  );
  const request = { ...asked, table: withoutErrorsOf(table, encoding, { ridges, encoded }) };
  return { request, encoding, encoded, ridges };
}

/** Returns the table without count errors, which would affect the other base models more than a ridge. */
function withoutErrorsOf(
  table: LaunchTable,
  { heads }: RowEncoding,
  { ridges, encoded }: { readonly ridges: readonly Ridge[]; readonly encoded: EncodedRows },
): LaunchTable {
  const { rows, x, phi } = encoded;
  return heads.outcomes.reduce((left, head, h) => {
    const { noise } = ridges[h]!;
    const expected = predictRidge(ridges[h]!, x, phi, rows.length);
    return withoutCountErrors(left, rows, { head, expected, noise });
  }, table);
}
