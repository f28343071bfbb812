// Which outcomes and habits the net learns from a table, on which scale, and the table's rows in the net's generic loss.

import {
  basisCount,
  encodeActions,
  pastAction,
  type ActionBasis,
} from '../features/action-basis.ts';
import { encodeProducts, inputCount, type ProductEncoder } from '../features/product-encoder.ts';
import { weekOfYear } from '../dates.ts';
import type { LaunchTable } from '../launch/launch-table.ts';
import { finite, logit, mean, softplus, standardDeviation, sum } from '../statistics.ts';
import { outputCount, type NetHead, type NetShape, type TrainingRows } from './net.ts';
import type { UnitsScale } from './units-scale.ts';

/** Four-week periods of the year: fine enough for a habit, coarse enough to be seen in few launches. */
export const PERIODS_PER_YEAR = 13;
export const WEEKS_PER_PERIOD = 4;

/** Funnel counts teach through the funnel only where most launches have them; else units are learnt directly. */
const FUNNEL_MIN_SHARE = 0.6;
const FUNNEL_MIN_ROWS = 24;
/** Rates are over-dispersed: a launch with many successes does not count as that many independent ones. */
const RATE_WEIGHT = 0.3;
const OVERDISPERSION = 0.05;
/** Habits share the trunk but must not steer it: there are many of them. */
const HABIT_WEIGHT = 0.03;
/** Standardised outcomes are cut here, so that a slip of the pen does not steer. */
const MAX_DEVIATIONS = 4;

type OutcomeHead =
  | {
      readonly kind: 'count';
      readonly name: 'impressions' | 'units';
      readonly mean: number;
      readonly deviation: number;
    }
  | { readonly kind: 'rate'; readonly name: 'clickRate' | 'conversion'; readonly offset: number };

type HabitHead =
  | { readonly kind: 'channel' | 'promotion'; readonly value: string; readonly offset: number }
  | { readonly kind: 'period'; readonly value: number; readonly offset: number };

export interface Heads {
  readonly outcomes: readonly OutcomeHead[];
  readonly habits: readonly HabitHead[];
  readonly unitsPerOrder: number;
}

export function fitHeads(table: LaunchTable, rows: Uint32Array, basis: ActionBasis): Heads {
  const withFunnel = Array.from(rows).filter((row) => hasFunnel(table, row));
  const funnel = withFunnel.length >= Math.max(FUNNEL_MIN_ROWS, rows.length * FUNNEL_MIN_SHARE);
  const sold = withFunnel.filter((row) => table.orders[row]! > 0 && table.units[row]! > 0);
  return {
    outcomes: funnel
      ? [
          countHead('impressions', table.impressions, rows),
          rateHead('clickRate', table.clicks, table.impressions, withFunnel),
          rateHead('conversion', table.orders, table.clicks, withFunnel),
        ]
      : [countHead('units', table.units, rows)],
    habits: habitHeads(table, rows, basis),
    unitsPerOrder:
      funnel && sold.length > 0 ? total(table.units, sold) / total(table.orders, sold) : 1,
  };
}

export function netHeads(heads: Heads, basis: ActionBasis): NetHead[] {
  return [
    ...heads.outcomes.map(({ name }) => ({ name, basis: basisCount(basis) })),
    ...heads.habits.map(({ kind, value }) => ({ name: `${kind}:${value}`, basis: 1 })),
  ];
}

export function headOffsets(heads: Heads): number[] {
  return [
    ...heads.outcomes.map((head) => (head.kind === 'rate' ? head.offset : 0)),
    ...heads.habits.map((head) => head.offset),
  ];
}

export function unitsScale(heads: Heads): UnitsScale {
  const [first, clicks, orders] = heads.outcomes;
  if (first?.kind !== 'count') throw new Error('the first head is a count, impressions or units');
  if (clicks?.kind !== 'rate' || orders?.kind !== 'rate') {
    return { kind: 'direct', mean: first.mean, deviation: first.deviation, headIndex: 0 };
  }
  return {
    kind: 'funnel',
    impressionsMean: first.mean,
    impressionsDeviation: first.deviation,
    clickOffset: clicks.offset,
    orderOffset: orders.offset,
    unitsPerOrder: heads.unitsPerOrder,
    headIndexes: { impressions: 0, clickRate: 1, conversion: 2 },
  };
}

export interface RowEncoding {
  readonly encoder: ProductEncoder;
  readonly basis: ActionBasis;
  readonly heads: Heads;
}

export function netShape(
  encoding: RowEncoding,
  size: { readonly members: number; readonly width: number },
): NetShape {
  return {
    inputs: inputCount(encoding.encoder),
    ...size,
    heads: netHeads(encoding.heads, encoding.basis),
  };
}

export function buildTrainingRows(
  table: LaunchTable,
  rows: Uint32Array,
  encoding: RowEncoding,
): TrainingRows {
  const { outcomes, habits } = encoding.heads;
  const headCount = outcomes.length + habits.length;
  const phi = encodeActions(encoding.basis, rows.length, (i) => pastAction(table, rows[i]!));
  const empty = (): Float32Array => new Float32Array(rows.length * headCount);
  const built = { soft: empty(), square: empty(), target: empty(), constant: empty() };
  rows.forEach((row, i) => {
    outcomes.forEach((head, h) => {
      const at = i * headCount + h;
      if (head.kind === 'count') setGaussian(built, at, standardised(head, table, row));
      else setBinomial(built, at, rateOutcome(head.name, table, row));
    });
    habits.forEach((head, h) =>
      setBinomial(built, i * headCount + outcomes.length + h, habitOutcome(head, table, row)),
    );
  });
  return {
    rowCount: rows.length,
    x: encodeProducts(encoding.encoder, table, rows),
    phi: tileBasis(phi, { rowCount: rows.length, encoding }),
    ...built,
  };
}

/** [rows, outputCount]: the action basis once per outcome head, then the constant once per habit head. */
export function tileBasis(
  phi: Float32Array,
  options: { readonly rowCount: number; readonly encoding: RowEncoding },
): Float32Array {
  const { basis, heads } = options.encoding;
  const width = basisCount(basis);
  const outputs = outputCount({ inputs: 0, members: 0, width: 0, heads: netHeads(heads, basis) });
  const tiled = new Float32Array(options.rowCount * outputs);
  for (let i = 0; i < options.rowCount; i++) {
    const one = phi.subarray(i * width, (i + 1) * width);
    heads.outcomes.forEach((_, h) => tiled.set(one, i * outputs + h * width));
    tiled.fill(1, i * outputs + heads.outcomes.length * width, (i + 1) * outputs);
  }
  return tiled;
}

interface LossTerms {
  readonly soft: Float32Array;
  readonly square: Float32Array;
  readonly target: Float32Array;
  readonly constant: Float32Array;
}

function setGaussian(terms: LossTerms, at: number, value: number): void {
  if (Number.isNaN(value)) return;
  terms.square[at] = 1;
  terms.target[at] = value;
  terms.constant[at] = (value * value) / 2;
}

interface BinomialOutcome {
  readonly weight: number;
  readonly trials: number;
  readonly successes: number;
}

function setBinomial(terms: LossTerms, at: number, outcome: BinomialOutcome | null): void {
  if (!outcome) return;
  const { weight, trials, successes } = outcome;
  terms.soft[at] = weight * trials;
  terms.target[at] = weight * successes;
  terms.constant[at] = -weight * perfectLoss(trials, successes);
}

/** trials × softplus(z) − successes × z at the z that fits best: zero when nothing or everything succeeded. */
function perfectLoss(trials: number, successes: number): number {
  if (successes <= 0 || successes >= trials) return 0;
  const z = logit(successes / trials);
  return trials * softplus(z) - successes * z;
}

function standardised(
  head: Extract<OutcomeHead, { kind: 'count' }>,
  table: LaunchTable,
  row: number,
): number {
  const value = (Math.log1p(table[head.name][row]!) - head.mean) / head.deviation;
  return Math.max(-MAX_DEVIATIONS, Math.min(MAX_DEVIATIONS, value));
}

function rateOutcome(
  name: 'clickRate' | 'conversion',
  table: LaunchTable,
  row: number,
): BinomialOutcome | null {
  const [hits, tries] =
    name === 'clickRate' ? [table.clicks, table.impressions] : [table.orders, table.clicks];
  const successes = hits[row]!;
  const trials = tries[row]!;
  if (!(trials > 0) || !(successes >= 0) || successes > trials) return null;
  return { weight: RATE_WEIGHT / (1 + OVERDISPERSION * successes), trials, successes };
}

function habitOutcome(head: HabitHead, table: LaunchTable, row: number): BinomialOutcome | null {
  const actual = head.kind === 'period' ? periodOf(table.launchDay[row]!) : table[head.kind][row]!;
  if (actual === '') return null;
  return { weight: HABIT_WEIGHT, trials: 1, successes: actual === head.value ? 1 : 0 };
}

export function periodOf(day: number): number {
  return Math.floor(weekOfYear(day) / WEEKS_PER_PERIOD);
}

function habitHeads(table: LaunchTable, rows: Uint32Array, basis: ActionBasis): HabitHead[] {
  const share = (matches: (row: number) => boolean): number => {
    const count = Array.from(rows).filter(matches).length;
    return logit((count + 0.5) / (rows.length + 1));
  };
  const textHeads = (kind: 'channel' | 'promotion', values: readonly string[]): HabitHead[] =>
    values.map((value) => ({ kind, value, offset: share((row) => table[kind][row] === value) }));
  return [
    ...textHeads('channel', basis.channels),
    ...textHeads('promotion', basis.promotions),
    ...Array.from({ length: PERIODS_PER_YEAR }, (_, value) => ({
      kind: 'period' as const,
      value,
      offset: share((row) => periodOf(table.launchDay[row]!) === value),
    })),
  ];
}

function countHead(
  name: 'impressions' | 'units',
  column: Float64Array,
  rows: Uint32Array,
): OutcomeHead {
  const logs = finite(Array.from(rows, (row) => Math.log1p(column[row]!)));
  const deviation = logs.length > 1 ? standardDeviation(logs) : 0;
  return { kind: 'count', name, mean: logs.length > 0 ? mean(logs) : 0, deviation: deviation || 1 };
}

function rateHead(
  name: 'clickRate' | 'conversion',
  hits: Float64Array,
  tries: Float64Array,
  rows: readonly number[],
): OutcomeHead {
  const offset = logit((total(hits, rows) + 0.5) / (total(tries, rows) + 1));
  return { kind: 'rate', name, offset };
}

function hasFunnel(table: LaunchTable, row: number): boolean {
  const [impressions, clicks, orders] = [
    table.impressions[row]!,
    table.clicks[row]!,
    table.orders[row]!,
  ];
  return impressions > 0 && clicks >= 0 && clicks <= impressions && orders >= 0 && orders <= clicks;
}

function total(column: Float64Array, rows: readonly number[]): number {
  return sum(rows.map((row) => column[row]!));
}
