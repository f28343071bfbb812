// Predicts other launches with base models that were fitted to one part of the history, one by one or blended.

import { predictAnalogues } from '#core/model/analogues/analogue-values.ts';
import { predictCategoryMedian } from '#core/model/blend/category-median.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  blendLogs,
  usedMembers,
  type BlendWeights,
  type MemberLogs,
  type MemberName,
} from '#core/model/blend/blend.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import { tileBasis } from '#core/model/outcomes/training-rows.ts';
import { unitsFromHeads, unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { predictRidge } from '#core/model/ridge/ridge.ts';
import { predictTrees } from '#core/model/trees/boosted-trees.ts';
import { headOutputs } from '#learning/predict-outputs.ts';
import { encodeRows, joinedRows } from '../members/encode-rows.ts';
import type { Members } from '../members/members.ts';
import type { FitRequest } from '../members/fit-request.ts';

/** Outputs of each base model that predicts outcomes, for some launches. */
export interface MemberOutputs {
  readonly rows: Uint32Array;
  /** Outputs z of the network, [members × rows × heads]. */
  readonly net: Float32Array;
  /** Outputs z of each outcome head, [outcomes][rows]; `trees` and `analogues` have the same shape. */
  readonly ridge: readonly Float64Array[];
  readonly trees: readonly Float64Array[];
  readonly analogues: readonly Float64Array[];
}

/** Predicts past launches under the actions that they really had. */
export async function predictOutputs(
  { table, engine }: Pick<FitRequest, 'table' | 'engine'>,
  { encoding, net, ridges, trees, analogues }: Members,
  rows: Uint32Array,
): Promise<MemberOutputs> {
  const encoded = encodeRows(table, rows, encoding);
  const { x, phi } = encoded;
  const rowCount = rows.length;
  const { x: joined } = joinedRows(encoded, encoding);
  return {
    rows,
    net: await headOutputs(net, x, tileBasis(phi, { rowCount, encoding }), rowCount, engine),
    ridge: ridges.map((ridge) => predictRidge(ridge, x, phi, rowCount)),
    trees: trees.map((each) => predictTrees(each, joined, rowCount)),
    analogues: predictAnalogues(analogues, x, phi, rowCount),
  };
}

/** Returns log1p(units) by each base model. */
export function memberLogs(
  table: LaunchTable,
  { encoding, net, medians }: Members,
  outputs: MemberOutputs,
): MemberLogs {
  const { rows, ridge, trees, analogues } = outputs;
  const units = unitsScale(encoding.heads);
  return {
    net: unitsFromHeads(outputs.net, { shape: net.shape, rowCount: rows.length, units }),
    ridge: unitsFromOutcomes(ridge, units),
    trees: unitsFromOutcomes(trees, units),
    analogues: unitsFromOutcomes(analogues, units),
    median: Array.from(rows, (row) =>
      Math.log1p(predictCategoryMedian(medians, table.category[row]!)),
    ),
  };
}

/** Returns log1p(units) of past launches by the blend. */
export async function predictBlend(
  request: Pick<FitRequest, 'table' | 'engine'>,
  members: Members,
  { rows, blend }: { readonly rows: Uint32Array; readonly blend: BlendWeights },
): Promise<Float64Array> {
  const used = usedMembers([blend]);
  return blendLogs(await predictSome(request, members, { rows, used }), blend);
}

/**
 * Returns log1p(units) of past launches by the base models that are used. Network, trees and similar launches give
 * nothing where they are not; the last are slow.
 */
export async function predictSome(
  { table, engine }: Pick<FitRequest, 'table' | 'engine'>,
  { encoding, net, ridges, trees, analogues, medians }: Members,
  { rows, used }: { readonly rows: Uint32Array; readonly used: ReadonlySet<MemberName> },
): Promise<MemberLogs> {
  const encoded = encodeRows(table, rows, encoding);
  const { x, phi } = encoded;
  const rowCount = rows.length;
  const units = unitsScale(encoding.heads);
  const ofNet = async () =>
    unitsFromHeads(
      await headOutputs(net, x, tileBasis(phi, { rowCount, encoding }), rowCount, engine),
      { shape: net.shape, rowCount, units },
    );
  const ofTrees = () => {
    const { x: joined } = joinedRows(encoded, encoding);
    return unitsFromOutcomes(
      trees.map((each) => predictTrees(each, joined, rowCount)),
      units,
    );
  };
  return {
    net: used.has('net') ? await ofNet() : [],
    ridge: unitsFromOutcomes(
      ridges.map((ridge) => predictRidge(ridge, x, phi, rowCount)),
      units,
    ),
    trees: used.has('trees') ? ofTrees() : [],
    analogues: used.has('analogues')
      ? unitsFromOutcomes(predictAnalogues(analogues, x, phi, rowCount), units)
      : [],
    median: Array.from(rows, (row) =>
      Math.log1p(predictCategoryMedian(medians, table.category[row]!)),
    ),
  };
}

/** Returns log1p(units) of past launches by each base model, under the action that each launch really had. */
export async function predictMembers(
  request: Pick<FitRequest, 'table' | 'engine'>,
  members: Members,
  rows: Uint32Array,
): Promise<MemberLogs> {
  return memberLogs(request.table, members, await predictOutputs(request, members, rows));
}
