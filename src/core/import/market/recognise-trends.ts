// Recognises downloads of Google Trends by their shape, because their words follow the language of the page.

import { cleanCell } from '../values/read-text.ts';
import { readNumber } from '../values/read-number.ts';
import { isMetricName } from './metric-names.ts';
import { momentsOf, readPeriods } from './read-periods.ts';
import { readIndex, MOST_INDEX } from './read-trends-value.ts';
import type { SeriesColumns, ValueColumn } from './series-columns.ts';

/** "cloud lamp: (United States)": the term is what stands before the last colon with a bracket. */
const TERM_AND_PLACE = /^(.+)[:：]\s?[(（](.*)[)）]$/s;
/** Trends compares five terms. */
const MOST_TERMS = 5;
const MOSTLY = 0.9;
/** Least share of dates where headers already tell. */
const LEAST_DATED = 0.6;
/** Least rows of a table that does not name places: fewer can be even by chance. */
const LEAST_ROWS = 8;
const YES_OR_NO = /^(?:true|false)$/i;
/** Moments that differ by less than this are equal: a minute is 0.0007 days. */
const SAME = 1e-4;

/**
 * Recognises a download of Google Trends by its header and the rows below; null for any other table.
 * @param rows all rows, or so many that the largest value is among them
 */
export function recogniseTrends(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): SeriesColumns | null {
  const [day] = headers;
  if (day === undefined || headers.length < 2 || rows.length === 0) return null;
  if (!areDates(cellsAt(rows, 0), LEAST_DATED)) return null;
  const columns = headers.map((header, place): Column => ({ header, cells: cellsAt(rows, place) }));
  const partial = columns.find(({ cells }) => cells.every((cell) => YES_OR_NO.test(cell)));
  const others = columns.slice(1).filter((column) => column !== partial);
  const named = others.flatMap(({ header, cells }) => placedColumn(header, cells) ?? []);
  if (named.length === 0 && !areTermsAlone(columns[0]!, others)) return null;
  const isPasted = named.length > MOST_TERMS || (named.length > 0 && named.length < others.length);
  const values = named.length > 0 ? named : others.map(({ header }) => valueColumn(header, ''));
  return { day, term: null, place: null, partial: partial?.header ?? null, values, isPasted };
}

interface Column {
  readonly header: string;
  readonly cells: readonly string[];
}

/** Returns whether columns whose headers name no place are an index of search terms. */
function areTermsAlone(dates: Column, others: readonly Column[]): boolean {
  if (dates.cells.length < LEAST_ROWS || others.length === 0 || others.length > MOST_TERMS)
    return false;
  const areTerms = others.every(({ header, cells }) => isBareTerm(header, cells));
  return areTerms && hasFullScale(others.map(({ cells }) => cells)) && areEven(dates.cells);
}

function cellsAt(rows: readonly (readonly string[])[], place: number): string[] {
  return rows.map((row) => cleanCell(row[place] ?? ''));
}

function valueColumn(term: string, place: string, header = term): ValueColumn {
  return { header, term, place, scale: 'index', day: NaN };
}

function placedColumn(header: string, cells: readonly string[]): ValueColumn | null {
  const [, term, place] = TERM_AND_PLACE.exec(cleanCell(header)) ?? [];
  if (term === undefined || place === undefined || term.trim() === '') return null;
  return areIndexed(cells, MOSTLY) ? valueColumn(term.trim(), place.trim(), header) : null;
}

function areIndexed(cells: readonly string[], leastShare: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const indexed = filled.filter((cell) => !Number.isNaN(readIndex(cell)));
  return indexed.length >= leastShare * filled.length && indexed.length > 0;
}

function isBareTerm(header: string, cells: readonly string[]): boolean {
  return (
    typeof readNumber(header, '.') !== 'number' && !isMetricName(header) && areIndexed(cells, 1)
  );
}

/** Every download has its own 100, and only whole numbers. */
function hasFullScale(columns: readonly (readonly string[])[]): boolean {
  const cells = columns.flat();
  return cells.includes(String(MOST_INDEX)) && !cells.some((cell) => /[.,]/.test(cell));
}

/** Numbers alone are no dates here: they look like any other column. */
function areDates(cells: readonly string[], leastShare: number): boolean {
  if (cells.some((cell) => typeof readNumber(cell, '.') === 'number')) return false;
  const { days } = readPeriods(cells, null);
  return days.filter((day) => !Number.isNaN(day)).length >= leastShare * cells.length;
}

function areEven(cells: readonly string[]): boolean {
  if (!areDates(cells, MOSTLY)) return false;
  const moments = momentsOf(readPeriods(cells, null));
  const gaps = moments.slice(1).map((moment, i) => moment - moments[i]!);
  const usual = gaps.toSorted()[Math.floor(gaps.length / 2)]!;
  // Months differ by three days, and clocks by an hour.
  const isUsual = (gap: number): boolean =>
    gap > 0 && Math.abs(gap - usual) <= (usual >= 28 ? 3 : SAME);
  return gaps.filter(isUsual).length >= MOSTLY * gaps.length;
}
