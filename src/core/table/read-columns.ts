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

const COUNTS: ReadonlySet<NumberFieldName> = new Set(['impressions', 'clicks', 'orders', 'units']);

/** A field that is not in the file is missing in every row. */
export function readNumberColumns(reading: Reading): NumberColumns {
  const { rows, mapping } = reading;
  const cellsOf = (field: NumberFieldName) => cellsOfColumn(rows, mapping.fields[field]);
  const votes = NUMBER_FIELDS.map((field) => countDecimalVotes(cellsOf(field)));
  const inFile = decideDecimalSign({
    point: votes.reduce((count, { point }) => count + point, 0),
    comma: votes.reduce((count, { comma }) => count + comma, 0),
  });
  const columns = NUMBER_FIELDS.map((field, i) => {
    const cells = cellsOf(field);
    const decimal = decideDecimalSign(votes[i]!, groupedCount(field, cells) ? '.' : inFile);
    const values = Float64Array.from(rows.rowNumbers, (row, index) =>
      numberIn(cells[index] ?? '', { ...reading, field, decimal, row }),
    );
    return [field, values] as const;
  });
  return Object.fromEntries(columns) as Record<NumberFieldName, Float64Array>;
}

/** Some exports write money as 5.255,61 and counts as 12,131: a count has no three decimals. */
function groupedCount(field: NumberFieldName, cells: readonly string[]): boolean {
  return COUNTS.has(field) && cells.some((cell) => cell.includes(','));
}

interface NumberCell extends Reading {
  readonly field: NumberFieldName;
  readonly decimal: DecimalSign;
  readonly row: number;
}

const CELL_ISSUES: Readonly<Record<Exclude<NoNumber, 'missing'>, IssueKind>> = {
  'not-finite': 'number-not-finite',
  unreadable: 'unreadable-number',
};

function numberIn(cell: string, { field, decimal, row, mapping, log }: NumberCell): number {
  const reject = (kind: IssueKind): number => {
    const column = mapping.fields[field] ?? null;
    log.add({ kind, severity: 'warning', field, column }, row, cell);
    return NaN;
  };
  const read = readNumber(cell, decimal);
  if (read === 'missing') return NaN;
  if (typeof read === 'string') return reject(CELL_ISSUES[read]);
  if (read < 0) return reject('negative-number');
  if (field !== 'channelFee' || read <= 1) return read;
  return read <= 100 ? read / 100 : reject('unreadable-number');
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
