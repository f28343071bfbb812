import {
  DAYS_BEFORE,
  measureDecimal,
  measureRange,
  measuresOf,
  pointedMeasure,
  readMeasure,
} from '../values/read-measure.ts';
import { datesAsDays, type LaunchDays } from '../columns/days-before-launch.ts';
import { mergeSpellings } from '../recipe/merge-spellings.ts';

/**
 * Writes attributes of new products as past launches do: numbers with a decimal point and their unit, in the spelling of
 * an equal one, and texts in their spelling.
 * @param launch gives days before launch for dates, where past launches have such days
 */
export function spelledAttribute(
  texts: readonly string[],
  known: readonly string[],
  launch: LaunchDays | null = null,
): string[] {
  const range = measureRange(known, '.');
  if (!range) return mergeSpellings(texts, known);
  const spellings = new Map(known.map((text) => [pointedMeasure(text, '.'), text]));
  const counted = launch && range.unit === DAYS_BEFORE ? datesAsDays(texts, launch) : texts;
  const decimal = measureDecimal(counted);
  return counted.map((text) => {
    const pointed = pointedMeasure(text, decimal);
    const measure = readMeasure(pointed, '.');
    const isInUnit = measure?.unit === '' || (measure && isDays(measure.unit, range.unit));
    const spelled = isInUnit && range.unit !== '' ? `${measure.value} ${range.unit}` : pointed;
    return spellings.get(spelled) ?? spelled;
  });
}

function isDays(unit: string, asked: string): boolean {
  return asked === DAYS_BEFORE && DAY_NAMES.has(unit);
}

const DAY_NAMES: ReadonlySet<string> = new Set(['d', 'day', 'days', 'tag', 'tage', '天', '日']);

/** Returns whether the values of an attribute are numbers, with or without a unit. */
export function areNumbers(values: readonly string[]): boolean {
  return measuresOf(values, '.') !== null;
}
