// Calculates the waterfall from a typical launch to a plan, part by part, on an axis where equal factors have equal
// lengths.

import type { PredictionParts } from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { niceAxis, type Axis } from '#components/charts/geometry/scale.ts';
import { formatFactor, formatUnits } from '#components/words/numbers.ts';
import { partName } from './explanation-words.ts';

export interface WaterfallStep {
  readonly key: string;
  readonly label: string;
  /** The effect as a factor; at both ends, the units. */
  readonly text: string;
  readonly tone: 'typical' | 'more' | 'less' | 'plan';
  /** On the scale of the axis, such as log1p(units); an end that is a point begins where it ends. */
  readonly from: number;
  readonly to: number;
}

export interface WaterfallAxis extends Pick<Axis, 'min' | 'max'> {
  readonly labelled: readonly { readonly at: number; readonly text: string }[];
}

/** Returns the axis of steps on the log1p(units) scale. */
export function unitsAxisOf(steps: readonly WaterfallStep[], wanted: number): WaterfallAxis {
  const { min, max, ticks } = waterfallAxis(steps, wanted);
  const labelled = ticks.map((units) => ({ at: Math.log1p(units), text: formatUnits(units) }));
  return { min, max, labelled };
}

/** Returns the steps from a typical launch to the plan, with one for each part. */
export function waterfallSteps(
  { typicalLog, predictedLog, parts }: PredictionParts,
  plan: LaunchPlan,
): WaterfallStep[] {
  let reached = typicalLog;
  const between = parts.map(({ group, log }): WaterfallStep => {
    const from = reached;
    reached += log;
    return {
      ...{ key: group, label: partName(group, plan), text: formatFactor(Math.exp(log)) },
      ...{ tone: log < 0 ? 'less' : 'more', from, to: reached },
    };
  });
  return [
    endStep('typical', m.why_typical(), typicalLog),
    ...between,
    endStep('plan', m.why_this_plan(), predictedLog),
  ];
}

function endStep(tone: 'typical' | 'plan', label: string, log: number): WaterfallStep {
  return { key: tone, label, text: unitsText(log), tone, from: log, to: log };
}

export function unitsText(log: number): string {
  return formatUnits(unitsAt(log));
}

/** Returns the units at a log1p(units) value, at least 0. */
export function unitsAt(log: number): number {
  return Math.max(0, Math.expm1(log));
}

/** Least span of the axis, in log units: a factor of 1.2. */
const LEAST_SPAN = Math.log(1.2);
/** Above this span, a factor of 3, ticks are at 1, 2 and 5 times powers of ten, if enough of them are inside. */
const WIDE_SPAN = Math.log(3);
const FEWEST_TICKS = 2;
const MARGIN = 0.06;

/**
 * Returns the axis of a waterfall. min, max: log1p(units) with room at both ends; ticks: units, about as many as
 * wanted.
 */
export function waterfallAxis(steps: readonly WaterfallStep[], wanted: number): Axis {
  const logs = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const span = Math.max(LEAST_SPAN, high - low);
  const room = MARGIN * span + (span - (high - low)) / 2;
  const [min, max] = [low - room, high + room];
  const within = (ticks: readonly number[]) =>
    ticks.filter((units) => isInside(Math.log1p(units), min, max));
  const round = max - min > WIDE_SPAN ? within(roundUnits(max)) : [];
  const even = () => within(niceAxis(unitsAt(min), unitsAt(max), wanted).ticks);
  return { min, max, ticks: round.length >= FEWEST_TICKS ? round : even() };
}

function isInside(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}

export interface PlacedTick {
  readonly x: number;
  readonly text: string;
}

/**
 * Returns the ticks whose labels fit, from the highest down, because the axis is not linear. Ticks for few units may
 * read alike; one of them is kept.
 */
export function labelledTicks(
  ticks: readonly PlacedTick[],
  roomFor: (text: string) => number,
): readonly PlacedTick[] {
  return ticks.reduceRight<readonly PlacedTick[]>((kept, tick) => {
    const next = kept[0];
    if (!next) return [tick];
    const room = (roomFor(tick.text) + roomFor(next.text)) / 2;
    return tick.text === next.text || next.x - tick.x < room ? kept : [tick, ...kept];
  }, []);
}

/** Returns 0, 1, 2, 5, 10, 20, 50 … up to at least max, which is in log units. */
function roundUnits(max: number): number[] {
  const powers = Math.max(0, Math.ceil(Math.log10(Math.exp(max))));
  const each = Array.from({ length: powers + 1 }, (_, power) =>
    [1, 2, 5].map((step) => step * 10 ** power),
  );
  return [0, ...each.flat()];
}
