// Values on some days become a series in equal steps.

import { monthStart, yearOf, monthOf, type Day } from '#core/base/dates.ts';
import type { MarketLack, MarketStep } from './market.ts';

const DAYS_A_WEEK = 7;
const MONTHS_A_YEAR = 12;
/** Least share of the days that lie on a step, and of those, least share that follow the one before. */
const LEAST_ON_STEP = 0.8;
const LEAST_NEXT = 0.4;
/** Least share of the periods that must have a value. */
const LEAST_FILLED = 0.1;
/** Values before the last one with which it is compared. */
const NEIGHBOURS = 4;

/**
 * Returns the longest step on which nearly all days lie, with hardly a period left out; null where there is none. Months
 * are told by their first or last days.
 */
export function stepOf(days: readonly Day[]): MarketStep | null {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b);
  return STEPS.find((step) => fits(sorted, step)) ?? null;
}

const STEPS: readonly MarketStep[] = ['month', 'week', 'day'];

function fits(days: readonly Day[], step: MarketStep): boolean {
  const onStep = step === 'month' ? endsOfMonths(days) : days;
  const counted = onStep.map((day) => numberOf(day, step));
  const offset = offsetOf(counted, step);
  const places = counted.map((count) => (count - offset) / lengthIn(step)).filter(Number.isInteger);
  const next = places.slice(1).filter((place, i) => place === places[i]! + 1);
  return (
    places.length >= LEAST_ON_STEP * days.length &&
    next.length >= LEAST_NEXT * (places.length - 1) &&
    next.length > 0
  );
}

/** The first days of months, or the last ones, whichever are more. */
function endsOfMonths(days: readonly Day[]): readonly Day[] {
  const first = days.filter((day) => day === monthStart(day));
  const last = days.filter((day) => day + 1 === monthStart(day, 1));
  return first.length >= last.length ? first : last;
}

/** A series in equal steps. */
export interface Grid {
  readonly days: Int32Array;
  /** NaN where no value is known. */
  readonly values: Float32Array;
  /** For each value given, why it is not on the grid; null where it is. */
  readonly lacks: readonly (GridLack | null)[];
}
type GridLack = Extract<MarketLack, 'repeated' | 'off-step'>;

/**
 * Puts values on a grid from their first to their last day; of several in a period, the first one. Returns null where
 * hardly any period would have one.
 */
export function gridOf(
  days: readonly Day[],
  values: readonly number[],
  step: MarketStep,
): Grid | null {
  const counted = days.map((day) => numberOf(day, step));
  const onStep = offsetOf(counted, step);
  const places = counted.map((count) => (count - onStep) / lengthIn(step));
  const onGrid = places.filter(Number.isInteger);
  const first = onGrid.reduce((least, place) => Math.min(least, place), Infinity);
  const last = onGrid.reduce((most, place) => Math.max(most, place), -Infinity);
  const length = last - first + 1;
  if (!(new Set(onGrid).size >= LEAST_FILLED * length)) return null;
  const grid = new Float32Array(length).fill(NaN);
  const taken = new Uint8Array(length);
  const lacks = places.map((place, i): GridLack | null => {
    const at = place - first;
    if (!Number.isInteger(place)) return 'off-step';
    if (taken[at] === 1) return 'repeated';
    taken[at] = 1;
    grid[at] = values[i]!;
    return null;
  });
  const dayAt = (at: number): Day => dayOf((first + at) * lengthIn(step) + onStep, step);
  return { days: Int32Array.from(grid, (_, at) => dayAt(at)), values: grid, lacks };
}

/** Days, or months since the year 0. The last day of a month stands for it. */
function numberOf(day: Day, step: MarketStep): number {
  return step === 'month' ? MONTHS_A_YEAR * yearOf(day) + monthOf(day) : day;
}

function dayOf(count: number, step: MarketStep): Day {
  return step === 'month' ? monthStart(0, count - MONTHS_A_YEAR * 1970) : count;
}

function lengthIn(step: MarketStep): number {
  return step === 'week' ? DAYS_A_WEEK : 1;
}

/** Returns on which day most weeks begin, 0–6. */
function offsetOf(counted: readonly number[], step: MarketStep): number {
  if (step !== 'week') return 0;
  const counts = new Float64Array(DAYS_A_WEEK);
  for (const count of counted) counts[((count % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK]! += 1;
  return counts.indexOf(Math.max(...counts));
}

/** Returns the day after a period. */
function endOf(day: Day, step: MarketStep): Day {
  if (step === 'month') return monthStart(day, 1);
  return day + (step === 'week' ? DAYS_A_WEEK : 1);
}

/**
 * Returns whether the last period was not over: its end is not before the day on which the file was saved, or it counts 0
 * while those before it do not.
 * @param savedOn null: not known
 */
export function isLastPartial(
  { days, values }: Pick<Grid, 'days' | 'values'>,
  step: MarketStep,
  savedOn: Day | null,
): boolean {
  const last = days.at(-1);
  if (last === undefined) return false;
  if (savedOn !== null && last <= savedOn && endOf(last, step) > savedOn) return true;
  const before = values.slice(-NEIGHBOURS - 1, -1).filter((value) => !Number.isNaN(value));
  return values.at(-1) === 0 && before.length > 1 && before.every((value) => value > 0);
}
