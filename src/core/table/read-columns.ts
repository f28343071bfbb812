import type { IssueLog } from '../csv/issue-log.ts';
import type { IssueKind } from '../csv/issues.ts';
import { guessDateOrder, readDate } from '../csv/read-date.ts';
import {
  countDecimalVotes,
  decideDecimalSign,
  readNumber,
  type DecimalSign,
  type NoNumber,
} from '../csv/read-number.ts';
import { isMissing, readText } from '../csv/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { FIELD_NAMES, FIELDS, type NumberFieldName } from '../schema/fields.ts';
import type { Mapping } from '../schema/mapping.ts';

export type NumberColumns = Readonly<Record<NumberFieldName, Float64Array>>;

interface Reading {
  readonly rows: TextRows;
  readonly mapping: Mapping;
  readonly log: IssueLog;
}

const NUMBER_FIELDS = FIELD_NAMES.filter(
  (field): field is NumberFieldName => FIELDS[field].kind === 'number',
);

const COUNTS: ReadonlySet<NumberFieldName> = new Set([
  ...(['firstStock', 'impressions', 'clicks', 'orders', 'units', 'returns'] as const),
]);

/** A field that is not in the file is missing in every row. */
export function readNumberColumns(reading: Reading): NumberColumns {
  const { rows, mapping, log } = reading;
  const cellsOf = (field: NumberFieldName) => cellsOfColumn(rows, mapping.fields[field]);
  const votes = NUMBER_FIELDS.map((field) => countDecimalVotes(cellsOf(field)));
  const inFile = decideDecimalSign({
    point: votes.reduce((count, { point }) => count + point, 0),
    comma: votes.reduce((count, { comma }) => count + comma, 0),
  });
  const columns = NUMBER_FIELDS.map((field, i) => {
    const cells = cellsOf(field);
    const decimal = decideDecimalSign(votes[i]!, groupedCount(field, cells) ? '.' : inFile);
    const target = { field, column: mapping.fields[field] ?? null, decimal, log };
    const values = new Float64Array(rows.rowNumbers.length).fill(NaN);
    cells.forEach((cell, row) => (values[row] = numberIn(cell, rows.rowNumbers[row]!, target)));
    return [field, values] as const;
  });
  return Object.fromEntries(columns) as Record<NumberFieldName, Float64Array>;
}

/** Some exports write money as 5.255,61 and counts as 12,131: a count has no three decimals. */
function groupedCount(field: NumberFieldName, cells: readonly string[]): boolean {
  return COUNTS.has(field) && cells.some((cell) => cell.includes(','));
}

interface NumberTarget {
  readonly field: NumberFieldName;
  readonly column: string | null;
  readonly decimal: DecimalSign;
  readonly log: IssueLog;
}

function numberIn(cell: string, row: number, target: NumberTarget): number {
  const { field, column, log } = target;
  const read = readNumber(cell, target.decimal);
  if (read === 'missing') return NaN;
  const value = field === 'channelFee' ? asShare(read) : read;
  const kind = objectionTo(value, field);
  if (kind === null) return Number(value);
  log.add({ kind, severity: 'warning', field, column }, row, cell);
  return NaN;
}

/** A fee of 15 is 15 %. */
function asShare(fee: number | NoNumber): number | NoNumber {
  return typeof fee === 'number' && fee > 1 ? fee / 100 : fee;
}

function objectionTo(value: number | NoNumber, field: NumberFieldName): IssueKind | null {
  if (value === 'not-finite') return 'number-not-finite';
  if (typeof value === 'string') return 'unreadable-number';
  if (value < 0) return 'negative-number';
  // More than the whole price is an amount of money, not a share.
  return field === 'channelFee' && value > 1 ? 'unreadable-number' : null;
}

export interface DayColumn {
  readonly days: Float64Array;
  /** Where a cell holds something, but no date. */
  readonly isUnreadable: (index: number) => boolean;
  readonly cells: readonly string[];
}

export function readDayColumn({ rows, mapping, log }: Reading): DayColumn {
  const column = mapping.fields.launchDate ?? null;
  const cells = cellsOfColumn(rows, mapping.fields.launchDate);
  const { order, undecided } = guessDateOrder(cells);
  if (undecided !== null) {
    const finding = { kind: 'ambiguous-date-order', severity: 'info' } as const;
    log.note({ ...finding, field: 'launchDate', column }, 0, undecided);
  }
  return {
    cells,
    days: Float64Array.from(rows.rowNumbers, (_, index) => readDate(cells[index] ?? '', order)),
    isUnreadable: (index) => !isMissing(cells[index] ?? ''),
  };
}

export function readTextColumn(rows: TextRows, header: string | undefined): string[] {
  const cells = cellsOfColumn(rows, header);
  return rows.rowNumbers.map((_, index) => readText(cells[index] ?? ''));
}

function cellsOfColumn(rows: TextRows, header: string | undefined): readonly string[] {
  return header === undefined ? [] : (rows.columns.get(header) ?? []);
}
