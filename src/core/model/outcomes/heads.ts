// Defines which outcomes and habits (usual choices) the network learns from a table, and on which scale.

import { basisCount, numberColumnsAt, type ActionBasis } from '../features/action-basis.ts';
import { inputCount, type ProductEncoder } from '../features/product-encoder.ts';
import { weekOfYear } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  finite,
  logit,
  mean,
  median,
  sigmoid,
  standardDeviation,
  sum,
} from '#core/base/statistics/statistics.ts';
import type { NetHead, NetShape, SignedColumn } from '../net/net.ts';
import type { UnitsScale } from './units-scale.ts';

/** Number of four-week periods in a year: fine enough for a habit, coarse enough to be seen in few launches. */
export const PERIODS_PER_YEAR = 13;
const WEEKS_PER_PERIOD = 4;

/**
 * Least share of launches with funnel counts, and least number of them, for which units are learnt through the funnel.
 * Otherwise units are learnt directly.
 */
const FUNNEL_MIN_SHARE = 0.6;
const FUNNEL_MIN_ROWS = 24;

/** Coefficient before training: a price 20% lower sells a quarter more, an elasticity of about −1.3. */
const USUAL_PRICE_RESPONSE = 0.26;
/** Coefficient before training: twice the ad spend is seen by 7% more. */
const USUAL_SPEND_RESPONSE = 0.1;
const FAINT_RESPONSE = 0.02;

/** Outcomes that are counts, learnt on the scale of log1p. */
export const COUNT_NAMES = ['impressions', 'units'] as const;
/** Outcomes that are shares: the columns of what happened, and of how often it could have. */
export const RATES = {
  clickRate: ['clicks', 'impressions'],
  conversion: ['orders', 'clicks'],
  returnRate: ['returns', 'units'],
} as const;
/** Outcomes that are means of opinions. */
export const SCORE_NAMES = ['rating'] as const;

export type OutcomeHead =
  | {
      readonly kind: 'count';
      readonly name: (typeof COUNT_NAMES)[number];
      readonly mean: number;
      readonly deviation: number;
    }
  | { readonly kind: 'rate'; readonly name: RateName; readonly offset: number }
  | {
      readonly kind: 'score';
      readonly name: (typeof SCORE_NAMES)[number];
      readonly mean: number;
      readonly deviation: number;
    };

export type RateName = keyof typeof RATES;
export type OutcomeName = OutcomeHead['name'];
export const RATE_NAMES = Object.keys(RATES) as RateName[];
export const OUTCOME_NAMES: readonly OutcomeName[] = [
  ...COUNT_NAMES,
  ...RATE_NAMES,
  ...SCORE_NAMES,
];

export type HabitHead =
  | { readonly kind: 'channel' | 'promotion'; readonly value: string; readonly offset: number }
  | { readonly kind: 'period'; readonly value: number; readonly offset: number };

export interface Heads {
  /** Outcome heads; first those that units are computed from: the funnel's three, or units. */
  readonly outcomes: readonly OutcomeHead[];
  readonly habits: readonly HabitHead[];
  readonly unitsPerOrder: number;
}

/** Chooses and scales the heads for some rows. `decided` names the outcomes where these were settled on fewer rows. */
export function fitHeads(
  table: LaunchTable,
  rows: Uint32Array,
  {
    basis,
    decided,
  }: { readonly basis: ActionBasis; readonly decided?: readonly OutcomeName[] | undefined },
): Heads {
  const withFunnel = Array.from(rows).filter((row) => hasFunnel(table, row));
  const funnel = decided
    ? decided.includes('clickRate')
    : withFunnel.length >= Math.max(FUNNEL_MIN_ROWS, rows.length * FUNNEL_MIN_SHARE);
  const unitHeads = funnel
    ? [
        countHead('impressions', table.impressions, rows),
        rateHead('clickRate', table, withFunnel),
        rateHead('conversion', table, withFunnel),
      ]
    : [countHead('units', table.units, rows)];
  const later = [...returnHeads(table, rows), ...ratingHeads(table, rows)];
  return {
    outcomes: [...unitHeads, ...later.filter((head) => decided?.includes(head.name) ?? true)],
    habits: habitHeads(table, rows, basis),
    unitsPerOrder: funnel ? usualUnitsPerOrder(table, withFunnel) : 1,
  };
}

/** Returns the network's heads, outcomes first: those have the whole action basis, habits the constant only. */
export function netHeads(heads: Heads, basis: ActionBasis): NetHead[] {
  return [
    ...heads.outcomes.map(({ name }) => ({
      name,
      basis: basisCount(basis),
      signed: signedColumns(name, basis),
    })),
    ...heads.habits.map(({ kind, value }) => ({ name: `${kind}:${value}`, basis: 1 })),
  ];
}

/**
 * Returns the columns whose sign is known: a higher price sells less and more ad spend is seen more, whatever chance
 * made of a few launches.
 */
export function signedColumns(name: OutcomeHead['name'], basis: ActionBasis): SignedColumn[] {
  if (name === 'returnRate' || name === 'rating') return [];
  const { price, spend } = numberColumnsAt(basis);
  const sells = name === 'conversion' || name === 'units';
  const falls = {
    column: price,
    sign: -1,
    start: sells ? USUAL_PRICE_RESPONSE : FAINT_RESPONSE,
  } as const;
  const rises = { column: spend, sign: 1, start: USUAL_SPEND_RESPONSE } as const;
  return name === 'impressions' || name === 'units' ? [falls, rises] : [falls];
}

/** Returns a z, offset included, in the outcome's own unit: a count, a share of 1 or a score. */
export function outcomeOf(head: OutcomeHead, z: number): number {
  if (head.kind === 'rate') return sigmoid(z);
  const value = z * head.deviation + head.mean;
  return head.kind === 'score' ? value : Math.max(0, Math.expm1(value));
}

/** Returns the baseline of each head's z: the logit of its mean rate, 0 for counts and scores. */
export function headOffsets(heads: Heads): number[] {
  return [
    ...heads.outcomes.map((head) => (head.kind === 'rate' ? head.offset : 0)),
    ...heads.habits.map((head) => head.offset),
  ];
}

/**
 * Returns how units are computed from the outcome heads.
 * @throws Error where the first head is not a count
 */
export function unitsScale(heads: Heads): UnitsScale {
  const [first, clicks, orders] = heads.outcomes;
  if (first?.kind !== 'count') throw new Error('the first head is a count, impressions or units');
  if (first.name === 'units' || clicks?.kind !== 'rate' || orders?.kind !== 'rate') {
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

interface Sizes {
  readonly members: number;
  readonly width: number;
  readonly fromRidges?: boolean | undefined;
}

/** Returns the shape of a network. What is linear is left to the ridge, unless the network starts from it. */
export function netShape(
  encoding: RowEncoding,
  { members, width, fromRidges = false }: Sizes,
): NetShape {
  return {
    inputs: inputCount(encoding.encoder),
    members,
    width,
    hasSkip: fromRidges,
    heads: netHeads(encoding.heads, encoding.basis),
  };
}

/** Returns the four-week period of a day, from 0. */
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

/** Factor from which units per order, more or fewer than usual, count as an input error. */
const ODD_FACTOR = 3;

/** Returns units per order over all launches but odd ones; 1 where nothing was sold. */
function usualUnitsPerOrder(table: LaunchTable, rows: readonly number[]): number {
  const sold = rows.filter((row) => table.orders[row]! > 0 && table.units[row]! > 0);
  if (sold.length === 0) return 1;
  const ratio = (row: number): number => table.units[row]! / table.orders[row]!;
  const usual = median(sold.map(ratio));
  const plain = sold.filter((row) => Math.abs(Math.log(ratio(row) / usual)) < Math.log(ODD_FACTOR));
  return total(table.units, plain) / total(table.orders, plain);
}

function countHead(
  name: (typeof COUNT_NAMES)[number],
  column: Float64Array,
  rows: Uint32Array,
): OutcomeHead {
  const logs = finite(Array.from(rows, (row) => Math.log1p(column[row]!)));
  const deviation = logs.length > 1 ? standardDeviation(logs) : 0;
  return { kind: 'count', name, mean: logs.length > 0 ? mean(logs) : 0, deviation: deviation || 1 };
}

/** Least number of launches with a known return rate or rating, whatever their share. */
const LATER_MIN_ROWS = 24;

function returnHeads(table: LaunchTable, rows: Uint32Array): OutcomeHead[] {
  const known = Array.from(rows).filter((row) => table.returns[row]! <= table.units[row]!);
  // Where nothing ever came back, a head would predict the rate that its smoothing assumes: half a unit of each launch.
  if (known.length < LATER_MIN_ROWS || total(table.returns, known) === 0) return [];
  return [rateHead('returnRate', table, known)];
}

function ratingHeads(table: LaunchTable, rows: Uint32Array): OutcomeHead[] {
  const known = finite(Array.from(rows, (row) => table.rating[row]!));
  if (known.length < LATER_MIN_ROWS) return [];
  const deviation = standardDeviation(known) || 1;
  return [{ kind: 'score', name: 'rating', mean: mean(known), deviation }];
}

function rateHead(name: RateName, table: LaunchTable, rows: readonly number[]): OutcomeHead {
  const [hits, tries] = RATES[name];
  const offset = logit((total(table[hits], rows) + 0.5) / (total(table[tries], rows) + 1));
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
