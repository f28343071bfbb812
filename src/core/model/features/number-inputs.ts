// Encodes attributes that are numbers, such as weight or the number of pages: scaled, and as shares of the way through
// each fifth of the known values, so that an effect may bend (piecewise-linear encoding: Gorishniy, Rubachev, Babenko,
// "On embeddings for numerical features in tabular deep learning", NeurIPS 2022).

import { measureOn, readMeasures, type MeasureScale } from '#core/import/values/read-measure.ts';
import {
  finite,
  mean,
  median,
  quantile,
  standardDeviation,
} from '#core/base/statistics/statistics.ts';

/** How the numbers of one attribute become inputs; fitted on the training set. */
export interface NumberInput {
  /** Name of the attribute. */
  readonly name: string;
  readonly scale: MeasureScale;
  /** Numbers are logged as log1p(value / unit); 0: they are not. */
  readonly logUnit: number;
  readonly centre: number;
  /** Robust standard deviation, above 0. */
  readonly spread: number;
  /** Ends of the fifths, ascending, each once; at least two. */
  readonly edges: readonly number[];
  /**
   * Inputs of a missing number, the means of the known ones. Absent where enough launches miss it, so that "missing" is
   * learnt.
   */
  readonly missing?: readonly number[] | undefined;
}

const FIFTHS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Quartiles of a normal distribution are this many standard deviations apart. */
const QUARTILES_APART = 1.349;
/** With fewer launches that miss a number, what that means cannot be learnt. */
const LEAST_MISSING = 3;
/** Scale that gives a number about the spread of a 0/1 input. */
const NUMBER_SCALE = 0.5;

/** Fits the inputs of an attribute; null where its texts are no numbers, or all the same. */
export function fitNumberInput(name: string, texts: readonly string[]): NumberInput | null {
  const measures = readMeasures(texts, '.');
  if (!measures) return null;
  const values = finite(measures.values);
  const logUnit = logUnitOf(values);
  const scaled = values.map((value) => logged(value, logUnit));
  const edges = [...new Set(FIFTHS.map((share) => quantile(scaled, share)))];
  if (edges.length < 2) return null;
  const quartiles = quantile(scaled, 0.75) - quantile(scaled, 0.25);
  const spread = quartiles > 0 ? quartiles / QUARTILES_APART : standardDeviation(scaled);
  const input = { name, scale: measures.scale, logUnit, centre: median(scaled), spread, edges };
  if (texts.length - values.length >= LEAST_MISSING) return input;
  return { ...input, missing: meanInputs(input, scaled) };
}

/** Returns the number of inputs: the scaled number, whether it is missing, and one for each fifth. */
export function numberInputCount({ edges }: NumberInput): number {
  return 2 + edges.length - 1;
}

/**
 * Returns the inputs of one text, [numberInputCount]; where it holds no number, all 0 but "missing", or those for a
 * missing one.
 */
export function numberInputsOf(input: NumberInput, text: string): number[] {
  const { scale, logUnit, edges } = input;
  const value = logged(measureOn(scale, text, '.'), logUnit);
  if (!Number.isNaN(value)) return knownInputs(input, value);
  return input.missing ? [...input.missing] : [0, 1, ...edges.slice(1).fill(0)];
}

function knownInputs({ centre, spread, edges }: NumberInput, value: number): number[] {
  const shares = edges
    .slice(1)
    .map((edge, i) => Math.min(1, Math.max(0, (value - edges[i]!) / (edge - edges[i]!))));
  return [bounded(((value - centre) / spread) * NUMBER_SCALE), 0, ...shares];
}

function meanInputs(input: NumberInput, values: readonly number[]): number[] {
  const sums = new Float64Array(numberInputCount(input));
  for (const value of values)
    knownInputs(input, value).forEach((own, column) => (sums[column] = sums[column]! + own));
  return Array.from(sums, (sum) => sum / values.length);
}

/** Clips smoothly to ±3, so that outliers do not dominate (RealMLP, arXiv 2407.04491): x / √(1 + (x/3)²). */
export function bounded(x: number): number {
  const near = Math.max(-FARTHEST, Math.min(FARTHEST, x));
  return near / Math.sqrt(1 + (near / 3) ** 2);
}

/** Beyond it nothing changes, and an infinite number would give NaN. */
const FARTHEST = 1e6;

/** Returns the median positive value where logs are less skewed than the values; 0 where they are not, or not defined. */
function logUnitOf(values: readonly number[]): number {
  if (values.some((value) => value < 0)) return 0;
  const unit = median(values.filter((value) => value > 0));
  if (!(unit > 0)) return 0;
  const logs = values.map((value) => logged(value, unit));
  return Math.abs(skewness(logs)) < Math.abs(skewness(values)) ? unit : 0;
}

function logged(value: number, logUnit: number): number {
  return logUnit > 0 ? Math.log1p(Math.max(0, value) / logUnit) : value;
}

/** Returns the third standardised moment; 0 for equal values. */
function skewness(values: readonly number[]): number {
  const [middle, spread] = [mean(values), standardDeviation(values)];
  return spread > 0 ? mean(values.map((value) => ((value - middle) / spread) ** 3)) : 0;
}
