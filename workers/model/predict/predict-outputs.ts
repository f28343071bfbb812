// Predicts other launches with base models that were fitted to one part of the history, one by one or blended.

import { predictAnalogues } from '#core/model/analogues/analogue-values.ts';
import { medianLogs } from '#core/model/blend/category-median.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  blendLogs,
  MEMBER_NAMES,
  usedMembers,
  type BlendWeights,
  type MemberLogs,
  type MemberName,
} from '#core/model/blend/blend.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import { tileBasis } from '#core/model/outcomes/training-rows.ts';
import { unitsFromHeads, unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { predictProcess } from '#core/model/process/gaussian-process.ts';
import { predictRidge } from '#core/model/ridge/ridge.ts';
import { predictTrees } from '#core/model/trees/boosted-trees.ts';
import { headOutputs } from '#learning/predict-outputs.ts';
import { encodeRows, joinedRows } from '../members/encode-rows.ts';
import type { Members } from '../members/members.ts';
import type { FitRequest } from '../members/fit-request.ts';

/** Outputs of each base model that predicts outcomes, for some launches; empty of those that were not asked. */
export interface MemberOutputs {
  readonly rows: Uint32Array;
  /** Outputs z of the network, [members × rows × heads]. */
  readonly net: Float32Array;
  /** Outputs z of each outcome head, [outcomes][rows]; `trees` and `analogues` have the same shape. */
  readonly ridge: readonly Float64Array[];
  readonly trees: readonly Float64Array[];
  readonly analogues: readonly Float64Array[];
  /** log1p(units) by the Gaussian process, which knows no other outcome, [rows]. */
  readonly process: Float64Array;
}

const EVERY_MEMBER: ReadonlySet<MemberName> = new Set(MEMBER_NAMES);

/**
 * Predicts past launches under the actions that they really had.
 * @param used base models to ask; of the others, network, trees and similar launches give nothing: the last are slow
 */
export async function predictOutputs(
  { table, engine }: Pick<FitRequest, 'table' | 'engine'>,
  { encoding, net, ridges, trees, process, analogues }: Members,
  rows: Uint32Array,
  used = EVERY_MEMBER,
): Promise<MemberOutputs> {
  const encoded = encodeRows(table, rows, encoding);
  const { x, phi } = encoded;
  const rowCount = rows.length;
  const ofTrees = () => {
    const { x: joined } = joinedRows(encoded, encoding);
    return trees.map((each) => predictTrees(each, joined, rowCount));
  };
  return {
    rows,
    net: used.has('net')
      ? await headOutputs(net, x, tileBasis(phi, { rowCount, encoding }), rowCount, engine)
      : new Float32Array(),
    ridge: ridges.map((ridge) => predictRidge(ridge, x, phi, rowCount)),
    trees: used.has('trees') ? ofTrees() : [],
    process:
      process && used.has('process')
        ? predictProcess(process, { x, phi, count: rowCount })
        : new Float64Array(),
    analogues: used.has('analogues') ? predictAnalogues(analogues, x, phi, rowCount) : [],
  };
}

/** Returns log1p(units) by each base model, [rows]; empty of those that were not asked. */
export function memberLogs(
  table: LaunchTable,
  { encoding, net, medians }: Members,
  outputs: MemberOutputs,
): MemberLogs {
  const { rows, ridge, trees, analogues } = outputs;
  const units = unitsScale(encoding.heads);
  return {
    net:
      outputs.net.length > 0
        ? unitsFromHeads(outputs.net, { shape: net.shape, rowCount: rows.length, units })
        : [],
    ridge: unitsFromOutcomes(ridge, units),
    trees: trees.length > 0 ? unitsFromOutcomes(trees, units) : [],
    process: outputs.process,
    analogues: analogues.length > 0 ? unitsFromOutcomes(analogues, units) : [],
    median: medianLogs(medians, table, rows),
  };
}

/** Returns log1p(units) of past launches by the blend, [rows], not calibrated. */
export async function predictBlend(
  request: Pick<FitRequest, 'table' | 'engine'>,
  members: Members,
  { rows, blend }: { readonly rows: Uint32Array; readonly blend: BlendWeights },
): Promise<Float64Array> {
  const used = usedMembers([blend]);
  return blendLogs(await predictSome(request, members, { rows, used }), blend);
}

/** Returns log1p(units) of past launches by the base models that are used; see `predictOutputs`. */
export async function predictSome(
  request: Pick<FitRequest, 'table' | 'engine'>,
  members: Members,
  { rows, used }: { readonly rows: Uint32Array; readonly used: ReadonlySet<MemberName> },
): Promise<MemberLogs> {
  return memberLogs(request.table, members, await predictOutputs(request, members, rows, used));
}

/** Returns log1p(units) of past launches by each base model, under the action that each launch really had. */
export async function predictMembers(
  request: Pick<FitRequest, 'table' | 'engine'>,
  members: Members,
  rows: Uint32Array,
): Promise<MemberLogs> {
  return memberLogs(request.table, members, await predictOutputs(request, members, rows));
}
