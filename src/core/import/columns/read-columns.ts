import { cellAt, mapTexts, textCounts, type CodedColumn } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import { guessDateOrder, readDate, type DateOrder } from '../values/read-date.ts';
import {
  currencyOf,
  fileCurrencies,
  type Currency,
  type FileCurrencies,
} from '#core/base/currency.ts';
import { agreedCurrency, headerCurrency } from '../schema/header-currency.ts';
import { decimalVotes, fileDecimalSign, hasGroups } from '../csv/column-decimals.ts';
import { decideDecimalSign, type DecimalSign } from '../values/read-number.ts';
import { cleanCell, isMissing, readText } from '../values/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { MONEY_FIELDS, NUMBER_FIELD_NAMES, type NumberFieldName } from '#core/launch/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import { readNumberColumn } from './read-number-column.ts';
import type { Recipe } from '../recipe/recipe.ts';

export type NumberColumns = Readonly<Record<NumberFieldName, Float64Array>>;

interface Reading {
  readonly rows: TextRows;
  readonly mapping: Mapping;
  readonly log: IssueLog;
}

const COUNTS: ReadonlySet<NumberFieldName> = new Set([
  ...(['firstStock', 'impressions', 'clicks', 'orders', 'units', 'returns'] as const),
]);

interface NumberReading extends Reading, Partial<Pick<Recipe, 'currencyRates'>> {
  readonly currencies?: FileCurrencies | null;
}

/** Reads all number columns. A field that is not in the file is missing in every row. */
export function readNumberColumns({
  rows,
  mapping,
  log,
  currencyRates = {},
  currencies = readCurrencies(rows, mapping),
}: NumberReading): NumberColumns {
  const signs = decimalSigns(rows, mapping);
  const { rowNumbers } = rows;
  const columns = NUMBER_FIELD_NAMES.map((field) => {
    const cells = columnUnder(rows, mapping.fields[field]);
    if (!cells) return [field, new Float64Array(rowNumbers.length).fill(NaN)] as const;
    const decimal = signs[field];
    const column = mapping.fields[field] ?? null;
    const target = { field, column, decimal, rowNumbers, currencyRates, log };
    const mainCurrency = MONEY_FIELDS.has(field) ? (currencies?.main ?? null) : null;
    return [field, readNumberColumn(cells, { ...target, mainCurrency })] as const;
  });
  return Object.fromEntries(columns) as Record<NumberFieldName, Float64Array>;
}

/** Returns the decimal sign that the number columns of a file show. */
export function fileDecimal(rows: TextRows, { fields }: Mapping): DecimalSign {
  return fileDecimalSign(
    NUMBER_FIELD_NAMES.map((field) => decimalVotes(columnUnder(rows, fields[field]))),
  );
}

/** Returns the decimal sign of each column. A column without evidence, or not in the file, takes the file's. */
export function decimalSigns(
  rows: TextRows,
  { fields }: Mapping,
): Readonly<Record<NumberFieldName, DecimalSign>> {
  const columns = NUMBER_FIELD_NAMES.map((field) => columnUnder(rows, fields[field]));
  const votes = columns.map(decimalVotes);
  const inFile = fileDecimalSign(votes);
  const signs = NUMBER_FIELD_NAMES.map((field, i): [NumberFieldName, DecimalSign] => {
    const cells = columns[i];
    const isGrouped = COUNTS.has(field) && cells !== undefined && hasGroups(cells);
    return [field, decideDecimalSign(votes[i]!, isGrouped ? '.' : inFile)];
  });
  return Object.fromEntries(signs) as Record<NumberFieldName, DecimalSign>;
}

/**
 * Finds the currencies of all money columns together, since a shop counts in one. The cells decide, or else the headers
 * if they agree.
 */
export function readCurrencies(rows: TextRows, { fields }: Mapping): FileCurrencies | null {
  const cellsIn = new Map<Currency, number>();
  for (const field of MONEY_FIELDS) {
    const column = columnUnder(rows, fields[field]);
    if (!column) continue;
    const currencies = column.texts.map(currencyOf);
    if (currencies.every((currency) => currency === null)) continue;
    const counts = textCounts(column);
    currencies.forEach((currency, place) => {
      if (currency !== null) cellsIn.set(currency, (cellsIn.get(currency) ?? 0) + counts[place]!);
    });
  }
  return fileCurrencies(cellsIn) ?? currenciesOfHeaders(rows, fields);
}

function currenciesOfHeaders(rows: TextRows, fields: Mapping['fields']): FileCurrencies | null {
  const headers = [...MONEY_FIELDS].flatMap((field) => fields[field] ?? []);
  const named = headers.filter((header) => rows.columns.has(header)).map(headerCurrency);
  const main = agreedCurrency(named.filter((currency) => currency !== null));
  return main === null ? null : { main, others: [] };
}

interface DayReading extends Omit<Reading, 'log'>, Pick<Recipe, 'dateOrder'> {
  readonly log: IssueLog | null;
}

export interface DayColumn {
  readonly days: Float64Array;
  /** Order of day and month; null where there is no such column. */
  readonly order: DateOrder | null;
  /** Whether a cell without a date has content. */
  readonly isUnreadable: (index: number) => boolean;
  readonly cellAt: (index: number) => string;
}

/**
 * Reads the launch dates, in the seller's order of day and month or else the guessed one.
 * @param log notes an ambiguous order; null where the seller cannot choose one
 */
export function readDayColumn({ rows, mapping, log, dateOrder }: DayReading): DayColumn {
  const column = mapping.fields.launchDate ?? null;
  const cells = columnUnder(rows, mapping.fields.launchDate);
  if (!cells) return noDays(rows.rowNumbers.length);
  const { order: guessed, undecided } = guessDateOrder(cells.texts);
  const order = dateOrder ?? guessed;
  if (undecided !== null && dateOrder === null) {
    const finding = { kind: 'ambiguous-date-order', severity: 'info' } as const;
    log?.note({ ...finding, field: 'launchDate', column }, 0, undecided);
  }
  const days = Float64Array.from(cells.texts, (text) => readDate(text, order));
  return {
    days: Float64Array.from(cells.codes, (code) => days[code]!),
    order,
    isUnreadable: (index) => !isMissing(cleanCell(cellAt(cells, index))),
    cellAt: (index) => cellAt(cells, index),
  };
}

function noDays(rowCount: number): DayColumn {
  const days = new Float64Array(rowCount).fill(NaN);
  return { days, order: null, isUnreadable: () => false, cellAt: () => '' };
}

/** Reads cleaned texts. A column that is not in the file is empty throughout. */
export function readTextColumn(rows: TextRows, header: string | undefined): string[] {
  const { texts, codes } = readCodedTexts(rows, header);
  return Array.from(codes, (code) => texts[code]!);
}

/** Reads the same as `readTextColumn`, with each distinct text once. */
export function readCodedTexts(rows: TextRows, header: string | undefined): CodedColumn {
  const cells = columnUnder(rows, header);
  return cells
    ? mapTexts(cells, readText)
    : { texts: [''], codes: new Uint32Array(rows.rowNumbers.length) };
}

function columnUnder(rows: TextRows, header: string | undefined): CodedColumn | undefined {
  return header === undefined ? undefined : rows.columns.get(header);
}
