// The columns of a recognised table by field, as texts, days, numbers and shares.

import { currencyOf, type Currency } from '#core/base/currency.ts';
import type { Day } from '#core/base/dates.ts';
import { cellAt, numbersAt } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { ExportCells } from '../platform-files/export-cells.ts';
import { headerCurrency } from '../schema/header-currency.ts';
import { readDate, type DateOrder } from '../values/read-date.ts';
import type { MarketField, TableKind } from './market-columns.ts';
import { momentsOf, readPeriods } from './read-periods.ts';
import type { RecognisedTable } from './recognise-market.ts';
import { growthOf, sharesOf, type ShareColumn } from './share-columns.ts';

type Row = (row: number) => number;

/** Cells of a table. What it returns for a field gives the text or number of a row: '' or NaN where there is none. */
export class TableCells<Kind extends TableKind> {
  readonly rowCount: number;
  readonly #cells: ExportCells<MarketField<Kind>>;
  readonly #headers: Readonly<Partial<Record<MarketField<Kind>, readonly string[]>>>;
  readonly #dateOrder: DateOrder | null;

  /** @param counts fields of whole numbers, whose commas separate thousands */
  constructor(
    rows: TextRows,
    { columns }: Pick<RecognisedTable<Kind>, 'columns'>,
    options: {
      readonly money: readonly MarketField<Kind>[];
      readonly counts: readonly MarketField<Kind>[];
      readonly dateOrder: DateOrder | null;
    },
  ) {
    this.#headers = columns;
    this.#dateOrder = options.dateOrder;
    this.#cells = new ExportCells<MarketField<Kind>>(rows, columns, options);
    this.rowCount = rows.rowNumbers.length;
  }

  text(field: MarketField<Kind>): (row: number) => string {
    const column = this.#cells.texts(field);
    return (row) => cellAt(column, row);
  }

  id(field: MarketField<Kind>): (row: number) => string {
    const column = this.#cells.ids(field);
    return (row) => cellAt(column, row);
  }

  /** Numbers from 0 on; others are NaN. */
  number(field: MarketField<Kind>): Row {
    const numbers = this.#cells.numbers(field);
    return (row) => (numbers[row]! >= 0 ? numbers[row]! : NaN);
  }

  /** @param known a day that the column may hold, which shows the order of day and month */
  day(field: MarketField<Kind>, known: Day = NaN): Row {
    const { texts, codes } = this.#cells.texts(field);
    const isMonthFirst = texts.some((text) => readDate(text, 'month-first') === known);
    const order = isMonthFirst ? 'month-first' : this.#dateOrder;
    const moments = momentsOf(readPeriods(texts, order)).map(Math.floor);
    const days = numbersAt(moments, codes);
    return (row) => days[row]!;
  }

  growth(field: MarketField<Kind>): Row {
    const changes = growthOf(this.#share(field));
    return (row) => changes[row]!;
  }

  /** Shares of 0–1 of fields that the file writes alike; others are NaN. */
  shares(fields: readonly MarketField<Kind>[]): Row[] {
    return sharesOf(fields.map((field) => this.#share(field))).map((shares) => (row) => {
      const share = shares[row]!;
      return share >= 0 && share <= 1 ? share : NaN;
    });
  }

  /** The currency that the header of a field names, else its first cell that names one. */
  currency(field: MarketField<Kind>): Currency | null {
    const [header] = this.#headers[field] ?? [];
    if (header === undefined) return null;
    const texts = this.#cells.cells(field)[0]?.texts ?? [];
    const named = headerCurrency(header);
    if (named !== null) return named;
    const inCell = texts.find((text) => currencyOf(text) !== null);
    return inCell === undefined ? null : currencyOf(inCell);
  }

  #share(field: MarketField<Kind>): ShareColumn {
    return { cells: this.#cells.cells(field)[0], numbers: this.#cells.numbers(field) };
  }
}
