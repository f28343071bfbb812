// Turns launches into rows of the network's generic loss: each outcome a count, score or rate, each habit a yes or no,
// and missing values masked.

import { basisCount } from '../features/action-basis.ts';
import { encodeLaunches } from '../features/encode-launches.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { logit, softplus } from '#core/base/statistics/statistics.ts';
import {
  netHeads,
  periodOf,
  RATES,
  type HabitHead,
  type OutcomeHead,
  type RateName,
  type RowEncoding,
} from './heads.ts';
import { outputCount, type TrainingRows } from '../net/net.ts';

/**
 * Weight of rates. They are over-dispersed: a launch with many successes does not count as that many independent ones.
 */
const RATE_WEIGHT = 0.3;
/** Weight of ratings, which come from few buyers and do not determine units. */
const SCORE_WEIGHT = 0.3;
const OVERDISPERSION = 0.05;
/** Weight of habits: there are many, and they must not dominate the trunk that they share. */
const HABIT_WEIGHT = 0.03;
/** Standard deviations at which outcomes are clipped, so that an input error has little effect. */
const MAX_DEVIATIONS = 4;

/** Encodes some rows of a table, with the terms of their loss as in net.ts. Outcomes that are not known have zeros. */
export function buildTrainingRows(
  table: LaunchTable,
  rows: Uint32Array,
  encoding: RowEncoding,
): TrainingRows {
  const { outcomes, habits } = encoding.heads;
  const headCount = outcomes.length + habits.length;
  const { x, phi } = encodeLaunches(encoding, table, rows);
  const empty = (): Float32Array => new Float32Array(rows.length * headCount);
  const built = { soft: empty(), square: empty(), target: empty(), constant: empty() };
  rows.forEach((row, i) => {
    outcomes.forEach((head, h) => {
      const at = i * headCount + h;
      if (head.kind === 'rate') setBinomial(built, at, rateOutcome(head.name, table, row));
      else {
        const weight = head.kind === 'score' ? SCORE_WEIGHT : 1;
        setGaussian(built, at, { value: standardised(head, table, row), weight });
      }
    });
    habits.forEach((head, h) =>
      setBinomial(built, i * headCount + outcomes.length + h, habitOutcome(head, table, row)),
    );
  });
  return {
    rowCount: rows.length,
    x,
    phi: tileBasis(phi, { rowCount: rows.length, encoding }),
    ...built,
  };
}

/** Returns [rows, outputCount]: the action basis once per outcome head, then the constant once per habit head. */
export function tileBasis(
  phi: Float32Array,
  options: { readonly rowCount: number; readonly encoding: RowEncoding },
): Float32Array {
  const { basis, heads } = options.encoding;
  const width = basisCount(basis);
  const outputs = outputCount({ heads: netHeads(heads, basis) });
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

function setGaussian(
  terms: LossTerms,
  at: number,
  { value, weight }: { readonly value: number; readonly weight: number },
): void {
  if (Number.isNaN(value)) return;
  terms.square[at] = weight;
  terms.target[at] = weight * value;
  terms.constant[at] = (weight * value * value) / 2;
}

export interface BinomialOutcome {
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

/** Returns the least of trials × softplus(z) − successes × z over z: zero where nothing or everything succeeded. */
function perfectLoss(trials: number, successes: number): number {
  if (successes <= 0 || successes >= trials) return 0;
  const z = logit(successes / trials);
  return trials * softplus(z) - successes * z;
}

/**
 * Returns a score, or log1p of a count, on the network's scale, clipped at ±4 deviations; NaN where it is not known.
 */
export function standardised(
  head: Exclude<OutcomeHead, { kind: 'rate' }>,
  table: LaunchTable,
  row: number,
): number {
  const known = table[head.name][row]!;
  const value = ((head.kind === 'score' ? known : Math.log1p(known)) - head.mean) / head.deviation;
  return Math.max(-MAX_DEVIATIONS, Math.min(MAX_DEVIATIONS, value));
}

/** Returns the counts of a rate; null where they are missing or contradict each other. */
export function rateOutcome(
  name: RateName,
  table: LaunchTable,
  row: number,
): BinomialOutcome | null {
  const [hits, tries] = RATES[name];
  const successes = table[hits][row]!;
  const trials = table[tries][row]!;
  if (!(trials > 0) || !(successes >= 0) || successes > trials) return null;
  return { weight: RATE_WEIGHT / (1 + OVERDISPERSION * successes), trials, successes };
}

function habitOutcome(head: HabitHead, table: LaunchTable, row: number): BinomialOutcome | null {
  const actual = head.kind === 'period' ? periodOf(table.launchDay[row]!) : table[head.kind][row]!;
  if (actual === '') return null;
  return { weight: HABIT_WEIGHT, trials: 1, successes: actual === head.value ? 1 : 0 };
}
