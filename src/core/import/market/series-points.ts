// Collects the values of each series from the rows of a file.

import { cellAt, mapTexts, numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import { decimalVotes } from '../csv/column-decimals.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { DateOrder } from '../values/read-date.ts';
import { decideDecimalSign, readNumber } from '../values/read-number.ts';
import { readText } from '../values/read-text.ts';
import type { MarketLack, MarketScale } from './market.ts';
import { readIndex } from './read-trends-value.ts';
import { momentsOf, readPeriods } from './read-periods.ts';
import type { RecognisedSeries } from './recognise-market.ts';
import type { RowAccount } from './row-account.ts';
import type { ValueColumn } from './series-columns.ts';

/** The values of one series, as they stand in the file. */
export interface Points {
  readonly term: string;
  readonly place: string;
  readonly scale: MarketScale;
  /** Days since 1970, with the fraction of the day. */
  readonly moments: number[];
  readonly values: number[];
  readonly rows: number[];
  /** Last moment that the file marks as not over; NaN where it marks none. */
  markedAt: number;
}

/** Returns the values of each series, in the order of the file, and counts the rows that have none. */
export function pointsOf(
  rows: TextRows,
  { kind, columns, facts }: RecognisedSeries,
  dateOrder: DateOrder | null,
  account: RowAccount,
): Points[] {
  const cells = new SeriesCells(rows);
  const hasTerms = columns.term !== null;
  const terms = cells.texts(columns.term);
  const places = cells.texts(columns.place);
  const marks = cells.texts(columns.partial);
  const moments = cells.moments(columns.day, dateOrder);
  const byKey = new Map<string, Points>();
  for (const column of columns.values) {
    const values = cells.values(column, kind);
    for (let row = 0; row < cells.rowCount; row++) {
      const term = hasTerms ? cellAt(terms, row) : column.term || facts.term;
      const moment = columns.day === null ? column.day : moments[row]!;
      const value = values[row]!;
      const lack = lackOf(hasTerms && term === '', moment, value);
      if (lack !== null) {
        account.leaveOut(row, lack);
        continue;
      }
      const place = columns.place === null ? column.place : cellAt(places, row);
      const key = JSON.stringify([hasTerms ? '' : column.header, term, place]);
      const points = byKey.get(key) ?? emptyPoints(term, place, column.scale);
      byKey.set(key, points);
      points.moments.push(moment);
      points.values.push(value);
      points.rows.push(row);
      if (/^true$/i.test(cellAt(marks, row))) points.markedAt = moment;
    }
  }
  return [...byKey.values()];
}

function lackOf(isNameless: boolean, moment: number, value: number): MarketLack | null {
  if (isNameless) return 'no-name';
  if (Number.isNaN(moment)) return 'no-date';
  return Number.isNaN(value) ? 'no-value' : null;
}

function emptyPoints(term: string, place: string, scale: MarketScale): Points {
  return { term, place, scale, moments: [], values: [], rows: [], markedAt: NaN };
}

/** Returns a number that 32 bits can hold; else NaN. */
function held(number: number): number {
  return Number.isFinite(Math.fround(number)) ? number : NaN;
}

class SeriesCells {
  readonly rowCount: number;
  readonly #rows: TextRows;

  constructor(rows: TextRows) {
    this.#rows = rows;
    this.rowCount = rows.rowNumbers.length;
  }

  texts(header: string | null): CodedColumn {
    return mapTexts(this.#column(header), readText);
  }

  moments(header: string | null, dateOrder: DateOrder | null): Float64Array {
    const { texts, codes } = this.#column(header);
    return numbersAt(momentsOf(readPeriods(texts, dateOrder)), codes);
  }

  /** Values from 0 on, NaN where there is none. An index of Google Trends ends at 100. */
  values({ header, scale }: ValueColumn, kind: RecognisedSeries['kind']): Float64Array {
    const column = this.#column(header);
    const decimal = decideDecimalSign(decimalVotes(column));
    const values = Float64Array.from(column.texts, (text) => {
      const index = scale === 'index' ? readIndex(text) : NaN;
      if (kind === 'trends' || !Number.isNaN(index)) return index;
      const number = readNumber(text, decimal);
      return typeof number === 'number' && number >= 0 ? held(number) : NaN;
    });
    return numbersAt(values, column.codes);
  }

  #column(header: string | null): CodedColumn {
    const column = header === null ? undefined : this.#rows.columns.get(header);
    return column ?? { texts: [''], codes: new Uint32Array(this.rowCount) };
  }
}
