// Launches as the launch Transformer reads them: fields of fixed places, fitted to the context.

import { seededRandom } from '#core/base/random.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { dot } from '#core/base/statistics/vectors.ts';
import { principalComponents } from '#core/base/statistics/principal-components.ts';
import { EXPERT_COUNT, EXPERT_PARTS, fitExperts, type ExpertForecast } from './experts.ts';
import { FACTS_FROM, LABEL_PLACES, MOST_FACTS, type KnownLaunches } from './known-launches.ts';
import {
  DAYS_PER_YEAR,
  fitMeanings,
  fitNumberScale,
  fitSimilarities,
  scaledMeaning,
  scaledNumber,
  tells,
  type NumberScale,
} from './similarities.ts';

const TEXT_PARTS = 12;
const TEXT_SCALE = 3;
const WAVES = [1, 2, 3];
const LABEL_PARTS = 5;
const NUMBER_PLACES = FACTS_FROM + MOST_FACTS;
/** Number of inputs of a launch; the label codes come beside them. */
export const FIELD_COUNT =
  EXPERT_PARTS * EXPERT_COUNT +
  6 +
  2 * WAVES.length +
  1 +
  2 * NUMBER_PLACES +
  TEXT_PARTS +
  LABEL_PARTS * LABEL_PLACES +
  1;
const BOUND = 10;
const LEAST_SPREAD = 0.1;
/** Launches that pull the mean of a label towards that of all. */
const LABEL_PULL = 2;

/** Code of a label that is missing, or that the context does not have. */
export const NO_CODE = -1;

/** One launch as fields. */
export interface Fields {
  /** [FIELD_COUNT] */
  readonly inputs: Float32Array;
  /** A number for each label, the same for equal ones, or NO_CODE, [LABEL_PLACES]. */
  readonly codes: Int16Array;
}

/** Units on the scale of the context: ln(1 + units) = middle + spread · z. */
export interface ScaledUnits {
  readonly middle: number;
  readonly spread: number;
  /** z of the context, [context]. */
  readonly z: Float64Array;
}

/** @param units [context] */
export function scaleUnits(units: ArrayLike<number>): ScaledUnits {
  const logs = Float64Array.from(units, Math.log1p);
  const middle = mean(logs);
  const spread = Math.max(LEAST_SPREAD, standardDeviation(logs));
  return { middle, spread, z: logs.map((log) => (log - middle) / spread) };
}

export interface FittedFields extends ScaledUnits {
  /** Fields of the context. */
  readonly context: readonly Fields[];
  /** @param isFree whether the launch's decisions are still open, and were not made by the seller */
  readonly of: (launches: KnownLaunches, i: number, isFree: boolean) => Fields;
}

/**
 * Fits the fields to launches whose units are known, in order of time.
 * @param units [context]
 */
export function fitFields(context: KnownLaunches, units: ArrayLike<number>): FittedFields {
  const { count } = context;
  const { middle, spread, z } = scaleUnits(units);
  const similarities = fitSimilarities(context);
  const experts = fitExperts(similarities, z);
  const text = fitText(context);
  const labels = context.labels.map((own) => (tells(own) ? fitLabels(own, z) : null));
  const scales = context.numbers.map(fitNumberScale);
  const crowding = fitNumberScale(context.crowding);
  const last = context.day[count - 1]!;
  const years = Math.max((last - context.day[0]!) / DAYS_PER_YEAR, 1 / 52);
  const size = [Math.log(count) - 4.5, Math.log1p(years), Math.log(spread), (middle - 4) / 3];

  const fieldsOf = (
    launches: KnownLaunches,
    i: number,
    { told, own, free }: { told: readonly ExpertForecast[]; own: number | null; free: number },
  ): Fields => {
    const t = (launches.day[i]! - last) / DAYS_PER_YEAR;
    const angle = (2 * Math.PI * launches.day[i]!) / DAYS_PER_YEAR;
    const coded = Array.from({ length: LABEL_PLACES }, (_, place) =>
      labels[place] ? labels[place](launches.labels[place]![i]!, own) : NO_LABEL,
    );
    const inputs = [
      ...told.flatMap(({ forecast, error, explained }) => [forecast, error, explained]),
      ...size,
      Math.min(2, Math.max(-4, t)),
      Math.min(1, Math.max(-1, t / years)),
      ...WAVES.flatMap((k) => [Math.sin(k * angle), Math.cos(k * angle)]),
      crowding ? scaledNumber(crowding, launches.crowding[i]!) : 0,
      ...Array.from({ length: NUMBER_PLACES }, (_, place) =>
        numberParts(scales[place] ?? null, launches.numbers[place]?.[i] ?? NaN),
      ).flat(),
      ...text(launches.meanings[i]!),
      ...coded.flatMap(({ parts }) => parts),
      free,
    ];
    return {
      inputs: Float32Array.from(inputs, (value) => Math.min(BOUND, Math.max(-BOUND, value))),
      codes: Int16Array.from(coded, ({ code }) => code),
    };
  };

  return {
    ...{ middle, spread, z },
    context: Array.from(z, (own, i) =>
      fieldsOf(context, i, { told: experts.map((each) => each.context[i]!), own, free: 0 }),
    ),
    of: (launches, i, isFree) => {
      const alike = similarities.of(launches, i);
      const told = experts.map(({ forecast }) => forecast(alike));
      return fieldsOf(launches, i, { told, own: null, free: isFree ? 1 : 0 });
    },
  };
}

function numberParts(scale: NumberScale | null, value: number): [number, number] {
  return scale && Number.isFinite(value) ? [scaledNumber(scale, value), 0] : [0, 1];
}

/** Returns a function for the principal components of a title's meaning, [TEXT_PARTS]. */
function fitText(context: KnownLaunches): (meaning: Float32Array | null) => number[] {
  const meanings = fitMeanings(context);
  const nothing = new Array<number>(TEXT_PARTS).fill(0);
  if (!meanings) return () => nothing;
  const own = context.meanings.flatMap((each) => {
    const scaled = scaledMeaning(meanings, each);
    return scaled ? [Float32Array.from(scaled)] : [];
  });
  const { directions } = principalComponents(own, TEXT_PARTS, seededRandom(1));
  const wide = Float64Array.from(directions);
  const size = meanings.centre.length;
  return (meaning) => {
    const scaled = scaledMeaning(meanings, meaning);
    if (!scaled) return nothing;
    return nothing.map((_, k) =>
      k * size < wide.length ? TEXT_SCALE * dot(scaled, 0, wide, k * size, size) : 0,
    );
  };
}

interface CodedLabel {
  readonly code: number;
  /** Whether it is missing, whether it is new, how often the context has it, its mean z, and 1 for a known column. */
  readonly parts: readonly number[];
}

const NO_LABEL: CodedLabel = { code: NO_CODE, parts: new Array<number>(LABEL_PARTS).fill(0) };

/** Returns a function of a label and, of a launch of the context, its own z, which its label's mean leaves out. */
function fitLabels(
  labels: readonly string[],
  z: Float64Array,
): (label: string, own: number | null) => CodedLabel {
  const levels = [...new Set(labels.filter((label) => label !== ''))].sort();
  const counts = new Map<string, { count: number; total: number }>(
    levels.map((level) => [level, { count: 0, total: 0 }]),
  );
  labels.forEach((label, i) => {
    const level = counts.get(label);
    if (!level) return;
    level.count++;
    level.total += z[i]!;
  });
  return (label, own) => {
    const level = counts.get(label);
    const count = (level?.count ?? 0) - (level && own !== null ? 1 : 0);
    const total = (level?.total ?? 0) - (level && own !== null ? own : 0);
    const isNew = level ? 0 : 1;
    return {
      code: level ? levels.indexOf(label) : NO_CODE,
      parts: [label === '' ? 1 : 0, isNew, Math.log1p(count) / 3, total / (count + LABEL_PULL), 1],
    };
  };
}
