// When buyers come back: the BG/NBD model (Fader, Hardie & Lee 2005, "Counting your customers the easy way", Marketing
// Science 24). While active a buyer orders at random at a rate of their own; after each order they may leave for good.
// Rates are gamma distributed over buyers, chances of leaving are beta distributed.

import { digamma, logGamma } from '#core/base/statistics/gamma.ts';
import { minimise } from '#core/base/statistics/lbfgs.ts';

/** [buyers]; times since the buyer's first order, all in one unit. */
export interface RepeatPurchases {
  /** Orders after the first. */
  readonly repeats: Float64Array;
  /** Time of the last order; 0 without repeats. */
  readonly lastAt: Float64Array;
  /** How long the buyer has been observed. */
  readonly observed: Float64Array;
}

/** Rates are gamma (r, alpha), chances of leaving beta (a, b). alpha is in the unit of the times. */
export interface RepeatModel {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** One buyer's history, as in `RepeatPurchases`. */
export interface RepeatHistory {
  readonly repeats: number;
  readonly lastAt: number;
  readonly observed: number;
}

const DESCENT = { iterations: 300, tolerance: 1e-13 };
/** Bounds of the parameters' logarithms: beyond them the likelihood is flat. */
const MOST_LOG = 9;

/** Returns the parameters of maximum likelihood. */
export function fitRepeatModel(purchases: RepeatPurchases): RepeatModel {
  const count = Math.max(1, purchases.repeats.length);
  const descended = minimise(
    (at, gradient) => {
      const found = likelihood(modelAt(at), purchases);
      for (let j = 0; j < 4; j++) {
        const isFree = Math.abs(at[j]!) < MOST_LOG;
        gradient[j] = isFree ? (-found.slopes[j]! * Math.exp(at[j]!)) / count : 0;
      }
      return -found.value / count;
    },
    Float64Array.of(-1, Math.log(typicalTime(purchases)), 0, 1),
    DESCENT,
  );
  return modelAt(descended);
}

/** Returns the log-likelihood of the histories. */
export function repeatLikelihood(model: RepeatModel, purchases: RepeatPurchases): number {
  return likelihood(model, purchases).value;
}

/** Returns the chance that a buyer has not left, 0–1. */
export function chanceActive(model: RepeatModel, history: RepeatHistory): number {
  return 1 / (1 + oddsLeft(model, history));
}

/**
 * Returns the orders that a buyer is expected to make in the time `ahead` (equation 10 of the paper), in the unit of the
 * times.
 */
export function expectedOrders(model: RepeatModel, history: RepeatHistory, ahead: number): number {
  const { r, alpha, b } = model;
  // The formula is a limit at a = 1.
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
  const { repeats, observed } = history;
  const whole = alpha + observed + ahead;
  const grown = hypergeometric([r + repeats, b + repeats, a + b + repeats - 1], ahead / whole);
  const bracket = 1 - ((alpha + observed) / whole) ** (r + repeats) * grown;
  const orders = ((a + b + repeats - 1) / (a - 1)) * bracket * chanceActive(model, history);
  return Math.max(0, orders);
}

/** Returns a over b + x − 1, times how much longer the silence is than the history: the odds of having left. */
function oddsLeft(
  { r, alpha, a, b }: RepeatModel,
  { repeats, lastAt, observed }: RepeatHistory,
): number {
  if (repeats === 0) return 0;
  return (a / (b + repeats - 1)) * ((alpha + observed) / (alpha + lastAt)) ** (r + repeats);
}

function modelAt(logs: Float64Array): RepeatModel {
  const [r, alpha, a, b] = Array.from(logs, (log) =>
    Math.exp(Math.max(-MOST_LOG, Math.min(MOST_LOG, log))),
  );
  return { r: r!, alpha: alpha!, a: a!, b: b! };
}

function typicalTime({ observed }: RepeatPurchases): number {
  let total = 0;
  for (const time of observed) total += time;
  return Math.max(1e-3, total / Math.max(1, observed.length) / 5);
}

/** Returns the log-likelihood and its derivatives by r, alpha, a and b. */
function likelihood(model: RepeatModel, { repeats, lastAt, observed }: RepeatPurchases) {
  const { r, alpha, a, b } = model;
  const partOf = partsByCount(model);
  const slopes = new Float64Array(4);
  let value = 0;
  for (let i = 0; i < repeats.length; i++) {
    const x = repeats[i]!;
    const part = partOf(x);
    const [stays, leaves] = [alpha + observed[i]!, alpha + lastAt[i]!];
    const [logStays, logLeaves] = [Math.log(stays), Math.log(leaves)];
    const ifActive = -(r + x) * logStays;
    const ifLeft = x > 0 ? part.left - (r + x) * logLeaves : -Infinity;
    const highest = Math.max(ifActive, ifLeft);
    const both = highest + Math.log(Math.exp(ifActive - highest) + Math.exp(ifLeft - highest));
    const left = Math.exp(ifLeft - both);
    const active = 1 - left;
    value += part.value + both;
    slopes[0]! += part.byR - active * logStays - left * logLeaves;
    slopes[1]! += r / alpha - (r + x) * (active / stays + left / leaves);
    slopes[2]! += part.byA + left / a;
    slopes[3]! += part.byB - (x > 0 ? left / (b + x - 1) : 0);
  }
  return { value, slopes };
}

/** Parts of the likelihood that depend on the number of repeats alone. */
interface CountPart {
  readonly value: number;
  readonly left: number;
  readonly byR: number;
  readonly byA: number;
  readonly byB: number;
}

function partsByCount({ r, alpha, a, b }: RepeatModel): (repeats: number) => CountPart {
  const known = new Map<number, CountPart>();
  const fixed = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
  const [ofR, ofB, ofBoth] = [digamma(r), digamma(b), digamma(a + b)];
  return (x) => {
    const found = known.get(x);
    if (found) return found;
    const rest = digamma(a + b + x);
    const part = {
      value: fixed + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x),
      left: Math.log(a) - Math.log(b + x - 1),
      byR: digamma(r + x) - ofR + Math.log(alpha),
      byA: ofBoth - rest,
      byB: ofBoth + digamma(b + x) - ofB - rest,
    };
    known.set(x, part);
    return part;
  };
}

/** Returns Gauss's series ₂F₁(a, b; c; z) for 0 ≤ z < 1. */
function hypergeometric([a, b, c]: readonly [a: number, b: number, c: number], z: number): number {
  let [term, total] = [1, 1];
  for (let n = 0; n < 20_000 && Math.abs(term) > 1e-13 * Math.abs(total); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    total += term;
  }
  return total;
}
