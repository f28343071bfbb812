import { cellAt, textCounts, type CodedColumn } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { IssueKind } from '../csv/issues.ts';
import { guessDateOrder, readDate } from '../csv/read-date.ts';
import {
  countDecimalVotes,
  decideDecimalSign,
  readNumber,
  type DecimalSign,
  type DecimalVotes,
  type NoNumber,
} from '../csv/read-number.ts';
import { cleanCell, isMissing, readText } from '../csv/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { FIELD_NAMES, FIELDS, type NumberFieldName } from '../schema/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { Recipe } from './recipe.ts';

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
  const columnOf = (field: NumberFieldName) => columnUnder(rows, mapping.fields[field]);
  const votes = NUMBER_FIELDS.map((field) => decimalVotes(columnOf(field)));
  const inFile = decideDecimalSign({
    point: votes.reduce((count, { point }) => count + point, 0),
    comma: votes.reduce((count, { comma }) => count + comma, 0),
  });
  const columns = NUMBER_FIELDS.map((field, i) => {
    const cells = columnOf(field);
    if (!cells) return [field, new Float64Array(rows.rowNumbers.length).fill(NaN)] as const;
    const decimal = decideDecimalSign(votes[i]!, hasGroups(field, cells) ? '.' : inFile);
    const column = mapping.fields[field] ?? null;
    return [field, readNumbers(cells, rows.rowNumbers, { field, column, decimal, log })] as const;
  });
  return Object.fromEntries(columns) as Record<NumberFieldName, Float64Array>;
}

/** Each row has its say, however many rows share a text. */
function decimalVotes(cells: CodedColumn | undefined): DecimalVotes {
  const total = { point: 0, comma: 0 };
  if (!cells) return total;
  const counts = textCounts(cells);
  cells.texts.forEach((text, place) => {
    const { point, comma } = countDecimalVotes([text]);
    total.point += point * counts[place]!;
    total.comma += comma * counts[place]!;
  });
  return total;
}

/** Some exports write money as 5.255,61 and counts as 12,131: a count has no three decimals. */
function hasGroups(field: NumberFieldName, { texts }: CodedColumn): boolean {
  return COUNTS.has(field) && texts.some((text) => text.includes(','));
}

interface NumberTarget {
  readonly field: NumberFieldName;
  readonly column: string | null;
  readonly decimal: DecimalSign;
  readonly log: IssueLog;
}

function readNumbers(
  { texts, codes }: CodedColumn,
  rowNumbers: ArrayLike<number>,
  { field, column, decimal, log }: NumberTarget,
): Float64Array {
  const read = texts.map((text) => numberIn(text, field, decimal));
  const values = Float64Array.from(read, ({ value }) => value);
  const objections = read.map(({ objection }) => objection);
  if (objections.some((kind) => kind !== null)) {
    codes.forEach((code, row) => {
      const kind = objections[code] ?? null;
      if (kind !== null)
        log.add({ kind, severity: 'warning', field, column }, rowNumbers[row]!, texts[code]);
    });
  }
  return Float64Array.from(codes, (code) => values[code]!);
}

interface NumberRead {
  readonly value: number;
  /** Why it counts as missing although something is there. */
  readonly objection: IssueKind | null;
}

function numberIn(cell: string, field: NumberFieldName, decimal: DecimalSign): NumberRead {
  const read = readNumber(cell, decimal);
  if (read === 'missing') return { value: NaN, objection: null };
  const value = field === 'channelFee' ? asShare(read) : read;
  const objection = objectionTo(value, field);
  return { value: objection === null ? Number(value) : NaN, objection };
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
  readonly cellAt: (index: number) => string;
}

export function readDayColumn({
  rows,
  mapping,
  log,
  dateOrder,
}: Reading & Pick<Recipe, 'dateOrder'>): DayColumn {
  const column = mapping.fields.launchDate ?? null;
  const cells = columnUnder(rows, mapping.fields.launchDate);
  if (!cells) return noDays(rows.rowNumbers.length);
  const { order: guessed, undecided } = guessDateOrder(cells.texts);
  const order = dateOrder ?? guessed;
  if (undecided !== null && dateOrder === null) {
    const finding = { kind: 'ambiguous-date-order', severity: 'info' } as const;
    log.note({ ...finding, field: 'launchDate', column }, 0, undecided);
  }
  const days = Float64Array.from(cells.texts, (text) => readDate(text, order));
  return {
    days: Float64Array.from(cells.codes, (code) => days[code]!),
    isUnreadable: (index) => !isMissing(cleanCell(cellAt(cells, index))),
    cellAt: (index) => cellAt(cells, index),
  };
}

function noDays(rowCount: number): DayColumn {
  const days = new Float64Array(rowCount).fill(NaN);
  return { days, isUnreadable: () => false, cellAt: () => '' };
}

/** Texts as they were meant; a column that is not in the file is empty throughout. */
export function readTextColumn(rows: TextRows, header: string | undefined): string[] {
  const cells = columnUnder(rows, header);
  if (!cells) return new Array<string>(rows.rowNumbers.length).fill('');
  const texts = cells.texts.map(readText);
  return Array.from(cells.codes, (code) => texts[code]!);
}

function columnUnder(rows: TextRows, header: string | undefined): CodedColumn | undefined {
  return header === undefined ? undefined : rows.columns.get(header);
}
