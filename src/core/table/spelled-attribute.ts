import { measureDecimal, measuresOf, pointedMeasure } from '../csv/read-measure.ts';
import { mergeSpellings } from './merge-spellings.ts';

/** Writes attributes of new products as past launches do: numbers with a decimal point, texts in their spelling. */
export function spelledAttribute(texts: readonly string[], known: readonly string[]): string[] {
  if (!areNumbers(known)) return mergeSpellings(texts, known);
  const decimal = measureDecimal(texts);
  return texts.map((text) => pointedMeasure(text, decimal));
}

/** Returns whether the values of an attribute are numbers, with or without a unit. */
export function areNumbers(values: readonly string[]): boolean {
  return measuresOf(values, '.') !== null;
}
