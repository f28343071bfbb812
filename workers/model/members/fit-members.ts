// Fits the base models to one part of the history.

import type { Analogues } from '#core/model/analogues/analogues.ts';
import { fitCategoryMedians, type CategoryMedians } from '#core/model/blend/category-median.ts';
import { fitActionBasis, sharedCount } from '#core/model/features/action-basis.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { sharedColumns } from '#core/model/features/event-columns.ts';
import type { Origin } from '#core/model/features/time-split.ts';
import { fitProductEncoder, levelInputs } from '#core/model/features/product-encoder.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { joinedInputs } from '#core/model/blend/blend.ts';
import {
  fitHeads,
  headOffsets,
  netShape,
  unitsScale,
  type OutcomeName,
  type RowEncoding,
} from '#core/model/outcomes/heads.ts';
import type { NetSettings } from '#core/model/training/training-settings.ts';
import { jittered, joinRows } from '#core/model/outcomes/augment.ts';
import type { NetWeights, TrainingRows } from '#core/model/net/net.ts';
import { startFromRidges } from '#core/model/training/net-start.ts';
import type { NetTask, OnEpoch } from '#core/model/training/net-task.ts';
import { withoutCountErrors } from '#core/model/outcomes/count-errors.ts';
import { soldOutFlags, withImputedDemand } from '#core/model/outcomes/censored-demand.ts';
import { buildTrainingRows } from '#core/model/outcomes/training-rows.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { seededRandom } from '#core/base/random.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import type { BoostedTrees } from '#core/model/trees/boosted-trees.ts';
import { analoguesOf } from './fit-analogues.ts';
import type { FitRequest } from './fit-request.ts';
import { fitRidges, type EncodedRows, type RidgeRequest } from './fit-ridges.ts';
import { fitTreesAsTuned, fitTreesTuned, type JoinedRows } from './fit-trees.ts';
import { allOrStop } from '#workers/runtime/all-or-stop.ts';

export interface Members {
  readonly encoding: RowEncoding;
  readonly net: NetWeights;
  /** One ridge for each outcome head; `trees` too has one entry for each. */
  readonly ridges: readonly Ridge[];
  readonly trees: readonly BoostedTrees[];
  readonly analogues: Analogues;
  readonly medians: CategoryMedians;
}

/** Results of tuning, for a later fit on more rows. */
export interface Tuned {
  readonly net: NetSettings;
  readonly ridges: readonly Ridge[];
  readonly epochs: number;
  /** Rounds of the trees, for each outcome head. */
  readonly treeRounds: readonly number[];
  /**
   * Outcomes that were learnt. More rows could give others, and what was tuned and evaluated would belong to another
   * model.
   */
  readonly outcomes: readonly OutcomeName[];
}

/** Settings of the network, and the listener to its epochs. */
interface NetFit {
  readonly net: NetSettings;
  /** Ridges of an earlier origin, whose penalties are a good start. */
  readonly ridges?: readonly Ridge[] | undefined;
  readonly onEpoch: OnEpoch;
}

/** Fits the base models, tuned on the later rows: the number of trees, and the epoch at which the network is kept. */
export async function fitTuned(
  asked: FitRequest,
  origin: Origin,
  { net, ridges, onEpoch }: NetFit,
): Promise<{ members: Members; tuned: Tuned }> {
  const begun = await beginTuned(asked, origin, { ridges });
  return begun.finish({ net, onEpoch });
}

/** A fit whose ridges are there. */
export type BegunFit = Awaited<ReturnType<typeof beginTuned>>;

/**
 * Fits the ridges. `task` fits a network that is only tried. `finish` fits the other base models, which can run in
 * parallel with other work.
 */
export async function beginTuned(
  asked: FitRequest,
  { training: rows, later }: Origin,
  start: Pick<Start, 'ridges' | 'inputs'>,
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
  }: Omit<NetFit, 'ridges'>): Promise<{ members: Members; tuned: Tuned }> => {
    let epochs = 0;
    const yardstick = {
      actualUnits: unitsOf(table, later),
      soldOut: soldOutFlags(table, later),
      units: unitsScale(encoding.heads),
      shape: netShape(encoding, settings),
    };
    const [net, grown] = await allOrStop(request.clock.end, [
      request.fitNet({ ...task(settings), yardstick }, (report, isKnown) => {
        if (report.kept) epochs = report.epoch;
        onEpoch(report, isKnown);
      }),
      fitTreesTuned(
        treeRequest(request, encoding),
        joinedRows(earlier, encoding),
        joinedRows(encodeRows(table, later, encoding), encoding),
      ),
    ]);
    const trees = grown.map((each) => each.trees);
    const medians = fitCategoryMedians(table, measuredRows(table, rows));
    const analogues = analoguesOf(table, encoding, earlier);
    const treeRounds = grown.map(({ rounds }) => rounds);
    return {
      members: { encoding, net, ridges, trees, analogues, medians },
      tuned: { net: settings, ridges, epochs, treeRounds, outcomes },
    };
  };
  return { ridges, outcomes, task, finish };
}

/** Fits the ridges. `finish` fits the other base models with the settings that tuning has found meanwhile. */
export async function beginAsTuned(
  asked: FitRequest,
  rows: Uint32Array,
  start: Pick<Tuned, 'ridges' | 'outcomes'>,
) {
  const first = await fitRidgesFirst(asked, rows, start);
  const { request, encoding, encoded, ridges } = first;
  const { table } = request;
  const finish = async ({ tuned, onEpoch }: TunedFit): Promise<Members> => {
    const task = { ...netTask(first, tuned.net), stopAfter: tuned.epochs };
    const [net, trees] = await allOrStop(request.clock.end, [
      request.fitNet(task, onEpoch),
      fitTreesAsTuned(
        treeRequest(request, encoding),
        joinedRows(encoded, encoding),
        tuned.treeRounds,
      ),
    ]);
    const medians = fitCategoryMedians(table, measuredRows(table, rows));
    const analogues = analoguesOf(table, encoding, encoded);
    return { encoding, net, ridges, trees, analogues, medians };
  };
  return { finish };
}

interface TunedFit {
  readonly tuned: Tuned;
  readonly onEpoch: OnEpoch;
}

/** Fits the encoding of products and actions, and the outcome heads, unless these are decided. */
export function fitEncoding(
  table: LaunchTable,
  rows: Uint32Array,
  decided?: readonly OutcomeName[],
): RowEncoding {
  return withHeads(fitInputs(table, rows), { table, rows, decided });
}

/** How products and actions are encoded, whatever their outcomes. */
export type Inputs = Pick<RowEncoding, 'encoder' | 'basis'>;

function fitInputs(table: LaunchTable, rows: Uint32Array): Inputs {
  return { encoder: fitProductEncoder(table, rows), basis: fitActionBasis(table, rows) };
}

function withHeads(
  inputs: Inputs,
  of: {
    readonly table: LaunchTable;
    readonly rows: Uint32Array;
    readonly decided: readonly OutcomeName[] | undefined;
  },
): RowEncoding {
  const { table, rows, decided } = of;
  return { ...inputs, heads: fitHeads(table, rows, { basis: inputs.basis, decided }) };
}

/** Start of a fit: ridges of an earlier one, the outcomes that were decided on, and inputs fitted to the same rows. */
interface Start extends Partial<Pick<Tuned, 'outcomes'>>, Pick<NetFit, 'ridges'> {
  readonly inputs?: Inputs | undefined;
}

/** Ridges, and the request by which the other base models are fitted to the same rows. */
interface RidgesFirst {
  readonly request: FitRequest;
  readonly encoding: RowEncoding;
  readonly encoded: EncodedRows;
  readonly ridges: readonly Ridge[];
}

/** Fits ridges first; the other base models then learn from the table without its slips. */
async function fitRidgesFirst(
  asked: FitRequest,
  rows: Uint32Array,
  start: Start,
): Promise<RidgesFirst> {
  const { outcomes, inputs } = start;
  const toDemand = await fitEncodingToDemand(asked, rows, outcomes ? start : { inputs });
  const { table, encoding, encoded } = toDemand;
  const ridges = await fitRidges(
    ridgeRequest({ ...asked, table }, encoding),
    encoded,
    start.ridges,
  );
  const request = { ...asked, table: withoutSlipsOf(table, encoding, { ridges, encoded }) };
  return { request, encoding, encoded, ridges };
}

/** Returns the table without slips, which would affect the other base models more than a ridge. */
function withoutSlipsOf(
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

/** Rounds of imputing demand. Each depends on the one before; after so many the demand hardly changes. */
const DEMAND_ROUNDS = 4;

export interface FittedToDemand {
  /** Launches; where they sold out, units are the demand that ridges expect. */
  readonly table: LaunchTable;
  readonly encoding: RowEncoding;
  readonly encoded: EncodedRows;
}

/** Imputes the demand of sold-out launches and fits the encoding to it. */
export async function fitEncodingToDemand(
  request: FitRequest,
  rows: Uint32Array,
  start: Start = {},
): Promise<FittedToDemand> {
  const given = request.table;
  const decided = start.outcomes;
  const inputs = start.inputs ?? fitInputs(given, rows);
  const encoded = { rows, ...encodeLaunches(inputs, given, rows) };
  let table = given;
  let encoding = withHeads(inputs, { table, rows, decided });
  if (!soldOutFlags(given, rows).includes(true)) return { table, encoding, encoded };
  let ridges = start.ridges;
  for (let round = 0; round < DEMAND_ROUNDS; round++) {
    ridges = await fitRidges(ridgeRequest({ ...request, table }, encoding), encoded, ridges);
    const { x, phi } = encoded;
    const outcomes = ridges.map((ridge) => predictRidge(ridge, x, phi, rows.length));
    table = withImputedDemand(given, rows, unitsFromOutcomes(outcomes, unitsScale(encoding.heads)));
    encoding = withHeads(inputs, { table, rows, decided });
  }
  return { table, encoding, encoded };
}

/**
 * Joins product and action columns for trees. Trees get no event columns: they can split on a product's fit to an
 * event, and on the week.
 */
export function joinedRows({ rows, x, phi }: EncodedRows, { basis }: RowEncoding): JoinedRows {
  const shared = sharedColumns(phi, sharedCount(basis), rows.length);
  return { x: joinedInputs(x, shared, rows.length), rows };
}

export function ridgeRequest(
  { table, settings, clock, journal, fitRidgeElsewhere: elsewhere }: FitRequest,
  encoding: RowEncoding,
): RidgeRequest {
  const breathe = () => clock.breathe();
  const { end } = clock;
  return { table, encoding, seed: settings.seed, breathe, journal, elsewhere, end };
}

function treeRequest({ table, settings, clock, journal }: FitRequest, encoding: RowEncoding) {
  const breathe = () => clock.breathe();
  const texts = levelInputs(encoding.encoder);
  return { table, seed: settings.seed, heads: encoding.heads.outcomes, texts, breathe, journal };
}

export function unitsOf(table: LaunchTable, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => table.units[row]!);
}

/** Returns the encoded products and actions of these rows. */
export function encodeRows(
  table: LaunchTable,
  rows: Uint32Array,
  encoding: RowEncoding,
): EncodedRows {
  return { rows, ...encodeLaunches(encoding, table, rows) };
}

/** Returns the training rows of a network; with augmentation, a blurred copy of all rows follows. */
function rowsToLearn(
  { request: { table, settings }, encoding, encoded }: RidgesFirst,
  { augmented }: NetSettings,
): TrainingRows {
  const { rows } = encoded;
  const plain = buildTrainingRows(table, rows, encoding);
  if (!augmented) return plain;
  const again = jittered(table, seededRandom(settings.seed));
  return joinRows(plain, buildTrainingRows(again, rows, encoding));
}

/** Returns the task of fitting a network. */
function netTask(first: RidgesFirst, net: NetSettings): NetTask {
  const { request, encoding, encoded, ridges } = first;
  const shape = netShape(encoding, net);
  const offsets = headOffsets(encoding.heads);
  return {
    rows: rowsToLearn(first, net),
    ...{ shape, offsets },
    start: net.fromRidges ? startFromRidges(shape, offsets, { ridges, x: encoded.x }) : undefined,
    settings: net.fit,
    seed: request.settings.seed,
  };
}
