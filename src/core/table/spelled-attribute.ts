import {
  measureDecimal,
  measureRange,
  measuresOf,
  pointedMeasure,
  readMeasure,
} from '../csv/read-measure.ts';
import { mergeSpellings } from './merge-spellings.ts';

/**
 * Writes attributes of new products as past launches do: numbers with a decimal point and their unit, in the spelling of
 * an equal one, and texts in their spelling.
 */
export function spelledAttribute(texts: readonly string[], known: readonly string[]): string[] {
  const range = measureRange(known, '.');
  if (!range) return mergeSpellings(texts, known);
  const spellings = new Map(known.map((text) => [pointedMeasure(text, '.'), text]));
  const decimal = measureDecimal(texts);
  return texts.map((text) => {
    const pointed = pointedMeasure(text, decimal);
    const isBare = readMeasure(pointed, '.')?.unit === '';
    const spelled = isBare && range.unit !== '' ? `${pointed} ${range.unit}` : pointed;
    return spellings.get(spelled) ?? spelled;
  });
}

/** Returns whether the values of an attribute are numbers, with or without a unit. */
export function areNumbers(values: readonly string[]): boolean {
  return measuresOf(values, '.') !== null;
}
