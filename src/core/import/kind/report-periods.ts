// Tells reports by their rows: one for each day, week or month.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { guessDateOrder, readDate } from '../values/read-date.ts';
import { sampledCells } from '../schema/sampled-table.ts';
import type { JudgedTable } from './kinds.ts';

const LEAST_PERIODS = 7;
const MOSTLY = 0.8;
const NEARLY_ALL = 0.95;
/** More different texts in a column are names of things. */
const MOST_TEXTS = 7;
const NUMBER = /^[\p{Sc}\s]*[-+]?[\d.,\s]+\s*[%\p{Sc}\w]{0,4}$/u;
const PERIOD =
  /\b(?:month|week|quarter|period|year|monat|woche|jahr|mois|semaine|annee|mes|semana|ano)\b|月|周|季度|年/u;
/** With more names, hardly any product comes again. */
const MOST_NAMES = 0.7;

/** Returns whether each row is another day, week or month, and no column names things. */
export function hasRowPerPeriod(table: JudgedTable): boolean {
  const { headers } = table;
  if (headers.every((header) => /^[\d\s.,]*$/.test(header))) return false;
  const columns = headers.map((header) => sampledCells(table, header));
  const dates = columns.filter((cells) => arePeriods(cells));
  if (dates.length === 0) return false;
  return columns.every(
    (cells) => dates.includes(cells) || areNumbers(cells) || new Set(cells).size <= MOST_TEXTS,
  );
}

/** Returns whether products come again in other periods, which the rows name and do not date. */
export function countsByPeriod(table: JudgedTable): boolean {
  const { headers, matches } = table;
  if (!headers.some((header) => PERIOD.test(foldedHeader(header)))) return false;
  const names = sampledCells(table, (matches.title ?? matches.productId)?.header ?? '');
  return new Set(names).size <= MOST_NAMES * names.length;
}

function arePeriods(cells: readonly string[]): boolean {
  const { order } = guessDateOrder(cells);
  const days = cells.map((cell) => readDate(cell, order)).filter((day) => !Number.isNaN(day));
  const least = Math.max(LEAST_PERIODS, MOSTLY * cells.length);
  return days.length >= least && new Set(days).size >= NEARLY_ALL * days.length;
}

function areNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.filter((cell) => NUMBER.test(cell)).length >= MOSTLY * filled.length;
}
