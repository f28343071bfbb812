// Predicts launches by ridges that were fitted without the whole week of each launch (cross-fitting). Encoding,
// penalties and demand are learnt again for each part of the history. Errors of launches in one week are correlated, so
// a week stays together.

import { pastAction } from '#core/model/features/action-basis.ts';
import { publishedBeyond } from '#core/model/blend/published-response.ts';
import { launchesUnder, usualActions } from '#core/model/features/paired-launches.ts';
import { everyRow, type LaunchTable } from '#core/launch/launch-table.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { predictRidge } from '#core/model/ridge/ridge.ts';
import { ridgeRequest } from '../members/fit-ridges.ts';
import { fitEncodingToDemand } from '../members/fit-encoding.ts';
import { encodeRows } from '../members/encode-rows.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { fitRidges } from '../members/fit-ridges.ts';
import { meansOf } from '../predict/predict-usual.ts';

interface CrossFitted {
  /** log1p(units) of each row under its own action; `usual` is that under usual actions. */
  readonly predicted: Float64Array;
  readonly usual: Float64Array;
  /** Published response to its price and ad spend, beyond that of usual actions. */
  readonly published: Float64Array;
  /** Mean log1p(units) of the launches that each was predicted from. */
  readonly middle: Float64Array;
}

/** Number of parts, each with its own fit; with a short history a fit is cheap. */
const PARTS = { short: 6, longer: 4 } as const;
const SHORT = 30;

/**
 * Predicts each row by ridges fitted without its week; where all launches are in one week, without the row itself.
 * @param rows in order of time
 */
export async function crossFitRidges(request: FitRequest, rows: Uint32Array): Promise<CrossFitted> {
  const predicted = new Float64Array(rows.length);
  const usual = new Float64Array(rows.length);
  const published = new Float64Array(rows.length);
  const middle = new Float64Array(rows.length);
  for (const places of partsByWeek(request.table, rows)) {
    const isHeld = new Set(places);
    const learnt = rows.filter((_, place) => !isHeld.has(place));
    if (learnt.length === 0) continue;
    const held = Uint32Array.from(places, (place) => rows[place]!);
    const { ask, basis } = await fitWithout(request, learnt);
    const actions = usualActions(request.table, learnt);
    const own = ask(request.table, held);
    const under = launchesUnder(request.table, held, actions);
    const beyond = publishedBeyond(basis, actions);
    const ofLearnt = meanLog(request.table, learnt);
    const asUsual = meansOf(ask(under, everyRow(under)), actions.length);
    places.forEach((place, i) => {
      predicted[place] = own[i]!;
      usual[place] = asUsual[i]!;
      published[place] = beyond(pastAction(request.table, rows[place]!));
      middle[place] = ofLearnt;
    });
  }
  return { predicted, usual, published, middle };
}

/** Returns the mean of log1p(units). */
export function meanLog(table: LaunchTable, rows: Uint32Array): number {
  return mean(Array.from(rows, (row) => Math.log1p(table.units[row]!)));
}

async function fitWithout(request: FitRequest, rows: Uint32Array) {
  const { table, encoding, encoded } = await fitEncodingToDemand(request, rows);
  const ridges = await fitRidges(ridgeRequest({ ...request, table }, encoding), encoded);
  const ask = (asked: LaunchTable, of: Uint32Array) => {
    const { x, phi } = encodeRows(asked, of, encoding);
    const outcomes = ridges.map((ridge) => predictRidge(ridge, x, phi, of.length));
    return unitsFromOutcomes(outcomes, unitsScale(encoding.heads));
  };
  return { ask, basis: encoding.basis };
}

/** Splits the places of rows into parts, week by week in turn; launch by launch where all are in one week. */
function partsByWeek(table: LaunchTable, rows: Uint32Array): number[][] {
  const ownWeek = (row: number) => Math.floor(table.launchDay[row]! / 7);
  const isOneWeek = new Set(Array.from(rows, ownWeek)).size === 1;
  const weekOf = isOneWeek ? (row: number) => row : ownWeek;
  const weeks = [...new Set(Array.from(rows, weekOf))];
  const most = rows.length < SHORT ? PARTS.short : PARTS.longer;
  const parts = Array.from({ length: Math.min(most, weeks.length) }, (): number[] => []);
  const partOf = new Map(weeks.map((week, i) => [week, parts[i % parts.length]!]));
  rows.forEach((row, place) => partOf.get(weekOf(row))!.push(place));
  return parts;
}
